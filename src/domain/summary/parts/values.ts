import { amountFormat, dayFormat, grey, moneyFormats, rateFormat } from "../summaryPage";
import { valueCells, type ValueLine } from "../summaryValues";
import { columnOf, type PartInput } from "./part";

const formats: Readonly<Record<Exclude<ValueLine["kind"], "amount">, string>> = {
  rate: rateFormat,
  days: "0.0",
  count: amountFormat,
};

/**
 * The block of values: marked as such, with the day they were calculated for.
 * @returns the row where the notes can start
 */
export function putValues({ page, words }: PartInput, row: number, lines: readonly ValueLine[], asOf: number): number {
  if (lines.length === 0) return row;
  page.put(row, 0, valueCells(words, lines, asOf));
  page.style(columnOf(row, 0, 1), { bold: true, size: 13, height: 22 });
  page.style(columnOf(row, 3, 1), { color: grey, align: "right" });
  page.style(columnOf(row, 4, 1), { color: grey, align: "center" });
  page.format(columnOf(row, 4, 1), dayFormat);
  page.style(columnOf(row + 1, 0, 1), { color: grey, size: 9 });
  const first = row + 2;
  lines.forEach(({ kind }, index) =>
    page.format(columnOf(first + index, 3, 1), kind === "amount" ? moneyFormats[words.language] : formats[kind]),
  );
  page.style(columnOf(first, 3, lines.length), { align: "right" });
  page.style(columnOf(first, 4, lines.length), { color: grey, align: "left" });
  return first + lines.length + 1;
}
