import type { CellValue } from "../values/value";
import type { Language } from "../values/language";
import { readPlainNumber } from "../values/text";
import type { TypedDateContext } from "../values/typedDate";
import { decimalSigns, readWrittenNumber } from "../values/writtenNumber";
import type { ColumnKind } from "./columnKind";
import type { KindField, KindLimits, TypedReading } from "./kind";

export type NumberProblem =
  /** A number, but stored as text: Excel does not add it up. */
  | "textNumber"
  /** Not a number that can be read without a guess. */
  | "notNumber";

/** What a text means where it stands alone; null for none, and where that depends on the decimal sign in use. */
export function readCertainNumber(value: CellValue, language: Language): number | null {
  const written = typeof value === "string" ? readWrittenNumber(value, language) : null;
  if (written === null || written.isWeak) return null;
  const [withPoint = null, withComma = null] = written.by;
  if (withPoint === null || withComma === null) return withPoint ?? withComma;
  return withPoint === withComma || written.usual === "." ? withPoint : null;
}

/** A number by each decimal sign, for columns that are read as a whole. */
export const numberColumn: ColumnKind = {
  question: "decimalSign",
  answers: decimalSigns,
  waysOf: (text, { language }) => {
    const written = readWrittenNumber(text, language);
    if (written === null) return null;
    const { by, usual, isWeak } = written;
    return { meanings: by, doubts: by.map(() => 0), usual, isWeak };
  },
  storedAsText: "textNumber",
};

/** A number typed into a form. */
export function readTypedNumber(text: string, { language }: TypedDateContext): TypedReading {
  // Whoever types here has a point in front of the decimals, and means the workbook's money by any sign.
  const number = readCertainNumber(text, language) ?? readPlainNumber(text);
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
