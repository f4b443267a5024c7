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
