import { plainText } from "./tidy";
import type { CellValue } from "./value";

/** A space that parts no two words: it stands beside a sign. */
const spaceBesideSign = / ?([^\p{L}\p{M}\p{N} ]) ?/gu;

/**
 * By what two values of a list are one: spaces and no-break spaces at the ends, the width of letters and signs, and case make no
 * difference. A space between two words does: it may part two people, "王 磊" and "王磊".
 */
export function valueKey(value: CellValue): string {
  const text = plainText(String(value)).toLowerCase();
  return text.replace(/\s+/g, " ").replace(spaceBesideSign, "$1");
}
