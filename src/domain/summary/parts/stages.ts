import { followUpTable } from "../../followUps/followUps";
import { figureNames } from "../../measures/figures";
import type { Schema } from "../../schema/field";
import { columnHeader } from "../../settings/tables";
import type { CellInput } from "../../values/value";
import { referenceTo } from "../../workbook/columnReference";
import { exactly, quoteText } from "../../workbook/formulaText";
import { rateTerm, sumOf } from "../figureFormulas";
import { cellWhereReadable, whereReadable } from "../readability";
import { amountFormat, moneyFormats, rateFormat, settingsCell, settingsRow, type PageColumn } from "../summaryPage";
import { summaryText } from "../summaryText";
import { cellWhereKnown, columnOf, mostBars, restOf, whereKnown, type Part, type PartInput } from "./part";

type Line = readonly CellInput[];

/** Columns of the table: customers that reached the stage, and the stage as the chart names it. */
const [reachedColumn, nameColumn] = [5, 8] as const;

/**
 * Stages with their customers, and the funnel: who reached a stage, by the furthest one that is noted of each customer and the one it is
 * in. Where that is not known of some, they count at the first step alone, and "at least" stands at the numbers and in the chart.
 */
export function putStages(input: PartInput, row: number): Part | null {
  const { page, words, headers, schema } = input;
  const header = headers.fields.get("stage");
  if (header === undefined) return null;
  const stage = referenceTo("body", followUpTable, header);
  const steps = funnelRows(schema);
  const heading = summaryText[words.language].byStage;
  const part = page.table({ row, column: 0 }, { heading, columns: columnsOf(input) }, (first) => [
    ...schema.stages.map((_, index) => [
      ...stageCells(input, stage, first, index),
      ...funnelCells(input, steps, first, index),
    ]),
    restLine(input, first),
  ]);
  const inOneBlock = steps.length >= 2 && steps.length <= mostBars && steps.every((index, step) => index === step);
  return { end: part.end, categories: inOneBlock ? columnOf(part.first, nameColumn, steps.length) : null };
}

/** Cells with the row of the furthest stage, row by row of the follow-up table. */
function furthestCells({ headers }: PartInput): string {
  return referenceTo("body", followUpTable, headers.calculated.furthestRow);
}

/** Words that say more where it is not known of some customers how far they came. */
function ifUnknown(input: PartInput, atLeast: string, exact: string): string {
  return `IF(COUNTIF(${furthestCells(input)},1)>0,${atLeast},${exact})`;
}

/** Rows of the stage table that are steps of the funnel: the open stages in order, then the first one that is won. */
export function funnelRows({ stages }: Schema): readonly number[] {
  const open = stages.flatMap(({ kind }, index) => (kind === "open" ? [index] : []));
  const won = stages.findIndex(({ kind }) => kind === "won");
  return won < 0 ? open : [...open, won];
}

function columnsOf(input: PartInput): readonly PageColumn[] {
  const { language } = input.words;
  const { customers, figures, amount, reached, toNext, ofAll, atLeast, about, inChart } = summaryText[language];
  const marked = (header: string, mark: string) => ({
    header: { formula: `=${ifUnknown(input, quoteText(header + mark), quoteText(header))}` },
    widest: header + mark,
  });
  return [
    { header: columnHeader("stages", "name", language) },
    { header: columnHeader("stages", "kind", language), isText: true },
    ...[customers, figures.stale].map((header) => ({ header, format: amountFormat })),
    { header: amount, format: moneyFormats[language] },
    { ...marked(reached, atLeast), format: amountFormat },
    // Of two numbers that are both too small nobody knows whether the one is too small for the other.
    { ...marked(toNext, about), format: rateFormat },
    { ...marked(ofAll, atLeast), format: rateFormat },
    { header: inChart, isText: true, isQuiet: true },
  ];
}

/** The stage, its kind, and what is in it. */
function stageCells(input: PartInput, stage: string, first: number, index: number): Line {
  const { page, words, headers, settings, status, amount } = input;
  const { notMeasured } = summaryText[words.language];
  const named = `${stage},${exactly(`$${page.at(first + index, 0)}`)}`;
  return [
    settingsCell(settings, "stages", index, 0),
    settingsCell(settings, "stages", index, 1),
    cellWhereReadable(`COUNTIFS(${named},${status},"?*")`, notMeasured),
    headers.fields.has("lastContact")
      ? cellWhereKnown(input, "stale", `COUNTIFS(${named},${status},"*${words.status.stale}*")`)
      : notMeasured,
    amount === null
      ? notMeasured
      : cellWhereKnown(input, "pipelineAmount", `${sumOf(amount)},${named},${status},"?*")`),
  ];
}

/** Customers that reached the stage, their share of the step before and of all, its name in the chart; blank for a stage that is no step. */
function funnelCells(input: PartInput, steps: readonly number[], first: number, index: number): Line {
  const { page, words } = input;
  const { notMeasured, atLeast } = summaryText[words.language];
  const step = steps.indexOf(index);
  if (step < 0) return ["", "", "", ""];
  const reachedAt = (stage: number | undefined) => page.at(first + (stage ?? index), reachedColumn);
  const [own, next, whole] = [reachedAt(index), reachedAt(steps[step + 1]), reachedAt(steps[0])];
  const name = page.at(first + index, 0);
  // Everybody came to the first step, and who was won is known.
  const isExact = step === 0 || input.schema.stages[index]?.kind !== "open";
  return [
    cellWhereReadable(reachedFormula(input, index, step === 0), notMeasured),
    step === steps.length - 1 ? "" : cellWhereReadable(rateTerm(next, own, notMeasured), notMeasured),
    cellWhereReadable(rateTerm(own, whole, notMeasured), notMeasured),
    { formula: `=${name}${isExact ? "" : `&${ifUnknown(input, quoteText(atLeast), '""')}`}` },
  ];
}

function reachedFormula(input: PartInput, index: number, isFirst: boolean): string {
  const { schema, settings, status } = input;
  if (isFirst) return `COUNTIF(${status},"?*")`;
  if (schema.stages[index]?.kind !== "open") return figureNames.won;
  return `COUNTIF(${furthestCells(input)},">="&${settingsRow(settings, "stages", index)})`;
}

function restLine(input: PartInput, first: number): Line {
  const { words, headers, schema, status, amount } = input;
  const { notListed, notMeasured } = summaryText[words.language];
  const rest = (column: number, whole: string) => restOf(input, columnOf(first, column, schema.stages.length), whole);
  return [
    notListed,
    "",
    rest(2, whereReadable(`COUNTIF(${status},"?*")`, notMeasured)),
    headers.fields.has("lastContact") ? rest(3, figureNames.stale) : notMeasured,
    amount === null ? notMeasured : rest(4, whereKnown(input, "pipelineAmount", `${sumOf(amount)},${status},"?*")`)),
    ...["", "", "", ""],
  ];
}
