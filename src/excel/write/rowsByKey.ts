import { toCellText } from "../../domain/values/text";
import { plainValue, type CellInput, type CellValue } from "../../domain/values/value";
import type { Area } from "../../domain/workbook/area";
import { rangeOf, readGrid, inputsOf } from "../parts/grid";

/** What is to stand in a row, wherever the row is by then: people sort and insert while requests are on their way. */
export interface KeyedRow {
  readonly sheet: string;
  /** Columns of the row, on the sheet. */
  readonly column: number;
  readonly columns: number;
  /** The cell that says which row it is: its offset in the row, and its value. */
  readonly key: { readonly column: number; readonly value: CellValue };
  /** Null leaves a cell as it is. */
  readonly content: readonly CellInput[];
  /** What the cells are thought to hold until then. Where one holds something else by that time, somebody wrote it: it gets that back. */
  readonly over: readonly CellInput[];
  /**
   * For somebody else's row that a write of ours has hit: all that stands in it now. It is found by that where its key does not tell it
   * from others, because it has none or shares it. Null for a row that we set out to write.
   */
  readonly hit: readonly CellInput[] | null;
}

/** Text from people becomes safe here, and nowhere else on its way to a cell. */
export function cellContent(input: CellInput): CellValue | null {
  if (typeof input === "object") return input && input.formula;
  return typeof input === "string" ? toCellText(input) : input;
}

/** Asks for cells as they are at this point of the request; the returned function tells them after the sync. */
export function askCells(range: Excel.Range, size: Pick<Area, "rows" | "columns">) {
  range.load("formulas,values");
  return (): readonly (readonly CellInput[])[] => {
    const formulas = readGrid(range.formulas, size);
    const values = readGrid(range.values, size);
    return formulas && values ? inputsOf(formulas, values) : [];
  };
}

/** Earlier cells where something was written, null elsewhere. */
function backTo(before: readonly CellInput[], written: readonly CellInput[]): readonly CellInput[] {
  return written.map((cell, offset) => (cell === null ? null : (before[offset] ?? "")));
}

/** A row that a write meant for another one has hit: it is to get back the cells that were written over. */
export function hitRow(
  place: Pick<KeyedRow, "sheet" | "column" | "columns"> & { readonly keyColumn: number },
  before: readonly CellInput[],
  written: readonly CellInput[],
): KeyedRow {
  const { keyColumn, ...columns } = place;
  const now = before.map((cell, offset) => written[offset] ?? cell);
  return {
    ...columns,
    key: { column: keyColumn, value: plainValue(now[keyColumn]) },
    content: backTo(before, written),
    over: now,
    hit: now,
  };
}

const sheetRows = 1_048_576;
/** Rows that somebody moves again and again are given up after so many looks. */
const mostLooks = 6;

/** Where a row stands, and whether it is known by its key or by all its cells. */
interface Found {
  readonly place: number;
  readonly by: "key" | "cells";
}

/** Excel keeps a number as a text in a cell for texts. What is left as it is, and formulas, tell nothing. */
function isSame(a: CellInput, b: CellInput): boolean {
  return typeof a === "object" || typeof b === "object" || String(a) === String(b);
}

/** True where the cells are another row's and hold all that was written for the row with the key. */
export function isHitBy(cells: readonly CellInput[], { key, over }: Pick<KeyedRow, "key" | "over">): boolean {
  if ((cells[key.column] ?? "") === key.value) return false;
  const written = over.flatMap((content, offset) => (content === null ? [] : [isSame(content, cells[offset] ?? "")]));
  return written.length > 0 && written.every(Boolean);
}

/** True where the cells are those of the row. Formulas are passed over: they read differently where their row has moved. */
function holds(cells: readonly CellInput[], { hit, key }: KeyedRow): boolean {
  if ((cells[key.column] ?? "") !== key.value || !hit) return false;
  return hit.every((cell, offset) => isSame(cell, cells[offset] ?? ""));
}

/** The row's cells that held somebody's own words when it was written: they are to get these back. Null where there are none. */
function overwritten(row: KeyedRow, cells: readonly CellInput[]): KeyedRow | null {
  const isTheirs = (content: CellInput, offset: number): boolean => {
    const [over, found] = [row.over[offset], cells[offset] ?? ""];
    return content !== null && over !== undefined && !isSame(over, found) && !isSame(content, found);
  };
  const theirs = row.content.map((content, offset) => (isTheirs(content, offset) ? (cells[offset] ?? "") : null));
  if (theirs.every((cell) => cell === null)) return null;
  return { ...row, content: theirs, over: cells.map((cell, offset) => row.content[offset] ?? cell) };
}

function usedIn(context: Excel.RequestContext, sheet: string, column: number, columns: number): Excel.Range {
  const area = { row: 0, column, rows: sheetRows, columns };
  return rangeOf(context.workbook.worksheets.getItem(sheet), area).getUsedRangeOrNullObject(true).untrack();
}

