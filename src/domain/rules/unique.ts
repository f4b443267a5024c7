import { foldText } from "../values/text";
import { isBlank, isErrorText, type CellValue } from "../values/value";

/** A value with nothing to fold but its case. */
const plain = /^[!-~]+$/;

/** What a value is compared by where no two rows may have the same; null for blank cells and errors. Width and case make no difference. */
export function uniqueKey(value: CellValue): string | null {
  if (isBlank(value) || isErrorText(value)) return null;
  const text = String(value);
  return plain.test(text) ? text.toLowerCase() : foldText(text);
}

/** Places of the rows that have the same key, by two and more; in the order of their first row. */
export function sameKeys(keys: readonly (string | null)[]): readonly (readonly number[])[] {
  const firstOf = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  keys.forEach((key, place) => {
    if (key === null) return;
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, place);
      return;
    }
    const places = repeated.get(key);
    if (places) places.push(place);
    else repeated.set(key, [first, place]);
  });
  return [...repeated.values()];
}
