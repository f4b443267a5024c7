import type { Language } from "./language";
import { tidyText } from "./tidy";

/** What stands between two entries of a cell that holds several, in each language of a workbook. */
export const entrySeparator: Readonly<Record<Language, string>> = { "zh-CN": "、", en: ", " };

/** What a cell with more than one entry has in it. */
export const severalEntries = /[、，,;；\n/／]/;
const separators = /[、，,;；\n]/;
const slash = /[/／]/;

/**
 * The entries of a cell that holds several, tidied, each once. A `/` parts two entries only where both are known ones: it
 * stands inside names too (成交/流失). A text that is a known entry as a whole is not parted at all.
 * @param entries the list that the field draws from, where it has one
 */
export function splitMulti(text: string, entries: readonly string[] = []): readonly string[] {
  const known = new Set(entries);
  const parted = (part: string): readonly string[] => {
    const name = tidyText(part);
    if (known.has(name) || !slash.test(name)) return [name];
    const pieces = name.split(slash).map(tidyText);
    return pieces.every((piece) => known.has(piece)) ? pieces : [name];
  };
  const whole = tidyText(text);
  const parts = known.has(whole) ? [whole] : whole.split(separators).flatMap(parted);
  return [...new Set(parts)].filter((part) => part !== "");
}

/** The entries in one cell's text. */
export function joinMulti(entries: readonly string[], language: Language): string {
  return entries.join(entrySeparator[language]);
}
