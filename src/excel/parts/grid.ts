import type { CellValue, CellInput } from "../../domain/values/value";
import type { Area } from "../../domain/workbook/area";

function isCellValue(value: unknown): value is CellValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isCellRow(row: unknown, columns: number): row is CellValue[] {
  return Array.isArray(row) && row.length === columns && row.every(isCellValue);
}

/** A cell that holds a rich value (picture, entity) and comes without its plain stand-in shows as Excel's own error for it. */
function plainCell(value: unknown): CellValue {
  if (value === null || value === undefined) return "";
  return isCellValue(value) ? value : "#VALUE!";
}

/**
 * Takes values or formulas over from Excel. Rows that are as they should be, nearly all of them, are kept without copying.
 * @returns null when the shape is not the area's. Excel gives no values at all, without an error, for an area that is
 *   too large for it.
 */
export function readGrid(
  grid: unknown,
  area: Pick<Area, "rows" | "columns">,
): readonly (readonly CellValue[])[] | null {
  if (!Array.isArray(grid) || grid.length !== area.rows) return null;
  const rows: (readonly CellValue[])[] = [];
  for (const row of grid) {
    if (isCellRow(row, area.columns)) rows.push(row);
    else if (Array.isArray(row) && row.length === area.columns) rows.push(row.map(plainCell));
    else return null;
  }
  return rows;
}

/**
 * Cells as they are written back. Formulas and values are both needed: text that starts with `=` looks like a formula
 * among the formulas, but is equal to its value, and it must stay text.
 */
export function inputsOf(
  formulas: readonly (readonly CellValue[])[],
  values: readonly (readonly CellValue[])[],
): readonly (readonly CellInput[])[] {
  return formulas.map((row, rowIndex) =>
    row.map((formula, columnIndex) =>
      typeof formula === "string" && formula.startsWith("=") && formula !== values[rowIndex]?.[columnIndex]
        ? { formula }
        : formula,
    ),
  );
}

/** Asks for the place of a range; to be followed by a sync, after which the returned function tells it. */
export function askArea(range: Excel.Range): () => Area {
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  return () => ({ row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount });
}

/**
 * A range for use in the request that is being made. Untracked: office.js would else have Excel hold on to every range,
 * and end each piece of work with one more request to let go of them.
 */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns).untrack();
}

/** The columns of a sheet from one on, each by its first cell: what is asked and set of a whole column. */
export function columnsOf(sheet: Excel.Worksheet, first: number, count: number): readonly Excel.Range[] {
  return Array.from({ length: count }, (_, offset) =>
    rangeOf(sheet, { row: 0, column: first + offset, rows: 1, columns: 1 }),
  );
}
