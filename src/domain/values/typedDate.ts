import type { Language } from "./language";
import { dateOf, serialOf, weekdayOf, type DateSystem } from "./date";
import { partings, plainWords, withoutTime } from "./dateText";
import { lastOfMonth, nearestDay, relativeDays, type DayContext } from "./relativeDate";
import { writtenDays, type WrittenDay } from "./writtenDate";

/** What somebody typed for a day, as far as it can be told. Serials are whole days of the workbook's date system. */
export type TypedDate =
  | { readonly kind: "date"; readonly serial: number }
  /** It means one of these days, or needs a second look before it is taken for the only one. In calendar order. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly number[] }
  | { readonly kind: "none" };

export interface TypedDateContext extends DayContext {
  /** Decides whether 8/9 is the 9th of August (Chinese) or has to be asked (English). Words are read in both languages. */
  readonly language: Language;
}

/** Years before and after today's in which a date with a year of two digits is believed. */
const believedYears = 5;
/** A day that has just passed is asked about when the next one of its name is nearly a year away: 8月15日 typed on 20 August. */
const justPassedDays = 31;
const farDays = 300;

function settle(candidates: readonly number[]): TypedDate {
  const days = [...new Set(candidates)].sort((a, b) => a - b);
  const [only] = days;
  if (only === undefined) return { kind: "none" };
  return days.length === 1 ? { kind: "date", serial: only } : { kind: "ambiguous", candidates: days };
}

function serialIn(year: number, month: number, day: number | "last", system: DateSystem): number | null {
  return day === "last" ? lastOfMonth(year, month, system) : serialOf({ year, month, day }, system);
}

/** The nearest days of that month and day on both sides of today; each null where there is none within eight years. */
function around(
  month: number,
  day: number | "last",
  { today, system }: DayContext,
): readonly [number | null, number | null] {
  const { year } = dateOf(today, system);
  let before: number | null = null;
  let after: number | null = null;
  // Leap days can be eight years apart.
  for (let step = 0; step <= 8; step += 1) {
    const past = serialIn(year - step, month, day, system);
    if (before === null && past !== null && past <= today) before = past;
    const future = serialIn(year + step, month, day, system);
    if (after === null && future !== null && future >= today) after = future;
  }
  return [before, after];
}

/** Days that month and day without a year can mean. */
function yearless(month: number, day: number | "last", context: DayContext): readonly number[] {
  const { today, lean } = context;
  const [before, after] = around(month, day, context);
  const [leaning, other] = lean === "future" ? [after, before] : [before, after];
  if (leaning === null) return [];
  const distance = Math.abs(leaning - today);
  const otherDistance = other === null ? Infinity : Math.abs(other - today);
  const ask = distance > 366 || (distance > farDays && otherDistance <= justPassedDays);
  return ask && other !== null ? [leaning, other] : [leaning];
}

/** The year of this century or the one before or after it that is nearest to today's. */
export function fullYear(shortYear: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const years = [century - 100, century, century + 100].map((start) => start + shortYear);
  return years.reduce((best, year) => (Math.abs(year - thisYear) < Math.abs(best - thisYear) ? year : best));
}

function settleWritten(readings: readonly WrittenDay[], context: TypedDateContext): TypedDate {
  const { system, today } = context;
  const thisYear = dateOf(today, system).year;
  const days = readings.flatMap(({ year, shortYear, month, day }) => {
    if (month === null) return day === "last" ? [] : nearestDay(day, context);
    if (year === null) return yearless(month, day, context);
    return serialIn(shortYear ? fullYear(year, thisYear) : year, month, day, system) ?? [];
  });
  if (!readings.some((reading) => reading.shortYear)) return settle(days);
  const believed = days.filter((serial) => Math.abs(dateOf(serial, system).year - thisYear) <= believedYears);
  if (believed.length > 0) return settle(believed);
  // Even a single reading is asked about when it lies decades away.
  return days.length > 0
    ? { kind: "ambiguous", candidates: [...new Set(days)].sort((a, b) => a - b) }
    : { kind: "none" };
}

/** A date with its weekday: both must agree, or the person is asked. */
function readWithWeekday(text: string, context: TypedDateContext): TypedDate {
  const timed = withoutTime(text);
  for (const { date, name, weekday } of partings(timed?.date ?? "")) {
    const read = readPart(date, context);
    if (read.kind === "none") continue;
    const days = read.kind === "date" ? [read.serial] : read.candidates;
    const agreeing = days.filter((serial) => weekdayOf(serial, context.system) === weekday);
    return settle(agreeing.length > 0 ? agreeing : [...days, ...(relativeDays(name, context) ?? [])]);
  }
  return { kind: "none" };
}

function readPart(text: string, context: TypedDateContext): TypedDate {
  const relative = relativeDays(text, context);
  if (relative) return settle(relative);
  const timed = withoutTime(text);
  return timed ? settleWritten(writtenDays(timed.date, context.language), context) : { kind: "none" };
}

/**
 * Reads a day as people type it, in Chinese or English: words (明天, 下周三, 3天后, 月底, next Wed, in two weeks), days of the calendar
 * (8.15, 8月15日, 2026年8月15日, 20260815, Aug 15), each with its weekday or not. What can mean several days is ambiguous, never
 * decided silently; festivals and the lunar calendar are not read. docs/reading-dates.md tells what was tried.
 */
export function readTypedDate(text: string, context: TypedDateContext): TypedDate {
  const plain = plainWords(text);
  const today = { ...context, today: Math.floor(context.today) };
  const read = readPart(plain, today);
  return read.kind === "none" ? readWithWeekday(plain, today) : read;
}
