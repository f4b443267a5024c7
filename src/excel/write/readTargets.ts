import { askCharts } from "../parts/charts";
import { askArea } from "../parts/grid";
import { askRuleCount, askRules, type ListedRule } from "../parts/highlights";
import { fold, type Targets, type TargetTable } from "./targets";
import type { Action } from "../../domain/workbook/action";
import { isLook } from "../../domain/workbook/looks";
import { needOf, type Previous } from "./inverse";
import { askPrevious, readPrevious } from "./readPrevious";
import type { Step } from "./step";

/** Sheets whose conditional formats the steps look for. */
function highlightSheets(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(steps.flatMap((step) => (step.kind === "setHighlights" ? [fold(step.sheet)] : [])));
}

/** Sheets on which the steps look for charts. */
function chartSheets(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) => (step.kind === "addChart" || step.kind === "deleteChart" ? [fold(step.sheet)] : [])),
  );
}

/** Tables whose place counts: those that get another one, another name, or none, and those whose rows are looked for. */
function placedTables(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) => {
      if (step.kind === "resizeTable" || step.kind === "unlistTable") return [fold(step.name)];
      if (step.kind === "withdrawRows" || step.kind === "returnRows") return [fold(step.table)];
      return step.kind === "renameTable" ? [fold(step.from)] : [];
    }),
  );
}

type AppendRows = Extract<Step, { readonly kind: "appendRows" | "returnRows" }>;

/** Asks what stands in the way of rows below a table; to be followed by a sync. */
function askBelow(
  table: Excel.Table,
  { rows, calculated }: AppendRows,
): () => Pick<TargetTable, "blocked" | "hasHeaders"> {
  const { autoFilter } = table;
  autoFilter.load("isDataFiltered");
  table.load("showHeaders");
  const last = table.getRange().untrack().getLastRow().untrack();
  last.load("values");
  const below = table.getRange().untrack().getRowsBelow(rows.length).untrack();
  below.load("values");
  return () => {
    const lastRow: readonly unknown[] = last.values[0] ?? [];
    const isBlank = lastRow.every((value, offset) => value === "" || calculated.includes(offset));
    // A blank last row takes the first of them.
    const needed = below.values.slice(0, rows.length - (isBlank ? 1 : 0));
    const isFree = needed.every((row: readonly unknown[]) => row.every((value) => value === ""));
    const blocked = autoFilter.isDataFiltered ? "filtered" : isFree ? null : "inTheWay";
    return { blocked, hasHeaders: table.showHeaders };
  };
}

/** The rows that the steps put below each table. */
function appendedRows(steps: readonly Step[]): ReadonlyMap<string, AppendRows> {
  return new Map(
    steps.flatMap((step) =>
      step.kind === "appendRows" || step.kind === "returnRows" ? [[fold(step.table), step] as const] : [],
    ),
  );
}

/** Asks for what a workbook holds; to be followed by a sync. */
function askBasics({ workbook }: Excel.RequestContext): Excel.Workbook {
  workbook.load("readOnly");
  workbook.protection.load("protected");
  workbook.worksheets.load("items/name,items/protection/protected");
  workbook.tables.load("items/name,items/style,items/worksheet/name");
  workbook.names.load("items/name,items/formula");
  return workbook;
}

/** Sheets and tables by their folded names; null for one that is not there. */
interface Finder {
  readonly sheet: (title: string) => Excel.Worksheet | null;
  readonly table: (name: string) => Excel.Table | null;
}

interface Details {
  /** False where nothing was asked: then there is nothing to wait for. */
  readonly isAsked: boolean;
  /** After a sync. */
  readonly tell: () => Pick<Targets, "tables" | "charts">;
}

/** Asks for what the steps meet on sheets and tables. */
function askDetails(
  workbook: Excel.Workbook,
  steps: readonly Step[],
  { sheet: sheetOf, table: tableOf }: Finder,
): Details {
  const charts = [...chartSheets(steps)].flatMap((key) => {
    const sheet = sheetOf(key);
    return sheet ? [{ key, charts: askCharts(sheet, false) }] : [];
  });
  const appended = appendedRows(steps);
  const placed = placedTables(steps);
  const tables = [...new Set([...placed, ...appended.keys()])].flatMap((key) => {
    const table = tableOf(key);
    const rows = appended.get(key);
    if (!table) return [];
    const area = placed.has(key) ? askArea(table.getRange().untrack()) : () => null;
    return [[key, { area, below: rows ? askBelow(table, rows) : () => ({}) }] as const];
  });
  const asked = new Map(tables);
  return {
    isAsked: charts.length > 0 || tables.length > 0,
    tell: () => ({
      tables: new Map(
        workbook.tables.items.map(({ name, style, worksheet }): [string, TargetTable] => {
          const own = asked.get(fold(name));
          const facts = { name, sheet: worksheet.name, style, area: own?.area() ?? null };
          return [fold(name), { ...facts, ...own?.below() }];
        }),
      ),
      charts: new Map(charts.map(({ key, charts: { items } }) => [key, items.map(({ name }) => name)])),
    }),
  };
}

