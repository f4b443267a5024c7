import type { CellValue } from "../values/value";
import type { DateSystem } from "../values/date";
import type { Area } from "./area";
import type { Chart, PlacedHighlight, Validation } from "./action";

export interface SheetFacts {
  readonly id: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** True when sheet protection is on: nothing can be written until a person takes it off. */
  readonly protected: boolean;
}

export interface TableFacts {
  readonly name: string;
  readonly sheet: string;
  /** The whole table with its header row, and its total row where it has one. */
  readonly area: Area;
  readonly headers: readonly string[];
  readonly totals: boolean;
}

export interface NameFacts {
  readonly name: string;
  /** As Excel gives it, with the leading `=`. */
  readonly formula: string;
}

/** The cheap facts of a workbook, read in one go before anything else. Plain data. */
export interface BookSnapshot {
  readonly readOnly: boolean;
  /** True where sheets can be neither added nor deleted until a person takes the protection of the workbook's structure off. */
  readonly structureProtected: boolean;
  readonly dateSystem: DateSystem;
  /** Title of the sheet that is open. */
  readonly activeSheet: string;
  readonly sheets: readonly SheetFacts[];
  readonly tables: readonly TableFacts[];
  readonly names: readonly NameFacts[];
}

/** Values of a rectangle. `values[0]` is its first row; shape is `area.rows` x `area.columns`. */
export interface ValueGrid {
  readonly sheet: string;
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
}

/** Formulas of a rectangle as `Range.formulas` gives them: formula text where there is one, else the value. */
export interface FormulaGrid {
  readonly sheet: string;
  readonly area: Area;
  readonly formulas: readonly (readonly CellValue[])[];
}

/** A cell as people see it. */
export interface ShownCell {
  readonly text: string;
  /** True where a formula makes it. */
  readonly calculated: boolean;
}

/** The sheet that is to become, or is, the follow-up sheet. */
export interface SheetSnapshot {
  readonly sheet: SheetFacts;
  /** Cells that hold anything, or null for an empty sheet. */
  readonly used: Area | null;
  /** Merged areas of the sheet. Some versions of Excel tell the first cell alone: then how far the area goes is not known. */
  readonly merged: readonly Area[];
  /** True while a filter hides rows of the sheet's table or AutoFilter. */
  readonly filtered: boolean;
  /** True where the sheet has filter buttons of its own, outside of any table. */
  readonly autoFilter: boolean;
  /** All values of `used`; an empty grid for an empty sheet. */
  readonly grid: ValueGrid;
  /** The first rows of `used` as they are shown, among which headers stand; absent for a sheet with a table, whose headers are texts, and where they were not read. */
  readonly head?: readonly (readonly ShownCell[])[];
}

export interface ValidationFacts {
  readonly area: Area;
  /** null: no rule; "mixed": the cells do not all have the same rule, and there are too many pieces to tell them apart in one go. */
  readonly validation: Validation | null | "mixed";
}

/**
 * A chart of ours as it stands, as far as Excel tells. Which cells it draws cannot be read before ExcelApi 1.15: a plan that
 * moves or rewrites them makes the chart anew.
 */
export interface ChartFacts {
  readonly sheet: string;
  readonly name: string;
  /** null for a type that we do not make. */
  readonly type: Chart["type"] | null;
  readonly title: string | null;
  readonly series: readonly { readonly name: string; readonly points: number }[];
}

/** How a sheet is printed. */
export interface PageFacts {
  readonly sheet: string;
  readonly orientation: "portrait" | "landscape";
  /** `full`: at its full size, as Excel begins; `oneWide`: one page wide and as long as it is; `other`: as people scaled it. */
  readonly scale: "full" | "oneWide" | "other";
  readonly hasPrintArea: boolean;
  /** Rows that every page repeats, zero-based; null for none. */
  readonly titleRows: readonly [first: number, last: number] | null;
}

/** What has been installed already, as far as a plan needs it to tell what is still missing. */
export interface InstalledSnapshot {
  /** The used cells of the sheets that hold our settings and summary. */
  readonly sheets: readonly FormulaGrid[];
  /** First and last body row of the follow-up table: enough to see whether calculated columns are in place. */
  readonly edges: readonly FormulaGrid[];
  /** Custom-formula conditional formats of the follow-up sheet in Excel's order, the user's own included. */
  readonly highlights: readonly PlacedHighlight[];
  /** Of each asked column of the follow-up table's body: one entry, or one after the other where the cells differ. */
  readonly validations: readonly ValidationFacts[];
  /** Charts of ours on the sheets that hold our settings and summary. */
  readonly charts: readonly ChartFacts[];
  /** How the asked sheets are printed; one that Excel did not tell of is not among them. */
  readonly pages: readonly PageFacts[];
  /** Cells of the asked calculated columns that hold no formula, one column wide each. */
  readonly overwritten: readonly Area[];
}
