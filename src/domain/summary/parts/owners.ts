import { promisePeriod, touchPeriod } from "../../measures/allMeasures";
import { followUpTable } from "../../followUps/followUps";
import { logText } from "../../log/logText";
import { logTable } from "../../log/logColumns";
import { touchKinds } from "../../log/touch";
import { figureNames, type KeyFigures } from "../../measures/figures";
import { columnHeader } from "../../settings/tables";
import { todayName } from "../../schema/settingsNames";
import type { CellInput } from "../../values/value";
import { referenceTo } from "../../workbook/columnReference";
import { exactly, quoteText } from "../../workbook/formulaText";
import { openCriteria, rateTerm, standingTerm, sumOf } from "../figureFormulas";
import { cellWhereReadable } from "../readability";
import {
  alarmFormat,
  amountFormat,
  grey,
  moneyFormats,
  rateFormat,
  settingsCell,
  type PageColumn,
} from "../summaryPage";
import { summaryText } from "../summaryText";
import { cellWhereKnown, columnOf, mostBars, restOf, type Part, type PartInput } from "./part";

type Line = readonly CellInput[];

/** Columns of the table that others are worked out from. */
const [openColumn, overdueColumn, staleColumn, amountColumn, wonColumn, lostColumn] = [1, 2, 4, 5, 6, 7] as const;

/** Rows that the table of so many owners takes, with its heading and the blank row below: those without an owner and all others come last. */
function rowsFor(owners: number): number {
  return owners + 5;
}

/**
 * The owners of the Settings with their figures, those with the most overdue customers first; then customers without an owner, and
 * those of somebody who is not listed.
 * @param orderRow row of the page at which the names stand in the order of the Settings, with what they are sorted by: `putOrder`
 */
export function putOwners(input: PartInput, row: number, orderRow: number): Part | null {
  const { page, words, headers, schema } = input;
  const owner = input.column("owner");
  if (owner === null) return null;
  const count = schema.owners.length;
  const heading = summaryText[words.language].byOwner;
  const part = page.table({ row, column: 0 }, { heading, columns: columnsOf(input) }, (first) => [
    ...schema.owners.map((_, index) => ownerLine(input, owner, first + index, sortedName(input, orderRow, index + 1))),
    ownerLine(input, owner, first + count, null),
    restLine(input, first),
  ]);
  const isChart = count >= 2 && count <= mostBars && headers.fields.has("nextDate");
  return { end: part.end, categories: isChart ? columnOf(part.first, 0, count) : null };
}

/** Row at which the part after the owners can start. */
export function belowOwners({ schema, headers }: PartInput, row: number): number {
  return headers.fields.has("owner") ? row + rowsFor(schema.owners.length) : row;
}

/**
 * The names in the order of the Settings and, beside each, what they are sorted by: overdue customers, then open ones, then their place.
 * It is not printed. @returns the row below; the same one where nothing is to be sorted
 */
export function putOrder(input: PartInput, row: number): number {
  const { page, words, schema, status, settings } = input;
  const owner = input.column("owner");
  if (owner === null || schema.owners.length === 0) return row;
  page.put(row, 0, [[summaryText[words.language].order]]);
  const overdue = `${status},${quoteText(`*${words.status.overdue}*`)}`;
  page.put(
    row + 1,
    0,
    schema.owners.map((_, index): Line => {
      const same = `${owner},${exactly(page.at(row + 1 + index, 0))}`;
      const open = `COUNTIFS(${same},${openCriteria(status, words)})/10^6`;
      return [
        settingsCell(settings, "owners", index, 0),
        // Where rows cannot be read nobody knows who has more: they stand as in the Settings.
        cellWhereReadable(`COUNTIFS(${same},${overdue})+${open}-${index}/10^9`, -index),
      ];
    }),
  );
  page.style({ row, column: 0, rows: schema.owners.length + 1, columns: 2 }, { color: grey, size: 9 });
  return row + 1 + schema.owners.length;
}

/** The name that has a rank among the owners. */
function sortedName({ page, schema }: PartInput, orderRow: number, rank: number): CellInput {
  const cells = (column: number) =>
    `${page.at(orderRow + 1, column)}:${page.at(orderRow + schema.owners.length, column)}`;
  const [names, order] = [cells(0), cells(1)];
  return { formula: `=INDEX(${names},MATCH(LARGE(${order},${rank}),${order},0))` };
}

function columnsOf(input: PartInput): readonly PageColumn[] {
  const { words } = input;
  const { figures, interval, oldestOverdue, touches } = summaryText[words.language];
  const counted = (header: string, format = amountFormat): PageColumn => ({ header, format });
  return [
    { header: columnHeader("owners", "name", words.language) },
    counted(figures.open),
    counted(figures.overdue, alarmFormat),
    counted(oldestOverdue),
    counted(figures.stale, alarmFormat),
    counted(figures.pipelineAmount, moneyFormats[words.language]),
    counted(figures.won),
    counted(figures.lost),
    { header: figures.winRate, format: rateFormat },
    { header: interval, isQuiet: true },
    ...[touchPeriod, promisePeriod].map((days) => counted(touches(days))),
  ];
}

/** How a line counts: customers, or sums, that meet criteria. */
type Counting = (start: string, criteria: string) => string;

