import type { Language } from "./language";
import { smallNumber, spokenYear } from "./hanNumber";

/** Year, month and day, month first, day first: the orders in which people and programs write three numbers. */
export type DayOrder = "ymd" | "mdy" | "dmy";

/** One way to read what somebody wrote as a day of the calendar. Whether there is such a day has still to be seen. */
export interface WrittenDay {
  /** Null where it was not said. */
  readonly year: number | null;
  /** True for a year of two digits: `year` is 0 to 99 then. */
  readonly shortYear: boolean;
  /** 1 to 12; null where it was not said. */
  readonly month: number | null;
  readonly day: number | "last";
  /** In which order the numbers stand; null where the text itself says which one is which. */
  readonly order: DayOrder | null;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const number = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
const ordinal = "(\\d{1,2})(?:st|nd|rd|th)?";
const yearBehind = "(?:(?:, ?| |[-/.])(\\d{4}|'?\\d{2}))?";

function written(
  year: string | null,
  month: number | null,
  day: number | "last" | null,
  order: DayOrder | null = null,
): readonly WrittenDay[] {
  if (day === null || (month !== null && (month < 1 || month > 12))) return [];
  const digits = year?.replace("'", "") ?? null;
  return [{ year: digits === null ? null : Number(digits), shortYear: digits?.length === 2, month, day, order }];
}

function monthOf(name: string): number {
  return monthNames.indexOf(name.slice(0, 3)) + 1;
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[], language: Language) => readonly WrittenDay[];
}

/** The forms of a written day; the first that fits is taken. Parts are the pattern's groups, blank where one is missing. */
const forms: readonly Form[] = [
  {
    // 2026-08-15, 2026.8.15, 2026 8 15, 2026年8月15日
    pattern: /^(\d{4})(?: ?[-/.,、_年] ?| )(\d{1,2})(?: ?[-/.,、_月] ?| )(\d{1,2}) ?[日号]?$/,
    read: ([year = "", month, day]) => written(year, Number(month), Number(day)),
  },
  {
    // 20260815
    pattern: /^(\d{4})(\d{2})(\d{2})$/,
    read: ([year = "", month, day]) => written(year, Number(month), Number(day)),
  },
  {
    // 二〇二六年八月十五日
    pattern: new RegExp(`^([\\d〇○零一二三四五六七八九]{4})年${number}月${number}[日号]$`),
    read: ([year = "", month = "", day = ""]) => {
      const said = spokenYear(year);
      return said === null ? [] : written(String(said).padStart(4, "0"), smallNumber(month), smallNumber(day));
    },
  },
  {
    // 26年8月15日: the sign tells which one is the year
    pattern: /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/,
    read: ([year = "", month, day]) => written(year, Number(month), Number(day)),
  },
  {
    // 15-8月-26: what databases write in Chinese
    pattern: /^(\d{1,2})-(\d{1,2})月-(\d{4}|\d{2})$/,
    read: ([day, month, year = ""]) => written(year, Number(month), Number(day)),
  },
  {
    // 15/8/2026, 8/15/2026: no country's order is taken for granted
    pattern: /^(\d{1,2})([-/.,_ ])(\d{1,2})\2(\d{4})$/,
    read: ([first, , second, year = ""]) => [
      ...written(year, Number(first), Number(second), "mdy"),
      ...written(year, Number(second), Number(first), "dmy"),
    ],
  },
  {
    // 26.8.15: year first, or last
    pattern: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})$/,
    read: ([first = "", , second = "", third = ""]) => [
      ...(first.length === 2 ? written(first, Number(second), Number(third), "ymd") : []),
      ...(third.length === 2 ? written(third, Number(first), Number(second), "mdy") : []),
      ...(third.length === 2 ? written(third, Number(second), Number(first), "dmy") : []),
    ],
  },
  {
    // 8月15日, 8月15, 八月十五日; not 八月十五, which is the lunar calendar's
    pattern: new RegExp(`^(?:${number}月(\\d{1,2})[日号]?|${number}月${number}[日号])$`),
    read: ([month = "", day = "", spokenMonth = "", spokenDay = ""]) =>
      written(null, smallNumber(month || spokenMonth), smallNumber(day || spokenDay)),
  },
  {
    // 8月底
    pattern: new RegExp(`^${number}月[底末]$`),
    read: ([month = ""]) => written(null, smallNumber(month), "last"),
  },
  {
    // 8.15: the month first in Chinese, in English either way
    pattern: /^(\d{1,2})[-/.](\d{1,2})$/,
    read: ([first = "", second = ""], language) => {
      const monthFirst = written(null, Number(first), Number(second), "mdy");
      const dayFirst = written(null, Number(second), Number(first), "dmy");
      if (Number(second) > 12 || (language === "zh-CN" && Number(first) <= 12)) return monthFirst;
      return [...monthFirst, ...dayFirst];
    },
  },
  {
    // 15号, 十五日, 15th
    pattern: new RegExp(`^(?:${number}[日号]|(\\d{1,2})(?:st|nd|rd|th))$`),
    read: ([day = "", ordinalDay = ""]) => written(null, null, smallNumber(day || ordinalDay)),
  },
  {
    // Aug 15, August 15th, 2026
    pattern: new RegExp(`^${monthName}[-/. ]?${ordinal}${yearBehind}$`),
    read: ([month = "", day, year = ""]) => written(year || null, monthOf(month), Number(day)),
  },
  {
    // 15 Aug, 15th of August 2026, 15-Aug-26
    pattern: new RegExp(`^${ordinal}(?: of)?[-/. ]?${monthName}${yearBehind}$`),
    read: ([day, month = "", year = ""]) => written(year || null, monthOf(month), Number(day)),
  },
  {
    // 2026 Aug 15
    pattern: new RegExp(`^(\\d{4})[-/. ]${monthName}[-/. ]${ordinal}$`),
    read: ([year = "", month = "", day]) => written(year, monthOf(month), Number(day)),
  },
  {
    // end of August
    pattern: new RegExp(`^end of ${monthName}$`),
    read: ([month = ""]) => written(null, monthOf(month), "last"),
  },
];

/**
 * The ways to read a text as a day of the calendar, none where it is not written as one.
 * @param text lower case, half width, simplified characters, no needless spaces
 */
export function writtenDays(text: string, language: Language): readonly WrittenDay[] {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(text);
    if (match)
      return read(
        match.slice(1).map((part) => part ?? ""),
        language,
      );
  }
  return [];
}
