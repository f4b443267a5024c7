import type { HostBehaviour } from "../data/hostBehaviour";

/** What a value given through the API turns into in a cell. */
export type CellEntry =
  | { readonly kind: "leave" }
  | { readonly kind: "clear" }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "number"; readonly value: number; readonly numberFormat: string | null }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "text"; readonly text: string };

const dayOf = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;

/** How a workbook's cells read what is put into them. */
export interface ReadingRules {
  readonly date1904: boolean;
  /** Whether texts of dates and times other than ISO dates become such. */
  readonly typedTexts: HostBehaviour["typedTexts"];
  /** The year of a date that is written without one. */
  readonly year: number;
}

/** A day's serial number; null where there is no such day. */
function serialOf(year: number, month: number, day: number, date1904: boolean): number | null {
  const isReal =
    new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12 && year >= 1900;
  return isReal ? dayOf(year, month, day) - (date1904 ? 1462 : 0) : null;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Two digits of a year: 30 and more are of the last century. */
function fullYear(year: string | undefined, now: number): number {
  if (year === undefined) return now;
  const number = Number(year);
  return number >= 100 ? number : number + (number < 30 ? 2000 : 1900);
}

/** Times, amounts, and dates in the order of the United States, which Excel reads whatever its language. */
function readUsText(text: string, { date1904, year }: ReadingRules): CellEntry | null {
  const numbered = (value: number | null, numberFormat: string): CellEntry | null =>
    value === null ? null : { kind: "number", value, numberFormat };
  const time = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?(?:\s*([ap])m?)?$/i.exec(text);
  if (time) {
    const [, hours = "", minutes = "", seconds = "0", half] = time;
    if (Number(minutes) > 59 || Number(seconds) > 59 || (half && Number(hours) > 12)) return null;
    const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hours);
    return numbered((hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400, half ? "h:mm AM/PM" : "h:mm");
  }
  const date = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(text);
  if (date) {
    const [, month = "", , day = "", given] = date;
    return numbered(
      serialOf(fullYear(given, year), Number(month), Number(day), date1904),
      given === undefined ? "d-mmm" : "m/d/yyyy",
    );
  }
  const named = /^([a-z]{3,9})[\s.,-]*(\d{1,2})$|^(\d{1,2})[\s-]*([a-z]{3,9})$/i.exec(text);
  if (named) {
    const month = monthNames.indexOf((named[1] ?? named[4] ?? "").slice(0, 3).toLowerCase()) + 1;
    return numbered(serialOf(year, month, Number(named[2] ?? named[3]), date1904), "d-mmm");
  }
  const amount = /^([$\u20ac\u00a3\u00a5])\s?(\d[\d,]*(?:\.\d+)?)$/.exec(text);
  if (amount) return numbered(Number(amount[2]?.replaceAll(",", "")), `${amount[1] ?? ""}#,##0.00`);
  const negative = /^\((\d[\d,]*(?:\.\d+)?)\)$/.exec(text);
  return negative ? numbered(-Number(negative[1]?.replaceAll(",", "")), "General") : null;
}

/**
 * Reads a value the way Excel reads what is typed: `=`, `+`, `-` and `@` begin a formula, a leading `'` forces text and is
 * not kept, texts that look like numbers, dates or truth values become them unless the cell is formatted as text.
 */
export function readEntry(value: unknown, numberFormat: string, rules: ReadingRules): CellEntry {
  if (value === null || value === undefined) return { kind: "leave" };
  if (typeof value === "number") return { kind: "number", value, numberFormat: null };
  if (typeof value === "boolean") return { kind: "boolean", value };
  const text = String(value);
  if (text === "") return { kind: "clear" };
  if (text.startsWith("'")) return { kind: "text", text: text.slice(1) };
  // A cell that is formatted as text keeps what is put into it, formulas included.
  if (numberFormat === "@") return { kind: "text", text };
  const trimmed = text.trim();
  const plain = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?$/i;
  if (/\d/.test(trimmed) && plain.test(trimmed)) {
    return { kind: "number", value: Number(trimmed.replaceAll(",", "")), numberFormat: null };
  }
  const percent = /^([+-]?\d+(?:\.\d+)?)%$/.exec(trimmed);
  if (percent) return { kind: "number", value: Number(percent[1]) / 100, numberFormat: "0%" };
  if (/^(true|false)$/i.test(trimmed)) return { kind: "boolean", value: trimmed.toLowerCase() === "true" };
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(trimmed);
  if (date) {
    const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
    const serial = serialOf(year, month, day, rules.date1904);
    if (serial !== null) return { kind: "number", value: serial, numberFormat: "yyyy/m/d" };
  }
  const typed = rules.typedTexts === "usStyle" ? readUsText(trimmed, rules) : null;
  if (typed) return typed;
  if (/^[=]./s.test(text)) return { kind: "formula", formula: text };
  if (/^[+\-@]./s.test(text)) return { kind: "formula", formula: `=${text}` };
  return { kind: "text", text };
}
