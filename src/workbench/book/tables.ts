import { TableManager } from "@univerjs/preset-sheets-table";
import type { ITableInfo } from "@univerjs/preset-sheets-table";
import type { BookArea } from "../data/bookData";
import { tableState } from "./book";
import type { Book } from "./book";
import { fromRange, worksheetOf } from "./grid";

export function tableManager(book: Book): TableManager {
  return book.engine.injector.get(TableManager);
}

/** Tables in the order of the sheets. */
export function tablesOf(book: Book, sheet: string | null): readonly ITableInfo[] {
  const all = tableManager(book).getTableList(book.engine.unitId);
  const order = book.engine.workbook.getSheets().map((worksheet) => worksheet.getSheetId());
  return all
    .filter((table) => sheet === null || table.subUnitId === sheet)
    .sort((a, b) => order.indexOf(a.subUnitId) - order.indexOf(b.subUnitId));
}

/** Rows of a table between its header and its total row; null for a table of headers only. */
export function bodyOf(book: Book, table: ITableInfo): BookArea | null {
  const area = fromRange(table.range);
  const state = tableState(book, table.id);
  const top = state.showHeaders ? 1 : 0;
  const rows = area.rows - top - (state.showTotals ? 1 : 0);
  return rows < 1 ? null : { ...area, row: area.row + top, rows };
}

/** True while a filter hides rows of the area. Rows that a person hid do not count. */
export function hidesRows(book: Book, sheet: string, area: BookArea): boolean {
  const worksheet = worksheetOf(book, sheet).getSheet();
  for (let row = area.row + 1; row < area.row + area.rows; row++) if (worksheet.isRowFiltered(row)) return true;
  return false;
}
