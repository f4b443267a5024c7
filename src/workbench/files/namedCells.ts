import { parseAddress } from "../../domain/workbook/area";
import type { BookData, BookValue } from "../data/bookData";

/** Value of the one cell that a name of the workbook stands for; null where there is no such name or cell, or nothing in it. */
export function cellAt(book: BookData, name: string): BookValue | null {
  const reference = book.names.find(
    (entry) => entry.sheet === null && entry.name.toLowerCase() === name.toLowerCase(),
  )?.formula;
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference ?? "");
  const area = parseAddress(match?.[3] ?? "");
  const title = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  if (area === null || area.rows !== 1 || area.columns !== 1) return null;
  const sheet = book.sheets.find((entry) => entry.name === title);
  const row = sheet?.rows.find((entry) => entry.row === area.row);
  return row?.cells.find((cell) => cell.column === area.column)?.value ?? null;
}
