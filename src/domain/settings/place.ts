import { cellAddress } from "../workbook/area";
import type { BookSnapshot, TableFacts, ValueGrid } from "../workbook/snapshot";
import type { CellValue } from "../values/value";

/** A Settings table with its cells. */
export interface Place {
  readonly table: TableFacts;
  readonly headers: readonly CellValue[];
  /** Body rows. */
  readonly rows: readonly (readonly CellValue[])[];
}

/** A Settings table by its fixed name; null where the workbook has none, or has it on another sheet. */
export function placeOf(name: string, book: BookSnapshot, grid: ValueGrid): Place | null {
  const table = book.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!table || table.sheet !== grid.sheet) return null;
  const top = table.area.row - grid.area.row;
  const left = table.area.column - grid.area.column;
  const rows = grid.values
    .slice(top, top + table.area.rows - (table.totals ? 1 : 0))
    .map((row) => row.slice(left, left + table.area.columns));
  const [headers = [], ...body] = rows;
  return { table, headers, rows: body };
}

/** A1 address of a cell of the table's body. */
export function bodyCell({ table: { area } }: Place, row: number, column: number): string {
  return cellAddress(area.row + 1 + row, area.column + column);
}
