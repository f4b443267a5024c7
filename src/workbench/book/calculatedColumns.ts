import { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { ITableInfo } from "@univerjs/preset-sheets-table";
import { intersect } from "../../domain/workbook/area";
import type { BookArea } from "../data/bookData";
import { tableState } from "./book";
import type { Book } from "./book";
import { cellAt, changeCells, formulaAt, isBlankAt } from "./cells";
import type { CellChanges } from "./cells";
import { fromRange } from "./grid";
import { bodyOf, tablesOf } from "./tables";

/**
 * Columns of tables that have a formula of their own. Excel keeps it beside the cells: it is what new rows get, whatever the cells
 * hold by then. A copy over the cells does not change it, nor does a write while "Fill formulas in tables" is off.
 */

const columnName = (table: ITableInfo, column: number): string =>
  table.columns[column - fromRange(table.range).column]?.displayName ?? "";

function textAt(book: Book, sheet: string, row: number, column: number): string | null {
  const cell = cellAt(book, sheet, row, column);
  return cell && formulaAt(book, sheet, row, column, cell);
}

/** The formula as it reads in another row. */
function moved(book: Book, formula: string, down: number): string {
  return down === 0 ? formula : book.engine.injector.get(LexerTreeBuilder).moveFormulaRefOffset(formula, 0, down);
}

/** The formula as it reads so many rows below. One without relative references, as all of ours are, is looked at once. */
function inOtherRows(book: Book, formula: string): (down: number) => string {
  const isFixed = moved(book, formula, 1) === formula;
  return (down) => (isFixed ? formula : moved(book, formula, down));
}

/** True where the cells of both rows hold one formula, relative references aside. */
function sameFormula(book: Book, formula: string, other: string | null, down: number): boolean {
  return other !== null && (other === formula || moved(book, formula, down) === other);
}

/**
 * The column's own formula as it reads in the first row of the body, or null. A table that came without one has it where its
 * first and last row agree, unless Excel is not to make calculated columns.
 */
export function columnFormula(book: Book, table: ITableInfo, body: BookArea, column: number): string | null {
  const own = tableState(book, table.id).columns.get(columnName(table, column))?.formula;
  if (own !== undefined || book.behaviour.fillFormulas === "off") return own ?? null;
  const first = textAt(book, table.subUnitId, body.row, column);
  if (first === null) return null;
  const last = textAt(book, table.subUnitId, body.row + body.rows - 1, column);
  return sameFormula(book, first, last, body.rows - 1) ? first : null;
}

/** What tells the column's own formula as it reads in a row; null for a column without one. */
export function columnFormulaByRow(
  book: Book,
  table: ITableInfo,
  body: BookArea,
  column: number,
): ((row: number) => string) | null {
  const formula = columnFormula(book, table, body, column);
  if (formula === null) return null;
  const below = inOtherRows(book, formula);
  return (row) => below(row - body.row);
}

function keepFormula(book: Book, table: ITableInfo, column: number, formula: string): void {
  const state = tableState(book, table.id);
  const name = columnName(table, column);
  state.columns = new Map(state.columns).set(name, { ...state.columns.get(name), name, formula });
}

/** True for a column that is blank, or that holds one formula throughout: Excel fills these, and no others. */
function isFilled(book: Book, sheet: string, body: BookArea, column: number): boolean {
  const first = textAt(book, sheet, body.row, column);
  for (let row = body.row; row < body.row + body.rows; row++) {
    const agrees =
      first === null
        ? isBlankAt(book, sheet, row, column)
        : sameFormula(book, first, textAt(book, sheet, row, column), row - body.row);
    if (!agrees) return false;
  }
  return true;
}

/** A column that a write of formulas makes a calculated one. */
interface Filling {
  readonly table: string;
  readonly column: number;
  readonly rows: readonly number[];
}

function fillingsOf(book: Book, sheet: string, table: ITableInfo, changes: CellChanges): readonly Filling[] {
  const body = bodyOf(book, table);
  if (!body) return [];
  const rowsOf = new Map<number, number[]>();
  const mixed = new Set<number>();
  for (const [key, line] of Object.entries(changes)) {
    const row = Number(key);
    if (row < body.row) continue;
    for (const [at, cell] of Object.entries(line)) {
      const column = Number(at);
      if (column < body.column || column >= body.column + body.columns) continue;
      if (cell.f) rowsOf.set(column, [...(rowsOf.get(column) ?? []), row]);
      else if ((cell.v ?? null) !== null) mixed.add(column);
    }
  }
  return [...rowsOf].flatMap(([column, rows]) =>
    mixed.has(column) || !isFilled(book, sheet, body, column) ? [] : [{ table: table.id, column, rows }],
  );
}

/** Gives every row of a column the formula that was written first, or last. */
function fill(book: Book, table: ITableInfo, { column, rows }: Filling): void {
  const body = bodyOf(book, table);
  const written = rows.filter((row) => body && row < body.row + body.rows);
  const from = book.behaviour.fillFormulas === "firstFormula" ? written[0] : written.at(-1);
  const formula = from === undefined ? null : textAt(book, table.subUnitId, from, column);
  if (!body || from === undefined || formula === null) return;
  const below = inOtherRows(book, formula);
  const changes: CellChanges = {};
  for (let row = body.row; row < body.row + body.rows; row++) {
    const text = below(row - from);
    if (textAt(book, table.subUnitId, row, column) !== text)
      changes[row] = { [column]: { f: text, si: null, p: null, v: null } };
  }
  if (Object.keys(changes).length > 0) changeCells(book, table.subUnitId, changes);
  keepFormula(book, table, column, moved(book, formula, body.row - from));
}

/**
 * Looks, before formulas are written, which columns of tables they make calculated ones: those that are blank, or calculated
 * already. The returned function fills them once the cells are written and the tables have grown.
 */
export function columnsToFill(book: Book, sheet: string, area: BookArea, changes: CellChanges): () => void {
  if (book.behaviour.fillFormulas === "off") return () => undefined;
  const fillings = tablesOf(book, sheet)
    .filter((table) => {
      const own = fromRange(table.range);
      // Rows that the table takes in with this write count.
      return intersect({ ...own, rows: own.rows + 1 }, area) !== null;
    })
    .flatMap((table) => fillingsOf(book, sheet, table, changes));
  return () => {
    for (const filling of fillings) {
      const table = tablesOf(book, sheet).find(({ id }) => id === filling.table);
      if (table) fill(book, table, filling);
    }
  };
}
