import { columnReference, exactly, quoteText } from "../workbook/formulaText";
import type { FormulaHeaders } from "../followUps/calculated";
import { summaryText } from "./summaryText";
import type { CellInput } from "../values/value";
import { winRateDefinitions, winRateIds } from "../measures/conversion";
import { ageingBands, figureNames, type KeyFigures } from "../measures/figures";
import { smallestSample } from "../measures/wilson";
import type { Schema } from "../schema/field";
import { absoluteAddress, type Area } from "../workbook/area";
import { followUpTable } from "../followUps/followUps";
import type { WorkbookText } from "../schema/workbookText";
import type { Chart, PageLayout } from "../workbook/action";
import { figureFormulas, intervalText, openCriteria, rateFormula, standingFormula, sumOf } from "./figureFormulas";
import type { SheetLayout } from "../workbook/layout";
import { todayName } from "../schema/settingsNames";
import { columnHeader } from "../settings/tables";
import {
  amountFormat,
  apart,
  dayFormat,
  grey,
  newPage,
  rateFormat,
  settingsCell,
  summaryWidths,
  type PageCorner,
  type SettingsPlaces,
  type SummaryPage,
} from "./summaryPage";
import { summaryValuesName, valueCells, type ValueLine } from "./summaryValues";

/** Name of the area that our part of the Summary sheet covers; beside it people may keep notes. */
export const summaryAreaName = "FU_SummaryArea";

export interface SummarySheet {
  readonly layout: SheetLayout;
  readonly page: PageLayout;
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly charts: readonly Chart[];
  /** First row of the part that holds no cell a chart draws: values and notes. */
  readonly valuesFrom: number;
}

/** Two bands of seven figures: what needs work, and what came of it. */
const bands: readonly (readonly (keyof KeyFigures)[])[] = [
  ["open", "overdue", "dueToday", "stale", "stuck", "noNextStep", "incomplete"],
  ["winRate", "won", "lost", "parked", "revisit", "pipelineAmount", "wonAmount"],
];
const bandRows = [3, 6] as const;
/** Row of the page in which its first named figure stands, in the first column. */
export const figuresRow = bandRows[0];
const evidenceRow = 8;
/** Rows under the figures that the charts cover; they stay where they are, whatever grows below them. */
const chartRows: Pick<Area, "row" | "rows"> = { row: 10, rows: 14 };
const firstTableRow = chartRows.row + chartRows.rows + 1;
/** With more rows the print of one page would be smaller than 5 points; it takes as many pages as it needs then, at their full width. */
const mostRowsOnPage = 95;
/** A chart of more owners could not be read; the table is there. */
const mostBars = 12;
const colors = { blue: "#2B6CB0", red: "#C0392B", amber: "#B7791F" } as const;

/** What a part of the page needs to know. */
interface Subject {
  readonly headers: FormulaHeaders;
  readonly schema: Schema;
  readonly settings: SettingsPlaces;
  readonly words: WorkbookText;
  readonly page: SummaryPage;
  readonly figures: Readonly<Record<keyof KeyFigures, CellInput>>;
}

/** A part that was put on the page: where it ends, and which of its cells a chart can draw. */
interface Part {
  readonly end: number;
  readonly categories: Area | null;
}

/**
 * The Summary sheet: a page a manager can print. All of it is live formulas that Excel 2016, WPS and LibreOffice calculate
 * without the add-in, but for one block that is marked as values. Owners, stages and reasons are drawn from the Settings
 * tables, so that renaming one there renames it here.
 * @param corner where on its sheet the page begins
 * @param settings the Settings tables as they stand, or will stand
 * @param values what no formula of Excel 2016 can express, as of the day `asOf`; none before there are any customers
 */
