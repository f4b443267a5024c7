import {
  RemoveSuperTableMutation,
  SetDefinedNameMutation,
  SetSuperTableMutation,
  IDefinedNamesService,
} from "@univerjs/engine-formula";
import { SetSheetTableMutation } from "@univerjs/preset-sheets-table";
import type { ITableInfo } from "@univerjs/preset-sheets-table";
import { CellValueType } from "@univerjs/presets";
import type { ICellData } from "@univerjs/presets";
import type { BookArea, TableColumnData } from "../data/bookData";
import { fromCellValue } from "../engine/gridData";
import { bounding } from "../data/areas";
import {
  cellValue,
  changeCells,
  changeStyles,
  formulaAt,
  fromRange,
  tableManager,
  tablesOf,
  tableState,
  toRange,
  worksheetOf,
} from "./book";
import type { Book, CellChanges } from "./book";
import { highlightsOf, moveHighlight } from "./highlights";
import { renameColumn, renameTable } from "./structuredReferences";
import { moveValidation, validationsOf } from "./validations";

/** What happens to tables by themselves: growing, calculated columns, headers that are retyped. */

/** Rows of a table between its header and its total row; null for a table of headers only. */
export function bodyOf(book: Book, table: ITableInfo): BookArea | null {
  const area = fromRange(table.range);
  const state = tableState(book, table.id);
  const top = state.showHeaders ? 1 : 0;
  const rows = area.rows - top - (state.showTotals ? 1 : 0);
  return rows < 1 ? null : { ...area, row: area.row + top, rows };
}

const cellAt = (book: Book, sheet: string, row: number, column: number): ICellData | null =>
  worksheetOf(book, sheet).getSheet().getCellMatrix().getValue(row, column) ?? null;

const isBlankAt = (book: Book, sheet: string, row: number, column: number): boolean => {
  const cell = cellAt(book, sheet, row, column);
  return !cell || (!cell.f && !cell.si && cellValue(cell) === "");
};

