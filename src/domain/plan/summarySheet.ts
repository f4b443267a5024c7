import type { CellInput } from "../cells/value";
import { figureNames, type KeyFigures } from "../measures/figures";
import type { Schema } from "../schema/field";
import { absoluteAddress, cellAddress, type Area } from "../sheet/area";
import { followUpTable } from "../sheet/locate";
import type { WorkbookWords } from "../words/workbookWords";
import type { PageLayout } from "./action";
import { columnReference, exactly, quoteText, type FormulaHeaders } from "./formulas";
import { settingsTables, todayName } from "./settingsNames";
import { blockArea, type Block, type SheetLayout } from "./layout";
import type { TableFacts } from "./snapshot";

/** Name of the area that our part of the Summary sheet covers; beside and below it people may keep notes. */
export const summaryAreaName = "FU_SummaryArea";

export interface SummarySheet {
  readonly layout: SheetLayout;
  readonly page: PageLayout;
  readonly names: readonly { readonly name: string; readonly formula: string }[];
}

/** Two bands of six figures: what needs work, and what came of it. */
const bands: readonly (readonly (keyof KeyFigures)[])[] = [
  ["open", "overdue", "dueToday", "stale", "noNextStep", "incomplete"],
  ["winRate", "won", "lost", "parked", "pipelineAmount", "wonAmount"],
];
const bandRows = [3, 6] as const;
const amountFormat = "#,##0";
const rateFormat = "0.0%";
const grey = "#616161";

/** Live formulas of the key figures over the follow-up table; a figure whose column is missing is the text for "not measured". */
export function figureFormulas(
  headers: FormulaHeaders,
  words: WorkbookWords,
): Readonly<Record<keyof KeyFigures, CellInput>> {
  const status = columnReference(followUpTable, headers.calculated.status);
  const missing = columnReference(followUpTable, headers.calculated.missing);
  const amountHeader = headers.fields.get("amount");
  const amount = amountHeader === undefined ? null : columnReference(followUpTable, amountHeader);
  const { notMeasured } = words.summary;
  const has = (field: "stage" | "nextDate" | "lastContact") => headers.fields.has(field);
  const sum = (criteria: string): CellInput =>
    amount === null ? notMeasured : { formula: `=${sumOf(amount)},${criteria})` };
  const when = (measured: boolean, formula: string): CellInput => (measured ? { formula } : notMeasured);
  const is = (word: string) => `COUNTIF(${status},${quoteText(word)})`;
  const contains = (word: string) => is(`*${word}*`);
  const stillOpen = openCriteria(status, words);
  return {
    open: { formula: `=COUNTIFS(${stillOpen})` },
    won: when(has("stage"), `=${is(words.status.won)}`),
    lost: when(has("stage"), `=${is(words.status.lost)}`),
    parked: when(has("stage"), `=${is(words.status.parked)}`),
    winRate: when(
      has("stage"),
      `=IF(${figureNames.won}+${figureNames.lost}=0,${quoteText(notMeasured)},${figureNames.won}/(${figureNames.won}+${figureNames.lost}))`,
    ),
    overdue: when(has("nextDate"), `=${contains(words.status.overdue)}`),
    dueToday: when(has("nextDate"), `=${contains(words.status.today)}`),
    stale: when(has("lastContact"), `=${contains(words.status.stale)}`),
    noNextStep: when(has("nextDate"), `=${contains(words.status.noNextStep)}`),
    incomplete: { formula: `=COUNTIF(${missing},"?*")` },
    pipelineAmount: sum(stillOpen),
    wonAmount: has("stage") ? sum(`${status},${quoteText(words.status.won)}`) : notMeasured,
  };
}

/** The start of a SUMIFS over the column's numbers: errors are no numbers, and one of them must not swallow the whole sum. */
function sumOf(column: string): string {
  return `SUMIFS(${column},${column},"<9E+307"`;
}

/** Criteria that an open customer's status meets: something stands there, and it is none of the closed words. */
function openCriteria(status: string, words: WorkbookWords): string {
  const not = [words.status.won, words.status.lost, words.status.parked].map(
    (word) => `${status},${quoteText(`<>${word}`)}`,
  );
  return [`${status},"?*"`, ...not].join(",");
}

