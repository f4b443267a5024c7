import { SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation } from "@univerjs/preset-sheets-core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import type { IRange } from "@univerjs/presets";
import { bounding, sheetColumns, sheetRows } from "../data/areas";
import type { BookArea } from "../data/bookData";
import { fromCellValue } from "../engine/gridData";
import { itemNotFound } from "../protocol/hostError";
import { beyondArea } from "./beyond";
import { sheetState } from "./book";
import type { Book } from "./book";

/** @throws HostError ItemNotFound when the sheet is gone */
export function worksheetOf(book: Book, sheet: string): FWorksheet {
  const worksheet = book.engine.workbook.getSheetBySheetId(sheet);
  if (!worksheet) throw itemNotFound();
  return worksheet;
}

/** The sheet with a title, in any capitals, or null. */
export function worksheetNamed(book: Book, name: string): FWorksheet | null {
  const wanted = name.toLowerCase();
  return book.engine.workbook.getSheets().find((sheet) => sheet.getSheetName().toLowerCase() === wanted) ?? null;
}

/** How the commands of the grid are told which sheet they are about. */
export const sheetParams = (book: Book, sheet: string): { readonly unitId: string; readonly subUnitId: string } => ({
  unitId: book.engine.unitId,
  subUnitId: sheet,
});

/** An area in the grid's terms. */
export const toRange = (area: BookArea): IRange => ({
  startRow: area.row,
  endRow: area.row + area.rows - 1,
  startColumn: area.column,
  endColumn: area.column + area.columns - 1,
});

/** An area of the grid; whole rows and columns, which the grid marks by missing bounds, get Excel's. */
export function fromRange(range: IRange): BookArea {
  const row = Number.isFinite(range.startRow) ? range.startRow : 0;
  const column = Number.isFinite(range.startColumn) ? range.startColumn : 0;
  const lastRow = Number.isFinite(range.endRow) ? range.endRow : sheetRows - 1;
  const lastColumn = Number.isFinite(range.endColumn) ? range.endColumn : sheetColumns - 1;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** Makes the grid large enough for an area. */
export function ensureSize(book: Book, sheet: string, area: BookArea): void {
  const worksheet = worksheetOf(book, sheet);
  const rows = area.row + area.rows;
  const columns = area.column + area.columns;
  if (rows > worksheet.getMaxRows() && rows < sheetRows) {
    book.engine.run(SetWorksheetRowCountMutation.id, { ...sheetParams(book, sheet), rowCount: rows + 200 });
  }
  if (columns > worksheet.getMaxColumns() && columns < sheetColumns) {
    book.engine.run(SetWorksheetColumnCountMutation.id, { ...sheetParams(book, sheet), columnCount: columns + 12 });
  }
}

/** Part of an area that the grid has cells for. */
export function gridPart(book: Book, sheet: string, area: BookArea): BookArea {
  const worksheet = worksheetOf(book, sheet);
  return {
    ...area,
    rows: Math.min(area.rows, Math.max(1, worksheet.getMaxRows() - area.row)),
    columns: Math.min(area.columns, Math.max(1, worksheet.getMaxColumns() - area.column)),
  };
}

/** The used cells of a sheet, or null for an empty one. */
export function usedArea(book: Book, sheet: string, valuesOnly: boolean, within?: BookArea): BookArea | null {
  const isWithin = (row: number, column: number): boolean =>
    !within ||
    (row >= within.row &&
      row < within.row + within.rows &&
      column >= within.column &&
      column < within.column + within.columns);
  let top = Number.POSITIVE_INFINITY;
  let left = Number.POSITIVE_INFINITY;
  let bottom = -1;
  let right = -1;
  worksheetOf(book, sheet)
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (!cell) return;
      const filled = cell.f || cell.si || (fromCellValue(cell) ?? "") !== "" || (!valuesOnly && cell.s);
      if (!filled || !isWithin(row, column)) return;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    });
  const inGrid = bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  const beyond = valuesOnly ? null : beyondArea(sheetState(book, sheet).beyond);
  return inGrid && beyond ? bounding(inGrid, beyond) : (inGrid ?? beyond);
}
