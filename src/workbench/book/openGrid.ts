import type { FWorksheet } from "@univerjs/preset-sheets-core";
import type { BookData, CellData, CellFormat, ColumnData, RowData, SheetData, TableData } from "../data/bookData";
import { isErrorText } from "../data/errorValues";
import type { HostBehaviour } from "../data/hostBehaviour";
import { columnCharacters, pointsOfPixels } from "../data/sizes";
import { createEngine } from "../engine/engine";
import type { GridView } from "../engine/engine";
import { fromCellValue, fromStyle, sheetId, toWorkbookData } from "../engine/gridData";
import { joinBeyond, splitBeyond } from "./beyond";
import { newTableState, sheetState, tableState } from "./book";
import type { Book } from "./book";
import { columnFormula } from "./calculatedColumns";
import { cellStyle, formulaAt } from "./cells";
import { loadCharts, saveCharts } from "./charts";
import { fromRange } from "./grid";
import { loadHighlights, saveHighlights } from "./highlights";
import { loadNames, saveNames } from "./names";
import { addTable } from "./tableShape";
import { bodyOf, hidesRows, tablesOf } from "./tables";
import { loadValidations, validationsOf } from "./validations";

/** Opens a book. One book per page load. */
export function openGrid(view: GridView, data: BookData, behaviour: HostBehaviour): Book {
  const split = data.sheets.map((sheet) => splitBeyond(sheet, data.formats));
  const engine = createEngine(view, toWorkbookData({ ...data, sheets: split.map(({ sheet }) => sheet) }));
  const book: Book = {
    engine,
    behaviour,
    date1904: data.date1904,
    readOnly: false,
    structureProtected: data.structureProtected === true || behaviour.structure === "protected",
    sheets: new Map(),
    tables: new Map(),
    tableStyles: new Map(),
    opaqueHighlights: [],
    highlightOrder: new Map(),
    copiedHighlights: new Set(),
    originals: new Map(),
    takenIn: new Map(),
    nextTableNumber: 1,
    isUndoGroup: false,
    beforeSheetChange: () => undefined,
    chartsChanged: () => undefined,
  };
  engine.as("loader", () => {
    for (const [index, { sheet, beyond }] of split.entries()) {
      const id = sheetId(index);
      Object.assign(sheetState(book, id), {
        origin: sheet.origin,
        beyond,
        veryHidden: sheet.visibility === "veryHidden",
        protected: sheet.protected,
        autoFilter: sheet.autoFilter,
        pageSetup: sheet.pageSetup,
      });
      for (const table of sheet.tables) loadTable(book, id, table);
      loadHighlights(book, id, sheet.conditionalFormats);
      loadValidations(book, id, sheet.validations);
      loadCharts(book, id, sheet.charts);
    }
    loadNames(book, data.names);
  });
  engine.workbook.getSheetByName(data.activeSheet)?.activate();
  engine.recalculate();
  return book;
}

function loadTable(book: Book, sheet: string, data: TableData): void {
  const id = addTable(book, sheet, data.area, data.name);
  book.tables.set(id, {
    ...newTableState(),
    style: data.style,
    showTotals: data.totalsRow,
    showHeaders: data.headerRow,
    showFilterButton: data.filterButtons,
    showBandedRows: data.bandedRows,
    filteredInFile: data.filtered,
    columns: new Map(data.columns.map((column) => [column.name, column])),
  });
}

/** The book as it stands now, for saving. Wait for `settled` before, or formulas may be without their results. */
export function readGrid(book: Book): BookData {
  const formats: CellFormat[] = [];
  const known = new Map<string, number>();
  const formatIndex = (format: CellFormat): number => {
    const key = JSON.stringify(format);
    const index = known.get(key) ?? formats.push(format) - 1;
    known.set(key, index);
    return index;
  };
  const sheets = book.engine.workbook.getSheets().map((worksheet) => readSheet(book, worksheet, formatIndex));
  return {
    date1904: book.date1904,
    sheets,
    activeSheet: book.engine.workbook.getActiveSheet().getSheetName(),
    names: saveNames(book),
    formats,
  };
}

