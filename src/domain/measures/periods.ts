import { dateOf, mondayOf } from "../values/date";
import type { ReviewContext } from "../schema/reviewContext";
import type { Period } from "./customer";

/** Spans that a review looks at, each up to the review day. */
export const periodIds = ["week", "days30", "quarter", "year", "all"] as const;
export type PeriodId = (typeof periodIds)[number];

/** A span and the one before it. */
export interface PeriodPair {
  /** Null for all time: everything counts, dated or not. */
  readonly now: Period | null;
  /** Null for all time: nothing comes before it. */
  readonly before: Period | null;
}

/** Days that `days30` covers, the review day included. */
const rollingDays = 30;

type Day = Pick<ReviewContext, "today" | "system">;

/** First day of the month of the review day, or of one before it. */
function monthStart({ today, system }: Day, monthsBack: number): number {
  let start = today - dateOf(today, system).day + 1;
  for (let back = 0; back < monthsBack; back += 1) start -= dateOf(start - 1, system).day;
  return start;
}

/** The month of the review day, so far. */
export function monthSoFar(day: Day): Period {
  return { from: monthStart(day, 0), to: day.today };
}

/** The span from the start of a calendar period to the review day, and the whole calendar period before. */
function fromMonth(day: Day, monthsBack: number, length: number): PeriodPair {
  const start = monthStart(day, monthsBack);
  return {
    now: { from: start, to: day.today },
    before: { from: monthStart(day, monthsBack + length), to: start - 1 },
  };
}

/**
 * The days of a period and of the one before: this week from Monday and the whole week before; the last 30 days and the 30
 * before; the calendar quarter or year so far, and the whole one before.
 */
export function periodPair(id: PeriodId, day: Day): PeriodPair {
  const { today, system } = day;
  const { month } = dateOf(today, system);
  switch (id) {
    case "week": {
      const from = mondayOf(today, system);
      return { now: { from, to: today }, before: { from: from - 7, to: from - 1 } };
    }
    case "days30": {
      const from = today - rollingDays + 1;
      return { now: { from, to: today }, before: { from: from - rollingDays, to: from - 1 } };
    }
    case "quarter":
      return fromMonth(day, (month - 1) % 3, 3);
    case "year":
      return fromMonth(day, month - 1, 12);
    case "all":
      return { now: null, before: null };
  }
}
