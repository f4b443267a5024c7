import { weekdayOf, type DateSystem } from "../values/date";
import { monthsOn } from "../values/relativeDate";
import { daysBetween } from "../clocks/calendar";
import type { Calendar } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";

/** When to contact an open customer next. */
export const nextChoices = ["nextWorkingDay", "inThreeDays", "nextMonday", "inTwoWeeks"] as const;
/** When to look at a parked customer again. */
export const revisitChoices = ["inTwoWeeks", "inAMonth", "inThreeMonths"] as const;
export type DateChoice = (typeof nextChoices)[number] | (typeof revisitChoices)[number];

/** A day to choose, and how far it is what its choice is called. */
export interface SuggestedDay {
  readonly choice: DateChoice;
  readonly day: number;
  /**
   * `exact` where the day is the one that people mean by the words: for the next working day that is tomorrow. `moved` where it is the
   * first free working day after that; `nextWeek` for the Monday one week later.
   */
  readonly fit: "exact" | "moved" | "nextWeek";
}

/** Most days that a holiday can last; beyond it something is wrong with the calendar, and the day stays. */
const longestHoliday = 30;

/** Builds the test of a day on which people work. */
export function workingDayTest(days: Pick<Calendar, "off" | "on">, system: DateSystem): (day: number) => boolean {
  const worked = daysBetween({ ...days, counting: "working" }, system);
  return (day) => worked(day - 1, day) > 0;
}

/** Builds the function that moves a day to the next one on which people work; a working day stays. */
export function workingDayFrom(days: Pick<Calendar, "off" | "on">, system: DateSystem): (day: number) => number {
  const isWorked = workingDayTest(days, system);
  return (day) => {
    for (let later = day; later <= day + longestHoliday; later += 1) if (isWorked(later)) return later;
    return day;
  };
}

/** Choices in the order in which they get their day: a Monday is called one before it is called about three days away. */
const precedence: readonly DateChoice[] = ["nextWorkingDay", "nextMonday", ...nextChoices, ...revisitChoices];

/**
 * The days that the choices stand for, the nearest first, no two of them the same, none a day off. Where one falls on a day off or on a
 * day that is among the choices already, it moves on: a Monday by a week, another one to the next working day.
 */
export function suggestedDates(
  choices: readonly DateChoice[],
  { schema, today, system }: Pick<ReviewContext, "schema" | "today" | "system">,
): readonly SuggestedDay[] {
  const working = workingDayFrom(schema.calendar, system);
  const untilMonday = (8 - weekdayOf(today, system)) % 7 || 7;
  const monthsLater = (months: number) => monthsOn(today, months, system) ?? today;
  const meant: Readonly<Record<DateChoice, number>> = {
    nextWorkingDay: today + 1,
    inThreeDays: today + 3,
    nextMonday: today + untilMonday,
    inTwoWeeks: today + 14,
    inAMonth: monthsLater(1),
    inThreeMonths: monthsLater(3),
  };
  const taken = new Set<number>();
  const inTurn = [...choices].sort((a, b) => precedence.indexOf(a) - precedence.indexOf(b));
  const days = inTurn.map((choice): SuggestedDay => {
    const wanted = meant[choice];
    const isLater = choice === "nextMonday" && taken.has(working(wanted));
    const from = isLater ? wanted + 7 : wanted;
    let day = working(from);
    while (taken.has(day)) day = working(day + 1);
    taken.add(day);
    return { choice, day, fit: day !== from ? "moved" : isLater ? "nextWeek" : "exact" };
  });
  return days.sort((a, b) => a.day - b.day);
}
