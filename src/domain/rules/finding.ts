import type { FieldId } from "../schema/fieldIds";
import type { KindProblem } from "../kinds/allKinds";
import type { ColumnKind } from "../kinds/columnKind";
import type { KindLimits } from "../kinds/kind";
import type { CellValue } from "../values/value";
import type { Condition, Level } from "../schema/field";
import type { SettingsIssue } from "../plan/settingsIssue";
import type { RowFinding } from "./rowRules";

export type Severity = "error" | "warning" | "info";

/** How loud a finding on a field of this level is. */
export const severityOf: Readonly<Record<Level, Severity>> = { require: "error", warn: "warning", observe: "info" };

/** How an entry of a list was found for a value that is not on it, the surest first. */
export type Likeness =
  /** The same but for width, case and spaces. */
  | "look"
  /** Another known name of the same stage. */
  | "alias"
  /** One letter more, less or other. */
  | "near";

/** A limit that a value passes, in the terms of the cell. */
export interface Limit {
  readonly kind: KindLimits["of"];
  readonly side: "min" | "max";
  readonly value: number;
}

/** Why a cell was reported, as data; the sentences for people are in the pane's text catalogue. */
export type Reason =
  /** A value must be there; `because` is the condition that asks for it. */
  | { readonly rule: "required"; readonly because: Condition }
  /** Not as its kind is stored. `repaired` is what it should be, or null where that would be a guess; then `meant` may be the guess. */
  | { readonly rule: KindProblem; readonly repaired: CellValue | null; readonly meant?: CellValue }
  /** A date or a number that means two things, in a column in which nothing says which of them. */
  | { readonly rule: ColumnKind["question"] }
  /**
   * Not in the field's list. `unknown` are the entries that are not, `suggestion` what the cell should hold instead, or null.
   */
  | {
      readonly rule: "list";
      readonly unknown: readonly string[];
      readonly suggestion: string | null;
      readonly by: Likeness | null;
    }
  | { readonly rule: "range"; readonly limit: Limit }
  | { readonly rule: "pattern"; readonly pattern: string }
  /** Cells of one row that cannot all be right, see the files of `rows`. */
  | RowFinding
  /** The same value in other rows, by Excel's row numbers. */
  | { readonly rule: "unique"; readonly rows: readonly number[] }
  /** The same customer in other rows, by Excel's row numbers. */
  | { readonly rule: "duplicate"; readonly cause: "name" | "phone"; readonly rows: readonly number[] }
  /** Most customers stand in several rows: a sheet with a row per deal. They are not listed one by one. */
  | { readonly rule: "deals"; readonly customers: number }
  /** Formulas where people fill in values: how many in the column, and whether it holds nothing else. */
  | { readonly rule: "formula"; readonly cells: number; readonly all: boolean }
  /** The cell shows an Excel error. */
  | { readonly rule: "errorValue" }
  /** The sheet must have the column and has not. */
  | { readonly rule: "columnMissing" }
  /** The Settings cannot be read in one place. */
  | { readonly rule: "settings"; readonly issue: SettingsIssue };

export type RuleId = Reason["rule"];

/** One thing that is wrong, and where. One cause gives one finding. */
export interface Finding {
  readonly reason: Reason;
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 address, without the sheet; blank where there is no cell to go to. */
  readonly cell: string;
  /** Excel's row number, from 1; 0 where there is no cell. */
  readonly row: number;
  /** Null for what belongs to no field. */
  readonly field: FieldId | null;
  readonly header: string;
  readonly value: CellValue;
  /** Customer of the row, for people to recognise it; blank where it has none. */
  readonly customer: string;
}
