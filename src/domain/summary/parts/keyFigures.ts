import { figureNames, type KeyFigures } from "../../measures/figures";
import { smallestSample } from "../../measures/wilson";
import { todayName } from "../../schema/settingsNames";
import type { CellInput } from "../../values/value";
import type { Area } from "../../workbook/area";
import { quoteText } from "../../workbook/formulaText";
import { intervalText, watchedNote, withoutAmountNote } from "../figureFormulas";
import { goneColumns, unreadableName } from "../readability";
import { alarmFormat, amountFormat, grey, moneyFormats, rateFormat, red, summaryWidths } from "../summaryPage";
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
/** Row with what keeps the figures from being known, and the row whose cells it is put together from: they show nothing. */
const [warningRow, partsRow] = [3, 1] as const;
const hidden = ";;;";
/** Row under the first band. */
const notesRow = figuresRow + 2;
/** Row with the cases and the interval of the win rate. */
const casesRow = figuresRow + 5;
/** The first row under the figures. */
export const belowFigures = casesRow + 2;
/** Figures of work that was left lying. */
const alarms: readonly (keyof KeyFigures)[] = ["overdue", "stale", "stuck", "noNextStep"];

/** Figures of which the sheet keeps no more than what stands there now, whatever the review day. */
const asNow: readonly (keyof KeyFigures)[] = ["overdue", "dueToday", "stale", "stuck", "noNextStep", "incomplete"];

/** The cells of the figures, and the one that says whether they are known. */
export interface FigureCells {
  readonly figures: ReadonlyMap<keyof KeyFigures, Area>;
  readonly unreadable: Area;
}

function formatOf(key: keyof KeyFigures, { words }: PartInput): string {
  if (key === "winRate") return rateFormat;
  if (key === "pipelineAmount" || key === "wonAmount") return moneyFormats[words.language];
  return alarms.includes(key) ? alarmFormat : amountFormat;
}

/** What keeps the figures from being known, and the two bands of key figures. */
export function putFigures(input: PartInput): FigureCells {
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
  putNotes(input);
  return { figures: names, unreadable: putWarning(input) };
}

/** Small words under the figures: what they leave out, and what stands there as it is now. */
function putNotes({ page, words, headers }: PartInput): void {
  const { asNow: now } = summaryText[words.language];
  const put = (row: number, column: number, formula: string | null) => {
    if (formula === null) return;
    page.put(row, column, [[{ formula: `=${formula}` }]]);
    page.style(columnOf(row, column, 1), { color: grey, size: 9, align: "left" });
  };
  const isMeasured = headers.fields.has("stageSince") && headers.fields.has("stage");
  const columnOfFigure = (band: number, key: keyof KeyFigures) => places[bands[band]?.indexOf(key) ?? 0] ?? 0;
  bands[0]?.forEach((key) => {
    if (!asNow.includes(key)) return;
    const asOf = `IF(${todayName}<TODAY(),${quoteText(now)},"")`;
    put(notesRow, columnOfFigure(0, key), key === "stuck" && isMeasured ? `${asOf}&${watchedNote(words)}` : asOf);
  });
  (["open", "won"] as const).forEach((which) => {
    const column = columnOfFigure(1, which === "open" ? "pipelineAmount" : "wonAmount");
    put(casesRow, column, withoutAmountNote(which, headers, words));
  });
}

/**
 * The red line that says which column is gone, or how many rows show errors; blank where everything can be read. Which columns are gone
 * is put together in cells that show nothing. @returns the cell by which the figures know
 */
function putWarning({ page, words, headers, status }: PartInput): Area {
  const { unreadable } = summaryText[words.language];
  const { all, some } = goneColumns(headers, words);
  const first = 2;
  const parts = [...all, ...some];
  const at = (from: number, to: number) =>
    parts.slice(from, to).map((_, index) => page.at(partsRow, first + from + index));
  const broken = `COUNTIF(${status},${quoteText(words.status.broken)})`;
  const count = first + parts.length;
  const cells: readonly CellInput[] = [
    ...parts.map((formula) => ({ formula })),
    { formula: `=IF(${at(0, all.length).join("&")}<>"",1,${broken})` },
  ];
  page.put(partsRow, first, [cells]);
  page.format({ row: partsRow, column: first, rows: 1, columns: cells.length }, hidden);
  const gone = at(0, parts.length).join("&");
  const columns = `"⚠ "&${quoteText(unreadable.columns[0])}&MID(${gone},${words.separator.length + 1},200)&${quoteText(unreadable.columns[1])}`;
  const rows = `"⚠ "&${page.at(partsRow, count)}&${quoteText(unreadable.rows)}`;
  page.put(warningRow, 0, [[{ formula: `=IF(${gone}<>"",${columns},IF(${page.at(partsRow, count)},${rows},""))` }]]);
  page.style(columnOf(warningRow, 0, 1), { bold: true, color: red });
  return columnOf(partsRow, count, 1);
}

/** What the win rate was divided from, and its interval. */
function winRateCases({ words, headers }: PartInput): CellInput {
  if (!headers.fields.has("stage")) return "";
  const { won, lost } = figureNames;
  const decided = `(${won}+${lost})`;
  const interval = `IF(${decided}<${smallestSample},""," ("&${intervalText({ part: won, rest: lost, whole: decided })}&")")`;
  const { winRateOf } = summaryText[words.language];
  return { formula: `=IF(${unreadableName},"",${won}&"/"&${decided}&${interval}&"  "&${quoteText(winRateOf)})` };
}
