import type { Action } from "../../domain/workbook/action";
import type { CellInput } from "../../domain/values/value";
import type { HighlightFacts } from "../../domain/workbook/snapshot";
import type { Area } from "../../domain/workbook/area";
import { fold, sheetOf, type Targets, type TargetTable } from "./targets";
import type { ExcelStyle, Step } from "./step";
import { isMixed, type ExcelValidation } from "../parts/validation";

/** What was there before an action; read from the workbook before the first write. */
export type Previous =
  | { readonly kind: "cells"; readonly area: Area; readonly cells: readonly (readonly CellInput[])[] }
  | { readonly kind: "formats"; readonly formats: readonly (readonly string[])[] }
  | { readonly kind: "validation"; readonly validation: ExcelValidation }
  | { readonly kind: "style"; readonly style: ExcelStyle }
  | { readonly kind: "widths"; readonly widths: readonly number[] }
  | { readonly kind: "hidden"; readonly hidden: readonly boolean[] }
  /** Too large to be read for this. */
  | { readonly kind: "unknown" };

/** What has to be read before the action so that it can be taken back; null where the targets tells enough. */
export type Need = { readonly kind: Exclude<Previous["kind"], "unknown">; readonly sheet: string; readonly area: Area };

/** The steps that take one action back, whether it was carried out or not; null where nothing can. */
export type Inverse = readonly Step[] | null;

/** A sheet made by this very change: taking the change back deletes it with everything on it. */
function isFresh(action: Action, sheets: { readonly has: (folded: string) => boolean }): boolean {
  const sheet = sheetOf(action);
  return sheet !== null && !sheets.has(fold(sheet));
}

/** @param sheets folded titles of the sheets that are there before the change */
export function needOf(action: Action, sheets: { readonly has: (folded: string) => boolean }): Need | null {
  if (isFresh(action, sheets)) return null;
  switch (action.kind) {
    case "writeCells":
    case "fillFormula":
    case "writeRow":
      return { kind: "cells", sheet: action.sheet, area: action.area };
    // Excel puts headers of its own into blank header cells that a table comes to cover.
    case "resizeTable":
      return { kind: "cells", sheet: action.sheet, area: { ...action.area, rows: 1 } };
    case "setNumberFormat":
    case "setNumberFormats":
      return { kind: "formats", sheet: action.sheet, area: action.area };
    case "setValidation":
      return { kind: "validation", sheet: action.sheet, area: action.area };
    case "styleCells":
      return { kind: "style", sheet: action.sheet, area: action.area };
    case "setColumnWidths":
      return {
        kind: "widths",
        sheet: action.sheet,
        area: { row: 0, rows: 1, column: action.column, columns: action.widths.length },
      };
    case "hideColumns":
      return {
        kind: "hidden",
        sheet: action.sheet,
        area: { row: 0, rows: 1, column: action.column, columns: action.columns },
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

function withMarker(marker: string, sheet: string, targets: Targets): readonly HighlightFacts[] {
  return (targets.highlights.get(fold(sheet)) ?? []).filter(({ highlight }) => highlight.formula.includes(marker));
}

/** The term by which a highlight of ours is found again; for any other formula the formula itself. */
export function markerOf(formula: string): string {
  return /N\("followup:[^"]*"\)/i.exec(formula)?.[0] ?? formula;
}

/** Back to the rules that carried the marker before. A rule that stands in several areas cannot be written as one. */
function highlightsAsBefore(sheet: string, marker: string, targets: Targets): Inverse {
  const before = withMarker(marker, sheet, targets);
  const again: Step[] = [];
  for (const { areas, highlight } of before) {
    const [area] = areas;
    if (!area || areas.length > 1) return null;
    again.push({ kind: "addHighlight", sheet, area, highlight });
  }
  return [{ kind: "removeHighlights", sheet, marker }, ...again];
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

function inverseOf(action: Action, targets: Targets, tables: TablesNow, previous: Previous | null): Inverse {
  if (action.kind === "addSheet") return [{ kind: "deleteSheet", sheet: action.sheet }];
  if (isFresh(action, targets.sheets)) return [];
  switch (action.kind) {
    case "writeCells": {
      if (previous?.kind !== "cells") return null;
      const cells = onlyTouched(previous.cells, action.cells);
      return [{ kind: "writeCells", sheet: action.sheet, area: action.area, cells }];
    }
    case "fillFormula":
      if (previous?.kind !== "cells") return null;
      return [{ kind: "writeCells", sheet: action.sheet, area: action.area, cells: previous.cells }];
    case "writeRow":
      return previous?.kind === "cells" ? rowAsBefore(action, previous.cells) : null;
    case "appendRows": {
      const { sheet, table, keyColumn, rows, calculated } = action;
      return [{ kind: "withdrawRows", sheet, table, keyColumn, rows, calculated }];
    }
    case "withdrawRows":
      return [{ ...action, kind: "returnRows" }];
    case "createTable":
      return [{ kind: "unlistTable", name: action.name }];
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
    case "addHighlight":
      return highlightsAsBefore(action.sheet, markerOf(action.highlight.formula), targets);
    case "removeHighlights":
      return highlightsAsBefore(action.sheet, action.marker, targets);
    case "setNumberFormat":
    case "setNumberFormats":
      return previous?.kind === "formats" ? formatsAsBefore(action.sheet, action.area, previous.formats) : null;
    case "styleCells":
      if (previous?.kind !== "style") return null;
      return [{ kind: "restoreStyle", sheet: action.sheet, area: action.area, style: previous.style }];
    case "setColumnWidths":
      if (previous?.kind !== "widths") return null;
      return [{ kind: "restoreWidths", sheet: action.sheet, column: action.column, widths: previous.widths }];
    case "hideColumns":
      if (previous?.kind !== "hidden") return null;
      return [{ kind: "restoreHidden", sheet: action.sheet, column: action.column, hidden: previous.hidden }];
    case "addChart":
      return [{ kind: "deleteChart", sheet: action.sheet, name: action.chart.name }];
    // A deleted sheet is gone, which cells a chart drew nobody can read (ExcelApi 1.15 has it), and frozen rows and the
    // print area of a sheet that was there are not read.
    case "deleteSheet":
    case "deleteChart":
    case "setPageLayout":
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

function followTables(action: Action, tables: TablesNow): void {
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
  actions: readonly Action[],
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
