import { toCellText } from "../../domain/values/text";
import type { CellInput, CellValue } from "../../domain/values/value";
import type { Area } from "../../domain/workbook/area";
import { rangeOf, readGrid, inputsOf } from "../parts/grid";

/** What a cell gets; null leaves it as it is. */
export type CellContent = CellValue | null;

/** What is to stand in a row, wherever the row is by then: people sort and insert while requests are on their way. */
export interface KeyedRow {
  readonly sheet: string;
  /** Columns of the row, on the sheet. */
  readonly column: number;
  readonly columns: number;
  /** The cell that says which row it is: its offset in the row, and its value. */
  readonly key: { readonly column: number; readonly value: CellValue };
  readonly content: readonly CellContent[];
}

/** Text from people becomes safe here, and nowhere else on its way to a cell. */
export function cellContent(input: CellInput): CellContent {
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
export function backTo(before: readonly CellInput[], written: readonly CellInput[]): readonly CellContent[] {
  return written.map((cell, offset) => (cell === null ? null : cellContent(before[offset] ?? "")));
}

const sheetRows = 1_048_576;
/** Rows that somebody moves again and again are given up after so many looks. */
const mostLooks = 6;

/** The key columns of these rows as they stand now: where each key is, by the place of its column. */
async function lookForKeys(context: Excel.RequestContext, rows: readonly KeyedRow[]) {
  const nameOf = ({ sheet, column, key }: KeyedRow) => JSON.stringify([sheet, column + key.column]);
  const asked = new Map(
    rows.map((row) => {
      const sheet = context.workbook.worksheets.getItem(row.sheet);
      const area = { row: 0, column: row.column + row.key.column, rows: sheetRows, columns: 1 };
      const used = rangeOf(sheet, area).getUsedRangeOrNullObject(true).untrack();
      used.load("rowIndex,values");
      return [nameOf(row), used] as const;
    }),
  );
  await context.sync();
  return (row: KeyedRow): number | null => {
    const used = asked.get(nameOf(row));
    if (!used || used.isNullObject) return null;
    const values: readonly (readonly unknown[])[] = used.values;
    const index = values.findIndex(([value]) => value === row.key.value);
    return index < 0 ? null : used.rowIndex + index;
  };
}

/**
 * Writes rows where their keys stand. Each row is read in the request that writes it: where another one had come to its place
 * meanwhile, that one gets its cells back in the same way, by its own key, and the row is looked for again. A row whose key is
 * nowhere is left out.
 * @returns false where rows kept moving, or a row without a key was hit: then nobody knows what stands where
 */
export async function writeByKey(
  context: Excel.RequestContext,
  rows: readonly KeyedRow[],
  looks = mostLooks,
): Promise<boolean> {
  if (rows.length === 0) return true;
  if (looks === 0) return false;
  const placeOf = await lookForKeys(context, rows);
  const writes = rows.flatMap((row) => {
    const place = placeOf(row);
    if (place === null) return [];
    const sheet = context.workbook.worksheets.getItem(row.sheet);
    const area = { row: place, column: row.column, rows: 1, columns: row.columns };
    const before = askCells(rangeOf(sheet, area), area);
    rangeOf(sheet, area).formulas = [[...row.content]];
    return [{ row, before }];
  });
  await context.sync();
  const wrong = writes.flatMap(({ row, before }) => {
    const cells = before()[0] ?? [];
    const key = cells[row.key.column] ?? "";
    return key === row.key.value ? [] : [{ row, key, content: backTo(cells, row.content) }];
  });
  const victims = wrong.flatMap(({ row, key, content }): readonly KeyedRow[] =>
    typeof key === "object" || key === "" ? [] : [{ ...row, key: { ...row.key, value: key }, content }],
  );
  if (victims.length < wrong.length) return false;
  return writeByKey(context, [...victims, ...wrong.map(({ row }) => row)], looks - 1);
}
