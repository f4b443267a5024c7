import type { ReviewContext } from "../domain/schema/reviewContext";
import type { Located } from "../domain/followUps/locate";
import type { DueItem } from "../domain/clocks/due";
import type { Finding } from "../domain/rules/finding";
import type { CheckedSheet } from "../domain/rules/checkSheet";
import type { FormulaColumn } from "../domain/rules/formulaCells";
import type { ListedCustomer } from "../domain/log/customers";
import type { Figures } from "../domain/measures/figures";
import type { Reading } from "./readFollowUps";

/** What a check works on, kept so that a changed row can be checked again without reading everything. */
export interface Subject extends ReviewContext {
  readonly reading: Reading;
  readonly located: Located;
  readonly checked: CheckedSheet;
  /** Columns of fields that hold formulas; null until somebody had them looked for. */
  readonly formulas: readonly FormulaColumn[] | null;
  /** The customers of the list, as forms pick them; worked out with the first question. */
  readonly customers: () => readonly ListedCustomer[];
}

/** The outcome of the last check. */
export interface CheckResult extends ReviewContext {
  readonly sheet: string;
  /** True when the sheet is a set-up `FollowUps` table; false for a look at a sheet as it is. */
  readonly installed: boolean;
  /** Whether somebody set the review day to another day than today. */
  readonly asOf: boolean;
  readonly findings: readonly Finding[];
  readonly figures: Figures;
  readonly due: readonly DueItem[];
  /** Customers whose next date is tomorrow, for the empty to-do list. */
  readonly tomorrow: number;
  /** Wall-clock time of the check, such as `10:42`. */
  readonly at: string;
}