/**
 * The Summary sheet: a page a manager can print, all of it live formulas that Excel 2016, WPS and LibreOffice calculate
 * without the add-in. Owners and stages are drawn from the Settings tables, so that renaming one there renames it here.
 * @param tables the Settings tables as they stand, or will stand
 */
export function summarySheet(
  title: string,
  headers: FormulaHeaders,
  schema: Schema,
  tables: readonly Pick<TableFacts, "name" | "sheet" | "area">[],
  words: WorkbookWords,
): SummarySheet {
  const { summary } = words;
  const figures = figureFormulas(headers, words);
  const status = columnReference(followUpTable, headers.calculated.status);
  const blocks: Block[] = [
    { row: 0, column: 0, cells: [[summary.heading], [summary.asOf, { formula: `=${todayName}` }]] },
  ];
  const styles: { area: Area; style: SheetLayout["styles"][number]["style"] }[] = [
    { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: true, size: 18, height: 30 } },
    { area: { row: 1, column: 0, rows: 1, columns: 2 }, style: { color: grey, align: "left" } },
  ];
  const formats: { area: Area; format: string }[] = [
    { area: { row: 1, column: 1, rows: 1, columns: 1 }, format: "yyyy-mm-dd" },
  ];
  const names = new Map<keyof KeyFigures, Area>();

  bands.forEach((band, index) => {
    const row = bandRows[index] ?? 3;
    blocks.push({ row, column: 0, cells: [band.map((key) => figures[key]), band.map((key) => summary.figures[key])] });
    styles.push({
      area: { row, column: 0, rows: 1, columns: band.length },
      style: { bold: true, size: 16, height: 26, align: "left" },
    });
    styles.push({
      area: { row: row + 1, column: 0, rows: 1, columns: band.length },
      style: { color: grey, align: "left" },
    });
    band.forEach((key, column) => {
      const area: Area = { row, column, rows: 1, columns: 1 };
      names.set(key, area);
      formats.push({ area, format: key === "winRate" ? rateFormat : amountFormat });
    });
  });
  const evidence = headers.fields.has("stage")
    ? {
        formula: `=${figureNames.won}&"/"&(${figureNames.won}+${figureNames.lost})&"  "&${quoteText(summary.winRateOf)}`,
      }
    : "";
  blocks.push({ row: 8, column: 0, cells: [[evidence]] });
  styles.push({ area: { row: 8, column: 0, rows: 1, columns: 1 }, style: { color: grey, size: 9 } });

  let row = 10;
  const addTable = (heading: string, header: readonly string[], body: readonly (readonly CellInput[])[]) => {
    blocks.push({ row, column: 0, cells: [[heading]] }, { row: row + 1, column: 0, cells: [header, ...body] });
    styles.push({ area: { row, column: 0, rows: 1, columns: 1 }, style: { bold: true, size: 13, height: 22 } });
    const head: Area = { row: row + 1, column: 0, rows: 1, columns: header.length };
    styles.push({ area: head, style: { bold: true, underline: true } });
    const numbers: Area = { row: row + 1, column: 1, rows: body.length + 1, columns: header.length - 1 };
    styles.push({ area: numbers, style: { align: "right", height: 18 } });
    const first = row + 2;
    row += body.length + 3;
    return first;
  };
  const settingsCell = (table: string, index: number, column: number): CellInput => {
    const place = tables.find((candidate) => candidate.name.toLowerCase() === table.toLowerCase());
    if (!place) return "";
    const area: Area = { row: place.area.row + 1 + index, column: place.area.column + column, rows: 1, columns: 1 };
    return { formula: `=${absoluteAddress(place.sheet, area)}` };
  };
  const rest = (first: number, rows: number, column: number, whole: string): CellInput => {
    const from = cellAddress(first, column);
    const to = cellAddress(first + rows - 1, column);
    return { formula: rows === 0 ? `=${whole}` : `=${whole}-SUM(${from}:${to})` };
  };

  const ownerHeader = headers.fields.get("owner");
  if (ownerHeader !== undefined) {
    const owner = columnReference(followUpTable, ownerHeader);
    const first = row + 2;
    const measured = (field: "stage" | "nextDate" | "lastContact", formula: string): CellInput =>
      headers.fields.has(field) ? { formula } : summary.notMeasured;
    const rate = (at: number) =>
      measured("stage", `=IF(E${at}+F${at}=0,${quoteText(summary.notMeasured)},E${at}/(E${at}+F${at}))`);
    const body: CellInput[][] = schema.owners.map((_, index) => {
      const at = first + index + 1;
      const counted = (word: string) => `=COUNTIFS(${owner},${exactly(`$A${at}`)},${status},${quoteText(word)})`;
      return [
        settingsCell(settingsTables.owners, index, 0),
        { formula: `=COUNTIFS(${owner},${exactly(`$A${at}`)},${openCriteria(status, words)})` },
        measured("nextDate", counted(`*${words.status.overdue}*`)),
        measured("lastContact", counted(`*${words.status.stale}*`)),
        measured("stage", counted(words.status.won)),
        measured("stage", counted(words.status.lost)),
        rate(at),
      ];
    });
    const count = schema.owners.length;
    const at = first + count + 1;
    const restOf = (column: number, key: keyof KeyFigures) =>
      typeof figures[key] === "string" ? summary.notMeasured : rest(first, count, column, figureNames[key]);
    body.push([
      summary.notListed,
      restOf(1, "open"),
      restOf(2, "overdue"),
      restOf(3, "stale"),
      restOf(4, "won"),
      restOf(5, "lost"),
      rate(at),
    ]);
    const { figures: label } = summary;
    const header = [
      words.settings.columns.owners.name,
      ...[label.open, label.overdue, label.stale, label.won, label.lost, label.winRate],
    ];
    addTable(summary.byOwner, header, body);
    formats.push({ area: { row: first, column: 1, rows: body.length, columns: 5 }, format: amountFormat });
    formats.push({ area: { row: first, column: 6, rows: body.length, columns: 1 }, format: rateFormat });
  }

  const stageHeader = headers.fields.get("stage");
  if (stageHeader !== undefined) {
    const stage = columnReference(followUpTable, stageHeader);
    const amountHeader = headers.fields.get("amount");
    const amount = amountHeader === undefined ? null : columnReference(followUpTable, amountHeader);
    const first = row + 2;
    const body: CellInput[][] = schema.stages.map((_, index) => {
      const at = first + index + 1;
      return [
        settingsCell(settingsTables.stages, index, 0),
        settingsCell(settingsTables.stages, index, 1),
        { formula: `=COUNTIFS(${stage},${exactly(`$A${at}`)},${status},"?*")` },
        amount === null
          ? summary.notMeasured
          : { formula: `=${sumOf(amount)},${stage},${exactly(`$A${at}`)},${status},"?*")` },
      ];
    });
    const count = schema.stages.length;
    body.push([
      summary.notListed,
      "",
      rest(first, count, 2, `COUNTIF(${status},"?*")`),
      amount === null ? summary.notMeasured : rest(first, count, 3, `${sumOf(amount)},${status},"?*")`),
    ]);
    const { name: stageWord, kind: kindWord } = words.settings.columns.stages;
    addTable(summary.byStage, [stageWord, kindWord, summary.customers, summary.amount], body);
    formats.push({ area: { row: first, column: 2, rows: body.length, columns: 2 }, format: amountFormat });
  }

  blocks.push({ row, column: 0, cells: summary.notes.map((note) => [note]) });
  styles.push({ area: { row, column: 0, rows: summary.notes.length, columns: 1 }, style: { color: grey, size: 9 } });

  const lastRow = Math.max(...blocks.map((block) => block.row + blockArea(block).rows));
  const extent: Area = { row: 0, column: 0, rows: lastRow, columns: 7 };
  return {
    layout: { title, blocks, styles, formats, widths: [22, 13, 13, 15, 17, 17, 12], extent },
    page: { orientation: "portrait", printArea: extent, frozenRows: 0, gridlines: false },
    names: [
      ...[...names].map(([key, area]) => ({ name: figureNames[key], formula: `=${absoluteAddress(title, area)}` })),
      { name: summaryAreaName, formula: `=${absoluteAddress(title, extent)}` },
    ],
  };
}
