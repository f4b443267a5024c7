import { askCharts } from "../parts/charts";
import { askArea } from "../parts/grid";
import { askHighlightDetails, askHighlights, type InstalledHighlight } from "../parts/highlights";
import { fold, type Targets, type TargetTable } from "./targets";
import type { Step } from "./step";

/** Sheets whose conditional formats the steps look for. */
function highlightSheets(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) =>
      step.kind === "addHighlight" || step.kind === "removeHighlights" ? [fold(step.sheet)] : [],
    ),
  );
}

/** Sheets on which the steps look for charts. */
function chartSheets(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) => (step.kind === "addChart" || step.kind === "deleteChart" ? [fold(step.sheet)] : [])),
  );
}

/** Tables whose size counts: those that get another one, or none. */
function resizedTables(steps: readonly Step[]): boolean {
  return steps.some(({ kind }) => kind === "resizeTable" || kind === "unlistTable");
}

/** Asks what stands in the way of rows below a table; to be followed by a sync. */
function askBelow(table: Excel.Table, rows: number): () => TargetTable["blocked"] {
  const { autoFilter } = table;
  autoFilter.load("isDataFiltered");
  const below = table.getRange().untrack().getRowsBelow(rows).untrack();
  below.load("values");
  return () => {
    if (autoFilter.isDataFiltered) return "filtered";
    const free = below.values.every((row) => row.every((value) => value === ""));
    return free ? null : "inTheWay";
  };
}

/** Number of rows that the steps put below each table. */
function appendedRows(steps: readonly Step[]): ReadonlyMap<string, number> {
  return new Map(steps.flatMap((step) => (step.kind === "appendRows" ? [[fold(step.table), step.rows.length]] : [])));
}

/** Looks at what the steps will meet. One round trip, and up to two more where tables change size, or conditional formats or charts change. */
export async function readTargets(context: Excel.RequestContext, steps: readonly Step[]): Promise<Targets> {
  const { workbook } = context;
  workbook.load("readOnly");
  const { worksheets, tables, names } = workbook;
  worksheets.load("items/name,items/protection/protected");
  tables.load("items/name,items/style,items/worksheet/name");
  names.load("items/name,items/formula");
  await context.sync();

  const wanted = highlightSheets(steps);
  const asked = worksheets.items
    .filter((sheet) => wanted.has(fold(sheet.name)))
    .map((sheet) => ({ sheet, formats: askHighlights(sheet) }));
  const charted = chartSheets(steps);
  const charts = worksheets.items
    .filter((sheet) => charted.has(fold(sheet.name)))
    .map((sheet) => ({ key: fold(sheet.name), charts: askCharts(sheet) }));
  const withAreas = resizedTables(steps);
  const appended = appendedRows(steps);
  const tableFacts = tables.items.map((table) => {
    const rows = appended.get(fold(table.name));
    return {
      table,
      area: withAreas ? askArea(table.getRange().untrack()) : () => null,
      blocked: rows === undefined ? () => null : askBelow(table, rows),
    };
  });
  if (asked.length > 0 || charts.length > 0 || appended.size > 0 || (withAreas && tableFacts.length > 0))
    await context.sync();

  const details = asked.map(({ sheet, formats }) => ({
    key: fold(sheet.name),
    read: askHighlightDetails(sheet, formats),
  }));
  if (asked.some(({ formats }) => formats.items.length > 0)) await context.sync();

  return {
    readOnly: workbook.readOnly,
    sheets: new Map(
      worksheets.items.map((sheet) => [fold(sheet.name), { name: sheet.name, protected: sheet.protection.protected }]),
    ),
    tables: new Map(
      tableFacts.map(({ table, area, blocked }): [string, TargetTable] => [
        fold(table.name),
        { name: table.name, sheet: table.worksheet.name, style: table.style, area: area(), blocked: blocked() },
      ]),
    ),
    names: new Map(names.items.map((item) => [fold(item.name), { name: item.name, formula: String(item.formula) }])),
    highlights: new Map(details.map(({ key, read }): [string, readonly InstalledHighlight[]] => [key, read()])),
    charts: new Map(charts.map(({ key, charts: { items } }) => [key, items.map(({ name }) => name)])),
  };
}
