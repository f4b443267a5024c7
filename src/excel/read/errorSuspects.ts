import { isErrorText, type CellValue } from "../../domain/values/value";
import type { ValueGrid } from "../../domain/workbook/snapshot";

/** True for a text that could be an error in some language: one word, `#` and capitals. People write `#1 客户` and `#important` too. */
export function isSuspect(value: CellValue): value is string {
  if (typeof value !== "string" || value.charCodeAt(0) !== 35 || isErrorText(value)) return false;
  return /^#[^\s#\p{Ll}]{1,30}$/u.test(value) && /\p{L}/u.test(value);
}

/** Knows errors in what was read: gives them the texts that they have in English. One small round trip where a new text turns up. */
export type ErrorTexts = (context: Excel.RequestContext, grids: readonly ValueGrid[]) => Promise<readonly ValueGrid[]>;
