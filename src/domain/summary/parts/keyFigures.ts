import { figureNames, type KeyFigures } from "../../measures/figures";
import { smallestSample } from "../../measures/wilson";
import type { CellInput } from "../../values/value";
import type { Area } from "../../workbook/area";
import { quoteText } from "../../workbook/formulaText";
import { intervalText } from "../figureFormulas";
import { alarmFormat, amountFormat, grey, moneyFormats, rateFormat, summaryWidths } from "../summaryPage";
import { summaryText } from "../summaryText";
import { figuresRow } from "./needsYou";
import { columnOf, type PartInput } from "./part";

/** Two bands of seven figures: what needs work, and what came of it. */
const bands: readonly (readonly (keyof KeyFigures)[])[] = [
  ["open", "overdue", "dueToday", "stale", "stuck", "noNextStep", "incomplete"],
  ["winRate", "won", "lost", "parked", "revisit", "pipelineAmount", "wonAmount"],
];
/** Columns in which the figures of a band stand, across the page. */
const places = [0, 1, 3, 5, 7, 9, 11] as const;
const bandRows = [figuresRow, figuresRow + 3] as const;
/** Row with the cases and the interval of the win rate. */
const casesRow = figuresRow + 5;
/** The first row under the figures. */
export const belowFigures = casesRow + 2;
/** Figures of work that was left lying. */
const alarms: readonly (keyof KeyFigures)[] = ["overdue", "stale", "stuck", "noNextStep"];

function formatOf(key: keyof KeyFigures, { words }: PartInput): string {
  if (key === "winRate") return rateFormat;
  if (key === "pipelineAmount" || key === "wonAmount") return moneyFormats[words.language];
  return alarms.includes(key) ? alarmFormat : amountFormat;
}

/** The two bands of key figures. @returns the cell of each figure */
export function putFigures(input: PartInput): ReadonlyMap<keyof KeyFigures, Area> {
  const { page, words, figures } = input;
  const summary = summaryText[words.language];
  const names = new Map<keyof KeyFigures, Area>();
  bands.forEach((band, index) => {
    const row = bandRows[index] ?? figuresRow;
    const line: Area = { row, column: 0, rows: 1, columns: summaryWidths.length };
    page.style(line, { bold: true, size: 14, height: 24, align: "left" });
    page.style({ ...line, row: row + 1 }, { color: grey, align: "left" });
    band.forEach((key, at) => {
      const cell = columnOf(row, places[at] ?? at, 1);
      page.put(row, cell.column, [[figures[key]], [summary.figures[key]]]);
      names.set(key, cell);
      page.format(cell, formatOf(key, input));
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
