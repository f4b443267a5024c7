import { intersect } from "../../domain/workbook/area";
import type { BookArea } from "./bookData";

/** Rows and columns of a sheet in Excel. */
export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

/** Rows and columns that a grid has at least, and how many more than are in use. */
export const gridSize = { rows: 1000, columns: 30, rowsBelow: 200, columnsRight: 12 } as const;

export const cellsIn = (area: BookArea): number => area.rows * area.columns;

/** True for whole rows and whole columns. */
export const isUnbounded = (area: BookArea): boolean => area.rows === sheetRows || area.columns === sheetColumns;

/** The smallest area that holds both. */
export function bounding(a: BookArea, b: BookArea): BookArea {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** What is left of an area when another is taken out of it: up to four areas. */
export function subtract(from: BookArea, taken: BookArea): readonly BookArea[] {
  const common = intersect(from, taken);
  if (!common) return [from];
  const below = common.row + common.rows;
  const right = common.column + common.columns;
  return [
    { row: from.row, column: from.column, rows: common.row - from.row, columns: from.columns },
    { row: below, column: from.column, rows: from.row + from.rows - below, columns: from.columns },
    { row: common.row, column: from.column, rows: common.rows, columns: common.column - from.column },
    { row: common.row, column: right, rows: common.rows, columns: from.column + from.columns - right },
  ].filter((area) => area.rows > 0 && area.columns > 0);
}

/** Joins areas that together make a rectangle. */
export function joined(areas: readonly BookArea[]): readonly BookArea[] {
  const left = [...areas];
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 0; i < left.length && !changed; i++) {
      for (let j = i + 1; j < left.length && !changed; j++) {
        const a = left[i];
        const b = left[j];
        if (!a || !b) continue;
        const whole = bounding(a, b);
        const shared = intersect(a, b);
        const cells = a.rows * a.columns + b.rows * b.columns - (shared ? shared.rows * shared.columns : 0);
        if (cells !== whole.rows * whole.columns) continue;
        left.splice(j, 1);
        left[i] = whole;
        changed = true;
      }
    }
  }
  return left;
}

/** An area after rows (or columns) were put in or taken out at `at`; null when nothing of it is left. */
export function shifted(area: BookArea, along: "rows" | "columns", at: number, count: number): BookArea | null {
  const start = along === "rows" ? area.row : area.column;
  const length = along === "rows" ? area.rows : area.columns;
  const place = (from: number, size: number): BookArea | null =>
    size <= 0 ? null : along === "rows" ? { ...area, row: from, rows: size } : { ...area, column: from, columns: size };
  if (count >= 0) {
    if (at <= start) return place(start + count, length);
    return at < start + length ? place(start, length + count) : area;
  }
  const removed = -count;
  const before = Math.min(removed, Math.max(0, start - at));
  const inside = Math.max(0, Math.min(at + removed, start + length) - Math.max(at, start));
  return place(start - before, length - inside);
}
