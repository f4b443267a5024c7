import { columnHeader, settingsColumn } from "../../settings/tables";
import { todayName } from "../../schema/settingsNames";
import type { CellInput } from "../../values/value";
import { exactly, quoteText } from "../../workbook/formulaText";
import { openCriteria, sumOf } from "../figureFormulas";
import { moneyFormats, rateFormat, settingsCell } from "../summaryPage";
import { summaryText } from "../summaryText";
import { cellWhereKnown, type Part, type PartInput } from "./part";

/** Columns of the table. */
const [wonColumn, targetColumn, gapColumn, openColumn] = [1, 2, 3, 4] as const;

/**
 * What was won this month of what each owner is to win, what is missing, and how much of the open amount that takes: for owners with a
 * target in the Settings. Null where nobody has one, or the sheet has no amounts and closing dates.
 */
export function putTargets(input: PartInput, row: number): Part | null {
  const { page, words, schema, settings, amount } = input;
  const [owner, closed] = [input.column("owner"), input.column("closedOn")];
  const listed = schema.owners.flatMap(({ monthTarget }, index) => (monthTarget === null ? [] : [index]));
  if (owner === null || closed === null || amount === null || input.column("stage") === null) return null;
  if (listed.length === 0) return null;
  const { targets, figures } = summaryText[words.language];
  const format = moneyFormats[words.language];
  const columns = [
    { header: columnHeader("owners", "name", words.language) },
    ...[targets.won, targets.target, targets.gap, figures.pipelineAmount].map((header) => ({ header, format })),
    { header: targets.needed, format: rateFormat },
  ];
  const wonThisMonth = wonCriteria(input, closed);
  const { end } = page.table({ row, column: 0 }, { heading: targets.heading, columns }, (first) => {
    const sum = (column: number): CellInput => {
      const last = first + listed.length - 1;
      return cellWhereKnown(input, "wonAmount", `SUM(${page.at(first, column)}:${page.at(last, column)})`);
    };
    return [
      ...listed.map((index, at) => {
        const same = `${owner},${exactly(`$${page.at(first + at, 0)}`)}`;
        return [
          settingsCell(settings, "owners", index, 0),
          cellWhereKnown(input, "wonAmount", `${sumOf(amount)},${same},${wonThisMonth})`),
          targetCell(input, `$${page.at(first + at, 0)}`),
          gapCell(input, first + at),
          cellWhereKnown(input, "pipelineAmount", `${sumOf(amount)},${same},${openCriteria(input.status, words)})`),
          neededCell(input, first + at),
        ];
      }),
      [
        targets.all,
        sum(wonColumn),
        { formula: `=SUM(${page.at(first, targetColumn)}:${page.at(first + listed.length - 1, targetColumn)})` },
        sum(gapColumn),
        sum(openColumn),
        neededCell(input, first + listed.length),
      ],
    ];
  });
  return { end, categories: null };
}

/** Won customers with a closing date in the month of the review day. */
function wonCriteria({ words, status }: PartInput, closed: string): string {
  const from = `DATE(YEAR(${todayName}),MONTH(${todayName}),1)`;
  return `${status},${quoteText(words.status.won)},${closed},">="&${from},${closed},"<"&${todayName}+1`;
}

/** The target that the Settings give a name: found by the name, so that the column may stand anywhere. */
function targetCell({ words: { language } }: PartInput, name: string): CellInput {
  const [names, targets] = [
    settingsColumn("owners", "name", language),
    settingsColumn("owners", "monthTarget", language),
  ];
  return { formula: `=SUMIFS(${targets},${names},${exactly(name)})` };
}

/** What is missing; what was won beyond one owner's target makes up for nobody else's. */
function gapCell(input: PartInput, row: number): CellInput {
  const { page } = input;
  return cellWhereKnown(input, "wonAmount", `MAX(0,${page.at(row, targetColumn)}-${page.at(row, wonColumn)})`);
}

/** The share of the open amount that has to be won; nothing where nothing is missing, more than all of it where it is not enough. */
function neededCell(input: PartInput, row: number): CellInput {
  const { page, words } = input;
  const [gap, open] = [page.at(row, gapColumn), page.at(row, openColumn)];
  const { notMeasured } = summaryText[words.language];
  const share = `IF(${gap}=0,0,IF(${open}=0,${quoteText(notMeasured)},${gap}/${open}))`;
  return cellWhereKnown(input, "wonAmount", share);
}
