/** What this Excel does to tables and their formulas. */
import type { Fact, Facts } from "../../domain/selfCheck/answer";
import { blockRows } from "../../domain/selfCheck/judge";
import { referenceTo } from "../../domain/workbook/formulaText";
import { cells, onScratch, refusalOf, write, type Place } from "./scratch";

/** The table of a probe: names are the workbook's, so each has its own. */
function tableName(top: number): string {
  return `FU_SelfCheck_${top}`;
}

type Row = readonly (string | number)[];

function put(place: Place, row: number, column: number, rows: readonly Row[]): void {
  cells(place, row, column, rows.length, rows[0]?.length ?? 1).values = rows.map((line) => [...line]);
}

/** Makes a table of the rows, the first of them its headers. */
function addTable(place: Place, rows: readonly Row[]): void {
  put(place, 0, 0, rows);
  const table = place.sheet.tables.add(cells(place, 0, 0, rows.length, rows[0]?.length ?? 1), true);
  table.name = tableName(place.top);
}

/** How many rows the table has below its headers. */
function countRows(top: number): Promise<number> {
  return onScratch(top, async (place, context) => {
    const body = place.sheet.tables.getItem(tableName(top)).getDataBodyRange().untrack();
    body.load("rowCount");
    await context.sync();
    return body.rowCount;
  });
}

function readFormulas(top: number, row: number, column: number, rows: number): Promise<readonly Fact[]> {
  return onScratch(top, async (place, context) => {
    const range = cells(place, row, column, rows);
    range.load("formulas");
    await context.sync();
    return range.formulas.map(([formula]: readonly Fact[]): Fact => formula ?? null);
  });
}

/** Headers of all the kinds that a person's list may have. */
const awkward: Row = ["", "a", "a", 5, "=1+1", " b", "c#", "d[e]", "f'g", "'@h", "多\n行"];

function addAwkward(place: Place): void {
  addTable(place, [awkward, awkward.map((_, index) => index)]);
}

function readHeaders(top: number): Promise<readonly Fact[]> {
  return onScratch(top, async (place, context) => {
    const header = place.sheet.tables.getItem(tableName(top)).getHeaderRowRange().untrack();
    header.load("values");
    await context.sync();
    const [row = []]: readonly (readonly Fact[])[] = header.values;
    return row;
  });
}

export async function tableHeaders(top: number): Promise<Facts> {
  await write(top, addAwkward);
  return { headers: await readHeaders(top) };
}

/** Tries the headers from one on in a formula, one after the other; gives those that Excel does not take. */
async function refusedHeaders(top: number, headers: readonly Fact[], index = 0): Promise<readonly Fact[]> {
  const header = headers[index];
  if (header === undefined) return [];
  const refusal = await refusalOf(top, (place) => {
    cells(place, 5, index).formulas = [[`=SUM(${referenceTo("body", tableName(top), String(header))})`]];
  });
  const rest = await refusedHeaders(top, headers, index + 1);
  return refusal === null ? rest : [header, ...rest];
}

export async function headerForms(top: number): Promise<Facts> {
  await write(top, addAwkward);
  const headers = await readHeaders(top);
  return { headers, refused: await refusedHeaders(top, headers) };
}

const small: readonly Row[] = [
  ["a", "b"],
  [1, 2],
];

export async function tableGrowth(top: number): Promise<Facts> {
  await write(top, (place) => addTable(place, small));
  await write(top, (place) => put(place, 2, 0, [["", ""]]));
  const blank = (await countRows(top)) > 1;
  await write(top, (place) => put(place, 2, 1, [[3]]));
  const secondOnly = (await countRows(top)) > 1;
  const next = secondOnly ? 3 : 2;
  const before = await countRows(top);
  await write(top, (place) => put(place, next, 0, [["", 4]]));
  const firstBlank = (await countRows(top)) > before;
  const after = await countRows(top);
  await write(top, (place) => put(place, 1 + after, 0, [[5, 6]]));
  return { blank, secondOnly, firstBlank, fromFirst: (await countRows(top)) > after };
}

export async function tableBlock(top: number): Promise<Facts> {
  await write(top, (place) => addTable(place, small));
  const rows = Array.from({ length: blockRows }, (_, row): Row => (row < blockRows - 1 ? [row, row] : ["", ""]));
  await write(top, (place) => put(place, 2, 0, rows));
  return { rows: (await countRows(top)) - 1 };
}

const threeRows: readonly Row[] = [
  ["a", "f"],
  [1, ""],
  [2, ""],
  [3, ""],
];

/** A formula of the row that it stands in. */
function rowFormula(top: number, factor: number): string {
  return `=${tableName(top)}[[#This Row],[a]]*${factor}`;
}

export async function fillFormula(top: number): Promise<Facts> {
  await write(top, (place) => addTable(place, threeRows));
  await write(top, (place) => {
    cells(place, 1, 1).formulas = [[rowFormula(top, 2)]];
  });
  return { formulas: await readFormulas(top, 1, 1, 3) };
}

function fillAll(place: Place, factor: number): void {
  const formula = rowFormula(place.top, factor);
  cells(place, 1, 1).formulas = [[formula]];
  cells(place, 1, 1, 3).copyFrom(cells(place, 1, 1), "Formulas");
}

export async function changedFormula(top: number): Promise<Facts> {
  await write(top, (place) => addTable(place, threeRows));
  await write(top, (place) => fillAll(place, 2));
  await write(top, (place) => fillAll(place, 3));
  await write(top, (place) => put(place, 4, 0, [[4]]));
  const [formula = null] = await readFormulas(top, 4, 1, 1);
  return { formula };
}

export async function formulaText(top: number): Promise<Facts> {
  const name = "FU_SelfCheck_Name";
  await write(top, (place) => {
    addTable(place, small);
    place.sheet.names.add(name, cells(place, 1, 0));
  });
  const given = [`=${name}`, `=SUM(${referenceTo("body", tableName(top), "a")})`];
  await write(top, (place) => {
    cells(place, 5, 0, 2).formulas = given.map((formula) => [formula]);
  });
  return { given, back: await readFormulas(top, 5, 0, 2) };
}
