import { followUpTable } from "../../followUps/followUps";
import { figureNames, type KeyFigures } from "../../measures/figures";
import { columnHeader } from "../../settings/tables";
import type { CellInput } from "../../values/value";
import { referenceTo } from "../../workbook/columnReference";
import { exactly, quoteText } from "../../workbook/formulaText";
import { openCriteria, rateFormula, standingFormula, sumOf } from "../figureFormulas";
import { whereReadable } from "../readability";
import { amountFormat, rateFormat, settingsCell, type PageColumn } from "../summaryPage";
import { summaryText } from "../summaryText";
import { columnOf, mostBars, restOf, type Part, type PartInput } from "./part";

type Line = readonly CellInput[];

/** The owners of the Settings with their figures, and whoever is not listed there. */
export function putOwners(input: PartInput, row: number): Part | null {
  const { page, words, headers, schema } = input;
  const header = headers.fields.get("owner");
  if (header === undefined) return null;
  const owner = referenceTo("body", followUpTable, header);
  const count = schema.owners.length;
  const heading = summaryText[words.language].byOwner;
  const part = page.table({ row, column: 0 }, { heading, columns: columnsOf(input) }, (first) => [
    ...schema.owners.map((_, index) => ownerLine(input, owner, first, index)),
    restLine(input, first),
  ]);
  const isChart = count >= 2 && count <= mostBars && headers.fields.has("nextDate");
  return { end: part.end, categories: isChart ? columnOf(part.first, 0, count) : null };
}

function columnsOf({ words }: PartInput): readonly PageColumn[] {
  const { figures, interval } = summaryText[words.language];
  const counted = (header: string): PageColumn => ({ header, format: amountFormat });
  return [
    { header: columnHeader("owners", "name", words.language) },
    ...[figures.open, figures.overdue, figures.stale, figures.won, figures.lost].map(counted),
    { header: figures.winRate, format: rateFormat },
    { header: interval, isQuiet: true },
    counted(figures.pipelineAmount),
  ];
}

function ownerLine(input: PartInput, owner: string, first: number, index: number): Line {
  const { page, words, headers, settings, status, amount } = input;
  const { status: is } = words;
  const row = first + index;
  const same = `${owner},${exactly(`$${page.at(row, 0)}`)}`;
  const open = openCriteria(status, words);
  const { notMeasured } = summaryText[words.language];
  const when = (yes: boolean, formula: string): CellInput =>
    yes ? { formula: `=${whereReadable(formula, notMeasured)}` } : notMeasured;
  const counted = (field: "stage" | "nextDate" | "lastContact", word: string) =>
    when(headers.fields.has(field), `COUNTIFS(${same},${status},${quoteText(word)})`);
  return [
    settingsCell(settings, "owners", index, 0),
    when(true, `COUNTIFS(${same},${open})`),
    counted("nextDate", `*${is.overdue}*`),
    counted("lastContact", `*${is.stale}*`),
    counted("stage", is.won),
    counted("stage", is.lost),
    ...rateCells(input, row),
    when(amount !== null, `${sumOf(amount ?? "")},${same},${open})`),
  ];
}

/** What the lines above leave of each figure. */
function restLine(input: PartInput, first: number): Line {
  const { page, words, schema, figures } = input;
  const { notListed, notMeasured } = summaryText[words.language];
  const count = schema.owners.length;
  const rest = (column: number, key: keyof KeyFigures) =>
    typeof figures[key] === "string" ? notMeasured : restOf(page, columnOf(first, column, count), figureNames[key]);
  return [
    notListed,
    ...[rest(1, "open"), rest(2, "overdue"), rest(3, "stale"), rest(4, "won"), rest(5, "lost")],
    ...rateCells(input, first + count),
    rest(8, "pipelineAmount"),
  ];
}

/** Win rate of a line, and its interval with a mark where it leaves the rate of all out. */
function rateCells({ page, words, headers }: PartInput, row: number): Line {
  const { notMeasured } = summaryText[words.language];
  if (!headers.fields.has("stage")) return [notMeasured, ""];
  const [won, lost] = [page.at(row, 4), page.at(row, 5)];
  const whole = `(${won}+${lost})`;
  return [
    { formula: `=IFERROR(${rateFormula(won, whole, notMeasured).slice(1)},${quoteText(notMeasured)})` },
    {
      formula: `=IFERROR(${standingFormula({ part: won, rest: lost, whole }, figureNames.winRate).slice(1)},"")`,
    },
  ];
}
