import type { CellValue } from "../values/value";
import type { Language } from "../values/language";
import { readPlainNumber } from "../values/text";
import { plainText } from "../values/tidy";
import type { KindField, KindLimits, TypedReading } from "./kind";

export type NumberProblem =
  /** A number, but stored as text: Excel does not add it up. */
  | "textNumber"
  /** Not a number that can be read without a guess. */
  | "notNumber";

/** Signs of money that is not the workbook's: taking them off would change what the number says. */
const foreignMoney: Readonly<Record<Language, RegExp>> = { "zh-CN": /[$€£]/, en: /[¥元]/ };

/** A number typed as text, where only one reading is possible: gaps and commas only between groups of three digits. */
export function readCertainNumber(value: CellValue, language: Language): number | null {
  if (typeof value !== "string") return null;
  const plain = plainText(value);
  // ⑤ and 5² would come out as 5 and 52.
  if (/\p{No}/u.test(value)) return null;
  if (foreignMoney[language].test(plain)) return null;
  if (/\d\s+\d/.test(plain) && !/^\D*\d{1,3}(?:\s\d{3})+(?:\D.*)?$/.test(plain)) return null;
  return readPlainNumber(plain);
}

/** A number typed into a form. */
export function readTypedNumber(text: string): TypedReading {
  const number = readPlainNumber(text);
  return number === null ? { kind: "unreadable" } : { kind: "value", value: number };
}

/** Limits that are numbers as they stand. */
export const numberLimits: KindLimits = {
  of: "number",
  measured: (value) => value,
  ofCell: (value) => (typeof value === "number" ? value : null),
  ofText: (text) => {
    const number = Number(text);
    return Number.isFinite(number) ? number : null;
  },
  example: null,
  toJson: (limit) => limit,
  ofJson: (value) => (typeof value === "number" && Number.isFinite(value) ? value : null),
};

/** Any number that a cell can show in full: refunds are negative. */
const smallestNumber = -1e15;

/** Limits as an Excel rule for numbers has them: it must have a smallest one. */
export function excelLimits({ min, max }: KindField): { readonly minimum: number; readonly maximum: number | null } {
  return { minimum: Math.max(min ?? smallestNumber, smallestNumber), maximum: max };
}

/** The same as conditions. */
export function limitConditions(cell: string, { min, max }: Pick<KindField, "min" | "max">): readonly string[] {
  return [...(min === null ? [] : [`${cell}>=${min}`]), ...(max === null ? [] : [`${cell}<=${max}`])];
}
