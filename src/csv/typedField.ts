/**
 * What a field of a text file is: Excel would take a good deal for numbers and dates that were neither. A field stays the text that
 * it is where a number would hide what the file does not say any more, or what only its column can tell.
 */
import { serialOf } from "../domain/values/date";

/** How a value is written, so that a cell can show it so again. */
export type WrittenForm =
  "plain" | "date" | "chineseDate" | "dateTime" | "percent" | "percentWithDecimals" | "grouped" | "groupedWithDecimals";

export interface TypedField {
  /** Dates are serial numbers of the 1900 system. */
  readonly value: string | number | boolean;
  readonly form: WrittenForm;
}

/** The sign before the decimals of a column's numbers; `open` where neither its values nor the file settle it. */
export type DecimalSign = "." | "," | "open";

/** Longer fields are sentences; no number or date needs so many characters. */
const longestValue = 40;
/** Digits that a number keeps in Excel. */
const digitsKept = 15;

const text = (value: string): TypedField => ({ value, form: "plain" });

/**
 * What stands behind the mark by which programs keep Excel from reading digits as a number: `="00123"`, a tab or an apostrophe in
 * front. Null where there is none.
 */
function behindGuard(field: string): string | null {
  const formula = /^="([^"]{0,255})"$/.exec(field);
  if (formula?.[1] !== undefined) return formula[1];
  return /^(?:\t+|')[-+=@]?\d/.test(field) ? field.replace(/^(?:\t+|')/, "").trimEnd() : null;
}

const serialOfDay = (year: string, month: string, day: string): number | null =>
  serialOf({ year: Number(year), month: Number(month), day: Number(day) }, 1900);

function asDate(field: string): TypedField | null {
  if (!/^\d{4}[-/年]/.test(field)) return null;
  const date = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(field) ?? /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/.exec(field);
  if (date !== null) {
    const serial = serialOfDay(date[1] ?? "", date[3] ?? "", date[4] ?? "");
    return serial === null ? null : { value: serial, form: date[2] === "年" ? "chineseDate" : "date" };
  }
  const time = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(field);
  if (time === null) return null;
  const serial = serialOfDay(time[1] ?? "", time[2] ?? "", time[3] ?? "");
  const [hours, minutes, seconds] = [Number(time[4]), Number(time[5]), Number(time[6] ?? 0)];
  if (serial === null || hours > 23 || minutes > 59 || seconds > 59) return null;
  return { value: serial + (hours * 3600 + minutes * 60 + seconds) / 86_400, form: "dateTime" };
}

/** Digits in groups of three with the other sign between them, or without; then decimals. */
const written: Readonly<Record<"." | ",", RegExp>> = {
  ".": /^-?(?:\d{1,3}(?:,\d{3}){1,9}|\d{1,30})?(?:\.\d{0,20})?$/,
  ",": /^-?(?:\d{1,3}(?:\.\d{3}){1,9}|\d{1,30})?(?:,\d{0,20})?$/,
};

/** A number's digits with a point before its decimals, or null where the field is no number under that decimal sign. */
function plainNumber(field: string, sign: "." | ","): string | null {
  if (!/\d/.test(field) || !written[sign].test(field)) return null;
  return sign === "." ? field.replaceAll(",", "") : field.replaceAll(".", "").replace(",", ".");
}

/** Whether a number reads the same under both signs, or only under one of them. */
function isSettled(field: string): boolean {
  return /^-?\d{1,30}$/.test(field) || (written["."].test(field) && !written[","].test(field));
}

const isMobilePhone = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits);

function asNumber(field: string, sign: DecimalSign): TypedField | null {
  const plain = plainNumber(field, sign === "," ? "," : ".");
  if (plain === null || (sign === "open" && !isSettled(field))) return null;
  const digits = plain.replace(/\D/g, "").replace(/^0+/, "");
  if (/^-?0\d/.test(plain) || digits.length > digitsKept || isMobilePhone(plain)) return null;
  const grouped = sign === "," ? /\d\.\d/.test(field) : field.includes(",");
  const form = !grouped ? "plain" : plain.includes(".") ? "groupedWithDecimals" : "grouped";
  return { value: Number(plain), form };
}

function asPercent(field: string, sign: DecimalSign): TypedField | null {
  if (!field.endsWith("%")) return null;
  const number = asNumber(field.slice(0, -1), sign);
  if (number === null || typeof number.value !== "number") return null;
  const form = Number.isInteger(number.value) ? "percent" : "percentWithDecimals";
  return { value: number.value / 100, form };
}

/** Reads one field; `sign` is what its column settled. */
export function typedField(field: string, sign: DecimalSign): TypedField {
  if (field.length > longestValue) return text(behindGuard(field) ?? field);
  const guarded = behindGuard(field);
  if (guarded !== null) return text(guarded);
  const trimmed = field.trim();
  if (/^(?:true|false)$/i.test(trimmed)) return { value: trimmed.toUpperCase() === "TRUE", form: "plain" };
  return asDate(trimmed) ?? asPercent(trimmed, sign) ?? asNumber(trimmed, sign) ?? text(field);
}

/** `980,00` and `1.250,50` can only have a decimal comma, `0.5` and `1,250.50` only a decimal point; `12.500` may have either. */
const onlyComma = /^-?(?:\d{1,3}(?:\.\d{3}){0,9}|\d{1,30}),(?:\d{1,2}|\d{4,20})%?$/;
const onlyPoint = /^-?(?:\d{1,3}(?:,\d{3}){0,9}|\d{1,30})?\.(?:\d{1,2}|\d{4,20})%?$/;
const severalGroups: Readonly<Record<"." | ",", RegExp>> = {
  ".": /^-?\d{1,3}(?:,\d{3}){2,9}(?:\.\d{0,20})?%?$/,
  ",": /^-?\d{1,3}(?:\.\d{3}){2,9}(?:,\d{0,20})?%?$/,
};

/** What the fields of a column say of their decimal sign. */
interface Evidence {
  comma: boolean;
  point: boolean;
}

function noteSign(field: string, evidence: Evidence): void {
  if (field.length > longestValue || !/[.,]/.test(field)) return;
  const value = field.trim();
  if (onlyComma.test(value) || severalGroups[","].test(value)) evidence.comma = true;
  if (onlyPoint.test(value) || severalGroups["."].test(value)) evidence.point = true;
}

/**
 * The decimal signs of a table's columns.
 * @param separator of the file: where commas separate the fields, numbers are not written with them
 */
export function decimalSigns(rows: readonly (readonly string[])[], separator: string): readonly DecimalSign[] {
  const columns: Evidence[] = [];
  for (const row of rows) row.forEach((field, at) => noteSign(field, (columns[at] ??= { comma: false, point: false })));
  return columns.map(({ comma, point }) => {
    if (comma !== point) return comma ? "," : ".";
    return !comma && separator === "," ? "." : "open";
  });
}
