import { followUpTable } from "../../followUps/followUps";
import { figureNames } from "../../measures/figures";
import type { Schema } from "../../schema/field";
import { columnHeader } from "../../settings/tables";
import type { CellInput } from "../../values/value";
import { referenceTo } from "../../workbook/columnReference";
import { exactly } from "../../workbook/formulaText";
import { rateFormula, sumOf } from "../figureFormulas";
import { whereReadable } from "../readability";
import { amountFormat, moneyFormats, rateFormat, settingsCell, type PageColumn } from "../summaryPage";
import { summaryText } from "../summaryText";
import { columnOf, mostBars, restOf, type Part, type PartInput } from "./part";

type Line = readonly CellInput[];

/** Columns of the table: customers in the stage, and those that reached it. */
const [customersColumn, reachedColumn] = [2, 5] as const;

/**
 * Stages with their customers, and the funnel that the present stages allow: reached means now here or further on, or won.
 * Lost and parked customers count at the first step alone, because the sheet does not say how far they came.
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
  return { end: part.end, categories: inOneBlock ? columnOf(part.first, 0, steps.length) : null };
}

/** Rows of the stage table that are steps of the funnel: the open stages in order, then the first one that is won. */
export function funnelRows({ stages }: Schema): readonly number[] {
  const open = stages.flatMap(({ kind }, index) => (kind === "open" ? [index] : []));
  const won = stages.findIndex(({ kind }) => kind === "won");
  return won < 0 ? open : [...open, won];
}

function columnsOf({ words }: PartInput): readonly PageColumn[] {
  const { customers, figures, amount, reached, toNext, ofAll } = summaryText[words.language];
  return [
    { header: columnHeader("stages", "name", words.language) },
    { header: columnHeader("stages", "kind", words.language), isText: true },
    ...[customers, figures.stale].map((header) => ({ header, format: amountFormat })),
    { header: amount, format: moneyFormats[words.language] },
    { header: reached, format: amountFormat },
    ...[toNext, ofAll].map((header) => ({ header, format: rateFormat })),
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
    { formula: `=${whereReadable(`COUNTIFS(${named},${status},"?*")`, notMeasured)}` },
    headers.fields.has("lastContact")
      ? { formula: `=${whereReadable(`COUNTIFS(${named},${status},"*${words.status.stale}*")`, notMeasured)}` }
      : notMeasured,
    amount === null
      ? notMeasured
      : { formula: `=${whereReadable(`${sumOf(amount)},${named},${status},"?*")`, notMeasured)}` },
  ];
}

/** Customers that reached the stage, their share of the step before and of all; blank for a stage that is no step. */
function funnelCells(input: PartInput, steps: readonly number[], first: number, index: number): Line {
  const { page, words } = input;
  const { notMeasured } = summaryText[words.language];
  const step = steps.indexOf(index);
  if (step < 0) return ["", "", ""];
  const reachedAt = (stage: number | undefined) => page.at(first + (stage ?? index), reachedColumn);
  const [own, next, whole] = [reachedAt(index), reachedAt(steps[step + 1]), reachedAt(steps[0])];
  return [
    { formula: `=${whereReadable(reachedFormula(input, steps.slice(step), first, step === 0), notMeasured)}` },
    step === steps.length - 1
      ? ""
      : { formula: `=${whereReadable(rateFormula(next, own, notMeasured).slice(1), notMeasured)}` },
    { formula: `=${whereReadable(rateFormula(own, whole, notMeasured).slice(1), notMeasured)}` },
  ];
}

/** @param onward this step and those behind it */
function reachedFormula(
  { page, schema, status }: PartInput,
  onward: readonly number[],
  first: number,
  isFirst: boolean,
): string {
  if (isFirst) return `COUNTIF(${status},"?*")`;
  const here = onward.filter((each) => schema.stages[each]?.kind === "open");
  const cells = here.map((each) => page.at(first + each, customersColumn));
  return `${cells.length === 0 ? "" : `SUM(${cells.join(",")})+`}${figureNames.won}`;
}

function restLine({ page, words, headers, schema, status, amount }: PartInput, first: number): Line {
  const { notListed, notMeasured } = summaryText[words.language];
  const rest = (column: number, whole: string) => restOf(page, columnOf(first, column, schema.stages.length), whole);
  return [
    notListed,
    "",
    rest(customersColumn, whereReadable(`COUNTIF(${status},"?*")`, notMeasured)),
    headers.fields.has("lastContact") ? rest(3, figureNames.stale) : notMeasured,
    amount === null ? notMeasured : rest(4, whereReadable(`${sumOf(amount)},${status},"?*")`, notMeasured)),
    ...["", "", ""],
  ];
}
