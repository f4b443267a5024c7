import { defaultColumnPixels, defaultRowPixels } from "../data/sizes";
import type { Book } from "./book";
import { worksheetOf } from "./grid";

/** Rows or columns that follow one another. */
interface Lines {
  readonly along: "rows" | "columns";
  readonly first: number;
  readonly count: number;
}

/** Height of a row or width of a column, pixels; 0 for a hidden one. Lines beyond the grid have the default size. */
export function pixelsOfLine(book: Book, sheet: string, along: "rows" | "columns", index: number): number {
  const worksheet = worksheetOf(book, sheet).getSheet();
  if (along === "rows") {
    if (index >= worksheet.getMaxRows()) return defaultRowPixels;
    return worksheet.getRowVisible(index) ? worksheet.getRowHeight(index) : 0;
  }
  if (index >= worksheet.getMaxColumns()) return defaultColumnPixels;
  return worksheet.getColVisible(index) ? worksheet.getColumnWidth(index) : 0;
}

/** Pixels from the first of so many lines to the end of the last. */
export function pixelsOfLines(book: Book, sheet: string, lines: Lines): number {
  const { along, first, count } = lines;
  let pixels = 0;
  for (let index = first; index < first + count; index++) pixels += pixelsOfLine(book, sheet, along, index);
  return pixels;
}