/** The key columns of these rows as they stand now: where each key is, by the place of its column. */
async function lookForKeys(context: Excel.RequestContext, rows: readonly KeyedRow[]) {
  const nameOf = ({ sheet, column, key }: KeyedRow) => JSON.stringify([sheet, column + key.column]);
  const asked = new Map(
    rows.map((row) => {
      const used = usedIn(context, row.sheet, row.column + row.key.column, 1);
      used.load("rowIndex,values");
      return [nameOf(row), used] as const;
    }),
  );
  await context.sync();
  return (row: KeyedRow): readonly number[] => {
    const used = asked.get(nameOf(row));
    if (!used || used.isNullObject || row.key.value === "") return [];
    const values: readonly (readonly unknown[])[] = used.values;
    return values.flatMap(([value], index) => (value === row.key.value ? [used.rowIndex + index] : []));
  };
}

/** The same for rows that only all their cells tell from others. Whole rows are read: it hardly ever comes to this. */
async function lookForCells(context: Excel.RequestContext, rows: readonly KeyedRow[]) {
  const nameOf = ({ sheet, column, columns }: KeyedRow) => JSON.stringify([sheet, column, columns]);
  const asked = new Map(
    rows.map((row) => {
      const used = usedIn(context, row.sheet, row.column, row.columns);
      used.load("rowIndex,columnIndex,rowCount,columnCount,formulas,values");
      return [nameOf(row), used] as const;
    }),
  );
  if (asked.size > 0) await context.sync();
  return (row: KeyedRow): readonly number[] => {
    const used = asked.get(nameOf(row));
    if (!used || used.isNullObject) return [];
    const size = { rows: used.rowCount, columns: used.columnCount };
    const [formulas, values] = [readGrid(used.formulas, size), readGrid(used.values, size)];
    const before: readonly CellInput[] = Array.from({ length: used.columnIndex - row.column }, () => "");
    const cells = formulas && values ? inputsOf(formulas, values) : [];
    return cells.flatMap((each, index) => (holds([...before, ...each], row) ? [used.rowIndex + index] : []));
  };
}

/** Where each row is now; null for one that is nowhere, or could be in several places. */
async function lookFor(
  context: Excel.RequestContext,
  rows: readonly KeyedRow[],
): Promise<(row: KeyedRow) => Found | null> {
  const byKey = await lookForKeys(context, rows);
  const byCells = await lookForCells(
    context,
    rows.filter((row) => row.hit && byKey(row).length !== 1),
  );
  return (row) => {
    const [place, ...others] = byKey(row);
    if (place !== undefined && others.length === 0) return { place, by: "key" };
    const [own, ...same] = row.hit ? byCells(row) : [];
    return own === undefined || same.length > 0 ? null : { place: own, by: "cells" };
  };
}

/** Rows that are on their way to where they belong. Kept outside of a request, so that a fault in one does not lose them. */
export interface RowWork {
  rows: readonly KeyedRow[];
}

/**
 * Writes rows where their keys stand. Each row is read in the request that writes it: where another one had come to its place
 * meanwhile, that one gets its cells back in the same way, and the row is looked for again.
 * @param work what is left of it stays in `rows`: empty when all of them stand where they belong
 * @returns false where rows kept moving; else what is left is nowhere, or in several places
 */
export async function writeByKey(context: Excel.RequestContext, work: RowWork, looks = mostLooks): Promise<boolean> {
  if (work.rows.length === 0) return true;
  if (looks === 0) return false;
  const placeOf = await lookFor(context, work.rows);
  const missing = work.rows.filter((row) => placeOf(row) === null);
  const writes = work.rows.flatMap((row) => {
    const found = placeOf(row);
    if (found === null) return [];
    const sheet = context.workbook.worksheets.getItem(row.sheet);
    const area = { row: found.place, column: row.column, rows: 1, columns: row.columns };
    const before = askCells(rangeOf(sheet, area), area);
    rangeOf(sheet, area).formulas = [row.content.map(cellContent)];
    return [{ row, by: found.by, before }];
  });
  if (writes.length > 0) await context.sync();
  const read = writes.map(({ row, by, before }) => {
    const cells = before()[0] ?? [];
    const isRight = by === "cells" ? holds(cells, row) : (cells[row.key.column] ?? "") === row.key.value;
    return { row, cells, isRight };
  });
  const wrong = read.filter(({ isRight }) => !isRight);
  const hits = wrong.map(({ row, cells }) => {
    const { sheet, column, columns, key, content } = row;
    return hitRow({ sheet, column, columns, keyColumn: key.column }, cells, content);
  });
  const theirs = read.flatMap(({ row, cells, isRight }) => (isRight ? (overwritten(row, cells) ?? []) : []));
  // A place that was hit twice gets back first what the second write found there.
  work.rows = [...hits.reverse(), ...wrong.map(({ row }) => row), ...theirs, ...missing];
  // A row that was hit must be somewhere; one that we set out to write may have gone.
  const goesOn = wrong.length > 0 || theirs.length > 0 || missing.some(({ hit }) => hit);
  return goesOn ? writeByKey(context, work, looks - 1) : true;
}
