import type { Fault } from "../../app/fault";
import { isFormula, type CellInput } from "../../domain/values/value";
import { rangeOf } from "../parts/grid";
import { askCells, cellContent, hitRow, type KeyedRow } from "./rowsByKey";
import type { Step } from "./step";

/**
 * What a step looks at once Excel has answered. It may put what is to be repaired into the next request, and tells whether it
 * did, or what went wrong, with the rows of others that were hit and are to get their cells back; null when all is well.
 */
export type Settle = () => "repaired" | { readonly fault: Fault; readonly hits: readonly KeyedRow[] } | null;

/** Writes one row; the row is read in the same request, so that a wrong one is noticed and gets its cells back. */
export function writeRow(
  sheet: Excel.Worksheet,
  { sheet: title, area, key, cells }: Extract<Step, { readonly kind: "writeRow" }>,
): Settle {
  const before = askCells(rangeOf(sheet, area), area);
  rangeOf(sheet, area).formulas = [cells.map(cellContent)];
  return () => {
    const row = before()[0] ?? [];
    if ((row[key.column] ?? "") === key.value) return null;
    const { column, columns } = area;
    const hit = hitRow({ sheet: title, column, columns, keyColumn: key.column }, row, cells);
    return { fault: { code: "moved" }, hits: [hit] };
  };
}

/**
 * Columns that were left to the table's formulas and in which a new row has none, or has one that the table's rows no longer
 * have: Excel keeps a column's formula beside the cells, and may keep an old one. A formula that is the same text in the first
 * and the last row counts as the table's; one that reads otherwise in each row is left to Excel where it gave one.
 */
function columnsLeft(
  rows: readonly (readonly CellInput[])[],
  written: readonly (readonly CellInput[])[],
  first: readonly CellInput[],
  last: readonly CellInput[],
): readonly number[] {
  return last.flatMap((cell, column) => {
    const open = rows.every((row) => row[column] === null);
    const one = first[column];
    // A formula in the last row alone is somebody's own.
    if (!open || !isFormula(cell) || !isFormula(one)) return [];
    const isSame = one.formula === cell.formula;
    const isLeft = written.some((row) => {
      const now = row[column];
      return now === "" || (isSame && isFormula(now) && now.formula !== cell.formula);
    });
    return isLeft ? [column] : [];
  });
}

/** Columns that are not among those given, as stretches. */
function stretchesBeside(width: number, left: readonly number[]): readonly { from: number; columns: number }[] {
  const stretches: { from: number; columns: number }[] = [];
  for (let column = 0; column < width; column += 1) {
    if (left.includes(column)) continue;
    const last = stretches.at(-1);
    if (last && last.from + last.columns === column) last.columns += 1;
    else stretches.push({ from: column, columns: 1 });
  }
  return stretches;
}

/**
 * The rows of a table from its header to the last one in which something stands besides formulas, as they are at this point of the
 * request. An Excel that takes the sheet's used cells for those of a range gives more rows, never fewer.
 */
function usedRows(table: Excel.Table, width: number, calculated: readonly number[]): Excel.Range {
  const whole = () => table.getRange().untrack();
  return stretchesBeside(width, calculated).reduce((rows, { from, columns }) => {
    const first = whole().getColumn(from).untrack();
    const stretch = columns > 1 ? first.getResizedRange(0, columns - 1).untrack() : first;
    return rows.getBoundingRect(stretch.getUsedRange(true).untrack()).untrack();
  }, whole().getRow(0).untrack());
}

/** True for a cell in which nothing stands, or only the formula of a column of formulas. */
function isFree(cell: CellInput, isCalculated: boolean): boolean {
  return cell === "" || (isCalculated && typeof cell === "object");
}

/** Puts rows below those of a table in which something stands. Where the table left out its formulas, that is repaired. */
export function appendRows(
  sheet: Excel.Worksheet,
  table: Excel.Table,
  { sheet: title, keyColumn, rows, formats, calculated }: Extract<Step, { readonly kind: "appendRows" }>,
  hasHeaders: boolean,
): Settle {
  const width = rows[0]?.length ?? 1;
  const size = { rows: rows.length, columns: width };
  // A table without its header row may have no used cells at all, for which Excel has no range.
  const used = () => (hasHeaders ? usedRows(table, width, calculated) : table.getRange().untrack());
  const lastCells = askCells(used().getLastRow().untrack(), { rows: 1, columns: width });
  const first = askCells(table.getDataBodyRange().untrack().getRow(0).untrack(), { rows: 1, columns: width });
  const below = used().getRowsBelow(rows.length).untrack();
  below.load("rowIndex,columnIndex");
  const before = askCells(below, size);
  const target = used().getRowsBelow(rows.length).untrack();
  if (formats.length > 0) target.numberFormat = rows.map(() => [...formats]);
  target.formulas = rows.map((row) => row.map(cellContent));
  // In the same request: by the next one others may have made the table longer.
  if (hasHeaders) table.resize(table.getRange().untrack().getBoundingRect(target).untrack());
  const after = askCells(target, size);
  const grown = table.getRange().untrack();
  grown.load("rowIndex,rowCount");
  return () => {
    const { rowIndex: row, columnIndex: column } = below;
    const stood = before();
    const hits = rows.flatMap((written, index) => {
      const cells = stood[index] ?? [];
      const free = cells.every((cell, offset) => isFree(cell, calculated.includes(offset)));
      return free ? [] : [hitRow({ sheet: title, column, columns: width, keyColumn }, cells, written)];
    });
    if (hits.length > 0) return { fault: { code: "inTheWay" }, hits };
    const isShort = grown.rowIndex + grown.rowCount < row + rows.length;
    const added = rangeOf(sheet, { row, column, rows: rows.length, columns: width });
    if (isShort) table.resize(table.getRange().untrack().getBoundingRect(added).untrack());
    const left = columnsLeft(rows, after(), first()[0] ?? [], lastCells()[0] ?? []);
    left.forEach((offset) => {
      const area = { row, column: column + offset, rows: rows.length, columns: 1 };
      const above = { ...area, row: row - 1, rows: 1 };
      rangeOf(sheet, area).copyFrom(rangeOf(sheet, above), "Formulas");
    });
    return isShort || left.length > 0 ? "repaired" : null;
  };
}
