import type { IStyleData } from "@univerjs/presets";
import { cellStyle, changeStyles } from "../book/cells";
import type { CellChanges } from "../book/cells";
import { ensureSize, gridPart, worksheetOf } from "../book/grid";
import type { ScalarMember } from "../protocol/hostObject";
import type { RangeTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

/** Applies part of a style to every cell of the range. */
function setStyle(target: RangeTarget, style: IStyleData): void {
  setStyles(target, () => style);
}

/** Applies a part of a style to each cell, none where `styleAt` gives null. */
export function setStyles(target: RangeTarget, styleAt: (row: number, column: number) => IStyleData | null): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  ensureSize(book, sheet, area);
  const part = gridPart(book, sheet, area);
  const changes: CellChanges = {};
  for (let row = part.row; row < part.row + part.rows; row++) {
    const line: CellChanges[number] = {};
    for (let column = part.column; column < part.column + part.columns; column++) {
      const style = styleAt(row, column);
      if (style) line[column] = { s: style };
    }
    if (Object.keys(line).length > 0) changes[row] = line;
  }
  book.engine.as("addin", () => changeStyles(book, sheet, changes));
}

/** One answer for all cells of the range, or null when they differ, as Excel gives it. */
function sharedBy<T>(target: RangeTarget, read: (style: IStyleData) => T): T | null {
  const { book, sheet } = target;
  const part = gridPart(book, sheet, target.area);
  const matrix = worksheetOf(book, sheet).getSheet().getCellMatrix();
  let first: T | undefined;
  for (let row = part.row; row < part.row + part.rows; row++) {
    for (let column = part.column; column < part.column + part.columns; column++) {
      const value = read(cellStyle(book, matrix.getValue(row, column)));
      if (first === undefined) first = value;
      else if (first !== value) return null;
    }
  }
  return first ?? null;
}

/** A member that stands for a part of the cells' style; read only without `write`. */
export function styleMember<T>(
  since: string,
  read: (style: IStyleData) => T,
  write: ((value: unknown) => IStyleData) | null,
): ScalarMember<RangeTarget> {
  return {
    since,
    read: (target) => sharedBy(target, read),
    ...(write ? { write: (target: RangeTarget, value: unknown) => setStyle(target, write(value)) } : {}),
  };
}
