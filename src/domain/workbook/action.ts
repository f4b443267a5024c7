import type { CellInput, CellValue } from "../values/value";
import type { Area } from "./area";

/** A cell validation rule in Excel's terms. Dates are serial numbers of the workbook's own date system. */
export interface Validation {
  readonly rule:
    | { readonly type: "list"; /** `=FU_…`, or a few entries with commas between */ readonly source: string }
    | {
        readonly type: "date" | "decimal";
        readonly minimum: number;
        /** Null for no largest value. */
        readonly maximum: number | null;
      }
    /** Relative to the first cell of the area that the rule is set on. */
    | { readonly type: "custom"; readonly formula: string };
  /** What happens on a wrong entry; null lets everything in and only offers the list or hint. */
  readonly alert: { readonly style: "stop" | "warning"; readonly message: string } | null;
  /** Title of the alert and of the hint. It marks the rule as ours, so that a user's own rule is never mistaken for one. */
  readonly title: string;
  readonly hint: string | null;
}

/** A conditional format with a custom formula, relative to the first cell of its first area. */
export interface Highlight {
  /** en-US, with the leading `=`. Ours carry a no-op term `N("followup:…")=0` by which they are found again. */
  readonly formula: string;
  readonly fill: string | null;
  readonly font: string | null;
  readonly bold: boolean;
}

/** A conditional format and where it stands: in more than one area when it was split by paste. */
export interface PlacedHighlight {
  readonly areas: readonly Area[];
  readonly highlight: Highlight;
}

/** How a cell looks. Fills are never written by code: see the design's rule on highlighting. */
export interface CellStyle {
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  /** `#RRGGBB`. */
  readonly color?: string;
  readonly align?: "left" | "center" | "right";
  readonly wrap?: boolean;
  /** Height of the rows, points: room for a larger font. */
  readonly height?: number;
  /** A hairline under the cells. */
  readonly underline?: boolean;
}

/** How a sheet is printed: one page wide and as long as it is. */
export interface PageLayout {
  readonly orientation: "portrait" | "landscape";
  /** Null for all that stands on the sheet. */
  readonly printArea: Area | null;
  /** Rows that every page repeats, zero-based, both included; null for none. */
  readonly titleRows: readonly [first: number, last: number] | null;
}

/** One colour of bars in a chart. */
export interface ChartSeries {
  /** Shown in the legend, as it stands here. */
  readonly name: string;
  /** Cells of one row or one column, as many as the chart has categories. */
  readonly values: Area;
  /** `#RRGGBB`. */
  readonly color: string;
}

/**
 * A chart of bars over cells. It is drawn plainly: bars start at zero and have their values at them in place of an axis of
 * values, no gridlines, the first category on top or at the left, a legend only where there is more than one series.
 */
export interface Chart {
  /** Nobody sees it; by it the chart is found again. Begins with `FU_` (`isOurChart`). */
  readonly name: string;
  readonly type: "barClustered" | "columnClustered" | "barStacked";
  readonly title: string | null;
  /** Title of the sheet whose cells are drawn. */
  readonly source: string;
  /** Cells of one row or one column, at least two: Excel takes a single cell for a sign to look around it for more. */
  readonly categories: Area;
  readonly series: readonly ChartSeries[];
  /** Number format of the values at the bars; null takes that of the cells. */
  readonly labelFormat: string | null;
  /** Cells that the chart covers. */
  readonly place: Area;
}

/**
 * One change to a workbook, as data: the same list is the preview, the test and the execution.
 * Sheets are named by title, areas are zero-based. Actions run in the order they are listed.
 */
