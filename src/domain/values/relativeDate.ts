import { dateOf, isDateSerial, serialOf, weekdayOf, type DateSystem } from "./date";
import { smallNumber } from "./hanNumber";

/** The day from which people count, and the way they look when they leave something out. */
export interface DayContext {
  /** Serial of the workbook's date system. */
  readonly today: number;
  readonly system: DateSystem;
  /** `future` for a next date, `past` for the day of a contact. */
  readonly lean: "future" | "past";
}

/** Serial of the last day of a month, or null. Months outside 1 to 12 belong to the years around. */
export function lastOfMonth(year: number, month: number, system: DateSystem): number | null {
  const following = year * 12 + month;
  const first = serialOf({ year: Math.floor(following / 12), month: (following % 12) + 1, day: 1 }, system);
  return first === null ? null : first - 1;
}

/** The same day of the month so many months on, or the month's last day where it has no such day, as Excel's EDATE does it. */
export function monthsOn(serial: number, months: number, system: DateSystem): number | null {
  const { year, month, day } = dateOf(serial, system);
  const last = lastOfMonth(year, month + months, system);
  return last === null ? null : last - Math.max(0, dateOf(last, system).day - day);
}

const dayWords: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  "day before yesterday": -2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  tmr: 1,
  tmrw: 1,
  "day after tomorrow": 2,
};

const smallWords = [
  "",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

function countOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  if (word === "a" || word === "an") return 1;
  const place = smallWords.indexOf(word);
  return place > 0 ? place : smallNumber(word);
}

type Unit = "day" | "week" | "month" | "year";

const units: Readonly<Record<string, Unit>> = {
  天: "day",
  周: "week",
  星期: "week",
  礼拜: "week",
  月: "month",
  年: "year",
  day: "day",
  week: "week",
  month: "month",
  year: "year",
};

function stepFrom({ today, system }: DayContext, count: number, unit: Unit): readonly number[] {
  const serial =
    unit === "day" || unit === "week"
      ? today + count * (unit === "week" ? 7 : 1)
      : monthsOn(today, count * (unit === "year" ? 12 : 1), system);
  return serial === null ? [] : [serial];
}

const count = "(\\d{1,3}|[一二三四五六七八九十两]{1,3})";
/** A month needs its 个: 3月后 is after March. */
const chineseSpan = new RegExp(`^(再?过)?${count}(?:(天|周|星期|礼拜|年)|个(周|星期|礼拜|月))(?:[之以]?([后前]))?$`);
const chineseHalf = /^(再?过)?半(个?月|年)(?:[之以]?([后前]))?$/;
/** 3日后 is in three days, or after the 3rd. */
const chineseDays = new RegExp(`^${count}日[之以]?([后前])$`);
const englishSpan = /^(?:(in) )?(\d{1,3}|[a-z]+) (day|week|month|year)s?(?: (from now|from today|later|ago))?$/;

function span(text: string, context: DayContext): readonly number[] | null {
  const chinese = chineseSpan.exec(text);
  if (chinese) {
    const [, over, many = "", plain, counted, side] = chinese;
    const number = countOf(many);
    const unit = units[plain ?? counted ?? ""];
    if (number === null || !unit || (over === undefined) === (side === undefined) || (over && side === "前"))
      return null;
    return stepFrom(context, side === "前" ? -number : number, unit);
  }
  const half = chineseHalf.exec(text);
  if (half) {
    const [, over, unit, side] = half;
    if ((over === undefined) === (side === undefined)) return null;
    const sign = side === "前" ? -1 : 1;
    return unit === "年" ? stepFrom(context, sign * 6, "month") : stepFrom(context, sign * 15, "day");
  }
  const days = chineseDays.exec(text);
  if (days) {
    const number = countOf(days[1] ?? "");
    if (number === null) return null;
    return [...stepFrom(context, days[2] === "前" ? -number : number, "day"), ...nearestDay(number, context)];
  }
  const english = englishSpan.exec(text);
  if (!english) return null;
  const [, within, many = "", name = "", side] = english;
  const number = countOf(many);
  const unit = units[name];
  if (number === null || !unit || (within === undefined) === (side === undefined)) return null;
  return stepFrom(context, side === "ago" ? -number : number, unit);
}

/** The day of that number in this month or the nearest one that has it, the way the context leans. */
export function nearestDay(day: number, { today, system, lean }: DayContext): readonly number[] {
  const { year, month } = dateOf(today, system);
  if (day < 1 || day > 31) return [];
  // Two months in a row never lack the same day.
  for (let step = 0; step <= 2; step += 1) {
    const months = year * 12 + month - 1 + (lean === "future" ? step : -step);
    const serial = serialOf({ year: Math.floor(months / 12), month: (months % 12) + 1, day }, system);
    if (serial !== null && (lean === "future" ? serial >= today : serial <= today)) return [serial];
  }
  return [];
}

const chineseWeekday = /^(上上个?|上个?|本|这个?|下个?|下下个?)?(?:周|星期|礼拜)([一二三四五六日天1-7])$/;
const englishWeekday =
  /^(?:(this|this coming|coming|next|last) )?(sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nesday|r|rs|rsday|urday)?\.?$/;
const englishDays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Day of the week that a word names, 0 for Sunday; null for another word. */
export function weekdayNamed(text: string): number | null {
  const chinese = chineseWeekday.exec(text);
  if (chinese) return chinese[1] ? null : chineseDay(chinese[2] ?? "");
  const english = englishWeekday.exec(text);
  return english && !english[1] ? englishDays.indexOf(english[2] ?? "") : null;
}

function chineseDay(name: string): number {
  return name === "天" ? 0 : "日一二三四五六".includes(name) ? "日一二三四五六".indexOf(name) : Number(name) % 7;
}

