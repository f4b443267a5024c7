/**
 * A workbook as plain data: what a file is read into and written from, and what the grid is made of and gives back.
 * It knows neither the file library nor the grid. Rows and columns are zero-based; colours are `#RRGGBB`.
 */

/** A rectangle of cells on one sheet; `rows` and `columns` count at least 1. */
export interface BookArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell's content or a formula's last result. Dates are serial numbers of the workbook's date system; an error is its text, such as `#N/A`. */
export type BookValue = string | number | boolean | { readonly error: string };

export interface CellData {
  readonly column: number;
  /** null for a cell that only carries a format, and for a formula whose result is not known. */
  readonly value: BookValue | null;
  /** en-US with the leading `=`, without `_xlfn.` prefixes; row references as `Table[[#This Row],[Column]]`. Absent for a constant. */
  readonly formula?: string;
  /** Index into `BookData.formats`. Absent for the default format. */
  readonly format?: number;
}

export interface RowData {
  readonly row: number;
  /** By column, ascending. */
  readonly cells: readonly CellData[];
  /** Points. Absent for the default height. */
  readonly height?: number;
  readonly hidden?: boolean;
}

export type BorderStyle = "thin" | "medium" | "thick" | "dashed" | "dotted" | "double" | "hair";

export interface BorderData {
  readonly style: BorderStyle;
  readonly color: string | null;
}

/** How a cell looks; what is absent is the default. */
export interface CellFormat {
  /** en-US number format code; absent for General. */
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly fontColor?: string;
  /** Colour of a solid fill. */
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right" | "fill" | "justify" | "centerAcrossSelection" | "distributed";
  readonly vertical?: "top" | "center" | "bottom" | "justify" | "distributed";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borders?: {
    readonly top?: BorderData;
    readonly bottom?: BorderData;
    readonly left?: BorderData;
    readonly right?: BorderData;
  };
}

export interface ColumnData {
  readonly column: number;
  /** In characters of the default font, as files have it. Absent for the default width. */
  readonly width?: number;
  readonly hidden?: boolean;
}

export interface PageSetup {
  readonly orientation?: "portrait" | "landscape";
  /** Pages across and down to fit the print to; 0 means as many as needed. Absent: no fitting. */
  readonly fitToWidth?: number;
  readonly fitToHeight?: number;
  /** Percent of its size at which the sheet is printed where it is not fitted. Absent: 100. */
  readonly scale?: number;
  readonly printArea?: BookArea;
  /** Rows repeated on each page, zero-based first and last. */
  readonly titleRows?: readonly [number, number];
}

export interface TableColumnData {
  readonly name: string;
  /** The column's calculated-column formula with the leading `=`, where it has one. */
  readonly formula?: string;
  /** Total row: a label, or one of the file format's function names (`sum`, `count`, `custom`…). */
  readonly totalsLabel?: string;
  readonly totalsFunction?: string;
}

export interface TableData {
  readonly name: string;
  /** With header row and total row. */
  readonly area: BookArea;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  readonly filterButtons: boolean;
  readonly bandedRows: boolean;
  /** Such as `TableStyleMedium2`; null for none. */
  readonly style: string | null;
  readonly columns: readonly TableColumnData[];
  /** True when the file has a filter on the table that hides rows. */
  readonly filtered: boolean;
}

export interface HighlightFormat {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
}

export interface ConditionalFormatData {
  readonly areas: readonly BookArea[];
  /** 1 is the first. */
  readonly priority: number;
  readonly stopIfTrue: boolean;
  /** The file format's type of rule: `expression`, `cellIs`, `colorScale`, `dataBar`… */
  readonly type: string;
  /** With the leading `=`, for an `expression`; null for all other types. */
  readonly formula: string | null;
  /** Look of an `expression`; empty for other types. */
  readonly format: HighlightFormat;
  /** The rule as the file reader found it, handed back untouched for the file writer to prefer; null for rules made or changed since. */
  readonly original: unknown;
}