export type Action =
  | { readonly kind: "addSheet"; readonly sheet: string; readonly visibility: "visible" | "veryHidden" }
  | { readonly kind: "deleteSheet"; readonly sheet: string }
  | {
      readonly kind: "writeCells";
      readonly sheet: string;
      readonly area: Area;
      readonly cells: readonly (readonly CellInput[])[];
      /** What cells that are written are thought to hold; where they do not, rows have moved and nothing of the change is written. */
      readonly expected?: readonly (readonly CellInput[])[];
    }
  /**
   * Cells of one table row that is known by what its key cell holds, which the write leaves as it is. Where another row stands there
   * by the time of the write (others sort, insert and delete too), nothing stays written.
   */
  | {
      readonly kind: "writeRow";
      readonly sheet: string;
      /** The row, over the table's whole width. */
      readonly area: Area;
      /** Offset of the key column from the table's first one, and what it has to hold. */
      readonly key: { readonly column: number; readonly value: CellValue };
      readonly cells: readonly CellInput[];
      /** What the cells that are written are thought to hold, where the row is to be as before: what others wrote since is left. */
      readonly over?: readonly CellInput[];
    }
  /**
   * Rows below the last row of a table in which something stands, wherever that is by then: blank rows at the table's end are filled
   * first, and the table takes in the others. No row that is there already is written to, so nobody's row can be hit by it.
   */
  | {
      readonly kind: "appendRows";
      readonly sheet: string;
      readonly table: string;
      /** Offset of the column whose values tell the new rows from all others. */
      readonly keyColumn: number;
      /** Over the table's whole width; null leaves a cell to the table's own formula. */
      readonly rows: readonly (readonly CellInput[])[];
      /** Number formats by column; null for the table's own. */
      readonly formats: readonly (string | null)[];
      /** Offsets of columns of formulas: a row that holds nothing else is a blank one. */
      readonly calculated: readonly number[];
    }
  /** Blanks rows that an earlier change of ours appended, wherever they stand by then. The rows stay. */
  | {
      readonly kind: "withdrawRows";
      readonly sheet: string;
      readonly table: string;
      readonly keyColumn: number;
      /** As they stand, over the table's whole width; null and formulas are left alone. */
      readonly rows: readonly (readonly CellInput[])[];
      readonly calculated: readonly number[];
    }
  /** One formula for every cell of the area; references are structured, so it reads the same in each row. */
  | { readonly kind: "fillFormula"; readonly sheet: string; readonly area: Area; readonly formula: string }
  | {
      readonly kind: "createTable";
      readonly sheet: string;
      readonly area: Area;
      readonly name: string;
      readonly style: string | null;
    }
  | { readonly kind: "renameTable"; readonly from: string; readonly to: string }
  | { readonly kind: "resizeTable"; readonly name: string; readonly sheet: string; readonly area: Area }
  /** Turns the table back into plain cells; what stands in them stays. */
  | {
      readonly kind: "unlistTable";
      readonly name: string;
      /** Where the looks of the table's style are not to stay in the cells either. */
      readonly withoutLooks?: true;
    }
  | { readonly kind: "setName"; readonly name: string; readonly formula: string }
  | { readonly kind: "deleteName"; readonly name: string }
  | {
      readonly kind: "setValidation";
      readonly sheet: string;
      readonly area: Area;
      readonly validation: Validation | null;
    }
  /**
   * Makes the conditional formats of the sheet that are ours (`isOurs`) exactly these, the strongest first. All others stay as they
   * are. Ours come where the first one of them stood among the others, or on top where there was none.
   */
  | {
      readonly kind: "setHighlights";
      readonly sheet: string;
      /** Part of the formula by which ours are known. */
      readonly marker: string;
      readonly highlights: readonly PlacedHighlight[];
    }
  | { readonly kind: "setNumberFormat"; readonly sheet: string; readonly area: Area; readonly format: string }
  /** A number format for each cell; null keeps the cell's own. */
  | {
      readonly kind: "setNumberFormats";
      readonly sheet: string;
      readonly area: Area;
      readonly formats: readonly (readonly (string | null)[])[];
    }
  | { readonly kind: "styleCells"; readonly sheet: string; readonly area: Area; readonly style: CellStyle }
  /** Width in characters of the default font, from `column` on. */
  | {
      readonly kind: "setColumnWidths";
      readonly sheet: string;
      readonly column: number;
      readonly widths: readonly number[];
    }
  | { readonly kind: "hideColumns"; readonly sheet: string; readonly column: number; readonly columns: number }
  /** Which columns are hidden, from `column` on. */
  | {
      readonly kind: "restoreHidden";
      readonly sheet: string;
      readonly column: number;
      readonly hidden: readonly boolean[];
    }
  /** Widths as they were read, points, from `column` on; null for the sheet's usual width. */
  | {
      readonly kind: "restoreWidths";
      readonly sheet: string;
      readonly column: number;
      readonly widths: readonly (number | null)[];
    }
  /** The sheet's filter buttons, without a criterion. */
  | { readonly kind: "restoreFilter"; readonly sheet: string; readonly area: Area }
  /** How the sheet is printed; null for what Excel begins with. */
  | { readonly kind: "setPageLayout"; readonly sheet: string; readonly layout: PageLayout | null }
  | { readonly kind: "hideGridlines"; readonly sheet: string }
  | { readonly kind: "addChart"; readonly sheet: string; readonly chart: Chart }
  | { readonly kind: "deleteChart"; readonly sheet: string; readonly name: string };
