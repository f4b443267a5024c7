import { countBefore } from "../values/ascending";
import { weekdayOf, type DateSystem } from "../values/date";
import type { Calendar } from "../schema/field";

/** Days after `from` up to and including `to`; never below 0 in working days. */
export type DaysBetween = (from: number, to: number) => number;

/** How many entries of an ascending list are at most `value`. */
function countUpTo(sorted: readonly number[], value: number): number {
  return countBefore(sorted, (entry) => entry <= value);
}

/**
 * Builds the function that counts the days between two days, as the live formulas do:
 * calendar days `T-c`; working days `IF(T>c,NETWORKDAYS(c+1,T,off)+COUNTIFS(on,">"&c,on,"<="&T),0)`.
 * As in Excel's NETWORKDAYS a holiday counts once and on weekdays only; make-up days are counted as they are listed.
 */
export function daysBetween({ counting, off, on }: Calendar, system: DateSystem): DaysBetween {
  if (counting === "calendar") return (from, to) => to - from;
  const isWeekday = (day: number) => {
    const weekday = weekdayOf(day, system);
    return weekday !== 0 && weekday !== 6;
  };
  const whole = (days: readonly number[]) => days.map(Math.floor);
  const ascending = (a: number, b: number) => a - b;
  const holidays = [...new Set(whole(off).filter(isWeekday))].sort(ascending);
  const makeUpDays = whole(on).sort(ascending);
  // Weekdays from some Sunday long ago up to and including `day`: whole weeks have five, the rest by the day of the week.
  const weekdaysUpTo = (day: number) => {
    const weekday = weekdayOf(day, system);
    return ((day - weekday) / 7) * 5 + Math.min(weekday, 5);
  };
  return (from, to) => {
    if (to <= from) return 0;
    const weekdays = Math.round(weekdaysUpTo(to) - weekdaysUpTo(from));
    return (
      weekdays -
      (countUpTo(holidays, to) - countUpTo(holidays, from)) +
      (countUpTo(makeUpDays, to) - countUpTo(makeUpDays, from))
    );
  };
}
