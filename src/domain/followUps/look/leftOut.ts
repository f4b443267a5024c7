import type { Area } from "../../workbook/area";
import { cut, hasSeen, seenArea, shortText, type Cells, type Span } from "./cells";
import { namesColumns } from "./headerRow";
import type { RowKind } from "./listRows";
import type { LeftOut, LeftOutKind } from "./shape";

export interface LeftOutInput {
  readonly cells: Cells;
  readonly span: Span;
  /** First row of the head, and the rows of field names in it. */
  readonly head: number;
  readonly keyRows: readonly number[];
  /** The row of the first kind. */
  readonly from: number;
  /** What every row from there on is. */
  readonly kinds: readonly RowKind[];
  /** The row below the list's last one. */
  readonly end: number;
}

/** Blanks that were typed so many rows below the list are told: they make a sheet long. */
const farRows = 30;

function entry(kind: LeftOutKind, cells: Cells, area: Area | null): readonly LeftOut[] {
  return area ? [{ kind, area, text: shortText(cut(cells, area)) }] : [];
}

/** Rows of one kind that follow each other, blank ones between them included, as one entry each. */
function runsOf({ cells, span, from, kinds, end }: LeftOutInput): readonly LeftOut[] {
  const whole: Span = { first: 0, end: cells[0]?.length ?? 0 };
  const runs: { kind: LeftOutKind; row: number; end: number }[] = [];
  kinds.forEach((own, at) => {
    const row = from + at;
    // Beside a blank row under the list something can stand that belongs to nothing in it.
    const kind = own === "blank" && row >= end && hasSeen(cells[row], whole) ? "below" : own;
    if (kind === "list" || kind === "blank") return;
    const last = runs.at(-1);
    const goesOn = last && last.kind === kind && kinds.slice(last.end - from, at).every((each) => each === "blank");
    if (last && goesOn) last.end = row + 1;
    else runs.push({ kind, row, end: row + 1 });
  });
  return runs.flatMap(({ kind, row, end: last }) => {
    // What stands under the list has its own columns; what stands in it takes up the list's.
    if (row >= end) return entry(kind, cells, seenArea(cells, { row, end: last }, whole));
    return entry(kind, cells, { row, column: span.first, rows: last - row, columns: span.end - span.first });
  });
}

/** What stands right or left of the list, in the rows that it has. */
function besides({ cells, span, head, end }: LeftOutInput): readonly LeftOut[] {
  const sides: readonly Span[] = [
    { first: 0, end: span.first },
    { first: span.end, end: cells[0]?.length ?? 0 },
  ];
  return sides.flatMap((side) => {
    const area = side.first < side.end ? seenArea(cells, { row: head, end }, side) : null;
    if (!area) return [];
    const block = cut(cells, area);
    const isList = block.slice(0, 3).some((_, row) => namesColumns(block, row, { first: 0, end: area.columns }));
    return entry(isList ? "otherBlock" : "beside", cells, area);
  });
}

/** Blanks that were typed far below all that is seen, in rows from `end` on: the place of the last one. */
export function farBlanks(cells: Cells, end: number): readonly LeftOut[] {
  for (let row = cells.length - 1; row >= end + farRows; row -= 1) {
    const column = cells[row]?.findIndex((value) => value !== "") ?? -1;
    if (column >= 0) return [{ kind: "farBlank", area: { row, column, rows: 1, columns: 1 }, text: "" }];
  }
  return [];
}

/** All that stands on the sheet and is no part of the list, from the top down, its areas counted as the cells are. */
export function leftOutOf(input: LeftOutInput): readonly LeftOut[] {
  const { cells, head, keyRows } = input;
  const whole: Span = { first: 0, end: cells[0]?.length ?? 0 };
  return [
    ...entry("above", cells, seenArea(cells, { row: 0, end: head }, whole)),
    ...keyRows.flatMap((row) => entry("fieldKeys", cells, seenArea(cells, { row, end: row + 1 }, input.span))),
    ...runsOf(input),
    ...besides(input),
  ];
}
