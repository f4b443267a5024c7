import type { FixKind } from "../../../domain/rules/planFixes";

/** The repairs that one press can make, on the Check view. */
export interface FixText {
  readonly label: string;
  readonly heading: (count: number) => string;
  readonly preview: string;
  readonly group: (kind: FixKind, count: number) => string;
  readonly change: (before: string, after: string) => string;
  /** In place of a blank value. */
  readonly blank: string;
  readonly others: (count: number) => string;
  readonly safe: string;
  /** @param count 0 while nothing is chosen */
  readonly apply: (count: number) => string;
  readonly cancel: string;
  /**
   * What was done.
   * @param formulas cells that were left alone because they hold formulas
   * @param changed cells that were left alone because somebody just changed them
   */
  readonly done: (fixed: number, formulas: number, changed: number) => string;
  readonly revert: string;
  /** @param kept cells that were left alone because they changed since, or are gone */
  readonly reverted: (restored: number, kept: number) => string;
  readonly close: string;
}
