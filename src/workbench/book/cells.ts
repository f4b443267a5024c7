import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetRangeValuesMutation, SetStyleCommand } from "@univerjs/preset-sheets-core";
import type { ICellData, IStyleData, Nullable } from "@univerjs/presets";
import { fromCellValue } from "../engine/gridData";
import type { Book } from "./book";
import { sheetParams, worksheetOf } from "./grid";

/** Formula text of a cell with its `=`, or null. Cells filled from others hold only a reference to the shared formula. */
export function formulaAt(book: Book, sheet: string, row: number, column: number, cell: ICellData): string | null {
  if (cell.f) return cell.f;
  if (!cell.si) return null;
  return (
    book.engine.injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheet, book.engine.unitId) ?? null
  );
}

/** Value as `Range.values` gives it: `""` for a blank cell. */
export function cellValue(cell: Nullable<ICellData>): string | number | boolean {
  return (cell && fromCellValue(cell)) ?? "";
}

export function cellStyle(book: Book, cell: Nullable<ICellData>): IStyleData {
  if (!cell?.s) return {};
  return book.engine.workbook.getWorkbook().getStyles().getStyleByCell(cell) ?? {};
}

export function numberFormatOf(book: Book, cell: Nullable<ICellData>): string {
  return cellStyle(book, cell).n?.pattern ?? "General";
}

/** Cells by row, then by column. */
export type CellChanges = Record<number, Record<number, ICellData>>;

/** Changes cells as they are given, past the grid's undo, in the name of whoever acts at the moment. */
export function changeCells(book: Book, sheet: string, cells: CellChanges): void {
  book.engine.run(SetRangeValuesMutation.id, { ...sheetParams(book, sheet), cellValue: cells });
}

/**
 * Changes the look of cells and nothing else. The grid must be told so: it takes a change without a formula for the
 * removal of the formula.
 */
export function changeStyles(book: Book, sheet: string, cells: CellChanges): void {
  const params = { ...sheetParams(book, sheet), cellValue: cells, trigger: SetStyleCommand.id };
  book.engine.run(SetRangeValuesMutation.id, params);
}

export const cellAt = (book: Book, sheet: string, row: number, column: number): ICellData | null =>
  worksheetOf(book, sheet).getSheet().getCellMatrix().getValue(row, column) ?? null;

/** True for a cell without a value and without a formula. */
export const isBlankAt = (book: Book, sheet: string, row: number, column: number): boolean => {
  const cell = cellAt(book, sheet, row, column);
  return !cell || (!cell.f && !cell.si && cellValue(cell) === "");
};