export function summarySheet(
  title: string,
  corner: PageCorner,
  headers: FormulaHeaders,
  schema: Schema,
  settings: SettingsPlaces,
  words: WorkbookText,
  values: readonly ValueLine[],
  asOf: number,
): SummarySheet {
  const page = newPage(title, corner);
  const subject: Subject = { headers, schema, settings, words, page, figures: figureFormulas(headers, words) };
  const names = putFigures(subject);
  let row = firstTableRow;
  const owners = putOwners(subject, row);
  row = owners?.end ?? row;
  const stages = putStages(subject, row);
  row = stages?.end ?? row;
  row = putWinRates(subject, row)?.end ?? row;
  const ageing = putAgeing(subject, row);
  const reasons = putReasons(subject, row, ageing ? 4 : 0);
  row = Math.max(ageing?.end ?? row, reasons?.end ?? row);
  const valuesFrom = row;
  row = putValues(subject, row, values, asOf);
  const { notes } = summaryText[words.language];
  page.put(
    row,
    0,
    notes.map((note) => [note]),
  );
  page.style({ row, column: 0, rows: notes.length, columns: 1 }, { color: grey, size: 9 });

  const layout = page.layout();
  const addressOf = (cells: Area) => `=${absoluteAddress(title, page.place(cells))}`;
  return {
    layout,
    page: {
      ...{ orientation: "portrait", printArea: layout.extent, frozenRows: 0, gridlines: false },
      onePage: layout.extent.rows <= mostRowsOnPage,
    },
    names: [
      ...[...names].map(([key, cell]) => ({ name: figureNames[key], formula: addressOf(cell) })),
      ...(values.length === 0
        ? []
        : [
            {
              name: summaryValuesName,
              formula: addressOf(area(valuesFrom, 0, values.length + 2, 5)),
            },
          ]),
      { name: summaryAreaName, formula: `=${absoluteAddress(title, layout.extent)}` },
    ],
    charts: chartsOf(page, title, words, stages, ageing, owners),
    valuesFrom: corner.row + valuesFrom,
  };
}

function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}

/** Heading, review day and the two bands of key figures. */
function putFigures({ page, words, figures, headers }: Subject): ReadonlyMap<keyof KeyFigures, Area> {
  const summary = summaryText[words.language];
  const names = new Map<keyof KeyFigures, Area>();
  page.put(0, 0, [[summary.heading], [summary.asOf, { formula: `=${todayName}` }]]);
  page.style(area(0, 0, 1, 1), { bold: true, size: 18, height: 30 });
  page.style(area(1, 0, 1, 2), { color: grey, align: "left" });
  page.format(area(1, 1, 1, 1), dayFormat);
  bands.forEach((band, index) => {
    const row = bandRows[index] ?? 3;
    page.put(row, 0, [band.map((key) => figures[key]), band.map((key) => summary.figures[key])]);
    page.style(area(row, 0, 1, band.length), { bold: true, size: 14, height: 24, align: "left" });
    page.style(area(row + 1, 0, 1, band.length), { color: grey, align: "left" });
    band.forEach((key, column) => {
      names.set(key, area(row, column, 1, 1));
      page.format(area(row, column, 1, 1), key === "winRate" ? rateFormat : amountFormat);
    });
  });
  const { won, lost } = figureNames;
  const decided = `(${won}+${lost})`;
  const evidence = headers.fields.has("stage")
    ? {
        formula:
          `=${won}&"/"&${decided}&IF(${decided}<${smallestSample},""," ("&${intervalText(won, decided)}&")")` +
          `&"  "&${quoteText(summary.winRateOf)}`,
      }
    : "";
  page.put(evidenceRow, 0, [[evidence]]);
  page.style(area(evidenceRow, 0, 1, 1), { color: grey, size: 9 });
  return names;
}

/** What is left of a whole after the rows above it. */
function restOf(page: SummaryPage, first: number, rows: number, column: number, whole: string): CellInput {
  const [from, to] = [page.at(first, column), page.at(first + rows - 1, column)];
  return { formula: rows === 0 ? `=${whole}` : `=${whole}-SUM(${from}:${to})` };
}

