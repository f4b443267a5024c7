import { RemoveSheetsFilterMutation, SheetsFilterService } from "@univerjs/preset-sheets-filter";
import { SetRowVisibleMutation } from "@univerjs/preset-sheets-core";
import { intersect } from "../../domain/workbook/area";
import type { BookArea } from "../data/bookData";
import { sheetState } from "./book";
import type { Book } from "./book";
import { fromRange, gridPart, sheetParams, toRange, worksheetOf } from "./grid";

/** Area of the filter that a person put on the sheet in the grid, or null. */
export function gridFilter(book: Book, sheet: string): BookArea | null {
  const model = book.engine.injector.get(SheetsFilterService).getFilterModel(book.engine.unitId, sheet);
  return model ? fromRange(model.getRange()) : null;
}

/** Area of the sheet's own filter, or null. */
export function autoFilterArea(book: Book, sheet: string): BookArea | null {
  return sheetState(book, sheet).autoFilter?.area ?? gridFilter(book, sheet);
}

/** Shows the rows below the headers of an area that a filter hid. */
export function showFilteredRows(book: Book, sheet: string, area: BookArea): void {
  const body = gridPart(book, sheet, { ...area, row: area.row + 1, rows: area.rows - 1 });
  const rows = worksheetOf(book, sheet).getSheet();
  const ranges = Array.from({ length: body.rows }, (_, index) => body.row + index)
    .filter((row) => rows.getRowManager().getRow(row)?.hd === 1)
    .map((row) => toRange({ ...body, row, rows: 1 }));
  if (ranges.length > 0) book.engine.run(SetRowVisibleMutation.id, { ...sheetParams(book, sheet), ranges });
}

/** Takes off the sheet's filter where it meets an area; the rows that it hid come back. */
export function removeAutoFilter(book: Book, sheet: string, area: BookArea): void {
  const state = sheetState(book, sheet);
  const own = autoFilterArea(book, sheet);
  if (!own || !intersect(own, area)) return;
  if (state.autoFilter?.filtered) showFilteredRows(book, sheet, own);
  state.autoFilter = null;
  if (gridFilter(book, sheet)) book.engine.run(RemoveSheetsFilterMutation.id, sheetParams(book, sheet));
}
