import type { CellValue } from "../../values/value";
import type { Area } from "../../workbook/area";
import { isToldByCell } from "../../workbook/merges";
import { hasSeen, isSeen, type Cells, type Span } from "./cells";
import type { RowKind } from "./listRows";

export interface BodyInput {
  readonly cells: Cells;
  readonly span: Span;
  /** The row of the first kind. */
  readonly from: number;
  /** What the rows are, as far as the list goes. */
  readonly kinds: readonly RowKind[];
  readonly merges: readonly Area[];
  /** Columns in which a row needs something of its own to be a customer's. */
  readonly ownColumns: readonly number[];
  /** Columns in which a value that is merged over several rows counts once: an amount is no larger for that. */
  readonly onceColumns: readonly number[];
}

/** Where a value that is merged over rows goes on to. */
interface Carried {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** The row below the last one of a merged area; one that is told by its first cell goes on to the next cell that is filled. */
function endOf(merge: Area, { cells, span }: BodyInput): number {
  if (!isToldByCell(merge)) return merge.row + merge.rows;
  let end = merge.row + 1;
  while (hasSeen(cells[end], span) && !isSeen(cells[end]?.[merge.column])) end += 1;
  return end;
}

/** True for a row that says something of its own: else it only goes on with the customer above, with one more contact or the like. */
function isOwnRow(row: number, { cells, ownColumns }: BodyInput): boolean {
  return ownColumns.length === 0 || ownColumns.some((column) => isSeen(cells[row]?.[column]));
}

function carriedBy(merge: Area, input: BodyInput): readonly Carried[] {
  const { cells, span, from, kinds, onceColumns } = input;
  const { row: top, column } = merge;
  const value = cells[top]?.[column];
  if (top < from || column < span.first || column >= span.end || onceColumns.includes(column)) return [];
  if (!isSeen(value)) return [];
  const carried: Carried[] = [];
  for (let row = top + 1; row < Math.min(endOf(merge, input), from + kinds.length); row += 1)
    if (kinds[row - from] === "list" && isOwnRow(row, input)) carried.push({ row, column, value });
  return carried;
}

/** The list's rows: blank where a row is left out, and with a value that is merged over several rows in each of them. */
export function bodyOfList(input: BodyInput): readonly (readonly CellValue[])[] {
  const { cells, span, from, kinds, merges } = input;
  const isWhole = span.first === 0 && span.end === (cells[0]?.length ?? 0);
  const blankRow: readonly CellValue[] = Array.from({ length: span.end - span.first }, () => "");
  const byRow = new Map<number, Carried[]>();
  for (const each of merges.flatMap((merge) => carriedBy(merge, input))) {
    const own = byRow.get(each.row);
    if (own) own.push(each);
    else byRow.set(each.row, [each]);
  }
  return kinds.map((kind, at) => {
    const row = cells[from + at] ?? [];
    if (kind === "blank" && !hasSeen(row, span)) return isWhole ? row : blankRow;
    if (kind !== "list" && kind !== "blank") return blankRow;
    const own = isWhole ? row : row.slice(span.first, span.end);
    const carried = byRow.get(from + at);
    if (!carried) return own;
    const filled = [...own];
    for (const { column, value } of carried) filled[column - span.first] = value;
    return filled;
  });
}
