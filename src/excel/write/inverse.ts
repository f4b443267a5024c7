import type { Action } from "../../domain/workbook/action";
import { isFormula, type CellInput } from "../../domain/values/value";
import { isLeftOver, isOurs } from "../../domain/workbook/ourHighlights";
import type { Area } from "../../domain/workbook/area";
import { fold, sheetOf, type Targets, type TargetTable } from "./targets";
import type { LookAction } from "../../domain/workbook/looks";
import type { StandingHighlight, Step } from "./step";
import { isMixed, type ExcelValidation } from "../parts/validation";

/** What was there before an action; read from the workbook before the first write. */
export type Previous =
  | { readonly kind: "cells"; readonly area: Area; readonly cells: readonly (readonly CellInput[])[] }
  | { readonly kind: "formats"; readonly formats: readonly (readonly string[])[] }
  | { readonly kind: "validation"; readonly validation: ExcelValidation }
  | { readonly kind: "hidden"; readonly hidden: readonly boolean[] }
  /** Where the sheet has filter buttons of its own; null for none. */
  | { readonly kind: "filter"; readonly area: Area | null }
  /** Too large to be read for this. */
  | { readonly kind: "unknown" };

/** What has to be read before the action so that it can be taken back; null where the targets tells enough. */
export type Need = { readonly kind: Exclude<Previous["kind"], "unknown">; readonly sheet: string; readonly area: Area };

/** The steps that take one action back, whether it was carried out or not; null where nothing can. */
export type Inverse = readonly Step[] | null;

/** What is carried out as a whole or not at all: everything but looks, which come after it. */
export type WholeAction = Exclude<Action, LookAction>;

/** A sheet made by this very change: taking the change back deletes it with everything on it. */
function isFresh(action: WholeAction, sheets: { readonly has: (folded: string) => boolean }): boolean {
  const sheet = sheetOf(action);
  return sheet !== null && !sheets.has(fold(sheet));
}

/** @param sheets folded titles of the sheets that are there before the change */
export function needOf(action: WholeAction, sheets: { readonly has: (folded: string) => boolean }): Need | null {
  if (isFresh(action, sheets)) return null;
  switch (action.kind) {
    case "writeCells":
    case "fillFormula":
    case "writeRow":
      return { kind: "cells", sheet: action.sheet, area: action.area };
    // Excel takes the sheet's own filter off under a new table.
    case "createTable":
      return { kind: "filter", sheet: action.sheet, area: action.area };
    // Excel puts headers of its own into blank header cells that a table comes to cover.
    case "resizeTable":
      return { kind: "cells", sheet: action.sheet, area: { ...action.area, rows: 1 } };
    case "setNumberFormat":
    case "setNumberFormats":
      return { kind: "formats", sheet: action.sheet, area: action.area };
    case "setValidation":
      return { kind: "validation", sheet: action.sheet, area: action.area };
    case "hideColumns":
      return {
        kind: "hidden",
        sheet: action.sheet,
        area: { row: 0, rows: 1, column: action.column, columns: action.columns },
      };
    case "restoreHidden":
      return {
        kind: "hidden",
        sheet: action.sheet,
        area: { row: 0, rows: 1, column: action.column, columns: action.hidden.length },
      };
    default:
      return null;
  }
}

/** Leaves alone what the action leaves alone. */
function onlyTouched(
  previous: readonly (readonly CellInput[])[],
  written: readonly (readonly CellInput[])[],
): readonly (readonly CellInput[])[] {
  return previous.map((row, rowIndex) =>
    row.map((cell, columnIndex) => (written[rowIndex]?.[columnIndex] === null ? null : cell)),
  );
}

/** Back to the rules of ours that stood there before, each in its place among the others. */
function highlightsAsBefore(action: Extract<Action, { readonly kind: "setHighlights" }>, targets: Targets): Inverse {
  const { sheet, marker, highlights: made } = action;
  const rules = targets.highlights.get(fold(sheet)) ?? [];
  const highlights: StandingHighlight[] = [];
  let above = 0;
  for (const rule of rules) {
    if (rule.kind === "custom" && isOurs(rule, marker, made)) {
      // What Excel left of a rule that it refused is not put back.
      if (!isLeftOver(rule.highlight)) highlights.push({ areas: rule.areas, highlight: rule.highlight, above });
    } else above += 1;
  }
  return [{ kind: "restoreHighlights", sheet, marker, highlights, made }];
}

function filterAsBefore(sheet: string, previous: Previous | null): readonly Step[] {
  return previous?.kind === "filter" && previous.area ? [{ kind: "restoreFilter", sheet, area: previous.area }] : [];
}

/** One formula throughout goes back as such, so that new rows get it again; differing ones go back each to its own row. */
function columnAsBefore(
  { sheet, area }: Extract<Action, { readonly kind: "fillFormula" }>,
  cells: readonly (readonly CellInput[])[],
): readonly Step[] {
  const all = cells.flat();
  const formulas = new Set(all.map((cell) => (isFormula(cell) ? cell.formula : null)));
  const [formula] = formulas;
  if (formulas.size === 1 && typeof formula === "string") return [{ kind: "fillFormula", sheet, area, formula }];
  const hasFormula = [...formulas].some((each) => each !== null);
  return [{ kind: hasFormula ? "restoreCells" : "writeCells", sheet, area, cells }];
}

