import { intersect, type Area } from "../../domain/workbook/area";
import { planChunks } from "../../domain/workbook/chunks";
import type { ShownCell } from "../../domain/workbook/snapshot";
import { askArea, rangeOf } from "../parts/grid";
import { answerBytes, meanRowBytes, type Block, type Rows } from "./sheetBlocks";

/** A sheet as the first question about it tells it. */
export interface OpenedSheet {
  readonly name: string;
  readonly used: Area | null;
  readonly merged: readonly Area[];
  readonly filtered: boolean;
  readonly autoFilter: boolean;
  readonly area: Area;
  readonly values: Rows;
  /** The first rows of the used cells as they are shown; null where they were not asked for or do not lie in the area. */
  readonly head: readonly (readonly ShownCell[])[] | null;
}

/** The part of values at `area` that lies in `part`. */
function cut(values: Rows, area: Area, part: Area): Rows {
  const [row, column] = [part.row - area.row, part.column - area.column];
  const rows = values.slice(row, row + part.rows);
  return column === 0 && part.columns === area.columns
    ? rows
    : rows.map((cells) => cells.slice(column, column + part.columns));
}

/** What of a sheet is there after that question. */
export interface HalfRead {
  readonly sheet: OpenedSheet;
  /** Rows that are there already, from the first used one on. */
  readonly rows: Rows;
  readonly bytesPerRow: number;
  /** Rows after these that are known to be blank. */
  readonly blank: number;
  readonly rest: readonly Block[];
}

/** The rows of a sheet that are missing, as blocks. */
function restOf(sheet: string, missing: Area, bytesPerRow: number): readonly Block[] {
  return planChunks(missing, bytesPerRow, answerBytes).map((block): Block => {
    return { sheet, area: block, bytes: block.rows * bytesPerRow };
  });
}

/** What of a sheet's values is there, and the blocks that are missing. */
export function halfRead(sheet: OpenedSheet): HalfRead {
  const { name, used, area, values } = sheet;
  if (!used) return { sheet, rows: [], bytesPerRow: 1, blank: 0, rest: [] };
  const known = intersect(used, area);
  const sample = known ? cut(values, area, known) : [];
  const bytesPerRow = known ? (meanRowBytes(sample) * used.columns) / known.columns : used.columns * 16;
  const whole = known && known.columns === used.columns && known.row === used.row;
  const rows = whole ? sample : [];
  const missing = { ...used, row: used.row + rows.length, rows: used.rows - rows.length };
  return { sheet, rows, bytesPerRow, blank: 0, rest: restOf(name, missing, bytesPerRow) };
}

/** So many blank rows at the end of those that are known, and so many missing: then it is asked where anything follows. */
const [blankRowsSeen, rowsWorthAsking] = [100, 1000];

/**
 * Leaves out of the rows to read those that are blank between a list and a cell far below it. One round trip where there may be such
 * rows, else none.
 */
export async function skipBlankRows(
  context: Excel.RequestContext,
  halves: readonly HalfRead[],
): Promise<readonly HalfRead[]> {
  const asked = halves.map(({ sheet: { name, used }, rows }) => {
    const missing = used && { ...used, row: used.row + rows.length, rows: used.rows - rows.length };
    const end = rows.slice(-blankRowsSeen);
    const endsBlank = end.length === blankRowsSeen && end.every((row) => row.every((value) => value === ""));
    if (!missing || missing.rows < rowsWorthAsking || !endsBlank) return null;
    const range = rangeOf(context.workbook.worksheets.getItem(name), missing).getUsedRangeOrNullObject(true).untrack();
    return { missing, range, area: askArea(range) };
  });
  if (asked.every((one) => one === null)) return halves;
  await context.sync();
  return halves.map((half, at) => {
    const one = asked[at];
    // Some versions of Excel tell the used cells of the whole sheet.
    const met = one && !one.range.isNullObject ? intersect(one.area(), one.missing) : null;
    if (!one || !met) return half;
    const blank = met.row - one.missing.row;
    const left = { ...one.missing, row: met.row, rows: one.missing.rows - blank };
    return { ...half, blank, rest: restOf(half.sheet.name, left, half.bytesPerRow) };
  });
}
