import { referenceTo, quoteText } from "../workbook/formulaText";
import type { FormulaHeaders } from "../followUps/calculated";
import { summaryText } from "./summaryText";
import type { CellInput } from "../values/value";
import { figureNames, type KeyFigures } from "../measures/figures";
import { smallestSample } from "../measures/wilson";
import { followUpTable } from "../followUps/followUps";
import type { WorkbookText } from "../schema/workbookText";
import { todayName } from "../schema/settingsNames";

/** Live formulas of the key figures over the follow-up table; a figure whose column is missing is the text for "not measured". */
export function figureFormulas(
  headers: FormulaHeaders,
  words: WorkbookText,
): Readonly<Record<keyof KeyFigures, CellInput>> {
  const status = referenceTo("body", followUpTable, headers.calculated.status);
  const missing = referenceTo("body", followUpTable, headers.calculated.missing);
  const amountHeader = headers.fields.get("amount");
  const amount = amountHeader === undefined ? null : referenceTo("body", followUpTable, amountHeader);
  const revisitHeader = headers.fields.get("revisitOn");
  const revisit = referenceTo("body", followUpTable, revisitHeader ?? "");
  const { notMeasured } = summaryText[words.language];
  const has = (field: "stage" | "nextDate" | "lastContact" | "stageSince") => headers.fields.has(field);
  const sum = (criteria: string): CellInput =>
    amount === null ? notMeasured : { formula: `=${sumOf(amount)},${criteria})` };
  const when = (measured: boolean, formula: string): CellInput => (measured ? { formula } : notMeasured);
  const is = (word: string) => `COUNTIF(${status},${quoteText(word)})`;
  const contains = (word: string) => is(`*${word}*`);
  const due = (word: string) => `COUNTIFS(${status},${quoteText(word)},${revisit},">=1",${revisit},"<"&${todayName}+1)`;
  const stillOpen = openCriteria(status, words);
  const { won, lost } = figureNames;
  return {
    open: { formula: `=COUNTIFS(${stillOpen})` },
    won: when(has("stage"), `=${is(words.status.won)}`),
    lost: when(has("stage"), `=${is(words.status.lost)}`),
    parked: when(has("stage"), `=${is(words.status.parked)}`),
    winRate: when(has("stage"), `=IF(${won}+${lost}=0,${quoteText(notMeasured)},${won}/(${won}+${lost}))`),
    overdue: when(has("nextDate"), `=${contains(words.status.overdue)}`),
    dueToday: when(has("nextDate"), `=${contains(words.status.today)}`),
    stale: when(has("lastContact"), `=${contains(words.status.stale)}`),
    stuck: when(has("stageSince") && has("stage"), `=${contains(words.status.stuck)}`),
    noNextStep: when(has("nextDate"), `=${contains(words.status.noNextStep)}`),
    revisit: when(
      revisitHeader !== undefined && has("stage"),
      `=${due(words.status.lost)}+${due(words.status.parked)}`,
    ),
    incomplete: { formula: `=COUNTIF(${missing},"?*")` },
    pipelineAmount: sum(stillOpen),
    wonAmount: has("stage") ? sum(`${status},${quoteText(words.status.won)}`) : notMeasured,
  };
}

/** The start of a SUMIFS over the column's numbers: errors are no numbers, and one of them must not swallow the whole sum. */
export function sumOf(column: string): string {
  return `SUMIFS(${column},${column},"<9E+307"`;
}

/** Criteria that an open customer's status meets: something stands there, and it is none of the closed words. */
export function openCriteria(status: string, words: WorkbookText): string {
  const not = [words.status.won, words.status.lost, words.status.parked].map(
    (word) => `${status},${quoteText(`<>${word}`)}`,
  );
  return [`${status},"?*"`, ...not].join(",");
}

/** A share of cases as a formula says it: cases that count, all others, and both together. */
export interface ShareCells {
  readonly part: string;
  readonly rest: string;
  readonly whole: string;
}

/** Half of Wilson's interval, times the cases and 3.8416: `measures/wilson.ts`. */
function halfOf({ part, rest, whole }: ShareCells): string {
  return `1.96*SQRT(${part}*${rest}/${whole}+0.9604)`;
}

/** `39–78%` of a share of at least one case. Without decimals: `TEXT` would take another country's point for a thousands sign. */
export function intervalText(share: ShareCells): string {
  const end = (sign: "-" | "+") => `ROUND(100*(${share.part}+1.9208${sign}${halfOf(share)})/(${share.whole}+3.8416),0)`;
  return `${end("-")}&"–"&${end("+")}&"%"`;
}

/** The interval of a group with a mark where it leaves the overall rate out; nothing under five cases. */
export function standingFormula(share: ShareCells, overall: string): string {
  const { part, whole } = share;
  // How far the middle is from the overall rate, in halves of the interval: less than one is no difference.
  const distance = `(${part}+1.9208-${overall}*(${whole}+3.8416))/(${halfOf(share)})`;
  const mark = `CHOOSE(2+SIGN(TRUNC(${distance})),"▼ ","","▲ ")`;
  return `=IF(${whole}<${smallestSample},"",${mark}&${intervalText(share)})`;
}

/** A rate: nothing without cases, counts only with fewer than five. */
export function rateFormula(part: string, whole: string, notMeasured: string): string {
  return `=IF(${whole}=0,${quoteText(notMeasured)},IF(${whole}<${smallestSample},${part}&"/"&${whole},${part}/${whole}))`;
}
