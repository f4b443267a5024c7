import { dateOf, weekdayOf, type DateSystem } from "../../domain/values/date";
import type { PaneText } from "./texts";

/** Days from today on that are called by their weekday. */
const weekAhead = 6;

/** A day as people say it near today: 今天, 明天, 周三, 8月15日; with the year where it is another one. */
export function nearDay(serial: number, today: number, system: DateSystem, texts: PaneText): string {
  const ahead = Math.floor(serial) - Math.floor(today);
  if (ahead === 0) return texts.dates.today;
  if (ahead === 1) return texts.dates.tomorrow;
  if (ahead === -1) return texts.dates.yesterday;
  if (ahead > 1 && ahead <= weekAhead) return texts.dates.weekday(weekdayOf(serial, system));
  const date = dateOf(serial, system);
  return date.year === dateOf(today, system).year
    ? texts.dates.monthDay(date.month, date.day)
    : texts.dates.full(date.year, date.month, date.day);
}

/** The time of day of a serial: 09:05. */
export function timeOfDay(serial: number): string {
  // Half a minute on top would say 24:00; a second takes care of the binary fraction.
  const minutes = Math.floor((serial - Math.floor(serial)) * 1440 + 1 / 60) % 1440;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** A day in full: 2026年8月15日. */
export function fullDay(serial: number, system: DateSystem, texts: PaneText): string {
  const { year, month, day } = dateOf(serial, system);
  return texts.dates.full(year, month, day);
}

/** A day with its weekday, without the year: 周五 8月7日. */
export function headerDay(serial: number, system: DateSystem, texts: PaneText): string {
  const { month, day } = dateOf(serial, system);
  return texts.dates.header(texts.dates.weekday(weekdayOf(serial, system)), texts.dates.monthDay(month, day));
}

/** A day in full with its weekday: 周六 2026年8月15日. */
export function fullWeekday(serial: number, system: DateSystem, texts: PaneText): string {
  return texts.dates.header(texts.dates.weekday(weekdayOf(serial, system)), fullDay(serial, system, texts));
}
