import type { Area } from "../../domain/workbook/area";
import { fitting } from "../../domain/workbook/chunks";
import { askArea, columnsOf, rangeOf, readGrid, inputsOf } from "../parts/grid";
import { type Need, type Previous } from "./inverse";
import { takeValidation, validationMembers } from "../parts/validation";

/** Cells of which one action's earlier state is kept; beyond it the action cannot be taken back. */
const mostCells = 250_000;
/** Cells per round trip: formulas and values of them stay below the 5 MB that Excel on the web answers. */
const cellsPerTrip = 40_000;

const unknown: Previous = { kind: "unknown" };

function cellsOf({ kind, area }: Need): number {
  return kind === "cells" || kind === "formats" ? area.rows * area.columns : area.columns;
}

type Read = () => Previous;

function askCells(range: Excel.Range, area: Area): Read {
  range.load("formulas,values");
  return () => {
    const formulas = readGrid(range.formulas, area);
    const values = readGrid(range.values, area);
    return formulas && values ? { kind: "cells", area, cells: inputsOf(formulas, values) } : unknown;
  };
}

function askFormats(range: Excel.Range, area: Area): Read {
  range.load("numberFormat");
  return () => {
    const formats = readGrid(range.numberFormat, area);
    return formats ? { kind: "formats", formats: formats.map((row) => row.map(String)) } : unknown;
  };
}

function askHidden(sheet: Excel.Worksheet, area: Area): Read {
  const columns = columnsOf(sheet, area.column, area.columns);
  for (const column of columns) column.load("columnHidden");
  return () => ({ kind: "hidden", hidden: columns.map((column) => column.columnHidden) });
}

function askFilter(sheet: Excel.Worksheet): Read {
  const range = sheet.autoFilter.getRangeOrNullObject().untrack();
  const area = askArea(range);
  return () => ({ kind: "filter", area: range.isNullObject ? null : area() });
}

function askValidation(range: Excel.Range): Read {
  const { dataValidation } = range;
  dataValidation.load(validationMembers);
  return () => ({ kind: "validation", validation: takeValidation(dataValidation) });
}

function ask(context: Excel.RequestContext, need: Need): Read {
  const sheet = context.workbook.worksheets.getItem(need.sheet);
  const range = rangeOf(sheet, need.area);
  switch (need.kind) {
    case "cells":
      return askCells(range, need.area);
    case "formats":
      return askFormats(range, need.area);
    case "hidden":
      return askHidden(sheet, need.area);
    case "filter":
      return askFilter(sheet);
    case "validation":
      return askValidation(range);
  }
}

/** What was asked of a round trip's worth of needs, and the needs that are left for the next one. */
export interface AskedPrevious {
  readonly read: () => readonly (Previous | null)[];
  readonly left: readonly (Need | null)[];
}

/** Asks what was there before, for as many needs as one round trip takes; to be followed by a sync. */
export function askPrevious(context: Excel.RequestContext, needs: readonly (Need | null)[]): AskedPrevious {
  const length = fitting(needs, (need) => (need ? Math.min(cellsOf(need), mostCells) : 0), cellsPerTrip);
  const reads = needs
    .slice(0, length)
    .map((need) => need && (cellsOf(need) > mostCells ? () => unknown : ask(context, need)));
  return { read: () => reads.map((read) => read && read()), left: needs.slice(length) };
}

/** Reads what was there before, in the order of the needs. */
export async function readPrevious(
  context: Excel.RequestContext,
  needs: readonly (Need | null)[],
): Promise<readonly (Previous | null)[]> {
  if (needs.every((need) => need === null)) return needs.map(() => null);
  const { read, left } = askPrevious(context, needs);
  await context.sync();
  return [...read(), ...(await readPrevious(context, left))];
}
