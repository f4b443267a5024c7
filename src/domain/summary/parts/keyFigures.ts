import { figureNames, type KeyFigures } from "../../measures/figures";
import { smallestSample } from "../../measures/wilson";
import { todayName } from "../../schema/settingsNames";
import type { CellInput } from "../../values/value";
import type { Area } from "../../workbook/area";
import { quoteText } from "../../workbook/formulaText";
import { intervalText } from "../figureFormulas";
import { amountFormat, dayFormat, grey, rateFormat } from "../summaryPage";
import { summaryText } from "../summaryText";
import { columnOf, type PartInput } from "./part";

/** Two bands of seven figures: what needs work, and what came of it. */
const bands: readonly (readonly (keyof KeyFigures)[])[] = [
  ["open", "overdue", "dueToday", "stale", "stuck", "noNextStep", "incomplete"],
  ["winRate", "won", "lost", "parked", "revisit", "pipelineAmount", "wonAmount"],
];
const bandRows = [3, 6] as const;
/** Row of the page in which its first named figure stands, in the first column. */
export const figuresRow = bandRows[0];
/** Row with the cases and the interval of the win rate. */
const casesRow = 8;

/** Heading, review day and the two bands of key figures. @returns the cell of each figure */
export function putFigures(input: PartInput): ReadonlyMap<keyof KeyFigures, Area> {
  const { page, words, figures } = input;
  const summary = summaryText[words.language];
  const names = new Map<keyof KeyFigures, Area>();
  page.put(0, 0, [[summary.heading], [summary.asOf, { formula: `=${todayName}` }]]);
  page.style(columnOf(0, 0, 1), { bold: true, size: 18, height: 30 });
  page.style({ row: 1, column: 0, rows: 1, columns: 2 }, { color: grey, align: "left" });
  page.format(columnOf(1, 1, 1), dayFormat);
  bands.forEach((band, index) => {
    const row = bandRows[index] ?? figuresRow;
    const line: Area = { row, column: 0, rows: 1, columns: band.length };
    page.put(row, 0, [band.map((key) => figures[key]), band.map((key) => summary.figures[key])]);
    page.style(line, { bold: true, size: 14, height: 24, align: "left" });
    page.style({ ...line, row: row + 1 }, { color: grey, align: "left" });
    band.forEach((key, column) => {
      const cell = columnOf(row, column, 1);
      names.set(key, cell);
      page.format(cell, key === "winRate" ? rateFormat : amountFormat);
    });
  });
  page.put(casesRow, 0, [[winRateCases(input)]]);
  page.style(columnOf(casesRow, 0, 1), { color: grey, size: 9 });
  return names;
}

/** What the win rate was divided from, and its interval. */
function winRateCases({ words, headers }: PartInput): CellInput {
  if (!headers.fields.has("stage")) return "";
  const { won, lost } = figureNames;
  const decided = `(${won}+${lost})`;
  const interval = `IF(${decided}<${smallestSample},""," ("&${intervalText({ part: won, rest: lost, whole: decided })}&")")`;
  const { winRateOf } = summaryText[words.language];
  return { formula: `=${won}&"/"&${decided}&${interval}&"  "&${quoteText(winRateOf)}` };
}
