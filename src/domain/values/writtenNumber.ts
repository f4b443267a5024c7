import type { Language } from "./language";
import { plainText, unguarded } from "./tidy";

/** What parts whole numbers from their decimals. */
export type DecimalSign = "." | ",";

/** A text as a number by each decimal sign. */
export interface WrittenNumber {
  /** By `decimalSigns`; null where the text is no number with that sign. */
  readonly by: readonly (number | null)[];
  /** The sign that people take for granted in both languages where nothing speaks for the other one: 12,000 is twelve thousand. */
  readonly usual: DecimalSign | null;
  /** True where the only reading is no proof of its sign: 3,5 may be three to five. */
  readonly isWeak: boolean;
}

export const decimalSigns: readonly DecimalSign[] = [".", ","];

/** Longest text that is looked at as a number. */
const longestNumber = 60;

/** Signs of money that is not the workbook's: taking them off would change what the number says. */
const foreignMoney: Readonly<Record<Language, RegExp>> = {
  "zh-CN": /[$€£]|usd|eur|gbp|hkd|美元|美金|欧元|英镑|港币|港元|日元/i,
  en: /[¥元块]|rmb|cny|人民币/i,
};
const money = "(?:us\\$|[¥$€£]|rmb|cny|usd|eur|gbp|人民币|元整|元|块钱|块|圆)";
const about = /^(?:约|大约|大概|差不多|将近|近|[~～≈]|approx\.?|about|circa|ca\.)\s*/i;
const orSo = /\s*(?:左右|上下)$/;
const units: Readonly<Record<string, number>> = {
  千: 1000,
  k: 1000,
  万: 10_000,
  萬: 10_000,
  w: 10_000,
  百万: 1_000_000,
  m: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
};
const form = new RegExp(
  `^([+-])?\\s*${money}?\\s*([+-])?\\s*(\\d(?:[\\d.,' ]*\\d)?)\\s*(百万|千万|千|万|萬|亿|[kwm])?\\s*${money}?$`,
  "i",
);

/** Digits in groups of three, one sign between them all; or without any sign. */
function wholeOf(text: string, decimal: DecimalSign): string | null {
  if (/^\d+$/.test(text)) return text;
  const [, sign] = /^[1-9]\d{0,2}([.,' ])\d{3}/.exec(text) ?? [];
  if (sign === undefined || sign === decimal) return null;
  const [first = "", ...groups] = text.split(sign);
  return groups.every((group) => /^\d{3}$/.test(group)) ? first + groups.join("") : null;
}

function digitsBy(core: string, decimal: DecimalSign): number | null {
  const [whole = "", decimals, ...more] = core.split(decimal);
  const plain = wholeOf(whole, decimal);
  if (plain === null || more.length > 0) return null;
  if (decimals === undefined) return Number(plain);
  return /^\d+$/.test(decimals) ? Number(`${plain}.${decimals}`) : null;
}

/** Rounding takes the binary noise off 1.23 * 10000, not digits that somebody typed. */
function times(number: number, unit: number): number {
  return unit === 1 ? number : Math.round(number * unit * 1e6) / 1e6;
}

/**
 * Reads a text as one number, whichever decimal sign its writer uses: 1,200.50, 1.250,50, 1 250,50, ¥12,000, 约5万, 1.2w, (1,200).
 * Ranges, shares and other units are no numbers.
 * @returns null for what is none with either sign
 */
export function readWrittenNumber(text: string, language: Language): WrittenNumber | null {
  // ⑤ and 5² would come out as 5 and 52.
  if (text.length > longestNumber || !/\d|[０-９]/.test(text) || /\p{No}/u.test(text)) return null;
  const plain = plainText(unguarded(text))
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/’/g, "'")
    .replace(/\s+/g, " ");
  if (foreignMoney[language].test(plain)) return null;
  const bare = plain.replace(about, "").replace(orSo, "");
  const [, inBrackets] = /^\(([^()]*)\)$/.exec(bare) ?? [];
  const [, before, behind, core = "", unit] = form.exec(inBrackets ?? bare) ?? [];
  if (core === "" || [before, behind, inBrackets].filter((sign) => sign !== undefined).length > 1) return null;
  const sign = before === "-" || behind === "-" || inBrackets !== undefined ? -1 : 1;
  const factor = sign * (units[unit?.toLowerCase() ?? ""] ?? 1);
  const by = decimalSigns.map((decimal) => {
    const number = digitsBy(core, decimal);
    return number === null ? null : times(number, factor);
  });
  if (by.every((number) => number === null)) return null;
  const [withPoint, withComma] = by;
  return {
    by,
    usual: withPoint !== null && withPoint !== withComma && !core.includes(".") ? "." : null,
    isWeak: withPoint === null && /^\d+,(?:\d|\d{3,})$/.test(core),
  };
}
