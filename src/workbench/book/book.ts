import type {
  BookArea,
  ChartData,
  ChartSeriesData,
  ConditionalFormatData,
  PageSetup,
  SheetData,
  TableColumnData,
} from "../data/bookData";
import type { HostBehaviour } from "../data/hostBehaviour";
import type { Engine } from "../engine/engine";
import type { Beyond } from "./beyond";

/** Cells that a chart draws. The sheet is named by its id in the grid, so that the reference follows when it is renamed. */
export interface ChartReference {
  readonly sheet: string;
  readonly area: BookArea;
}

export interface ChartSeriesState extends Omit<ChartSeriesData, "values" | "categories"> {
  /** null where the cells have gone. */
  readonly values: ChartReference | null;
  readonly categories: ChartReference | null;
}

export interface ChartState extends Omit<ChartData, "series"> {
  readonly series: readonly ChartSeriesState[];
}

/** What Excel knows of a sheet and the grid has no place for. */
export interface SheetState {
  /** Where the sheet stands in the file that was opened; absent for one made since. */
  origin?: string;
  /** What the file has beyond the grid. */
  beyond: Beyond;
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
  /** How the Excel behaves that is played. */
  readonly behaviour: HostBehaviour;
  readonly date1904: boolean;
  readonly readOnly: boolean;
  /** Sheets can be neither added, deleted, renamed, hidden nor shown. */
  readonly structureProtected: boolean;
  readonly sheets: Map<string, SheetState>;
  readonly tables: Map<string, TableState>;
  /** Styles of tables that add-ins made, by their names in small letters. */
  readonly tableStyles: Map<string, string>;
  readonly opaqueHighlights: OpaqueHighlight[];
  /** Ids of all conditional formats in their order, by sheet: the grid knows the order of those that it draws only. */
  readonly highlightOrder: Map<string, readonly string[]>;
  /** Ids of conditional formats that came about by copying cells. */
  readonly copiedHighlights: Set<string>;
  /** Rules as the file reader found them, by the id of the rule in the grid, for as long as nobody changes the rule. */
  readonly originals: Map<string, unknown>;
  /** By table: rows that it took in one below the other from the API, and the row after the last one of them. */
  readonly takenIn: Map<string, { readonly rows: number; readonly end: number }>;
  /** Id that the next table gets in the grid. */
  nextTableNumber: number;
  /** True while a request is carried out that asked to be one step for Ctrl+Z with others. */
  isUndoGroup: boolean;
  /** Called before a sheet's page or charts are changed in an add-in's name. */
  beforeSheetChange: (sheet: string) => void;
  /** Called after each change to a chart, which the grid knows nothing of. */
  chartsChanged: () => void;
}

const newSheetState = (): SheetState => ({
  beyond: { rows: [], formats: [] },
  veryHidden: false,
  protected: false,
  autoFilter: null,
  pageSetup: {},
  charts: new Map(),
});

/** The state of a sheet, made with its first use. */
export function sheetState(book: Book, sheet: string): SheetState {
  let state = book.sheets.get(sheet);
  if (!state) {
    state = newSheetState();
    book.sheets.set(sheet, state);
  }
  return state;
}

/** How a new table stands in Excel. */
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

/** The state of a table, made with its first use. */
export function tableState(book: Book, id: string): TableState {
  let state = book.tables.get(id);
  if (!state) {
    state = newTableState();
    book.tables.set(id, state);
  }
  return state;
}
