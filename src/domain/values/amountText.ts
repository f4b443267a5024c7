import type { Language } from "./language";

/** Units that amounts are told in, the largest first: each language counts in its own. */
const units: Readonly<Record<Language, readonly { readonly size: number; readonly sign: string }[]>> = {
  "zh-CN": [
    { size: 1e8, sign: "亿" },
    { size: 1e4, sign: "万" },
  ],
  en: [
    { size: 1e9, sign: "B" },
    { size: 1e6, sign: "M" },
    { size: 1e3, sign: "K" },
  ],
};

/** Amounts below it stand in full, whatever the language: nobody rounds 3,200. */
const smallestShort = 10_000;
/** Digits that are left of a longer amount. */
const digits = 3;

/** The whole amount, with the language's marks between groups of digits. */
export function fullAmount(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value);
}

/** An amount as people say it: 12.3万 or 1.2亿, 123K or 12.3M, to three digits; below 10,000 the whole amount. */
export function shortAmount(value: number, language: Language): string {
  if (Math.abs(value) < smallestShort) return fullAmount(value, language);
  // Rounded first, so that 99,999,600 is 1亿 and not 10000万.
  const rounded = Number(value.toPrecision(digits));
  const unit = units[language].find(({ size }) => Math.abs(rounded) >= size);
  if (unit === undefined) return fullAmount(value, language);
  const said = new Intl.NumberFormat(language, { maximumSignificantDigits: 15 }).format(
    // From a thousand units on whole ones are told: 1,235万 is no longer to say than 1,240万.
    Math.abs(rounded) >= 1000 * unit.size
      ? Math.round(value / unit.size)
      : Number((rounded / unit.size).toPrecision(digits)),
  );
  return `${said}${unit.sign}`;
}
