import { RemoveSuperTableMutation, SetSuperTableMutation } from "@univerjs/engine-formula";
import { AddSheetTableMutation, SetSheetTableMutation } from "@univerjs/preset-sheets-table";
import type { ITableInfo } from "@univerjs/preset-sheets-table";
import { CellValueType } from "@univerjs/presets";
import type { ICellData } from "@univerjs/presets";
import { bounding } from "../data/areas";
import type { BookArea, TableColumnData } from "../data/bookData";
import { fromCellValue } from "../engine/gridData";
import { tableState } from "./book";
import type { Book } from "./book";
import { cellAt, changeCells } from "./cells";
import { fromRange, toRange, worksheetOf } from "./grid";
import { rewriteFormulas } from "./rewriteFormulas";
import { renameColumn, renameTable } from "./structuredReferences";
import { tableManager, tablesOf } from "./tables";

/** A table's area, its name and its column names: what changes them, and what follows. */

/**
 * Makes a table in the grid; its headers are what stands in the first row.
 * @param former id of a table that was there before and comes back
 */
export function addTable(
  book: Book,
  sheet: string,
  area: BookArea,
  name: string,
  former: string | null = null,
): string {
  const id = former ?? String(book.nextTableNumber++);
  const header = headerNames(book, sheet, area);
  writeHeaders(book, sheet, area, header);
  book.engine.run(AddSheetTableMutation.id, {
    unitId: book.engine.unitId,
    subUnitId: sheet,
    tableId: id,
    name,
    range: toRange(area),
    header,
    options: { showHeader: true, tableStyleId: "table-default-0" },
  });
  return id;
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

/** What Excel calls a column without a header, and its truth values, in the language of its interface. */
const madeNames = {
  en: { column: "Column", true: "TRUE", false: "FALSE" },
  "zh-CN": { column: "列", true: "TRUE", false: "FALSE" },
  ru: { column: "Столбец", true: "ИСТИНА", false: "ЛОЖЬ" },
} as const;

/** Excel cuts headers to so many characters. */
const longestHeader = 255;

/** A header cell as text: numbers and dates as they are shown. */
function headerText(book: Book, sheet: string, row: number, column: number): string {
  const cell = cellAt(book, sheet, row, column);
  const value = (cell && fromCellValue(cell)) ?? "";
  if (typeof value === "boolean") return madeNames[book.behaviour.interfaceLanguage][`${value}`];
  if (typeof value === "string") return value.slice(0, longestHeader);
  const range = toRange({ row, column, rows: 1, columns: 1 });
  return worksheetOf(book, sheet).getRange(range).getDisplayValues()[0]?.[0] ?? String(value);
}

/** Names for a header row: texts as they stand, `Column1` for blanks, a number after repeated ones. */
function headerNames(book: Book, sheet: string, area: BookArea): string[] {
  const texts = Array.from({ length: area.columns }, (_, i) => headerText(book, sheet, area.row, area.column + i));
  const { column } = madeNames[book.behaviour.interfaceLanguage];
  const taken = new Set<string>();
  return texts.map((text, i) => {
    const base = text === "" ? `${column}${i + 1}` : text;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Writes header names into the cells where these differ: Excel makes every header a text of its own. */
function writeHeaders(book: Book, sheet: string, area: BookArea, names: readonly string[]): void {
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
function syncHeaders(book: Book, tableId: string, nameBefore?: (index: number) => string | null): void {
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
