import { weekdayOf, type DateSystem } from "../values/date";
import { daysBetween } from "../clocks/calendar";
import type { Calendar } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";

export const dateChoices = ["tomorrow", "inThreeDays", "nextMonday"] as const;
export type DateChoice = (typeof dateChoices)[number];

/** Most days that a holiday can last; beyond it something is wrong with the calendar, and the day stays. */
const longestHoliday = 30;

/** Builds the function that moves a day to the next one on which people work; a working day stays. */
export function workingDayFrom(days: Pick<Calendar, "off" | "on">, system: DateSystem): (day: number) => number {
  const worked = daysBetween({ ...days, counting: "working" }, system);
  return (day) => {
    for (let later = day; later <= day + longestHoliday; later += 1) if (worked(later - 1, later) > 0) return later;
    return day;
  };
}

/** The days that the choices stand for: tomorrow, in three days, next Monday, each moved on to a working day. */
export function suggestedDates({
  schema,
  today,
  system,
}: Pick<ReviewContext, "schema" | "today" | "system">): Readonly<Record<DateChoice, number>> {
  const working = workingDayFrom(schema.calendar, system);
  const untilMonday = (8 - weekdayOf(today, system)) % 7 || 7;
  return {
    tomorrow: working(today + 1),
    inThreeDays: working(today + 3),
    nextMonday: working(today + untilMonday),
  };
}
