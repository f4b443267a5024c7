import { figureNames } from "../../measures/figures";
import { smallestSample } from "../../measures/wilson";
import { todayName } from "../../schema/settingsNames";
import type { CellInput } from "../../values/value";
import { quoteText } from "../../workbook/formulaText";
import { intervalText, rateTerm, sumOf } from "../figureFormulas";
import { cellWhereReadable } from "../readability";
import { amountFormat, dayFormat, grey, moneyFormats, rateFormat, type PageColumn } from "../summaryPage";
import { summaryText, type PeriodLine } from "../summaryText";
import { cellWhereKnown, columnOf, type Part, type PartInput } from "./part";

/** Cells of this week and the one before, for the sentence at the top. */
export interface PeriodCells {
  readonly won: string;
  readonly wonAmount: string;
  readonly wonBefore: string;
}

/** First and last day of a period, as formulas of the review day: `measures/periods.ts`. */
function daysOf(): readonly { readonly line: PeriodLine; readonly from: string; readonly to: string }[] {
  const monday = `${todayName}-WEEKDAY(${todayName},2)+1`;
  const year = `YEAR(${todayName})`;
  const quarter = `3*INT((MONTH(${todayName})-1)/3)+1`;
  return [
    { line: "week", from: monday, to: todayName },
    { line: "weekBefore", from: `${monday}-7`, to: `${monday}-1` },
    { line: "days30", from: `${todayName}-29`, to: todayName },
    { line: "days30Before", from: `${todayName}-59`, to: `${todayName}-30` },
    { line: "quarter", from: `DATE(${year},${quarter},1)`, to: todayName },
    { line: "quarterBefore", from: `DATE(${year},${quarter}-3,1)`, to: `DATE(${year},${quarter},1)-1` },
    { line: "year", from: `DATE(${year},1,1)`, to: todayName },
    { line: "yearBefore", from: `DATE(${year}-1,1,1)`, to: `DATE(${year},1,1)-1` },
  ];
}

/** Columns of the table. */
const [fromColumn, toColumn, wonColumn, lostColumn, amountColumn] = [1, 2, 3, 4, 7] as const;

/**
 * What was won and lost by closing date: this week, 30 days, the quarter and the year, each above the one before, and all time. Who
 * has no closing date is in the last line alone; a sentence says how many.
 */
export function putPeriods(input: PartInput, row: number): { readonly part: Part; readonly cells: PeriodCells } | null {
  const { page, words, column, headers, amount } = input;
  const closed = column("closedOn");
  if (closed === null || !headers.fields.has("stage")) return null;
  const { periods, notMeasured } = summaryText[words.language];
  const days = daysOf();
  const { first, end } = page.table(
    { row, column: 0 },
    { heading: periods.heading, columns: columnsOf(input) },
    (at) => [
      ...days.map(({ line, from, to }, index) => [
        periods.name[line],
        { formula: `=${from}` },
        { formula: `=${to}` },
        ...countCells(input, closed, at + index),
      ]),
      [
        periods.name.all,
        "",
        "",
        { formula: `=${figureNames.won}` },
        { formula: `=${figureNames.lost}` },
        ...rateCells(input, at + days.length),
        amount === null ? notMeasured : { formula: `=${figureNames.wonAmount}` },
      ],
    ],
  );
  for (let before = first + 1; before < first + days.length; before += 2)
    page.style({ row: before, column: 0, rows: 1, columns: amountColumn + 1 }, { color: grey });
  page.put(end - 1, 0, [[undatedSentence(input, closed)]]);
  page.style(columnOf(end - 1, 0, 1), { color: grey, size: 9 });
  const cell = (line: number, at: number) => page.at(first + line, at);
  return {
    part: { end: end + 1, categories: null },
    cells: { won: cell(0, wonColumn), wonAmount: cell(0, amountColumn), wonBefore: cell(1, wonColumn) },
  };
}

function columnsOf({ words }: PartInput): readonly PageColumn[] {
  const { periods, figures, interval } = summaryText[words.language];
  return [
    { header: periods.period },
    { header: periods.from, format: dayFormat },
    { header: periods.to, format: dayFormat },
    { header: figures.won, format: amountFormat },
    { header: figures.lost, format: amountFormat },
    { header: figures.winRate, format: rateFormat },
    { header: interval, isQuiet: true },
    { header: figures.wonAmount, format: moneyFormats[words.language] },
  ];
}

/** Won, lost, their rate and the won amount of the days in the row. */
function countCells(input: PartInput, closed: string, row: number): readonly CellInput[] {
  const { page, words, status, amount } = input;
  const [from, to] = [page.at(row, fromColumn), page.at(row, toColumn)];
  const within = `${closed},">="&${from},${closed},"<"&${to}+1`;
  const is = (word: string) => `${status},${quoteText(word)}`;
  const { notMeasured } = summaryText[words.language];
  const known = (formula: string): CellInput => cellWhereReadable(formula, notMeasured);
  return [
    known(`COUNTIFS(${is(words.status.won)},${within})`),
    known(`COUNTIFS(${is(words.status.lost)},${within})`),
    ...rateCells(input, row),
    amount === null
      ? notMeasured
      : cellWhereKnown(input, "wonAmount", `${sumOf(amount)},${is(words.status.won)},${within})`),
  ];
}

function rateCells({ page, words }: PartInput, row: number): readonly CellInput[] {
  const [won, lost] = [page.at(row, wonColumn), page.at(row, lostColumn)];
  const whole = `(${won}+${lost})`;
  const { notMeasured } = summaryText[words.language];
  return [
    cellWhereReadable(rateTerm(won, whole, notMeasured), notMeasured),
    cellWhereReadable(`IF(${whole}<${smallestSample},"",${intervalText({ part: won, rest: lost, whole })})`, ""),
  ];
}

/** How many won and lost customers are in no period; blank where all of them have a closing date. */
function undatedSentence({ words, status }: PartInput, closed: string): CellInput {
  const { undated } = summaryText[words.language].periods;
  const dated = [words.status.won, words.status.lost].map(
    (word) => `COUNTIFS(${status},${quoteText(word)},${closed},">=1")`,
  );
  const count = `${figureNames.won}+${figureNames.lost}-${dated.join("-")}`;
  return { formula: `=IFERROR(IF(${count}=0,"",${quoteText(undated[0])}&${count}&${quoteText(undated[1])}),"")` };
}
