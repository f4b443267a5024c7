import { intersect } from "../../domain/workbook/area";
import type { BookArea } from "../data/bookData";
import type { Book } from "./book";
import { fromRange } from "./grid";
import { tablesOf } from "./tables";

/** Tells for cells of an area the name of the table that they are in. */
export function tableFinder(book: Book, sheet: string, area: BookArea): (row: number, column: number) => string | null {
  const near = tablesOf(book, sheet)
    .map(({ name, range }) => ({ name, area: fromRange(range) }))
    .filter((table) => intersect(table.area, area) !== null);
  return (row, column) =>
    near.find(({ area: own }) => intersect(own, { row, column, rows: 1, columns: 1 }) !== null)?.name ?? null;
}
