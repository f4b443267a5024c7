import type { BookArea, CellData, CellFormat, RowData, SheetData } from "../data/bookData";
import { bounding, gridSize } from "../data/areas";

/**
 * Looks and heights of rows and columns where nothing is written, far from everything else. Excel holds a million rows; the grid lays each
 * row out that it has, so that one coloured cell at the end of the sheet would keep it busy for minutes. These stand beside the grid, count
 * as used, as in Excel, and go back into the file as they came.
 */
export interface Beyond {
  readonly rows: readonly RowData[];
  /** What the cells' formats point into. */
  readonly formats: readonly CellFormat[];
}

const hasContent = (cell: CellData): boolean => cell.value !== null || cell.formula !== undefined;

/** How far a sheet's grid has to reach: behind the last content, table, merged cell and filter. */
function reachOf({ rows, tables, merges, autoFilter }: SheetData): { readonly rows: number; readonly columns: number } {
  let [lastRow, lastColumn] = [-1, -1];
  for (const row of rows) {
    const last = row.cells.filter(hasContent).at(-1);
    if (last === undefined) continue;
    lastRow = row.row;
    lastColumn = Math.max(lastColumn, last.column);
  }
  for (const area of [
    ...tables.map((table) => table.area),
    ...merges,
    ...(autoFilter === null ? [] : [autoFilter.area]),
  ]) {
    lastRow = Math.max(lastRow, area.row + area.rows - 1);
    lastColumn = Math.max(lastColumn, area.column + area.columns - 1);
  }
  return {
    rows: Math.max(gridSize.rows, lastRow + gridSize.rowsBelow),
    columns: Math.max(gridSize.columns, lastColumn + gridSize.columnsRight),
  };
}

/** Parts a sheet into what the grid gets and what lies beyond it. */
export function splitBeyond(
  sheet: SheetData,
  formats: readonly CellFormat[],
): { readonly sheet: SheetData; readonly beyond: Beyond } {
  const reach = reachOf(sheet);
  const within: RowData[] = [];
  const beyond: RowData[] = [];
  for (const row of sheet.rows) {
    if (row.row >= reach.rows) {
      beyond.push(row);
      continue;
    }
    const far = row.cells.filter(({ column }) => column >= reach.columns);
    if (far.length > 0) beyond.push({ row: row.row, cells: far });
    within.push(far.length > 0 ? { ...row, cells: row.cells.filter(({ column }) => column < reach.columns) } : row);
  }
  return { sheet: { ...sheet, rows: within }, beyond: { rows: beyond, formats } };
}

/** The smallest area of all cells beyond the grid; null where there are none. */
export function beyondArea({ rows }: Beyond): BookArea | null {
  let area: BookArea | null = null;
  for (const { row, cells } of rows) {
    const [first, last] = [cells[0], cells.at(-1)];
    if (first === undefined || last === undefined) continue;
    const own = { row, column: first.column, rows: 1, columns: last.column - first.column + 1 };
    area = area === null ? own : bounding(area, own);
  }
  return area;
}

/** The rows of the grid together with what lies beyond; what has been written there since then stands. */
export function joinBeyond(
  rows: readonly RowData[],
  beyond: Beyond,
  formatIndex: (format: CellFormat) => number,
): RowData[] {
  const joined = new Map(rows.map((row) => [row.row, row]));
  for (const far of beyond.rows) {
    const own = joined.get(far.row);
    const taken = new Set(own?.cells.map(({ column }) => column));
    const cells = far.cells
      .filter(({ column }) => !taken.has(column))
      .map((cell) => {
        const format = beyond.formats[cell.format ?? -1];
        return { column: cell.column, value: null, ...(format === undefined ? {} : { format: formatIndex(format) }) };
      });
    joined.set(far.row, {
      ...far,
      ...own,
      cells: [...(own?.cells ?? []), ...cells].sort((a, b) => a.column - b.column),
    });
  }
  return [...joined.values()].sort((a, b) => a.row - b.row);
}
