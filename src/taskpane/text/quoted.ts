import type { CellValue } from "../../domain/values/value";

/**
 * A cell's value as a sentence repeats it: without spaces at its ends, in quotes, cut where it is long.
 * @param longest characters that are kept
 */
export function quoted(value: CellValue, longest: number): string {
  const text = String(value).trim();
  return `“${text.length > longest ? `${text.slice(0, longest)}…` : text}”`;
}
