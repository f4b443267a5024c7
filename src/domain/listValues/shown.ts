import { valueKey } from "../values/valueKey";
import type { CellValue } from "../values/value";

/** How a number of a stage column stands on the sheet, for whoever looks at it. */
export type ShowNumber = (value: number) => string;

/** A value without a format of its own, as Excel shows it. */
export function plainShown(value: CellValue): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

const asPercent: ShowNumber = (value) => `${Number((value * 100).toFixed(2))}%`;

/**
 * Shares of one are odds, which a sheet shows in percent: several numbers from 0 to 1, not all of them whole, or one beside texts in percent.
 * Others stand as they are.
 */
export function percentIfShares(cells: Iterable<CellValue>): ShowNumber {
  const values = [...cells];
  const numbers = values.filter((value) => typeof value === "number");
  const isSeveral = numbers.length > 1 || values.some((value) => /^\d+(\.\d+)?\s*%$/.test(valueKey(value)));
  const areShares =
    numbers.every((value) => value >= 0 && value <= 1) && numbers.some((value) => value > 0 && value < 1);
  return areShares && isSeveral ? asPercent : String;
}