function putOwners({ page, words, headers, schema, settings, figures }: Subject, row: number): Part | null {
  const ownerHeader = headers.fields.get("owner");
  if (ownerHeader === undefined) return null;
  const summary = summaryText[words.language];
  const { status: is } = words;
  const owner = columnReference(followUpTable, ownerHeader);
  const status = columnReference(followUpTable, headers.calculated.status);
  const amount = headers.fields.has("amount")
    ? columnReference(followUpTable, headers.fields.get("amount") ?? "")
    : null;
  const measured = (yes: boolean, formula: string): CellInput => (yes ? { formula } : summary.notMeasured);
  const has = (field: "stage" | "nextDate" | "lastContact") => headers.fields.has(field);
  const rates = (row: number): readonly CellInput[] => {
    const [won, lost] = [page.at(row, 4), page.at(row, 5)];
    const whole = `(${won}+${lost})`;
    return [
      measured(has("stage"), rateFormula(won, whole, summary.notMeasured)),
      has("stage") ? { formula: standingFormula(won, whole, figureNames.winRate) } : "",
    ];
  };
  const count = schema.owners.length;
  const { figures: label } = summary;
  const part = page.table(
    row,
    0,
    summary.byOwner,
    [
      { header: columnHeader("owners", "name", words.language) },
      ...[label.open, label.overdue, label.stale, label.won, label.lost].map((header) => ({
        header,
        format: amountFormat,
      })),
      { header: label.winRate, format: rateFormat },
      { header: summary.interval, isQuiet: true },
      { header: label.pipelineAmount, format: amountFormat },
    ],
    (first) => {
      const lines: CellInput[][] = schema.owners.map((_, index) => {
        const at = first + index;
        const same = `${owner},${exactly(`$${page.at(at, 0)}`)}`;
        const counted = (word: string) => `=COUNTIFS(${same},${status},${quoteText(word)})`;
        return [
          settingsCell(settings, "owners", index, 0),
          { formula: `=COUNTIFS(${same},${openCriteria(status, words)})` },
          measured(has("nextDate"), counted(`*${is.overdue}*`)),
          measured(has("lastContact"), counted(`*${is.stale}*`)),
          measured(has("stage"), counted(is.won)),
          measured(has("stage"), counted(is.lost)),
          ...rates(at),
          measured(amount !== null, `=${sumOf(amount ?? "")},${same},${openCriteria(status, words)})`),
        ];
      });
      const rest = (column: number, key: keyof KeyFigures) =>
        typeof figures[key] === "string" ? summary.notMeasured : restOf(page, first, count, column, figureNames[key]);
      lines.push([
        summary.notListed,
        rest(1, "open"),
        rest(2, "overdue"),
        rest(3, "stale"),
        rest(4, "won"),
        rest(5, "lost"),
        ...rates(first + count),
        rest(8, "pipelineAmount"),
      ]);
      return lines;
    },
  );
  const isChart = count >= 2 && count <= mostBars && has("nextDate");
  return { end: part.end, categories: isChart ? area(part.first, 0, count, 1) : null };
}

/**
 * Stages with their customers, and the funnel that the present stages allow: reached means now here or further on, or won.
 * Lost and parked customers count at the first step alone, because the sheet does not say how far they came.
 */
function putStages({ page, words, headers, schema, settings }: Subject, row: number): Part | null {
  const stageHeader = headers.fields.get("stage");
  if (stageHeader === undefined) return null;
  const summary = summaryText[words.language];
  const stage = columnReference(followUpTable, stageHeader);
  const status = columnReference(followUpTable, headers.calculated.status);
  const amount = headers.fields.has("amount")
    ? columnReference(followUpTable, headers.fields.get("amount") ?? "")
    : null;
  const count = schema.stages.length;
  const steps = funnelRows(schema);
  const part = page.table(
    row,
    0,
    summary.byStage,
    [
      { header: columnHeader("stages", "name", words.language) },
      { header: columnHeader("stages", "kind", words.language), isText: true },
      { header: summary.customers, format: amountFormat },
      { header: summary.figures.stale, format: amountFormat },
      { header: summary.amount, format: amountFormat },
      { header: summary.reached, format: amountFormat },
      { header: summary.toNext, format: rateFormat },
      { header: summary.ofAll, format: rateFormat },
    ],
    (first) => {
      const named = (index: number) => `${stage},${exactly(`$${page.at(first + index, 0)}`)}`;
      const reached = (index: number): string => {
        const step = steps.indexOf(index);
        if (step === 0) return `COUNTIF(${status},"?*")`;
        const here = steps.slice(step).filter((each) => schema.stages[each]?.kind === "open");
        const sum = here.length === 0 ? "" : `SUM(${here.map((each) => page.at(first + each, 2)).join(",")})+`;
        return sum + figureNames.won;
      };
      const lines: CellInput[][] = schema.stages.map((_, index) => {
        const step = steps.indexOf(index);
        const [own, next, whole] = [index, steps[step + 1], steps[0]].map((each) =>
          page.at(first + (each ?? index), 5),
        );
        return [
          settingsCell(settings, "stages", index, 0),
          settingsCell(settings, "stages", index, 1),
          { formula: `=COUNTIFS(${named(index)},${status},"?*")` },
          headers.fields.has("lastContact")
            ? { formula: `=COUNTIFS(${named(index)},${status},"*${words.status.stale}*")` }
            : summary.notMeasured,
          amount === null ? summary.notMeasured : { formula: `=${sumOf(amount)},${named(index)},${status},"?*")` },
          step < 0 ? "" : { formula: `=${reached(index)}` },
          step < 0 || step === steps.length - 1
            ? ""
            : { formula: rateFormula(next ?? "", own ?? "", summary.notMeasured) },
          step < 0 ? "" : { formula: rateFormula(own ?? "", whole ?? "", summary.notMeasured) },
        ];
      });
      lines.push([
        summary.notListed,
        "",
        restOf(page, first, count, 2, `COUNTIF(${status},"?*")`),
        headers.fields.has("lastContact") ? restOf(page, first, count, 3, figureNames.stale) : summary.notMeasured,
        amount === null ? summary.notMeasured : restOf(page, first, count, 4, `${sumOf(amount)},${status},"?*")`),
        "",
        "",
        "",
      ]);
      return lines;
    },
  );
  const inOneBlock = steps.length >= 2 && steps.length <= mostBars && steps.every((index, step) => index === step);
  return { end: part.end, categories: inOneBlock ? area(part.first, 0, steps.length, 1) : null };
}

