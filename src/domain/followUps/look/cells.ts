import type { CellValue } from "../../values/value";
import type { Area } from "../../workbook/area";

/** Rows of cells; here rows and columns count from the first used one. */
export type Cells = readonly (readonly CellValue[])[];

/** Columns from `first` up to, without, `end`. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** True for a cell in which people see something: spaces of any width are nothing. */
export function isSeen(value: CellValue | undefined): value is CellValue {
  if (typeof value !== "string") return value !== undefined;
  if (value === "") return false;
  const code = value.charCodeAt(0);
  // Most texts begin with a letter; the others are looked at as a whole.
  return (code > 32 && code < 128) || value.trim() !== "";
}

/** How many cells of a row people see in some columns. */
export function countSeen(row: readonly CellValue[] | undefined, { first, end }: Span): number {
  let count = 0;
  if (row) for (let column = first; column < end; column += 1) if (isSeen(row[column])) count += 1;
  return count;
}

/** True where people see something in a row. */
export function hasSeen(row: readonly CellValue[] | undefined, { first, end }: Span): boolean {
  if (row) for (let column = first; column < end; column += 1) if (isSeen(row[column])) return true;
  return false;
}

/** The columns of a row in which people see something. */
export function seenColumns(row: readonly CellValue[] | undefined, { first, end }: Span): readonly number[] {
  const columns: number[] = [];
  if (row) for (let column = first; column < end; column += 1) if (isSeen(row[column])) columns.push(column);
  return columns;
}

/** Rows one below the other in which something is seen; `end` is the row after the last one. */
export interface Stretch {
  readonly row: number;
  readonly end: number;
}

/** The rows in which something is seen, as stretches between blank rows, from a row on. */
export function stretchesOf(cells: Cells, span: Span, from: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  for (let row = from; row <= cells.length; row += 1) {
    const seen = hasSeen(cells[row], span);
    if (seen && start < 0) start = row;
    if (!seen && start >= 0) {
      stretches.push({ row: start, end: row });
      start = -1;
    }
  }
  return stretches;
}

/** A text that names or tells something: no number, date, share or phone. */
export function isLabel(value: CellValue | undefined): value is string {
  if (typeof value !== "string" || value === "") return false;
  const code = value.charCodeAt(0);
  // A Latin letter or a Chinese character; all others are looked at as a whole.
  if ((code > 96 && code < 123) || (code > 64 && code < 91) || (code > 0x4dff && code < 0xa000)) return true;
  return /\p{L}/u.test(value) && !/^\s*\d[\d\s年月日号/.-]*$/.test(value);
}

const mostLetters = 60;

/** What cells say, one after the other, shortened for one line. */
export function shortText(cells: Cells): string {
  const parts: string[] = [];
  let letters = 0;
  for (const row of cells)
    for (const value of row) {
      if (!isSeen(value)) continue;
      const text = String(value).trim().slice(0, mostLetters).replace(/\s+/g, " ");
      parts.push(text);
      letters += text.length + 3;
      if (letters > mostLetters) return `${[...parts.join(" · ")].slice(0, mostLetters).join("")}…`;
    }
  return parts.join(" · ");
}

/** The smallest rectangle round all that is seen in some rows and columns; null where nothing is. */
export function seenArea(cells: Cells, { row: from, end }: Stretch, span: Span): Area | null {
  let [top, bottom, left, right] = [-1, -1, span.end, -1];
  for (let row = from; row < end; row += 1) {
    for (let column = span.first; column < span.end; column += 1) {
      if (!isSeen(cells[row]?.[column])) continue;
      if (top < 0) top = row;
      bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return top < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The cells of an area. */
export function cut(cells: Cells, { row, column, rows, columns }: Area): Cells {
  return cells.slice(row, row + rows).map((each) => each.slice(column, column + columns));
}
