import { isShortened, splitPhones } from "../values/phone";
import { plainText } from "../values/tidy";
import type { CellValue } from "../values/value";

/** A number within a text, with its extension. Brackets, gaps and hyphens are part of it. */
const phoneRun = /(?:\(?\+\s*)?\(?\d[\d().\s-]*(?:\s*(?:转|分机|ext\.?|x|#)\s*\d{1,6})?/gi;
const mobile = /^1[3-9]\d{9}$/;
const extension = /(?:转|分机|ext\.?|x|#)\s*(\d+)\s*$/i;
/** Service numbers have five digits; shorter runs are counts or room numbers. */
const fewestDigits = 5;
/** As many as E.164 allows, and an international prefix. */
const mostDigits = 17;

/** True for a Chinese mobile number as most cells hold it: it is its own key. */
export function isMobile(text: string): boolean {
  return mobile.test(text);
}

/**
 * The telephone numbers in a cell, for comparing: digits only, without China's country code and without the zero in front
 * of an area code; an extension follows behind an `x`. `+86 10-6234 5678 转 801` is `1062345678x801`.
 */
export function normalisedPhones(value: CellValue): readonly string[] {
  if (typeof value === "boolean" || value === "") return [];
  if (typeof value === "string" && isMobile(value)) return [value];
  // Whose digits are lost is like nobody else.
  if (isShortened(value)) return [];
  const keys = splitPhones(plainText(String(value)).replace(/[‐‑‒–—−]/g, "-")).flatMap((part) =>
    (part.match(phoneRun) ?? []).flatMap((run) => runsOf(run).flatMap((one) => phoneKey(one) ?? [])),
  );
  return keys.length > 1 ? [...new Set(keys)] : keys;
}

/** Two numbers with nothing but a gap between them are longer than any number. */
function runsOf(run: string): readonly string[] {
  return run.replace(/\D/g, "").length > mostDigits ? run.trim().split(/\s+/) : [run];
}

function phoneKey(run: string): string | null {
  const inner = extension.exec(run)?.[1];
  const digits = run.replace(extension, "").replace(/\D/g, "");
  if (digits.length < fewestDigits) return null;
  const abroad = /^\(?\+/.test(run) ? digits : digits.startsWith("00") ? digits.slice(2) : null;
  const national =
    abroad === null ? digits.replace(/^86(?=1[3-9]\d{9}$)/, "") : abroad.startsWith("86") ? abroad.slice(2) : abroad;
  const key = national.replace(/^0+/, "");
  return inner === undefined ? key : `${key}x${inner}`;
}

/** True for a number that tells one customer from another; 00000000 and 12345678 are written where there is none. */
export function isTelling(phone: string): boolean {
  return phone.length >= 7 && !/^(\d)\1+$/.test(phone) && !"1234567890".startsWith(phone);
}
