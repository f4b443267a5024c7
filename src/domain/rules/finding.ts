import type { CellValue } from "../cells/value";
import type { Condition, FieldId, Level } from "../schema/field";

export type Severity = "error" | "warning" | "info";

/** How loud a finding on a field of this level is. */
export const severityOf: Readonly<Record<Level, Severity>> = { require: "error", warn: "warning", observe: "info" };

/** Why a cell was reported, as data; the sentences for people are in the pane's text catalogue. */
export type Reason =
  /** A value must be there; `because` is the condition that asks for it. */
  | { readonly rule: "required"; readonly because: Condition }
  /** A date was expected. `reads` is the serial that the text would be as a plain date, or null where it is not one. */
  | { readonly rule: "date"; readonly reads: number | null }
  /** A number was expected. `reads` is the number that the text would be, or null. */
  | { readonly rule: "number"; readonly reads: number | null }
  /** Not in the field's list. `suggestion` is the list value it looks like, or null. */
  | { readonly rule: "list"; readonly suggestion: string | null }
  /** The cell shows an Excel error. */
  | { readonly rule: "errorValue" };

export type RuleId = Reason["rule"];

/** One thing that is wrong in one cell. One cause gives one finding. */
export interface Finding {
  readonly reason: Reason;
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 address, without the sheet. */
  readonly cell: string;
  /** Excel's row number, from 1. */
  readonly row: number;
  readonly field: FieldId;
  readonly header: string;
  readonly value: CellValue;
  /** Customer of the row, for people to recognise it; blank where it has none. */
  readonly customer: string;
}
