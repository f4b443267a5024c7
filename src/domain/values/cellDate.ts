import { dateOf, isDateSerial, serialOf, weekdayOf, type DateSystem } from "./date";
import { partings, plainWords, withoutTime } from "./dateText";
import { unguarded } from "./tidy";
import { fullYear } from "./typedDate";
import { writtenDays, type DayOrder, type WrittenDay } from "./writtenDate";

/** The orders in which a cell can be read, the plainest first. */
export const dayOrders: readonly DayOrder[] = ["ymd", "mdy", "dmy"];

/** A day of the calendar without its year. */
export interface YearlessDay {
  readonly month: number;
  readonly day: number;
  /** Share of a day of the time that was written behind it. */
  readonly time: number;
  /** 0 for Sunday; null where no weekday was written. */
  readonly weekday: number | null;
}

/** What a cell's text means as a day: a serial with its time of day, or a day whose year is for others to say. */
export type CellDay = number | YearlessDay;

/** A cell's text in each order of `dayOrders`; null where it is no day in that order. */
export type CellDate = readonly (CellDay | null)[];

/** Years that a serial written as text, or eight digits, are believed to stand for. */
export const firstBelievedYear = 1990;
export const lastBelievedYear = 2099;

/** A day's serial that was stored as text: 46241. Other numbers of five digits are taken for what they are. */
function readSerialText(text: string, system: DateSystem): number | null {
  if (!/^\d{5}(?:\.\d{1,15})?$/.test(text)) return null;
  const serial = Number(text);
  if (!isDateSerial(serial, system)) return null;
  const { year } = dateOf(serial, system);
  return year >= firstBelievedYear && year <= lastBelievedYear ? serial : null;
}

/** Month and year without a day, as Excel shows them: Aug-26. */
const monthAndYear = /^[a-z]+\.?[-/.]\d{2}$/;

interface CellParts {
  readonly days: readonly WrittenDay[];
  readonly time: number;
  readonly weekday: number | null;
}

function daysIn(date: string): readonly WrittenDay[] {
  const close = date.includes(" ") ? date.replace(/(\d) ?([-/.]) ?(?=\d)/g, "$1$2") : date;
  if (monthAndYear.test(close)) return [];
  return writtenDays(close, "en").filter(({ month, day }) => month !== null && day !== "last");
}

/** The ways to read a cell's text as a written day, whose words name a month and a day. */
function cellParts(plain: string): CellParts | null {
  const timed = withoutTime(plain);
  if (timed === null || timed.date === "") return null;
  const plainDays = daysIn(timed.date);
  if (plainDays.length > 0) return { days: plainDays, time: timed.time, weekday: null };
  for (const { date, weekday } of partings(timed.date)) {
    const days = daysIn(date);
    if (days.length > 0) return { days, time: timed.time, weekday };
  }
  return null;
}

function isOf(weekday: number | null, serial: number, system: DateSystem): boolean {
  return weekday === null || weekdayOf(serial, system) === weekday;
}

/** A leap year, in which every month has all the days that it can have. */
const leapYear = 2024;

function dayOf(written: WrittenDay, { time, weekday }: CellParts, system: DateSystem, today: number): CellDay | null {
  const { year, shortYear, month, day } = written;
  if (month === null || day === "last") return null;
  if (year === null)
    return serialOf({ year: leapYear, month, day }, 1900) === null ? null : { month, day, time, weekday };
  const serial = serialOf({ year: shortYear ? fullYear(year, dateOf(today, system).year) : year, month, day }, system);
  return serial === null || !isOf(weekday, serial, system) ? null : serial + time;
}

/** The reading of a written day in one order. Without a year, year first says no more than that the month is. */
function inOrder(days: readonly WrittenDay[], order: DayOrder): WrittenDay | undefined {
  const own = days.find((day) => day.order === null || day.order === order);
  return own ?? (order === "ymd" ? days.find((day) => day.order === "mdy" && day.year === null) : undefined);
}

/**
 * Reads a cell's text as a day in every order, with a time of day and a zone behind it or not. Words such as 明天 and 月底 are no days
 * here: they mean another one every day.
 * @param today serial of the day to which years of two digits are near
 * @returns null for what is no day in any order
 */
export function readCellDate(text: string, system: DateSystem, today: number): CellDate | null {
  const plain = plainWords(unguarded(text));
  const serial = readSerialText(plain, system);
  if (serial !== null) return dayOrders.map(() => serial);
  const parts = cellParts(plain);
  if (parts === null) return null;
  const read = dayOrders.map((order) => {
    const written = inOrder(parts.days, order);
    return written === undefined ? null : dayOf(written, parts, system, today);
  });
  return read.some((day) => day !== null) ? read : null;
}

/**
 * Reads a text that says its year in full and can mean one day only, whatever today is and whoever wrote it: 2026年8月15日,
 * 15 Aug 2026, 8/15/2026 10:30, 2026/8/15 周六, 46249. A weekday that is not that day's makes it unreadable.
 * @returns the serial with its time of day, or null
 */
export function readFullDate(text: string, system: DateSystem): number | null {
  const plain = plainWords(unguarded(text));
  const serial = readSerialText(plain, system);
  if (serial !== null) return serial;
  const parts = cellParts(plain);
  if (parts === null || parts.days.some(({ year, shortYear }) => year === null || shortYear)) return null;
  // No year of two digits is left, so that today says nothing.
  const days = new Set(parts.days.map((written) => dayOf(written, parts, system, 0)).filter((day) => day !== null));
  const [only] = days;
  return days.size === 1 && typeof only === "number" ? only : null;
}

/** The nearest day of that month and day to any of some days, none after `latest`; null where there is none within a year of them. */
export function nearestYear(
  { month, day, time, weekday }: YearlessDay,
  near: readonly number[],
  latest: number,
  system: DateSystem,
): number | null {
  let best: number | null = null;
  let distance = Infinity;
  for (const anchor of near) {
    const { year } = dateOf(anchor, system);
    for (const tried of [year - 1, year, year + 1]) {
      const serial = serialOf({ year: tried, month, day }, system);
      if (serial === null || serial > latest || !isOf(weekday, serial, system)) continue;
      if (Math.abs(serial - anchor) < distance) [best, distance] = [serial, Math.abs(serial - anchor)];
    }
  }
  return best === null ? null : best + time;
}
