import type { Fault } from "../../app/fault";
import type { Action } from "../../domain/workbook/action";
import type { Area } from "../../domain/workbook/area";
import type { ListedRule } from "../parts/highlights";
import type { Step } from "./step";

export interface TargetTable {
  readonly name: string;
  readonly sheet: string;
  readonly style: string;
  /** Null where no step asks for it. */
  readonly area: Area | null;
  /** What keeps rows from being put below it; null where nothing does, or no step asks. */
  readonly blocked?: "filtered" | "inTheWay" | null;
  /** False where its header row is switched off. Asked for with `blocked`. */
  readonly hasHeaders?: boolean;
}

/**
 * The sheets, tables, names, conditional formats and charts that a change meets. Keys are folded, since Excel's names ignore case.
 * The maps are kept up to date while steps are carried out: whether a name is there decides between adding and setting it.
 */
export interface Targets {
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
  readonly sheets: Map<string, { readonly name: string; readonly protected: boolean }>;
  readonly tables: Map<string, TargetTable>;
  readonly names: Map<string, { readonly name: string; readonly formula: string }>;
  /** Conditional formats by sheet, for the sheets that a change to come gives others. */
  readonly highlights: ReadonlyMap<string, readonly ListedRule[]>;
  /** Names of charts by sheet, for the sheets that were asked for. */
  readonly charts: Map<string, readonly string[]>;
}

/** Excel's names of sheets, tables and defined names are the same in either case. */
export function fold(name: string): string {
  return name.toLowerCase();
}

export function sheetOf(step: Step): string | null {
  return "sheet" in step ? step.sheet : null;
}

interface Presence {
  readonly sheets: Set<string>;
  readonly tables: Set<string>;
  /** As `chartKey` makes them. */
  readonly charts: Set<string>;
}

/** No sheet title has a colon in it. */
function chartKey(sheet: string, name: string): string {
  return `${fold(sheet)}:${fold(name)}`;
}

function presenceOf(targets: Targets): Presence {
  return {
    sheets: new Set(targets.sheets.keys()),
    tables: new Set(targets.tables.keys()),
    charts: new Set([...targets.charts].flatMap(([sheet, names]) => names.map((name) => chartKey(sheet, name)))),
  };
}

/** The first thing that the step needs and that is not there, or that it would make and that is there already. */
function missing(step: Step, { sheets, tables, charts }: Presence): string | null {
  switch (step.kind) {
    case "addSheet":
      return sheets.has(fold(step.sheet)) ? step.sheet : null;
    case "renameTable":
      if (!tables.has(fold(step.from))) return step.from;
      return tables.has(fold(step.to)) && fold(step.to) !== fold(step.from) ? step.to : null;
    case "resizeTable":
    case "unlistTable":
      return tables.has(fold(step.name)) ? null : step.name;
    case "appendRows":
    case "withdrawRows":
    case "returnRows":
      return tables.has(fold(step.table)) ? null : step.table;
    case "createTable":
      if (!sheets.has(fold(step.sheet))) return step.sheet;
      return tables.has(fold(step.name)) ? step.name : null;
    case "addChart":
      if (!sheets.has(fold(step.sheet))) return step.sheet;
      // A chart of that name is ours, and made anew.
      return sheets.has(fold(step.chart.source)) ? null : step.chart.source;
    case "deleteChart":
      return charts.has(chartKey(step.sheet, step.name)) ? null : step.name;
    default: {
      const sheet = sheetOf(step);
      return sheet !== null && !sheets.has(fold(sheet)) ? sheet : null;
    }
  }
}

function follow(step: Step, { sheets, tables, charts }: Presence): void {
  if (step.kind === "addSheet") sheets.add(fold(step.sheet));
  if (step.kind === "deleteSheet") sheets.delete(fold(step.sheet));
  if (step.kind === "createTable") tables.add(fold(step.name));
  if (step.kind === "unlistTable") tables.delete(fold(step.name));
  if (step.kind === "addChart") charts.add(chartKey(step.sheet, step.chart.name));
  if (step.kind === "deleteChart") charts.delete(chartKey(step.sheet, step.name));
  if (step.kind === "renameTable") {
    tables.delete(fold(step.from));
    tables.add(fold(step.to));
  }
}

/**
 * Why these actions cannot be carried out on the workbook as it is, found before anything is written; or null. Above all,
 * a sheet or table that is to be made must not be there: taking the change back would delete somebody else's.
 */
export function objectionTo(actions: readonly Action[], targets: Targets): Fault | null {
  if (actions.length > 0 && targets.readOnly) return { code: "readOnly" };
  const presence = presenceOf(targets);
  for (const action of actions) {
    const what = missing(action, presence);
    if (what !== null) return { code: "drift", what };
    const changesSheets = action.kind === "addSheet" || action.kind === "deleteSheet";
    if (changesSheets && targets.structureProtected) return { code: "structure" };
    const sheet = sheetOf(action);
    const facts = sheet === null ? undefined : targets.sheets.get(fold(sheet));
    if (facts?.protected) return { code: "protected", sheet: facts.name };
    const blocked = action.kind === "appendRows" ? targets.tables.get(fold(action.table))?.blocked : null;
    if (blocked) return { code: blocked };
    follow(action, presence);
  }
  return null;
}

/** The steps that still have something to work on, for taking back a change of which nobody knows how far it came. */
export function feasible(steps: readonly Step[], targets: Targets): readonly Step[] {
  const presence = presenceOf(targets);
  return steps.filter((step) => {
    if (missing(step, presence) !== null) return false;
    follow(step, presence);
    return true;
  });
}