/** Of one person. @param column in which the names stand */
function ofName(column: string, cell: string): Counting {
  return (start, criteria) => `${start}${column},${exactly(cell)},${criteria})`;
}

/** Of nobody: all but those with a name. A criterion for blank cells passes over the last ones of a column in LibreOffice. */
function ofNobody(column: string): Counting {
  return (start, criteria) => `${start}${criteria})-${start}${column},"<>",${criteria})`;
}

/** @param name the cell of the owner's name; null for customers that have none */
function ownerLine(input: PartInput, owner: string, row: number, name: CellInput): Line {
  const { page, words, headers, status, amount } = input;
  const { status: is } = words;
  const { notMeasured, noOwner } = summaryText[words.language];
  const cell = `$${page.at(row, 0)}`;
  const counting = name === null ? ofNobody(owner) : ofName(owner, cell);
  const open = openCriteria(status, words);
  const when = (yes: boolean, formula: string): CellInput =>
    yes ? cellWhereReadable(formula, notMeasured) : notMeasured;
  const counted = (field: "stage" | "nextDate", word: string) =>
    when(headers.fields.has(field), counting("COUNTIFS(", `${status},${quoteText(word)}`));
  // Of nobody it is what those with a name leave of the key figure: both sums in one formula would be too long to read.
  const amountFormula =
    name === null
      ? `${figureNames.pipelineAmount}-${sumOf(amount ?? "")},${owner},"<>",${open})`
      : counting(`${sumOf(amount ?? "")},`, open);
  return [
    name ?? noOwner,
    when(true, counting("COUNTIFS(", open)),
    counted("nextDate", `*${is.overdue}*`),
    when(headers.fields.has("nextDate"), oldestFormula(input, owner, row, name === null ? '""' : cell)),
    headers.fields.has("lastContact")
      ? cellWhereKnown(input, "stale", counting("COUNTIFS(", `${status},${quoteText(`*${is.stale}*`)}`))
      : notMeasured,
    amount === null ? notMeasured : cellWhereKnown(input, "pipelineAmount", amountFormula),
    counted("stage", is.won),
    counted("stage", is.lost),
    ...rateCells(input, row),
    ...[touchPeriod, promisePeriod].map((days) => touchesCell(input, name === null ? null : cell, days)),
  ];
}

/** Days that the longest overdue customer of an owner is late; blank for none. Excel 2016 has no MAXIFS. */
function oldestFormula({ page, headers, words }: PartInput, owner: string, row: number, name: string): string {
  const late = referenceTo("body", followUpTable, headers.calculated.daysLate);
  const unreadable = quoteText(summaryText[words.language].notMeasured);
  return `IF(${page.at(row, overdueColumn)}=0,"",IFERROR(SUMPRODUCT(MAX((${owner}=${name})*${late})),${unreadable}))`;
}

/** Contacts in the log of somebody, of so many days with the review day; a row whose kind nobody wrote is a contact. */
function touchesCell({ words, log }: PartInput, name: string | null, days: number): CellInput {
  const { notMeasured } = summaryText[words.language];
  const at = (column: "who" | "date" | "kind") => {
    const header = log.get(column);
    return header === undefined ? null : referenceTo("body", logTable, header);
  };
  const [who, date, kind] = [at("who"), at("date"), at("kind")];
  if (who === null || date === null || kind === null) return notMeasured;
  const others = touchKinds.filter((each) => each !== "contact").map((each) => logText[words.language].kind[each]);
  const isContact = others.map((word) => `${kind},${quoteText(`<>${word}`)}`).join(",");
  const counting = name === null ? ofNobody(who) : ofName(who, name);
  const within = `${isContact},${date},">"&${todayName}-${days},${date},"<"&${todayName}+1`;
  return { formula: `=${counting("COUNTIFS(", within)}` };
}

/** What the lines above leave of each figure. */
function restLine(input: PartInput, first: number): Line {
  const { words, schema, figures } = input;
  const { otherOwners, notMeasured } = summaryText[words.language];
  const lines = schema.owners.length + 1;
  const rest = (column: number, key: keyof KeyFigures) =>
    typeof figures[key] === "string" ? notMeasured : restOf(input, columnOf(first, column, lines), figureNames[key]);
  return [
    otherOwners,
    ...[rest(openColumn, "open"), rest(overdueColumn, "overdue"), ""],
    ...[rest(staleColumn, "stale"), rest(amountColumn, "pipelineAmount")],
    ...[rest(wonColumn, "won"), rest(lostColumn, "lost")],
    ...rateCells(input, first + lines),
    "",
    "",
  ];
}

/** Win rate of a line, and its interval with a mark where it leaves the rate of all out. */
function rateCells({ page, words, headers }: PartInput, row: number): Line {
  const { notMeasured } = summaryText[words.language];
  if (!headers.fields.has("stage")) return [notMeasured, ""];
  const [won, lost] = [page.at(row, wonColumn), page.at(row, lostColumn)];
  const whole = `(${won}+${lost})`;
  return [
    { formula: `=IFERROR(${rateTerm(won, whole, notMeasured)},${quoteText(notMeasured)})` },
    {
      formula: `=IFERROR(${standingTerm({ part: won, rest: lost, whole }, figureNames.winRate)},"")`,
    },
  ];
}
