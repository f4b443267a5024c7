import {
  SetRangeValuesMutation,
  SetStyleCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/preset-sheets-core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { TableManager } from "@univerjs/preset-sheets-table";
import type { ITableInfo } from "@univerjs/preset-sheets-table";
import type { ICellData, IRange, IStyleData, Nullable } from "@univerjs/presets";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { BookArea, ConditionalFormatData, PageSetup, SheetData, TableColumnData } from "../data/bookData";
import type { Engine } from "../engine/engine";
import { fromCellValue } from "../engine/gridData";
import { accessDenied, itemNotFound } from "../protocol/hostError";
import { sheetColumns, sheetRows } from "../data/areas";
import type { ChartState } from "./charts";

/** What Excel knows of a sheet and the grid has no place for. */
export interface SheetState {
  veryHidden: boolean;
  protected: boolean;
  autoFilter: SheetData["autoFilter"];
  pageSetup: PageSetup;
  /** By id, in the order they were made. */
  readonly charts: Map<string, ChartState>;
}

/** What Excel knows of a table and the grid has no place for. */
export interface TableState {
  style: string | null;
  showTotals: boolean;
  showHeaders: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  filteredInFile: boolean;
  /** By column name. */
  columns: ReadonlyMap<string, TableColumnData>;
}

/** A conditional format that the grid cannot draw. It is listed, and goes back into the file as it came. */
export interface OpaqueHighlight {
  readonly id: string;
  readonly sheet: string;
  data: ConditionalFormatData;
}

/** The open workbook: the grid, and beside it what the grid cannot hold. Sheets are named by the grid's sheet id. */
export interface Book {
  readonly engine: Engine;
  readonly date1904: boolean;
  readonly readOnly: boolean;
  readonly sheets: Map<string, SheetState>;
  readonly tables: Map<string, TableState>;
  readonly opaqueHighlights: OpaqueHighlight[];
  /** Rules as the file reader found them, by the id of the rule in the grid, for as long as nobody changes the rule. */
  readonly originals: Map<string, unknown>;
  /** Names of this workbook that are local to a sheet carry the sheet's id in the grid. */
  nextTableNumber: number;
  /** Called after each change to a chart, which the grid knows nothing of. */
  chartsChanged: () => void;
}

export const newSheetState = (): SheetState => ({
  veryHidden: false,
  protected: false,
  autoFilter: null,
  pageSetup: {},
  charts: new Map(),
});

export function sheetState(book: Book, sheet: string): SheetState {
  let state = book.sheets.get(sheet);
  if (!state) {
    state = newSheetState();
    book.sheets.set(sheet, state);
  }
  return state;
}

/** @throws HostError ItemNotFound when the sheet is gone */
export function worksheetOf(book: Book, sheet: string): FWorksheet {
  const worksheet = book.engine.workbook.getSheetBySheetId(sheet);
  if (!worksheet) throw itemNotFound();
  return worksheet;
}

export function worksheetNamed(book: Book, name: string): FWorksheet | null {
  const wanted = name.toLowerCase();
  return book.engine.workbook.getSheets().find((sheet) => sheet.getSheetName().toLowerCase() === wanted) ?? null;
}

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

/** @throws HostError AccessDenied on a protected sheet */
export function checkWritable(book: Book, sheet: string): void {
  if (sheetState(book, sheet).protected) throw accessDenied();
}

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

export type CellChanges = Record<number, Record<number, ICellData>>;

/** Makes the grid large enough for an area. */
export function ensureSize(book: Book, sheet: string, area: BookArea): void {
  const worksheet = worksheetOf(book, sheet);
  const where = { unitId: book.engine.unitId, subUnitId: sheet };
  const rows = area.row + area.rows;
  const columns = area.column + area.columns;
  if (rows > worksheet.getMaxRows() && rows < sheetRows) {
    book.engine.run(SetWorksheetRowCountMutation.id, { ...where, rowCount: rows + 200 });
  }
  if (columns > worksheet.getMaxColumns() && columns < sheetColumns) {
    book.engine.run(SetWorksheetColumnCountMutation.id, { ...where, columnCount: columns + 12 });
  }
}

/** Changes cells as they are given, past the grid's undo, in the name of whoever acts at the moment. */
export function changeCells(book: Book, sheet: string, cells: CellChanges): void {
  book.engine.run(SetRangeValuesMutation.id, { unitId: book.engine.unitId, subUnitId: sheet, cellValue: cells });
}

/**
 * Changes the look of cells and nothing else. The grid must be told so: it takes a change without a formula for the
 * removal of the formula.
 */
export function changeStyles(book: Book, sheet: string, cells: CellChanges): void {
  const params = { unitId: book.engine.unitId, subUnitId: sheet, cellValue: cells, trigger: SetStyleCommand.id };
  book.engine.run(SetRangeValuesMutation.id, params);
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
export function usedArea(book: Book, sheet: string, valuesOnly: boolean): BookArea | null {
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
      if (!filled) return;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    });
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

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

export function newTableState(): TableState {
  return {
    style: "TableStyleMedium2",
    showTotals: false,
    showHeaders: true,
    showFilterButton: true,
    showBandedRows: true,
    filteredInFile: false,
    columns: new Map(),
  };
}

export function tableState(book: Book, id: string): TableState {
  let state = book.tables.get(id);
  if (!state) {
    state = newTableState();
    book.tables.set(id, state);
  }
  return state;
}
