import type { Language } from "./language";
import { plainText, unguarded } from "./tidy";
import type { CellValue } from "./value";

/** A Chinese mobile number: eleven digits, the second one 3 to 9. */
const mobile = /^1[3-9]\d{9}$/;
/** The same with the country's code and with the gaps that people and address books put in. */
const spacedMobile = /^((?:\+|00)86[\s-]*)?(1[\s-]*[3-9](?:[\s-]*\d){9})$/;
/** What may stand in a number: digits, gaps, brackets, a plus sign, and an extension at the end. */
const onePhone = /^(?:\+|\(\+)?(?:[\d().\s-]|(?<=\d)\/(?=\d))+(?:(?:转|分机|ext\.?|x|#)\s*\d{1,6})?$/i;
const between = /[、，,;；\n]|\s\/\s|\/(?=\s*(?:\+|0|1[3-9]\d{9}))/;

/** A date and a decimal number are made of the same characters. */
const noPhone = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|\.\d?$/;
/** What most numbers look like, for a quick look. */
export const usualPhone: Readonly<Record<Language, RegExp>> = {
  "zh-CN": /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/,
  en: /^(?!\d{4}-\d\d?-\d\d?$)\+?\d[\d ()-]{5,13}\d$/,
};

/** Fewest and most digits of a number: service numbers such as 95588 have five; E.164 allows fifteen. */
const fewestDigits = 5;
const mostDigits = 15;

function digitsIn(text: string): string {
  return text.replace(/\D/g, "");
}

/** The numbers of a cell that holds several, as they stand there. */
export function splitPhones(text: string): readonly string[] {
  return text.split(between).flatMap((part) => part.trim() || []);
}

function isPhone(text: string, language: Language): boolean {
  if (!onePhone.test(text) || noPhone.test(text)) return false;
  const digits = digitsIn(text.replace(/(?:转|分机|ext|x|#).*$/i, ""));
  if (digits.length < fewestDigits || digits.length > mostDigits) return false;
  // In China only mobile numbers start with 1 and 3 to 9: a digit too few or too many is a slip.
  if (language === "zh-CN" && /^1[3-9]\d{6,}$/.test(text)) return digits.length === 11;
  return true;
}

/** True for text in which each part reads as a telephone number. */
export function arePhones(text: string, language: Language): boolean {
  const parts = splitPhones(text);
  return parts.length > 0 && parts.every((part) => isPhone(part, language));
}

/**
 * A number as it should stand in a cell: half width, nothing around it, plain hyphens; in Chinese workbooks also no gaps in a
 * mobile number. Other numbers keep their gaps: they part area code, number and extension.
 */
export function plainPhone(text: string, language: Language): string {
  const plain = plainText(unguarded(text)).replace(/[‐‑‒–—−]/g, "-");
  const match = language === "zh-CN" ? spacedMobile.exec(plain) : null;
  return match?.[2] ? (match[1] ?? "") + digitsIn(match[2]) : plain;
}

const powerOfTen = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i;
/** Smallest number that Excel shows as a power of ten in a narrow column, and the zeros that it leaves when that is read back. */
const smallestShortened = 1e9;
const zerosLeft = 1e5;

/**
 * True for what was a telephone number before Excel showed it as a power of ten and somebody saved that: 1.38E+10, or the
 * 13800000000 that it is read back as. Which digits it had nobody knows.
 */
export function isShortened(value: CellValue): boolean {
  if (typeof value === "string") return value.length < 30 && powerOfTen.test(plainText(value));
  return typeof value === "number" && value >= smallestShortened && value % zerosLeft === 0;
}

/**
 * A telephone number that was stored as a number, as text; null where a leading zero may have got lost on the way.
 * Certain are Chinese mobile numbers, with 86 in front or not, Chinese numbers without area code and 400 and 800 numbers,
 * and in English workbooks ten digits that start with 2 to 9.
 */
export function phoneOfNumber(value: number, language: Language): string | null {
  if (!Number.isSafeInteger(value) || value <= 0) return null;
  const digits = String(value);
  if (mobile.test(digits.replace(/^86(?=1)/, ""))) return digits;
  const certain = language === "zh-CN" ? /^(?:[2-8]\d{6,7}|[48]00\d{7})$/ : /^[2-9]\d{9}$/;
  return certain.test(digits) ? digits : null;
}
