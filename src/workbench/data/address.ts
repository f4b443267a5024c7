import { sheetColumns, sheetRows } from "./areas";
import type { BookArea } from "./bookData";

/**
 * Addresses as the host reads and writes them. Written apart from the add-in's own address code on purpose: a fault in
 * one must not hide in the other.
 */

export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

function columnOf(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A sheet title as it stands before the `!`: in quotes where Excel puts them. */
export function sheetPrefix(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^([A-Z]{1,3}\d+|R\d*C\d*|R|C)$/i.test(sheet);
  return plain ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!`;
}

/** A1 address of an area without its sheet; whole columns and rows as `A:C` and `2:5`. */
export function localAddress(area: BookArea, absolute = false): string {
  const mark = absolute ? "$" : "";
  const column = (index: number): string => mark + columnName(index);
  const row = (index: number): string => mark + String(index + 1);
  const lastColumn = area.column + area.columns - 1;
  const lastRow = area.row + area.rows - 1;
  if (area.rows === sheetRows) return `${column(area.column)}:${column(lastColumn)}`;
  if (area.columns === sheetColumns) return `${row(area.row)}:${row(lastRow)}`;
  const first = column(area.column) + row(area.row);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${column(lastColumn)}${row(lastRow)}`;
}

export function fullAddress(sheet: string, area: BookArea): string {
  return sheetPrefix(sheet) + localAddress(area);
}

export interface ReadAddress {
  /** Title of the sheet that stands before the `!`, or null. */
  readonly sheet: string | null;
  readonly area: BookArea;
}

/** Reads `A1`, `A1:C3`, `A:C`, `2:5`, each with or without `$` and a sheet; null for anything else. Corners may come in any order. */
export function readAddress(address: string): ReadAddress | null {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(.+)$/.exec(address.trim());
  if (!match?.[3]) return null;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
  const area = readLocal(match[3]);
  return area && { sheet, area };
}

function readLocal(text: string): BookArea | null {
  const cells = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(text);
  if (cells?.[1] && cells[2]) {
    const columns = [columnOf(cells[1]), columnOf(cells[3] ?? cells[1])];
    const rows = [Number(cells[2]) - 1, Number(cells[4] ?? cells[2]) - 1];
    return within(Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns));
  }
  const wholeColumns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  if (wholeColumns?.[1] && wholeColumns[2]) {
    const columns = [columnOf(wholeColumns[1]), columnOf(wholeColumns[2])];
    return within(0, sheetRows - 1, Math.min(...columns), Math.max(...columns));
  }
  const wholeRows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (wholeRows?.[1] && wholeRows[2]) {
    const rows = [Number(wholeRows[1]) - 1, Number(wholeRows[2]) - 1];
    return within(Math.min(...rows), Math.max(...rows), 0, sheetColumns - 1);
  }
  return null;
}

function within(row: number, lastRow: number, column: number, lastColumn: number): BookArea | null {
  if (row < 0 || column < 0 || lastRow >= sheetRows || lastColumn >= sheetColumns) return null;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}
