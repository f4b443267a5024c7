import type { FieldId } from "../schema/fieldIds";
import type { Schema } from "../schema/field";
import type { Language } from "../values/language";
import type { Action } from "../workbook/action";
import type { SettingsIssue } from "./settingsIssue";
import type { HealthItem } from "./healthItem";

/** Why a sheet cannot be set up as it is. Each has a sentence in the pane that says what to do; nothing is changed. */
export type Refusal =
  | { readonly code: "emptySheet"; readonly sheet: string }
  /** A follow-up sheet was to begin from nothing, and something stands on the sheet. */
  | { readonly code: "notEmpty"; readonly sheet: string }
  /**
   * No header that we know. `headers` is what stands in the row that reads as the header, or in the first one; `unknown` are those of them
   * that a person can point at: none where nothing reads as a list.
   */
  | {
      readonly code: "noHeaders";
      readonly sheet: string;
      readonly headers: readonly string[];
      readonly unknown: readonly string[];
    }
  /** A customer column and one of stage, owner or next date are needed. `unknown` are the headers that no field was found for. */
  | {
      readonly code: "missingColumns";
      readonly sheet: string;
      readonly missing: readonly FieldId[];
      readonly found: readonly string[];
      readonly unknown: readonly string[];
    }
  /** Headers only, no row below. */
  | { readonly code: "noRows"; readonly sheet: string }
  | { readonly code: "mergedCells"; readonly sheet: string; readonly cells: readonly string[] }
  | {
      readonly code: "duplicateHeaders";
      readonly sheet: string;
      readonly header: string;
      readonly cells: readonly string[];
    }
  | { readonly code: "protectedSheet"; readonly sheet: string }
  | { readonly code: "readOnly" }
  /** Sheets would have to be added to a workbook whose structure is protected. */
  | { readonly code: "structure" }
  | { readonly code: "filtered"; readonly sheet: string }
  /** The sheet holds more than one table, and none of them is ours. */
  | { readonly code: "otherTables"; readonly sheet: string; readonly tables: readonly string[] }
  /** The cells right of the table, where our columns would stand, hold something. */
  | { readonly code: "noRoom"; readonly sheet: string; readonly cell: string }
  /** Cells of the Settings sheet that a table needs to grow hold something. */
  | { readonly code: "noRoomInSettings"; readonly sheet: string; readonly cell: string }
  /** There is no follow-up table or no Settings: rules have nothing to stand on. */
  | { readonly code: "notSetUp" }
  /** A workbook that was set up already: another sheet is the follow-up sheet. */
  | { readonly code: "otherFollowUpSheet"; readonly sheet: string; readonly followUpSheet: string };

/** A header cell that is written before the list becomes a table: what is shown there, and what it will be. */
export interface HeaderCell {
  readonly cell: string;
  readonly from: string;
  readonly to: string;
  readonly why: "blank" | "repeated" | "calculated" | "noText" | "twoRows";
}

/** One line of the preview. */
export type Change =
  /** Headers that get a text of their own, since a table needs one in each column. */
  | { readonly kind: "headers"; readonly cells: readonly HeaderCell[] }
  /** The customers of a list on a sheet of their own; the list stays as it is. */
  | { readonly kind: "newSheet"; readonly title: string; readonly rows: number; readonly from: string }
  /** Cells that get another content: a date for a text, an entry for a spelling of it. */
  | { readonly kind: "values"; readonly cells: number }
  /** Dated notes of cells that come into the log. */
  | { readonly kind: "notes"; readonly rows: number }
  | { readonly kind: "table"; readonly sheet: string; readonly rows: number; readonly columns: number }
  /** The sheet's own filter buttons go; the table has buttons of its own. */
  | { readonly kind: "autoFilter"; readonly sheet: string }
  /** What stands right below the table stays, and is in the way of new rows. */
  | { readonly kind: "cellsBelow"; readonly sheet: string; readonly cell: string }
  | { readonly kind: "columns"; readonly headers: readonly string[] }
  /** Columns that the formulas work with and nobody has to see. */
  | { readonly kind: "hiddenColumns"; readonly headers: readonly string[] }
  /** `restored` of them are IDs that the customers had before, taken from the log. */
  | { readonly kind: "ids"; readonly count: number; readonly restored: number }
  /** Customers of whom it is noted how far they came; the log says it of `fromLog` of them, the present stage of the others. */
  | { readonly kind: "furthest"; readonly count: number; readonly fromLog: number }
  | { readonly kind: "formulas"; readonly headers: readonly string[] }
  | {
      readonly kind: "sheet";
      readonly role: "settings" | "summary" | "log";
      readonly title: string;
      readonly isNew: boolean;
    }
  /** Somebody's cells stand where the Summary would have to grow: it stays as it is. */
  | { readonly kind: "summaryBlocked"; readonly sheet: string; readonly cell: string }
  /** Tables, headers, rows and words of the Settings that are put back. */
  | { readonly kind: "settings"; readonly count: number }
  | { readonly kind: "validations"; readonly headers: readonly string[] }
  /** Our validations of columns that need none any more. */
  | { readonly kind: "validationsRemoved"; readonly headers: readonly string[] }
  | { readonly kind: "highlights"; readonly count: number }
  | { readonly kind: "names"; readonly count: number };

/** What one step adds to a plan. Steps are carried out in their order. */
export interface PlanPart {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
  readonly health: readonly HealthItem[];
}

export interface ColumnMatch {
  readonly field: FieldId;
  readonly header: string;
  /**
   * `exact`: the header is the field's own name in either language; `alias`: a known other name; `words`: its words say so together; `values`:
   * the cells do; `chosen`: somebody did.
   */
  readonly by: "exact" | "alias" | "words" | "values" | "chosen";
}

export interface SetUpPlan {
  readonly sheet: string;
  /** Language that the workbook will have, or has. */
  readonly language: Language;
  readonly schema: Schema;
  readonly matches: readonly ColumnMatch[];
  /** Headers that are none of our fields. They stay where they are, untouched. */
  readonly kept: readonly string[];
  /** Headers of columns whose own validation was left in place. */
  readonly keptValidations: readonly string[];
  readonly dormant: readonly FieldId[];
  readonly changes: readonly Change[];
  /** What is not as it was installed. Before a sheet is set up it says what is to be installed. */
  readonly health: readonly HealthItem[];
  /** What is wrong in the Settings and cannot be put right without a guess. */
  readonly left: readonly SettingsIssue[];
  /** Empty when everything is in place already. */
  readonly actions: readonly Action[];
}
