/** A rectangle of cells on one sheet. Rows and columns are zero-based; `rows` and `columns` count at least 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel's last row and column, as counts. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384 } as const;

/** Letters of a zero-based column: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** A1 address of one cell, zero-based row and column: (0, 1) is `B1`. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** A1 address of an area without its sheet: `B2` or `B2:D9`. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** Absolute A1 address with the sheet, as formulas and defined names use it: `'跟进设置'!$B$3:$B$9`. */
export function absoluteAddress(sheet: string, area: Area): string {
  return `${quoteSheet(sheet)}!${areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

/** A sheet title as formulas need it: always in quotes, inner quotes doubled. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/**
 * Reads an A1 address of a cell or a rectangle, with or without a sheet and `$` signs.
 * @returns null for anything else: whole columns (`A:C`), whole rows, several areas, names, text
 */
export function parseAddress(address: string): Area | null {
  const local = address.slice(address.lastIndexOf("!") + 1);
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(local);
  if (!match) return null;
  const [, firstColumn = "", firstRow = "", lastColumn = firstColumn, lastRow = firstRow] = match;
  const column = columnNumber(firstColumn);
  const row = Number(firstRow) - 1;
  const columns = columnNumber(lastColumn) - column + 1;
  const rows = Number(lastRow) - row;
  if (row < 0 || rows < 1 || columns < 1) return null;
  if (row + rows > sheetLimits.rows || column + columns > sheetLimits.columns) return null;
  return { row, column, rows, columns };
}

/** The cells that both areas cover, or null where they do not meet. */
export function intersect(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The rows of a table between its header row and its total row; none (0 rows) where it has only those. */
export function bodyOf({ area, totals }: { readonly area: Area; readonly totals: boolean }): Area {
  return { ...area, row: area.row + 1, rows: area.rows - 1 - (totals ? 1 : 0) };
}