/** The formula that a whole column of the body shares, or null. First and last row stand for all. */
export function calculatedFormula(book: Book, table: ITableInfo, body: BookArea, column: number): string | null {
  const at = (row: number): string | null => {
    const cell = cellAt(book, table.subUnitId, row, column);
    return cell && formulaAt(book, table.subUnitId, row, column, cell);
  };
  const first = at(body.row);
  if (first !== null && first === at(body.row + body.rows - 1)) return first;
  const name = table.columns[column - body.column]?.displayName ?? "";
  return tableState(book, table.id).columns.get(name)?.formula ?? null;
}

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
    const formula = calculatedFormula(book, table, body, column);
    const style = cellAt(book, table.subUnitId, like, column)?.s;
    for (let row = rows.from; row < rows.from + rows.count; row++) {
      if (formula && isBlankAt(book, table.subUnitId, row, column))
        (formulas[row] ??= {})[column] = { f: formula, v: null };
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

/** Gives a table another area. Headers follow what now stands in its first row. */
export function setTableArea(book: Book, table: ITableInfo, area: BookArea): void {
  const old = fromRange(table.range);
  const nameAt = new Map(table.columns.map(({ displayName }, index) => [old.column + index, displayName]));
  book.engine.run(SetSheetTableMutation.id, {
    unitId: book.engine.unitId,
    subUnitId: table.subUnitId,
    tableId: table.id,
    config: { updateRange: { newRange: toRange(area) } },
  });
  // The grid puts columns that a table gains before its last one; what counts is where each stands on the sheet.
  syncHeaders(book, table.id, (index) => nameAt.get(area.column + index) ?? null);
}

/** Lets a table take in rows that were filled right below it. */
export function growTable(book: Book, table: ITableInfo, count: number): void {
  const area = fromRange(table.range);
  const body = bodyOf(book, table);
  setTableArea(book, table, { ...area, rows: area.rows + count });
  const start = area.row + area.rows;
  if (body) {
    fillRows(book, table, body, { from: start, count }, body.row + body.rows - 1);
    extendRules(book, table.subUnitId, body, count);
  }
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

/** Names for a header row: texts as they stand, `Column1` for blanks, a number after repeated ones. */
export function headerNames(book: Book, sheet: string, area: BookArea): string[] {
  const names: string[] = [];
  for (let i = 0; i < area.columns; i++) {
    const cell = cellAt(book, sheet, area.row, area.column + i);
    const text = String((cell && fromCellValue(cell)) ?? "");
    const base = text === "" ? `Column${i + 1}` : text;
    const taken = new Set(names.map((name) => name.toLowerCase()));
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}${n}`;
    names.push(name);
  }
  return names;
}

/** Writes header names into the cells where these differ: Excel makes every header a text of its own. */
export function writeHeaders(book: Book, sheet: string, area: BookArea, names: readonly string[]): void {
  const line: Record<number, ICellData> = {};
  for (const [i, name] of names.entries()) {
    const cell = cellAt(book, sheet, area.row, area.column + i);
    const same = cell && !cell.f && !cell.si && fromCellValue(cell) === name;
    if (!same) line[area.column + i] = { f: null, si: null, p: null, v: name, t: CellValueType.STRING };
  }
  if (Object.keys(line).length > 0) changeCells(book, sheet, { [area.row]: line });
}

/**
 * Makes the table's column names what stands in its header row; formulas that name a renamed column follow.
 * @param nameBefore name that the column at an index had, or null for a new column; by default what the table says
 */
export function syncHeaders(book: Book, tableId: string, nameBefore?: (index: number) => string | null): void {
  const table = tableManager(book).getTableById(book.engine.unitId, tableId);
  if (!table) return;
  const state = tableState(book, tableId);
  const info = table.getTableInfo();
  const known = info.columns.map((column) => column.displayName);
  const before = nameBefore ?? ((index: number): string | null => known[index] ?? null);
  const area = fromRange(info.range);
  const names = state.showHeaders ? headerNames(book, info.subUnitId, area) : known;
  const same = names.length === known.length && names.every((name, index) => name === known[index]);
  if (same) return;
  if (state.showHeaders) writeHeaders(book, info.subUnitId, area, names);
  const json = table.toJSON().columns;
  const [pattern] = json;
  if (!pattern) return;
  table.setColumns(
    names.map((displayName) => {
      const own = json.find((column) => column.displayName === displayName);
      return own ?? { ...pattern, id: crypto.randomUUID(), displayName, formula: "", meta: {} };
    }),
  );
  announceColumns(book, tableId);
  for (const [index, name] of names.entries()) {
    const old = before(index);
    if (old === null || old === name) continue;
    rewriteFormulas(book, (formula) => renameColumn(formula, info.name, old, name));
    const rename = ([key, data]: [string, TableColumnData]): [string, TableColumnData] =>
      key === old ? [name, { ...data, name }] : [key, data];
    state.columns = new Map([...state.columns].map(rename));
  }
}

/** Tells the calculation of a table's columns. */
function announceColumns(book: Book, tableId: string): void {
  const info = tableManager(book).getTableById(book.engine.unitId, tableId)?.getTableInfo();
  if (!info) return;
  const titleMap = new Map(info.columns.map((column, index) => [column.displayName, index]));
  book.engine.run(SetSuperTableMutation.id, {
    unitId: book.engine.unitId,
    tableName: info.name,
    reference: { range: info.range, sheetId: info.subUnitId, titleMap },
  });
}

/** Renames a table; formulas follow, as in Excel. */
export function renameTableTo(book: Book, table: ITableInfo, name: string): void {
  book.engine.run(SetSheetTableMutation.id, {
    unitId: book.engine.unitId,
    subUnitId: table.subUnitId,
    tableId: table.id,
    config: { name },
  });
  book.engine.run(RemoveSuperTableMutation.id, { unitId: book.engine.unitId, tableName: table.name });
  announceColumns(book, table.id);
  rewriteFormulas(book, (formula) => renameTable(formula, table.name, name));
}

/** Replaces formula texts throughout the workbook, defined names included. Nobody is told: no value changes. */
export function rewriteFormulas(book: Book, rewrite: (formula: string) => string): void {
  const { engine } = book;
  for (const worksheet of engine.workbook.getSheets()) {
    const changes: CellChanges = {};
    worksheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const formula = cell && formulaAt(book, worksheet.getSheetId(), row, column, cell);
        if (!formula) return;
        const next = rewrite(formula);
        if (next !== formula) (changes[row] ??= {})[column] = { f: next, si: null };
      });
    if (Object.keys(changes).length > 0) engine.as("loader", () => changeCells(book, worksheet.getSheetId(), changes));
  }
  const names = engine.injector.get(IDefinedNamesService).getDefinedNameMap(engine.unitId) ?? {};
  for (const item of Object.values(names)) {
    const next = rewrite(item.formulaOrRefString);
    if (next !== item.formulaOrRefString)
      engine.run(SetDefinedNameMutation.id, { ...item, unitId: engine.unitId, formulaOrRefString: next });
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

/**
 * The API wrote: a table takes the rows in when they start right below it and fill its width, which is the way to append
 * that Microsoft recommends. A blank first cell keeps it from growing.
 */
export function growTableByApi(book: Book, sheet: string, area: BookArea): void {
  const table = tablesOf(book, sheet).find((item) => {
    const own = fromRange(item.range);
    return (
      area.row === own.row + own.rows &&
      area.column === own.column &&
      area.columns === own.columns &&
      !tableState(book, item.id).showTotals
    );
  });
  if (!table || isBlankAt(book, sheet, area.row, area.column)) return;
  const count = filledRowsBelow(book, table, area);
  if (count > 0) growTable(book, table, count);
}

/** Somebody changed cells: tables whose header row is among them take the new names. */
export function syncHeadersIn(book: Book, sheet: string, area: BookArea): void {
  for (const table of tablesOf(book, sheet)) {
    const own = fromRange(table.range);
    const header = { ...own, rows: 1 };
    const whole = bounding(header, area);
    const touches = whole.rows < header.rows + area.rows && whole.columns < header.columns + area.columns;
    if (touches && tableState(book, table.id).showHeaders) syncHeaders(book, table.id);
  }
}