/** The weekday in the week that holds today (or so many weeks on), where weeks start on Monday or on Sunday. */
function inWeek(weekday: number, weeksOn: number, starts: 0 | 1, { today, system }: DayContext): number {
  const sinceStart = (weekdayOf(today, system) - starts + 7) % 7;
  return today - sinceStart + ((weekday - starts + 7) % 7) + weeksOn * 7;
}

const weeksOf: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 };

function weekday(text: string, context: DayContext): readonly number[] | null {
  const { today, system, lean } = context;
  const chinese = chineseWeekday.exec(text);
  const english = englishWeekday.exec(text);
  const day = chinese ? chineseDay(chinese[2] ?? "") : englishDays.indexOf(english?.[2] ?? "");
  if (day < 0) return null;
  const ahead = today + ((day - weekdayOf(today, system) + 6) % 7) + 1;
  const behind = ahead - (ahead - 7 === today ? 14 : 7);
  const which = chinese?.[1]?.replace("个", "") ?? english?.[1];
  switch (which) {
    case undefined: {
      // The weekday of today may mean today.
      const isToday = weekdayOf(today, system) === day;
      return [lean === "future" ? ahead : behind, ...(isToday ? [today] : [])];
    }
    case "coming":
    case "this coming":
      return [ahead];
    // Where a week starts, and whether the coming Friday is "next Friday", are matters of habit in English.
    case "next":
      return [ahead, inWeek(day, 1, 0, context), inWeek(day, 1, 1, context)];
    case "last":
      return [behind, inWeek(day, -1, 0, context), inWeek(day, -1, 1, context)];
    case "this": {
      const both = [inWeek(day, 0, 0, context), inWeek(day, 0, 1, context)];
      const fitting = both.filter((serial) => (lean === "future" ? serial >= today : serial <= today));
      return fitting.length > 0 ? fitting : [...both, lean === "future" ? ahead : behind];
    }
    default:
      return [inWeek(day, weeksOf[which] ?? 0, 1, context)];
  }
}

const weekend = /^(?:(上|本|这|下)个?)?周末$/;

/** Saturday or Sunday: two candidates. */
function weekendDays(text: string, context: DayContext): readonly number[] | null {
  const match = weekend.exec(text);
  if (!match) return null;
  const weeks = weeksOf[match[1] ?? "本"] ?? 0;
  return [inWeek(6, weeks, 1, context), inWeek(0, weeks, 1, context)];
}

const monthsOf: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 };
const monthDay = /^(上上|上|本|这|下|下下)个?月(?:(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|([底末]))$/;
const englishMonthEnd = /^(?:end of (?:the |(this|next|last) )?month|month[ -]end|eom)$/;
const englishMonths: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** 下月5号, 上月底, 月底, end of next month. */
function inMonth(text: string, context: DayContext): readonly number[] | null {
  const { today, system, lean } = context;
  const { year, month } = dateOf(today, system);
  const end = (months: number) => lastOfMonth(year, month + months, system) ?? [];
  const chinese = monthDay.exec(text);
  if (chinese) {
    const months = monthsOf[chinese[1] ?? ""] ?? 0;
    if (chinese[3]) return [end(months)].flat();
    const last = lastOfMonth(year, month + months, system);
    const day = smallNumber(chinese[2] ?? "");
    if (last === null || day === null || day < 1) return [];
    const lastDay = dateOf(last, system).day;
    return day > lastDay ? [] : [last - lastDay + day];
  }
  const english = englishMonthEnd.exec(text);
  if (english?.[1]) return [end(englishMonths[english[1]] ?? 0)].flat();
  if (!english && !/^月[底末]$/.test(text)) return null;
  const thisEnd = lastOfMonth(year, month, system);
  return [lean === "future" || thisEnd === today ? end(0) : end(-1)].flat();
}

const yearWords: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, 后年: 2 };
const yearDay =
  /^(前年|去年|今年|明年|后年)(?:(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(\d{1,2})|(\d{1,2}|[一二三四五六七八九十]{1,3})[日号])|年?[底末])$/;

/** 明年3月1日, 今年底, 年底, end of year. */
function inYear(text: string, { today, system, lean }: DayContext): readonly number[] | null {
  const { year } = dateOf(today, system);
  const match = yearDay.exec(text);
  if (!match) {
    if (!/^(?:年[底末]|end of (?:the |this )?year|eoy)$/.test(text)) return null;
    const end = lastOfMonth(year, 12, system);
    return [(lean === "future" || end === today ? end : lastOfMonth(year - 1, 12, system)) ?? []].flat();
  }
  const named = year + (yearWords[match[1] ?? ""] ?? 0);
  const month = match[2] === undefined ? 12 : smallNumber(match[2]);
  const day = match[2] === undefined ? 31 : smallNumber(match[3] ?? match[4] ?? "");
  if (month === null || day === null) return [];
  return [serialOf({ year: named, month, day }, system) ?? []].flat();
}

/**
 * The days that a text such as 明天, 下周三, 3天后, 月底, next Wed or "in two weeks" can mean, counted from today; null for a text of
 * another form, nothing for one without a day (下月31号).
 * @param text lower case, half width, simplified characters, no needless spaces
 */
export function relativeDays(text: string, context: DayContext): readonly number[] | null {
  const offset = Object.hasOwn(dayWords, text) ? dayWords[text] : undefined;
  const days =
    offset !== undefined
      ? [context.today + offset]
      : (weekday(text, context) ??
        span(text, context) ??
        inMonth(text, context) ??
        inYear(text, context) ??
        weekendDays(text, context));
  return days && days.filter((serial) => isDateSerial(serial, context.system));
}
