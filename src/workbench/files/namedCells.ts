import { parseAddress } from "../../domain/workbook/area";
import type { BookData, BookValue } from "../data/bookData";
import { mapPackage, readBook } from "./readXlsx";

interface CellPlace {
  readonly title: string;
  readonly row: number;
  readonly column: number;
}

function placeOf({ names }: Pick<BookData, "names">, name: string): CellPlace | null {
  const reference = names.find(
    (entry) => entry.sheet === null && entry.name.toLowerCase() === name.toLowerCase(),
  )?.formula;
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference ?? "");
  const area = parseAddress(match?.[3] ?? "");
  const title = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  if (title === undefined || area?.rows !== 1 || area.columns !== 1) return null;
  return { title, row: area.row, column: area.column };
}

/** Value of the one cell that a name of the workbook stands for; null where there is no such name or cell, or nothing in it. */
export function cellAt(book: BookData, name: string): BookValue | null {
  const place = placeOf(book, name);
  const sheet = book.sheets.find((entry) => entry.name === place?.title);
  const row = sheet?.rows.find((entry) => entry.row === place?.row);
  return row?.cells.find((cell) => cell.column === place?.column)?.value ?? null;
}

/**
 * The same for several names of an .xlsx file; of its sheets only those are read on which these cells are.
 * @throws {FileRefused}
 */
export function readNamedCells(bytes: Uint8Array, names: readonly string[]): Map<string, BookValue | null> {
  const map = mapPackage(bytes, "en");
  const book = readBook(map, true, () => false);
  const titles = new Set(names.map((name) => placeOf(book, name)?.title));
  const read = readBook(map, true, (title) => titles.has(title));
  return new Map(names.map((name) => [name, cellAt(read, name)]));
}
