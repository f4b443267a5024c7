import { plainText } from "./tidy";
import type { CellValue } from "./value";

/** A space that parts no two words: it stands beside a sign. */
const spaceBesideSign = / ?([^\p{L}\p{M}\p{N} ]) ?/gu;

/** Most values: nothing but small letters, digits and the usual Chinese characters. */
const isPlain = /^[0-9a-z\u4e00-\u9fff]*$/;

/**
 * By what two values of a list are one: spaces and no-break spaces at the ends, the width of letters and signs, and case make no
 * difference. A space between two words does: it may part two people, "王 磊" and "王磊".
 */
export function valueKey(value: CellValue): string {
  const small = String(value).toLowerCase();
  if (isPlain.test(small)) return small;
  const text = plainText(String(value)).toLowerCase();
  return text.replace(/\s+/g, " ").replace(spaceBesideSign, "$1");
}