/** Rows of the stage table that are steps of the funnel: the open stages in order, then the first one that is won. */
export function funnelRows({ stages }: Schema): readonly number[] {
  const open = stages.flatMap(({ kind }, index) => (kind === "open" ? [index] : []));
  const won = stages.findIndex(({ kind }) => kind === "won");
  return won < 0 ? open : [...open, won];
}

function putWinRates({ page, words, headers }: Subject, row: number): Part | null {
  if (!headers.fields.has("stage")) return null;
  const { winRates, notMeasured, interval, figures } = summaryText[words.language];
  const status = columnReference(followUpTable, headers.calculated.status);
  const { won, lost, parked } = figureNames;
  const contains = (word: string) => `COUNTIF(${status},${quoteText(word)})`;
  const { overdue, stale } = words.status;
  // Overdue stands before stale in the status, so that both together are found in this order.
  const neglected = `${contains(`*${overdue}*`)}+${contains(`*${stale}*`)}-${contains(`*${overdue}*${stale}*`)}`;
  const whole = {
    closed: `${won}+${lost}`,
    created: `COUNTIF(${status},"?*")`,
    broad: `${won}+${lost}+${parked}`,
    strict: `${won}+${lost}+${neglected}`,
  } as const;
  const part = page.table(
    row,
    0,
    winRates.heading,
    [
      { header: winRates.method },
      { header: figures.won, format: amountFormat },
      { header: winRates.of, format: amountFormat },
      { header: winRates.rate, format: rateFormat },
      { header: interval, isQuiet: true },
      { header: apart + winRates.knownFrom, isText: true, isQuiet: true },
    ],
    (first) =>
      winRateIds.map((id, index) => {
        const [part, all] = [page.at(first + index, 1), page.at(first + index, 2)];
        return [
          winRates.name[id],
          { formula: `=${won}` },
          { formula: `=${whole[id]}` },
          { formula: rateFormula(part, all, notMeasured) },
          { formula: `=IF(${all}<${smallestSample},"",${intervalText(part, all)})` },
          apart + winRateDefinitions[id].knownFrom.join(", "),
        ];
      }),
  );
  return { end: part.end, categories: null };
}

function putAgeing({ page, words, headers }: Subject, row: number): Part | null {
  if (!headers.fields.has("lastContact")) return null;
  const { ageing } = summaryText[words.language];
  const status = columnReference(followUpTable, headers.calculated.status);
  const silent = columnReference(followUpTable, headers.calculated.daysSilent);
  const sinceHeader = headers.fields.get("stageSince");
  const since = columnReference(followUpTable, sinceHeader ?? "");
  const isOpen = `${openCriteria(status, words)},${status},${quoteText(`<>${words.status.broken}`)}`;
  const part = page.table(
    row,
    0,
    ageing.heading,
    [
      { header: ageing.band },
      { header: ageing.silent, format: amountFormat },
      ...(sinceHeader === undefined ? [] : [{ header: ageing.inStage, format: amountFormat }]),
    ],
    (first) => {
      const lines: CellInput[][] = ageingBands.map(({ from, to }) => [
        ageing.days(from, to),
        { formula: `=COUNTIFS(${silent},">=${from}"${to === null ? "" : `,${silent},"<=${to}"`})` },
        ...(sinceHeader === undefined
          ? []
          : [
              {
                formula:
                  `=COUNTIFS(${isOpen},${since},"<"&${todayName}+1-${from},${since},">=1"` +
                  `${to === null ? "" : `,${since},">="&${todayName}-${to}`})`,
              },
            ]),
      ]);
      lines.push([
        ageing.neverContacted,
        ...Array.from({ length: sinceHeader === undefined ? 1 : 2 }, (_, column) =>
          restOf(page, first, ageingBands.length, column + 1, figureNames.open),
        ),
      ]);
      return lines;
    },
  );
  return { end: part.end, categories: area(part.first, 0, ageingBands.length, 1) };
}

