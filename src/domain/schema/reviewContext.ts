import type { DateSystem } from "../values/date";
import type { Language } from "../values/language";
import type { Schema } from "./field";

/**
 * What holds for every row that is looked at: the schema in force, the day of the review, and how the workbook counts days
 * and speaks. It travels as one value; a function that needs a part of it takes a `Pick`.
 */
export interface ReviewContext {
  readonly schema: Schema;
  /** Review day, from `FU_Today`: serial of the workbook's date system, a whole day. */
  readonly today: number;
  /** The computer's day, in the same system; left out where it is the review day. */
  readonly now?: number;
  readonly system: DateSystem;
  /** Language in which the workbook was set up; the pane's for a sheet that was not. */
  readonly language: Language;
}

/** True where the review day is over: what was entered since then has not happened yet on that day. */
export function looksBack({ today, now }: Pick<ReviewContext, "today" | "now">): boolean {
  return now !== undefined && today < now;
}