function nameAsBefore(name: string, targets: Targets): Inverse {
  const before = targets.names.get(fold(name));
  return [before ? { kind: "setName", name: before.name, formula: before.formula } : { kind: "deleteName", name }];
}

function formatsAsBefore(sheet: string, area: Area, formats: readonly (readonly string[])[]): Inverse {
  const format = formats[0]?.[0];
  const uniform = format !== undefined && formats.every((row) => row.every((cell) => cell === format));
  return [
    uniform ? { kind: "setNumberFormat", sheet, area, format } : { kind: "restoreFormats", sheet, area, formats },
  ];
}

/** Tables by the names they have at one point of the change, with the facts from before it; null for one made on the way. */
type TablesNow = Map<string, TargetTable | null>;

function inverseOf(action: WholeAction, targets: Targets, tables: TablesNow, previous: Previous | null): Inverse {
  if (action.kind === "addSheet") return [{ kind: "deleteSheet", sheet: action.sheet }];
  if (isFresh(action, targets.sheets)) return [];
  switch (action.kind) {
    case "writeCells": {
      if (previous?.kind !== "cells") return null;
      const cells = onlyTouched(previous.cells, action.cells);
      return [{ kind: "writeCells", sheet: action.sheet, area: action.area, cells }];
    }
    case "fillFormula":
      return previous?.kind === "cells" ? columnAsBefore(action, previous.cells) : null;
    case "writeRow":
      return previous?.kind === "cells" ? rowAsBefore(action, previous.cells) : null;
    case "appendRows": {
      const { sheet, table, keyColumn, rows, calculated } = action;
      return [{ kind: "withdrawRows", sheet, table, keyColumn, rows, calculated }];
    }
    case "withdrawRows":
      return [{ ...action, kind: "returnRows" }];
    case "createTable":
      return [{ kind: "unlistTable", name: action.name }, ...filterAsBefore(action.sheet, previous)];
    case "renameTable":
      return [{ kind: "renameTable", from: action.to, to: action.from }];
    case "resizeTable":
      return tableAsBefore(action, tables, previous);
    case "unlistTable": {
      const table = tables.get(fold(action.name));
      if (!table?.area) return null;
      return [{ kind: "createTable", sheet: table.sheet, area: table.area, name: action.name, style: table.style }];
    }
    case "setName":
    case "deleteName":
      return nameAsBefore(action.name, targets);
    case "setValidation":
      if (previous?.kind !== "validation" || isMixed(previous.validation)) return null;
      return [{ kind: "restoreValidation", sheet: action.sheet, area: action.area, validation: previous.validation }];
    case "setHighlights":
      return highlightsAsBefore(action, targets);
    case "setNumberFormat":
    case "setNumberFormats":
      return previous?.kind === "formats" ? formatsAsBefore(action.sheet, action.area, previous.formats) : null;
    case "hideColumns":
    case "restoreHidden":
      if (previous?.kind !== "hidden") return null;
      return [{ kind: "restoreHidden", sheet: action.sheet, column: action.column, hidden: previous.hidden }];
    // It comes after its table has gone: the table that comes back takes it off.
    case "restoreFilter":
      return [];
    case "deleteSheet":
      return null;
  }
}

/** The row keeps its key through the write: by it the row is found again, whether the write came or not. */
function rowAsBefore(
  action: Extract<Action, { kind: "writeRow" }>,
  previous: readonly (readonly CellInput[])[],
): Inverse {
  return [{ ...action, cells: onlyTouched(previous, [action.cells])[0] ?? [], over: action.cells }];
}

function tableAsBefore(
  action: Extract<Action, { kind: "resizeTable" }>,
  tables: TablesNow,
  previous: Previous | null,
): Inverse {
  const table = tables.get(fold(action.name));
  // Made on the way: it goes as a whole.
  if (table === null) return [];
  if (!table?.area || previous?.kind !== "cells") return null;
  const kept = table.area.column + table.area.columns - action.area.column;
  const cells = previous.cells.map((row) => row.map((cell, offset) => (offset < kept ? null : cell)));
  return [
    { kind: "resizeTable", name: action.name, sheet: action.sheet, area: table.area },
    { kind: "writeCells", sheet: action.sheet, area: previous.area, cells },
  ];
}

function followTables(action: WholeAction, tables: TablesNow): void {
  if (action.kind === "createTable") tables.set(fold(action.name), null);
  if (action.kind !== "renameTable") return;
  const table = tables.get(fold(action.from));
  tables.delete(fold(action.from));
  if (table !== undefined) tables.set(fold(action.to), table);
}

/**
 * For each action, in the same order, the steps that take it back to what `targets` and its entry of `previous` tell. They
 * restore the state before the whole change, so that carried out last first they lead back to it from any point.
 */
export function inversesOf(
  actions: readonly WholeAction[],
  targets: Targets,
  previous: readonly (Previous | null)[],
): readonly Inverse[] {
  const tables: TablesNow = new Map(targets.tables);
  return actions.map((action, index) => {
    const inverse = inverseOf(action, targets, tables, previous[index] ?? null);
    followTables(action, tables);
    return inverse;
  });
}