function putReasons({ page, words, headers, schema, settings }: Subject, row: number, column: number): Part | null {
  const reasonHeader = headers.fields.get("reason");
  if (reasonHeader === undefined || !headers.fields.has("stage") || schema.reasons.length === 0) return null;
  const { reasons, figures, notListed } = summaryText[words.language];
  const reason = columnReference(followUpTable, reasonHeader);
  const status = columnReference(followUpTable, headers.calculated.status);
  const count = schema.reasons.length;
  const part = page.table(
    row,
    column,
    reasons.heading,
    [
      { header: reasons.reason },
      { header: "" },
      { header: figures.lost, format: amountFormat },
      { header: figures.parked, format: amountFormat },
    ],
    (first) => {
      const lines: CellInput[][] = schema.reasons.map((_, index) => {
        const name = `$${page.at(first + index, column)}`;
        const counted = (word: string) => ({
          formula: `=COUNTIFS(${reason},${exactly(name)},${status},${quoteText(word)})`,
        });
        return [
          settingsCell(settings, "reasons", index, 0),
          "",
          counted(words.status.lost),
          counted(words.status.parked),
        ];
      });
      lines.push([
        notListed,
        "",
        restOf(page, first, count, column + 2, figureNames.lost),
        restOf(page, first, count, column + 3, figureNames.parked),
      ]);
      return lines;
    },
  );
  return { end: part.end, categories: null };
}

/** The block of values: marked as such, with the day they were calculated for. Returns the row where the notes can start. */
function putValues({ page, words }: Subject, row: number, lines: readonly ValueLine[], asOf: number): number {
  if (lines.length === 0) return row;
  const formats = { amount: amountFormat, rate: rateFormat, days: "0.#", count: amountFormat } as const;
  page.put(row, 0, valueCells(words, lines, asOf));
  page.style(area(row, 0, 1, 1), { bold: true, size: 13, height: 22 });
  page.style(area(row, 3, 1, 1), { color: grey, align: "right" });
  page.style(area(row, 4, 1, 1), { color: grey, align: "center" });
  page.format(area(row, 4, 1, 1), dayFormat);
  page.style(area(row + 1, 0, 1, 1), { color: grey, size: 9 });
  const first = row + 2;
  lines.forEach(({ kind }, index) => page.format(area(first + index, 3, 1, 1), formats[kind]));
  page.style(area(first, 3, lines.length, 1), { align: "right" });
  page.style(area(first, 4, lines.length, 1), { color: grey, align: "left" });
  return first + lines.length + 1;
}

function chartsOf(
  page: SummaryPage,
  title: string,
  words: WorkbookText,
  stages: Part | null,
  ageing: Part | null,
  owners: Part | null,
): readonly Chart[] {
  const { charts, figures, customers, ageing: ageingWords } = summaryText[words.language];
  const beside = (categories: Area, column: number): Area => page.place({ ...categories, column });
  const planned: Omit<Chart, "place">[] = [];
  const common = { source: title, labelFormat: "#,##0" } as const;
  if (stages?.categories) {
    const { categories } = stages;
    planned.push({
      ...common,
      name: "FU_Chart_Funnel",
      type: "barClustered",
      title: charts.funnel,
      categories: page.place(categories),
      series: [{ name: customers, values: beside(categories, 5), color: colors.blue }],
    });
  }
  if (ageing?.categories) {
    const { categories } = ageing;
    planned.push({
      ...common,
      name: "FU_Chart_Ageing",
      type: "columnClustered",
      title: charts.ageing,
      categories: page.place(categories),
      series: [{ name: ageingWords.silent, values: beside(categories, 1), color: colors.amber }],
    });
  }
  if (owners?.categories) {
    const { categories } = owners;
    planned.push({
      ...common,
      name: "FU_Chart_Owners",
      type: "barClustered",
      title: charts.owners,
      categories: page.place(categories),
      series: [
        { name: figures.open, values: beside(categories, 1), color: colors.blue },
        { name: figures.overdue, values: beside(categories, 2), color: colors.red },
      ],
    });
  }
  return planned.map((chart, index) => {
    const [from, to] = [edgeNear(index / planned.length), edgeNear((index + 1) / planned.length)];
    return { ...chart, place: page.place({ ...chartRows, column: from, columns: to - from }) };
  });
}

/** The column that begins nearest to a part of the page's width, so that charts of equal right fill all of it. */
function edgeNear(part: number): number {
  const wanted = part * summaryWidths.reduce((sum, width) => sum + width, 0);
  let [best, distance, edge] = [0, wanted, 0];
  summaryWidths.forEach((width, column) => {
    edge += width;
    if (Math.abs(edge - wanted) >= distance) return;
    [best, distance] = [column + 1, Math.abs(edge - wanted)];
  });
  return best;
}
