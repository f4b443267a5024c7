import { foldText } from "../../values/text";
import type { CellValue } from "../../values/value";
import { isSeen, type Span } from "./cells";

const totalWord =
  /^(?:[本全总][页月年季部]?度?|各?部门|所有)?(?:合计|总计|小计|汇总|共计|总和|累计|合計|總計|小計|匯總)(?:[:(].*)?$|^(?:grand|sub)?-?totals?(?:[:(].*)?$|^(?:grand)?sum:?$/;
/** What Excel's own subtotals write behind the group's name: 王磊 汇总, East Total. */
const totalEnding =
  /(?:合计|总计|小计|汇总|计数|平均值|合計|總計|小計)[:：]?\s*$|[\s-](?:sub-?\s?total|total|count|average)s?:?\s*$/i;
/** 8 家, ¥1,200, 45 %: counts and sums as people write them into a row of totals. */
const numberText = /^[^\p{L}]*\d[^\p{L}]*(?:万?元|[万亿家个条户人笔项单]|%|k|m)?$/iu;
const longestTotal = 60;
/** A sign or a word that every text of a total has: most texts are told from one by it alone. */
const totalSign = /[计計总總汇匯和值]|total|sum|count|average/i;

/**
 * True for a row of sums: one cell says so, and beside it stand numbers alone. A customer called Total has an owner or a stage in words.
 */
export function isTotalRow(row: readonly CellValue[], { first, end }: Span): boolean {
  let [isNamed, isEnding, numbers] = [false, false, 0];
  for (let column = first; column < end; column += 1) {
    const value = row[column];
    if (!isSeen(value)) continue;
    if (typeof value !== "string" || (value.length < longestTotal && numberText.test(value.trim()))) numbers += 1;
    else if (value.length >= longestTotal || !totalSign.test(value)) return false;
    else if (totalWord.test(foldText(value))) isNamed = true;
    else if (totalEnding.test(value)) isEnding = true;
    else return false;
  }
  return isNamed || (isEnding && numbers > 0);
}

/** Sums of the columns' numbers, from the first row on and from the last break on. */
export interface RunningSums {
  readonly add: (row: readonly CellValue[]) => void;
  /** The next rows begin a part of their own. */
  readonly startPart: () => void;
  /** True for a row of numbers alone of which at least half are the sums of what stands above. */
  readonly areIn: (row: readonly CellValue[]) => boolean;
}

/** Keeps the sums of a list's columns while its rows are gone through. */
export function runningSums({ first, end }: Span): RunningSums {
  const wholes = { sums: new Float64Array(end), numbers: new Int32Array(end) };
  const parts = { sums: new Float64Array(end), numbers: new Int32Array(end) };
  // The sum of one number is that number, which proves nothing.
  const isSum = (value: number, column: number, { sums, numbers }: typeof wholes) =>
    value !== 0 &&
    (numbers[column] ?? 0) > 1 &&
    Math.abs(value - (sums[column] ?? 0)) <= 1e-9 * Math.max(1, Math.abs(value));
  return {
    add: (row) => {
      for (let column = first; column < end; column += 1) {
        const value = row[column];
        if (typeof value !== "number") continue;
        for (const { sums, numbers } of [wholes, parts]) {
          sums[column] = (sums[column] ?? 0) + value;
          numbers[column] = (numbers[column] ?? 0) + 1;
        }
      }
    },
    startPart: () => {
      parts.sums.fill(0);
      parts.numbers.fill(0);
    },
    areIn: (row) => {
      let [sums, others] = [0, 0];
      for (let column = first; column < end; column += 1) {
        const value = row[column];
        if (!isSeen(value)) continue;
        if (typeof value !== "number") return false;
        if (isSum(value, column, wholes) || isSum(value, column, parts)) sums += 1;
        else others += 1;
      }
      return sums > 0 && sums >= others;
    },
  };
}