export type ValidationType = "list" | "whole" | "decimal" | "date" | "time" | "textLength" | "custom" | "any";

export type ValidationOperator =
  | "between"
  | "notBetween"
  | "equal"
  | "notEqual"
  | "greaterThan"
  | "lessThan"
  | "greaterThanOrEqual"
  | "lessThanOrEqual";

export interface ValidationData {
  readonly areas: readonly BookArea[];
  readonly type: ValidationType;
  readonly operator: ValidationOperator;
  /** Numbers as text (dates as serials), formulas and references with the leading `=`, an inline list as `a,b,c` without quotes. Null where unused. */
  readonly formula1: string | null;
  readonly formula2: string | null;
  readonly ignoreBlanks: boolean;
  /** True shows the arrow of a list. */
  readonly inCellDropDown: boolean;
  readonly error: {
    readonly show: boolean;
    readonly style: "stop" | "warning" | "information";
    readonly title: string;
    readonly message: string;
  };
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
  /** As for conditional formats. */
  readonly original: unknown;
}

export type ChartType = "barClustered" | "columnClustered" | "barStacked";

export interface ChartSeriesData {
  readonly name: string;
  /** Absolute references such as `'设置'!$B$3:$B$9`; null where the cells have gone. */
  readonly values: string | null;
  readonly categories: string | null;
  /** null for the program's own choice. */
  readonly color: string | null;
  /** Space between the bars, percent of a bar's width. */
  readonly gap: number;
  /** Values at the bars; null for none. Without a format of their own they show as the cells do. */
  readonly labels: {
    readonly position: "OutsideEnd" | "InsideEnd" | "Center" | "InsideBase";
    readonly format: string | null;
  } | null;
}

/** A chart of the add-in, which is known by its name. Other charts of a file stay in the file, and nobody here sees them. */
export interface ChartData {
  readonly name: string;
  readonly type: ChartType;
  readonly title: string | null;
  /** Cells that it covers. */
  readonly area: BookArea;
  readonly legend: "Bottom" | "Top" | "Left" | "Right" | null;
  /** The first category comes last: on top, where bars lie. */
  readonly reversed: boolean;
  readonly tickMarks: boolean;
  readonly valueAxis: { readonly visible: boolean; readonly gridlines: boolean; readonly minimum: number | null };
  readonly series: readonly ChartSeriesData[];
}

export interface SheetData {
  /** Where the sheet stands in the file it was read from; handed back untouched, so that a renamed sheet keeps its comments and pictures. Absent for a new sheet. */
  readonly origin?: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** By row, ascending; rows with nothing in them are left out. */
  readonly rows: readonly RowData[];
  readonly columns: readonly ColumnData[];
  readonly merges: readonly BookArea[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showGridlines: boolean;
  readonly protected: boolean;
  /** The sheet's own AutoFilter (not a table's); `filtered` while it hides rows. */
  readonly autoFilter: { readonly area: BookArea; readonly filtered: boolean } | null;
  readonly pageSetup: PageSetup;
  readonly tables: readonly TableData[];
  readonly conditionalFormats: readonly ConditionalFormatData[];
  readonly validations: readonly ValidationData[];
  readonly charts: readonly ChartData[];
}

export interface NameData {
  readonly name: string;
  /** With the leading `=`: a reference such as `='设置'!$B$3`, a formula or a constant. */
  readonly formula: string;
  /** Title of the sheet for a name local to it; null for a name of the workbook. */
  readonly sheet: string | null;
  readonly visible: boolean;
  readonly comment: string;
}

export interface BookData {
  readonly date1904: boolean;
  /** The workbook's structure is protected: its sheets stay as they are. */
  readonly structureProtected?: boolean;
  readonly sheets: readonly SheetData[];
  /** Title of the sheet that is open. */
  readonly activeSheet: string;
  readonly names: readonly NameData[];
  /** Cell formats shared by the cells. */
  readonly formats: readonly CellFormat[];
}
