import { dayOrders, firstBelievedYear, lastBelievedYear, readCellDate, readFullDate } from "../values/cellDate";
import { dateLimits, dateOf, isDateSerial, isoOfSerial, serialOf, serialOfIso, type DateSystem } from "../values/date";
import { readTypedDate } from "../values/typedDate";
import type { CellValue } from "../values/value";
import { mostDoubt, type ColumnBook, type Ways } from "./columnKind";
import { ruleOf, type Kind, type KindField, type Untidy } from "./kind";

type DateProblem =
  /** A date, but stored as text or as a number such as 20260807: Excel cannot compare it. */
  | "textDate"
  /** Not a date that can be read without a guess. */
  | "notDate";

function dateOfDigits(value: number, system: DateSystem): number | null {
  if (!Number.isInteger(value)) return null;
  const year = Math.floor(value / 10_000);
  if (year < firstBelievedYear || year > lastBelievedYear) return null;
  return serialOf({ year, month: Math.floor(value / 100) % 100, day: value % 100 }, system);
}

function readStored(value: CellValue, system: DateSystem): number | null {
  if (typeof value === "number") return dateOfDigits(value, system);
  return typeof value === "string" ? readFullDate(value, system) : null;
}

/** Years before and after today's in which a year of two digits is believed, and those in which it is not ruled out. */
const nearYears = 5;
const yearsBack = 15;
const yearsAhead = 10;

function doubtOf(year: number, thisYear: number): number {
  const ahead = year - thisYear;
  if (Math.abs(ahead) <= nearYears) return 0;
  return ahead >= -yearsBack && ahead <= yearsAhead ? 1 : mostDoubt;
}

/** A date in each order of the numbers. Its years are doubted only where the order changes them. */
function dateWays(text: string, { system, language, today }: ColumnBook): Ways | null {
  const days = readCellDate(text, system, today);
  if (days === null) return null;
  const years = days.map((day) => (typeof day === "number" ? dateOf(day, system).year : null));
  const thisYear = dateOf(today, system).year;
  const isDoubted = new Set(years.filter((year) => year !== null)).size > 1;
  return {
    meanings: days,
    doubts: years.map((year) => (isDoubted && year !== null ? doubtOf(year, thisYear) : 0)),
    usual: language === "zh-CN" && years.every((year) => year === null) ? "mdy" : null,
    isWeak: false,
  };
}

/** First and last whole day that a date field takes, within what the workbook can count. */
function daysOf({ min, max }: KindField, system: DateSystem): { readonly first: number; readonly last: number } {
  const { first, last } = dateLimits[system];
  const within = (day: number) => Math.min(Math.max(day, first), last);
  return { first: within(Math.ceil(min ?? first)), last: within(Math.floor(max ?? last)) };
}

/** A day, with or without a time of day. */
export const date: Kind<DateProblem | Untidy> = {
  words: {
    "zh-CN": {
      name: "日期",
      hint: "填写日期，例如 2026-08-07。",
      alert: (header) => `“${header}”要填日期，例如 2026-08-07。`,
    },
    en: {
      name: "Date",
      hint: "Enter a date, for example 2026-08-07.",
      alert: (header) => `“${header}” takes a date, for example 2026-08-07.`,
    },
  },
  rule: ({ system }) =>
    ruleOf<DateProblem>(
      (value) => {
        if (typeof value === "number" && isDateSerial(value, system)) return null;
        return readStored(value, system) === null ? "notDate" : "textDate";
      },
      (value) => readStored(value, system),
    ),
  column: { question: "dayOrder", answers: dayOrders, waysOf: dateWays, storedAsText: "textDate" },
  readTyped: (typed, context) => {
    const read = readTypedDate(typed, context);
    switch (read.kind) {
      case "date":
        return { kind: "value", value: read.serial };
      case "ambiguous":
        return { kind: "asked", candidates: read.candidates };
      case "none":
        return { kind: "unreadable" };
    }
  },
  shown: isoOfSerial,
  format: "yyyy-mm-dd",
  limits: {
    of: "date",
    measured: Math.floor,
    ofCell: (value) => (typeof value === "number" ? value : null),
    ofText: serialOfIso,
    example: "2026-01-31",
    // Days stand as ISO dates, so that they mean the same day in a workbook of the other date system.
    toJson: (limit, system) =>
      Number.isInteger(limit) && isDateSerial(limit, system) ? isoOfSerial(limit, system) : limit,
    ofJson: (value, system) => {
      if (typeof value === "number") return value;
      return typeof value === "string" ? serialOfIso(value, system) : null;
    },
  },
  cellTest: (cell, { system }, field) => {
    const { first, last } = daysOf(field, system);
    return {
      // One second before midnight: a date may carry a time of day. A number such as 20260807 is none.
      rule: { type: "date", minimum: first, maximum: last + 0.99999 },
      // A date may carry a time of day: the last day counts as a whole.
      conditions: [`ISNUMBER(${cell})`, `${cell}>=${first}`, `${cell}<${last + 1}`],
      isLong: false,
    };
  },
  list: null,
  tableSchema: { marks: { type: "date" } },
  form: { control: "line", echoes: true },
};
