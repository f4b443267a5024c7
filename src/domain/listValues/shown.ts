import type { CellValue } from "../values/value";

/** How a number of a stage column stands on the sheet, for whoever looks at it. */
export type ShowNumber = (value: number) => string;

/** A value without a format of its own, as Excel shows it. */
export function plainShown(value: CellValue): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

const asPercent: ShowNumber = (value) => `${Number((value * 100).toFixed(2))}%`;

/** Shares of one are odds, which a sheet shows in percent: several numbers from 0 to 1, not all of them whole. Others stand as they are. */
export function percentIfShares(cells: Iterable<CellValue>): ShowNumber {
  const numbers = [...cells].filter((value) => typeof value === "number");
  const areShares =
    numbers.every((value) => value >= 0 && value <= 1) && numbers.some((value) => value > 0 && value < 1);
  return areShares && numbers.length > 1 ? asPercent : String;
}
