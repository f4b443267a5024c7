import type { ITableInfo } from "@univerjs/preset-sheets-table";
import type { BookArea } from "../data/bookData";
import { tableState } from "./book";
import type { Book } from "./book";
import { columnFormulaByRow } from "./calculatedColumns";
import { cellAt, changeCells, changeStyles, isBlankAt } from "./cells";
import type { CellChanges } from "./cells";
import { fromRange } from "./grid";
import { highlightsOf, moveHighlight } from "./highlights";
import { setTableArea } from "./tableShape";
import { bodyOf, tablesOf } from "./tables";
import { moveValidation, validationsOf } from "./validations";

/** What Excel does to tables by itself: they take in rows, and calculated columns, looks and rules go on in them. */

/** Writes the calculated columns' formulas into blank cells of new rows, and gives those rows the look of their neighbour. */
function fillRows(
  book: Book,
  table: ITableInfo,
  body: BookArea,
  rows: { readonly from: number; readonly count: number },
  like: number,
): void {
  const formulas: CellChanges = {};
  const styles: CellChanges = {};
  for (let column = body.column; column < body.column + body.columns; column++) {
    const formulaIn = columnFormulaByRow(book, table, body, column);
    const style = cellAt(book, table.subUnitId, like, column)?.s;
    for (let row = rows.from; row < rows.from + rows.count; row++) {
      const formula = isBlankAt(book, table.subUnitId, row, column) ? formulaIn?.(row) : null;
      if (formula) (formulas[row] ??= {})[column] = { f: formula, v: null };
      if (style && !cellAt(book, table.subUnitId, row, column)?.s) (styles[row] ??= {})[column] = { s: style };
    }
  }
  if (Object.keys(styles).length > 0) changeStyles(book, table.subUnitId, styles);
  if (Object.keys(formulas).length > 0) changeCells(book, table.subUnitId, formulas);
}

/** Rules that reach the table's last row reach the new rows too, as in Excel. */
function extendRules(book: Book, sheet: string, body: BookArea, count: number): void {
  const lastRow = body.row + body.rows - 1;
  const grown = (areas: readonly BookArea[]): BookArea[] | null => {
    let changed = false;
    const next = areas.map((area) => {
      const ends = area.row + area.rows - 1 === lastRow;
      const inside = area.column >= body.column && area.column + area.columns <= body.column + body.columns;
      if (!ends || !inside) return area;
      changed = true;
      return { ...area, rows: area.rows + count };
    });
    return changed ? next : null;
  };
  for (const highlight of highlightsOf(book, sheet)) {
    const areas = grown(highlight.areas);
    if (areas) moveHighlight(book, sheet, highlight.id, areas);
  }
  for (const { id, data } of validationsOf(book, sheet)) {
    const areas = grown(data.areas);
    if (areas) moveValidation(book, sheet, id, areas);
  }
}

/** Lets a table take in rows that were filled right below it. */
function growTable(book: Book, table: ITableInfo, count: number): void {
  const area = fromRange(table.range);
  const body = bodyOf(book, table);
  setTableArea(book, table, { ...area, rows: area.rows + count });
  const start = area.row + area.rows;
  if (body) {
    fillRows(book, table, body, { from: start, count }, body.row + body.rows - 1);
    extendRules(book, table.subUnitId, body, count);
  }
}

/** After a table was made larger: its calculated columns go on in the rows that it gained. */
export function fillResized(book: Book, table: ITableInfo, before: BookArea): void {
  const body = bodyOf(book, table);
  const from = before.row + before.rows;
  const count = body ? body.row + body.rows - from : 0;
  if (count > 0) fillRows(book, table, before, { from, count }, from - 1);
}

/** After rows were inserted inside a table: its calculated columns go on in them. */
export function fillInsertedRows(book: Book, sheet: string, row: number, count: number): void {
  for (const table of tablesOf(book, sheet)) {
    const body = bodyOf(book, table);
    if (!body || row < body.row || row + count > body.row + body.rows || count >= body.rows) continue;
    const like = row > body.row ? row - 1 : row + count;
    const rest =
      row > body.row ? { ...body, rows: row - body.row } : { ...body, row: row + count, rows: body.rows - count };
    fillRows(book, table, rest, { from: row, count }, like);
  }
}

/** Table of the sheet that ends right above a row, over the given columns, and has no total row. */
function tableAbove(book: Book, area: BookArea): (table: ITableInfo) => boolean {
  return (table) => {
    const own = fromRange(table.range);
    const meets = own.column < area.column + area.columns && area.column < own.column + own.columns;
    const next = own.row + own.rows;
    return meets && next >= area.row && next < area.row + area.rows && !tableState(book, table.id).showTotals;
  };
}

/** Rows directly below the table that hold something within its columns, up to the last row of `area`. */
function filledRowsBelow(book: Book, table: ITableInfo, area: BookArea): number {
  const own = fromRange(table.range);
  let count = 0;
  for (let row = own.row + own.rows; row < area.row + area.rows; row++) {
    let filled = false;
    for (let column = own.column; column < own.column + own.columns; column++) {
      const blank = isBlankAt(book, table.subUnitId, row, column);
      const given = column >= area.column && column < area.column + area.columns;
      // What stood below the table before keeps it from growing.
      if (!blank && !given) return count;
      filled ||= !blank;
    }
    if (!filled) break;
    count += 1;
  }
  return count;
}

/** A person typed or pasted: a table right above takes the rows in. */
export function growTableByHand(book: Book, sheet: string, area: BookArea): void {
  const table = tablesOf(book, sheet).find(tableAbove(book, area));
  const count = table ? filledRowsBelow(book, table, area) : 0;
  if (table && count > 0) growTable(book, table, count);
}

/** Excel takes rows in by so many at a time. */
const blockRows = 1500;

/**
 * Rows that are taken in where they come in blocks: beyond the first block none from the first one on whose last cell is blank.
 * A long write arrives in pieces, so what was taken in right above counts.
 */
function rowsInBlocks(book: Book, table: ITableInfo, count: number): number {
  const own = fromRange(table.range);
  const [start, column] = [own.row + own.rows, own.column + own.columns - 1];
  const above = book.takenIn.get(table.id);
  const before = above?.end === start ? above.rows : 0;
  let rows = 0;
  while (rows < count && (before + rows < blockRows || !isBlankAt(book, table.subUnitId, start + rows, column))) rows++;
  book.takenIn.set(table.id, { rows: before + rows, end: start + rows });
  return rows;
}

/** The API wrote: a table takes in what was put right below it, in any of its columns. */
export function growTableByApi(book: Book, sheet: string, area: BookArea): void {
  const { tableGrowth, tableBlocks } = book.behaviour;
  const table = tablesOf(book, sheet).find(tableAbove(book, area));
  if (!table || (tableGrowth === "firstCell" && isBlankAt(book, sheet, area.row, area.column))) return;
  const filled = filledRowsBelow(book, table, area);
  const count = tableBlocks === "rows1500" ? rowsInBlocks(book, table, filled) : filled;
  if (count > 0) growTable(book, table, count);
}