function readSheet(book: Book, worksheet: FWorksheet, formatIndex: (format: CellFormat) => number): SheetData {
  const id = worksheet.getSheetId();
  const state = sheetState(book, id);
  const freeze = worksheet.getFreeze();
  const { autoFilter, origin } = state;
  return {
    ...(origin === undefined ? {} : { origin }),
    name: worksheet.getSheetName(),
    visibility: !worksheet.isSheetHidden() ? "visible" : state.veryHidden ? "veryHidden" : "hidden",
    rows: joinBeyond(readRows(book, worksheet, formatIndex), state.beyond, formatIndex),
    columns: readColumns(worksheet),
    merges: worksheet.getMergedRanges().map((range) => fromRange(range.getRange())),
    frozenRows: Math.max(0, freeze.ySplit),
    frozenColumns: Math.max(0, freeze.xSplit),
    showGridlines: !worksheet.hasHiddenGridLines(),
    protected: state.protected,
    autoFilter,
    pageSetup: state.pageSetup,
    tables: tablesOf(book, id).map((table): TableData => {
      const own = tableState(book, table.id);
      const area = fromRange(table.range);
      const body = bodyOf(book, table);
      return {
        name: table.name,
        area,
        headerRow: own.showHeaders,
        totalsRow: own.showTotals,
        filterButtons: own.showFilterButton,
        bandedRows: own.showBandedRows,
        style: own.style,
        columns: table.columns.map(({ displayName }, index) => {
          const { formula: _old, ...rest } = own.columns.get(displayName) ?? { name: displayName };
          const formula = body && columnFormula(book, table, body, area.column + index);
          return { ...rest, name: displayName, ...(formula ? { formula } : {}) };
        }),
        filtered: own.filteredInFile || hidesRows(book, id, area),
      };
    }),
    conditionalFormats: saveHighlights(book, id),
    validations: validationsOf(book, id).map(({ data }) => data),
    charts: saveCharts(book, id),
  };
}

function readRows(book: Book, worksheet: FWorksheet, formatIndex: (format: CellFormat) => number): RowData[] {
  const id = worksheet.getSheetId();
  const sheet = worksheet.getSheet();
  const byRow = new Map<number, CellData[]>();
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (!cell) return;
    const formula = formulaAt(book, id, row, column, cell);
    const plain = fromCellValue(cell);
    const isError = formula !== null && typeof plain === "string" && isErrorText(plain);
    const value = isError ? { error: plain } : plain;
    const format = cell.s ? fromStyle(cellStyle(book, cell)) : {};
    const formatted = Object.keys(format).length > 0;
    if (value === null && formula === null && !formatted) return;
    const cells = byRow.get(row) ?? [];
    cells.push({
      column,
      value,
      ...(formula ? { formula } : {}),
      ...(formatted ? { format: formatIndex(format) } : {}),
    });
    byRow.set(row, cells);
  });
  const rowData = sheet.getRowManager().getRowData();
  for (const key of Object.keys(rowData)) if (!byRow.has(Number(key))) byRow.set(Number(key), []);
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]): RowData => {
      const own = sheet.getRowManager().getRow(row);
      const hidden = own?.hd === 1;
      return {
        row,
        cells: cells.sort((a, b) => a.column - b.column),
        ...(own?.h !== undefined && own.ia === 0 ? { height: pointsOfPixels(own.h) } : {}),
        ...(hidden ? { hidden } : {}),
      };
    })
    .filter((row) => row.cells.length > 0 || row.height !== undefined || row.hidden === true);
}

function readColumns(worksheet: FWorksheet): ColumnData[] {
  const data = worksheet.getSheet().getColumnManager().getColumnData();
  return Object.entries(data).flatMap(([key, column]) => {
    if (!column || (column.w === undefined && column.hd !== 1)) return [];
    return [
      {
        column: Number(key),
        ...(column.w === undefined ? {} : { width: columnCharacters(column.w) }),
        ...(column.hd === 1 ? { hidden: true } : {}),
      },
    ];
  });
}