interface AskedRules {
  /** After a sync, asks for the rules that were counted; false where there are none. */
  readonly ask: () => boolean;
  /** After that and another sync. */
  readonly tell: () => Targets["highlights"];
}

/** Asks how many conditional formats stand on the sheets that get others; to be followed by a sync. */
function askSheetRules(steps: readonly Step[], sheetOf: Finder["sheet"]): AskedRules {
  const listed = [...highlightSheets(steps)].flatMap((key) => {
    const sheet = sheetOf(key);
    return sheet ? [{ key, sheet, count: askRuleCount(sheet) }] : [];
  });
  let rules: readonly { readonly key: string; readonly read: () => readonly ListedRule[] | null }[] = [];
  return {
    ask: () => {
      rules = listed.map(({ key, sheet, count }) => ({ key, read: askRules(sheet, count.value) }));
      return listed.some(({ count }) => count.value > 0);
    },
    tell: () =>
      new Map(
        rules.flatMap(({ key, read }) => {
          const found = read();
          return found ? [[key, found]] : [];
        }),
      ),
  };
}

function targetsOf(
  { readOnly, protection, worksheets, names }: Excel.Workbook,
  details: Details,
  highlights: Targets["highlights"],
): Targets {
  return {
    highlights,
    readOnly,
    structureProtected: protection.protected,
    sheets: new Map(
      worksheets.items.map((sheet) => [fold(sheet.name), { name: sheet.name, protected: sheet.protection.protected }]),
    ),
    names: new Map(names.items.map((item) => [fold(item.name), { name: item.name, formula: String(item.formula) }])),
    ...details.tell(),
  };
}

/**
 * Looks at what the steps will meet. One round trip, and one more where tables or charts change. Conditional formats are not asked
 * for: only a change that is yet to be made needs them, and one that cannot be read would be an error for everything.
 */
export async function readTargets(context: Excel.RequestContext, steps: readonly Step[]): Promise<Targets> {
  const workbook = askBasics(context);
  await context.sync();
  const { worksheets, tables } = workbook;
  const details = askDetails(workbook, steps, {
    sheet: (key) => worksheets.items.find(({ name }) => fold(name) === key) ?? null,
    table: (key) => tables.items.find(({ name }) => fold(name) === key) ?? null,
  });
  if (details.isAsked) await context.sync();
  return targetsOf(workbook, details, new Map());
}

/** Sheets and tables that the change makes itself, folded. */
function madeBy(actions: readonly Action[]) {
  const sheets = actions.flatMap((action) => (action.kind === "addSheet" ? [fold(action.sheet)] : []));
  const tables = actions.flatMap((action) => {
    if (action.kind === "createTable") return [fold(action.name)];
    // A name in other letters is the same table's.
    return action.kind === "renameTable" && fold(action.to) !== fold(action.from) ? [fold(action.to)] : [];
  });
  return { sheets: new Set(sheets), tables: new Set(tables) };
}

/**
 * Looks at what a change will meet and at what was there before, in one round trip, two where conditional formats change: what the
 * change does not make itself is taken to be there. Where it is not, Excel answers with an error for all of it.
 * What was there before is told for each action but looks, which are not taken back.
 */
export async function readBefore(
  context: Excel.RequestContext,
  actions: readonly Action[],
): Promise<{ readonly targets: Targets; readonly previous: readonly (Previous | null)[] }> {
  const workbook = askBasics(context);
  const made = madeBy(actions);
  const finder: Finder = {
    sheet: (key) => (made.sheets.has(key) ? null : workbook.worksheets.getItem(key)),
    table: (key) => (made.tables.has(key) ? null : workbook.tables.getItem(key)),
  };
  const details = askDetails(workbook, actions, finder);
  const rules = askSheetRules(actions, finder.sheet);
  const whole = actions.filter((action) => !isLook(action));
  const needs = whole.map((action) => needOf(action, { has: (key) => !made.sheets.has(key) }));
  const first = askPrevious(context, needs);
  await context.sync();
  const hasRules = rules.ask();
  const second = askPrevious(context, first.left);
  if (hasRules || second.left.length < first.left.length) await context.sync();
  const rest = await readPrevious(context, second.left);
  return {
    targets: targetsOf(workbook, details, rules.tell()),
    previous: [...first.read(), ...second.read(), ...rest],
  };
}
