import type { ReviewContext } from "../schema/reviewContext";
import { atOnce, each, type Steps } from "../steps/steps";
import { missingFields } from "../rules/required";
import type { Records } from "../followUps/records";
import { clockReader } from "../clocks/clocks";
import type { DueItem } from "../clocks/due";
import { dueReader, inTurn } from "./dueList";
import type { Figures } from "./figures";
import { figuresOf } from "./keyFigures";
import type { LastTouches } from "./lastContact";
import { newTallies, rowCounter } from "./tallies";
import { noTrends, type Trends } from "./trends";

/** What one pass over the rows gives: the figures, what wants attention, and tomorrow's number for an empty list. */
export interface Measures {
  readonly figures: Figures;
  readonly due: readonly DueItem[];
  readonly tomorrow: number;
}

/**
 * All figures of the Summary sheet and the to-do list, in one pass over the rows.
 * Amounts: numbers only are added; text and blanks are left out. A figure whose column is missing is null, never 0.
 * Owners, stages and reasons are compared as Excel's COUNTIFS does, without regard to case.
 * @param log what the log knows of last contacts: evidence for the to-do list; the clocks run from the sheet's own columns,
 * which a logged touch writes, so that the live formulas say the same
 * @param trends who rises and who cools by the log, for the to-do list
 */
export function measure(
  records: Records,
  review: ReviewContext,
  log: LastTouches = new Map(),
  trends: Trends = noTrends,
): Measures {
  return atOnce(measuring(records, review, log, trends));
}

/** The same in steps. */
export function* measuring(
  records: Records,
  review: ReviewContext,
  log: LastTouches,
  trends: Trends = noTrends,
): Steps<Measures> {
  const { columns, values } = records;
  const { schema } = review;
  const read = clockReader(columns, review);
  const missing = missingFields(columns, schema);
  const tallies = newTallies(review);
  const count = rowCounter(columns, review, tallies);
  const dueOf = dueReader(records, review, log, trends);
  const due: DueItem[] = [];
  let incomplete = 0;
  yield* each(values, (row, index) => {
    const state = read(row);
    if (state.state === "blank") return;
    count(row, state);
    if (missing(row, state.state).length > 0) incomplete += 1;
    const item = dueOf(row, index, state);
    if (item) due.push(item);
  });
  const figures = figuresOf(tallies, incomplete, records, schema);
  return { figures, due: inTurn(due), tomorrow: tallies.tomorrow };
}
