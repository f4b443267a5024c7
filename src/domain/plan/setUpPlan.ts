import type { FieldId } from "../schema/fieldIds";
import type { Schema, StageKind } from "../schema/field";
import type { Language } from "../values/language";
import type { Action } from "../workbook/action";
import type { SettingsIssue } from "./settingsIssue";
import type { HealthItem } from "./healthItem";

/** Why a sheet cannot be set up as it is. Each has a sentence in the pane that says what to do; nothing is changed. */
export type Refusal =
  | { readonly code: "emptySheet"; readonly sheet: string }
  /** A follow-up sheet was to begin from nothing, and something stands on the sheet. */
  | { readonly code: "notEmpty"; readonly sheet: string }
  /** No row with headers that we know. `headers` is what stands in the first row. */
  | { readonly code: "noHeaders"; readonly sheet: string; readonly headers: readonly string[] }
  /** A customer column and one of stage, owner or next date are needed. */
  | {
      readonly code: "missingColumns";
      readonly sheet: string;
      readonly missing: readonly FieldId[];
      readonly found: readonly string[];
    }
  /** Headers only, no row below. */
  | { readonly code: "noRows"; readonly sheet: string }
  | { readonly code: "mergedCells"; readonly sheet: string; readonly cells: readonly string[] }
  /** Rows above the header row. `headerRow` is Excel's row number. */
  | { readonly code: "titleRows"; readonly sheet: string; readonly headerRow: number }
  | {
      readonly code: "duplicateHeaders";
      readonly sheet: string;
      readonly header: string;
      readonly cells: readonly string[];
    }
  /** A blank column within the list. `cell` is where its header would be. */
  | { readonly code: "blankHeader"; readonly sheet: string; readonly cell: string }
  | { readonly code: "protectedSheet"; readonly sheet: string }
  | { readonly code: "readOnly" }
  /** Sheets would have to be added to a workbook whose structure is protected. */
  | { readonly code: "structure" }
  | { readonly code: "filtered"; readonly sheet: string }
  /** The sheet holds a table that does not start at the sheet's first used cell, or more than one. */
  | { readonly code: "otherTables"; readonly sheet: string; readonly tables: readonly string[] }
  /** The cells right of the table, where our columns would stand, hold something. */
  | { readonly code: "noRoom"; readonly sheet: string; readonly cell: string }
  /** Cells below a blank row hold something that is no customer: it would become rows of the table. */
  | { readonly code: "cellsBelow"; readonly sheet: string; readonly cell: string }
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
  readonly why: "blank" | "repeated" | "calculated" | "noText";
}

/** One line of the preview. */
export type Change =
  /** Headers that get a text of their own, since a table needs one in each column. */
  | { readonly kind: "headers"; readonly cells: readonly HeaderCell[] }
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
  /** `exact`: the header is the field's own name in either language; `alias`: a known other name. */
  readonly by: "exact" | "alias";
}

/** A stage of the sheet that no list of names knows. It counts as open until somebody answers. */
export interface StageQuestion {
  readonly stage: string;
  readonly rows: number;
  readonly answer: StageKind;
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
  readonly questions: readonly StageQuestion[];
  readonly changes: readonly Change[];
  /** What is not as it was installed. Before a sheet is set up it says what is to be installed. */
  readonly health: readonly HealthItem[];
  /** What is wrong in the Settings and cannot be put right without a guess. */
  readonly left: readonly SettingsIssue[];
  /** Empty when everything is in place already. */
  readonly actions: readonly Action[];
}
