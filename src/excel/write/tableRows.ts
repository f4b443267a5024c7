import type { Fault } from "../../app/fault";
import { rangeOf } from "../parts/grid";
import { askCells, backTo, cellContent, type KeyedRow } from "./rowsByKey";
import type { CellInput } from "../../domain/values/value";
import type { Step } from "./step";

function isFormula(cell: CellInput | undefined): cell is { readonly formula: string } {
  return typeof cell === "object" && cell !== null;
}

/**
 * What a step looks at once Excel has answered. It may put what is to be repaired into the next request, and tells whether it
 * did, or what went wrong; null when all is well. A row that was hit in another one's place is told with the cells that it is
 * to get back.
 */
export type Settle = () => Fault | "repaired" | { readonly hit: KeyedRow } | null;

/** Writes one row; the row is read in the same request, so that a wrong one is noticed and gets its cells back. */
export function writeRow(
  sheet: Excel.Worksheet,
  { sheet: title, area, key, cells }: Extract<Step, { readonly kind: "writeRow" }>,
): Settle {
  const before = askCells(rangeOf(sheet, area), area);
  rangeOf(sheet, area).formulas = [cells.map(cellContent)];
  return () => {
    const row = before()[0] ?? [];
    const found = row[key.column] ?? "";
    if (found === key.value) return null;
    if (typeof found === "object" || found === "") {
      // A row that cannot be looked up gets its cells back where it was a moment ago: better than nowhere.
      rangeOf(sheet, area).formulas = [[...backTo(row, cells)]];
      return { code: "moved" };
    }
    const { column, columns } = area;
    return { hit: { sheet: title, column, columns, key: { ...key, value: found }, content: backTo(row, cells) } };
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

/** Puts rows below a table. Where Excel did not take them in, or left out the table's formulas, that is repaired. */
export function appendRows(
  sheet: Excel.Worksheet,
  table: Excel.Table,
  { rows, formats }: Extract<Step, { readonly kind: "appendRows" }>,
): Settle {
  const width = formats.length > 0 ? formats.length : (rows[0]?.length ?? 1);
  const size = { rows: rows.length, columns: width };
  const last = table.getRange().untrack().getLastRow().untrack();
  const lastCells = askCells(last, { rows: 1, columns: width });
  const first = askCells(table.getDataBodyRange().untrack().getRow(0).untrack(), { rows: 1, columns: width });
  const below = table.getRange().untrack().getRowsBelow(rows.length).untrack();
  const before = askCells(below, size);
  below.load("rowIndex,columnIndex");
  const target = table.getRange().untrack().getRowsBelow(rows.length).untrack();
  if (formats.length > 0) target.numberFormat = rows.map(() => [...formats]);
  target.formulas = rows.map((row) => row.map(cellContent));
  const after = askCells(target, size);
  const grown = table.getRange().untrack();
  grown.load("rowIndex,rowCount");
  return () => {
    const stood = before();
    if (stood.some((row) => row.some((cell) => cell !== ""))) {
      // A range of the request before cannot be used in this one.
      const place = { row: below.rowIndex, column: below.columnIndex, rows: rows.length, columns: width };
      const kept = { ...place, row: grown.rowIndex, rows: below.rowIndex - grown.rowIndex };
      // Whole rows: Excel may have put the table's formulas beside what stood there. It takes in what is written below it, so the
      // table gets its size back last.
      rangeOf(sheet, place).formulas = stood.map((row) => row.map(cellContent));
      table.resize(rangeOf(sheet, kept));
      return { code: "inTheWay" };
    }
    const end = below.rowIndex + rows.length;
    const short = grown.rowIndex + grown.rowCount < end;
    if (short) {
      const area = {
        row: grown.rowIndex,
        column: below.columnIndex,
        rows: end - grown.rowIndex,
        columns: width,
      };
      table.resize(rangeOf(sheet, area));
    }
    const left = columnsLeft(rows, after(), first()[0] ?? [], lastCells()[0] ?? []);
    left.forEach((column) => {
      const area = { row: below.rowIndex, column: below.columnIndex + column, rows: rows.length, columns: 1 };
      const above = { ...area, row: area.row - 1, rows: 1 };
      rangeOf(sheet, area).copyFrom(rangeOf(sheet, above), "Formulas");
    });
    return short || left.length > 0 ? "repaired" : null;
  };
}

/** Blanks rows that an append wrote, found by their keys. */
export function withdrawRows(
  sheet: Excel.Worksheet,
  table: Excel.Table,
  { keyColumn, rows }: Extract<Step, { readonly kind: "withdrawRows" }>,
): Settle {
  const body = table.getDataBodyRange().untrack();
  body.load("rowIndex,columnIndex,columnCount");
  const keys = body.getColumn(keyColumn).untrack();
  keys.load("values");
  return () => {
    const values: unknown[] = keys.values.map((row: readonly unknown[]) => row[0]);
    let found = false;
    for (const row of rows) {
      const index = values.findIndex((value) => value !== "" && value === row[keyColumn]);
      if (index < 0) continue;
      found = true;
      const area = {
        row: body.rowIndex + index,
        column: body.columnIndex,
        rows: 1,
        columns: body.columnCount,
      };
      rangeOf(sheet, area).formulas = [row.map((cell) => (cell === null ? null : ""))];
    }
    return found ? "repaired" : null;
  };
}
