import { CellValueType } from "@univerjs/presets";
import type { ICellData, Nullable } from "@univerjs/presets";
import type { Book } from "../book/book";
import { columnsToFill } from "../book/calculatedColumns";
import { cellValue, changeCells, changeStyles, formulaAt, numberFormatOf } from "../book/cells";
import type { CellChanges } from "../book/cells";
import { ensureSize, gridPart, toRange, worksheetOf } from "../book/grid";
import { readEntry } from "../book/input";
import { singleCellNames } from "../book/names";
import { tableFinder } from "../book/tableAt";
import { growTableByApi } from "../book/tableGrowth";
import { syncHeadersIn } from "../book/tableShape";
import { cellsIn, isUnbounded } from "../data/areas";
import type { BookArea } from "../data/bookData";
import { isErrorText, toldValue } from "../data/errorValues";
import { gridFormula, spokenFormula } from "../data/spokenFormula";
import { toCellValue } from "../engine/gridData";
import { invalidArgument } from "../protocol/hostError";
import type { HostError } from "../protocol/hostError";
import type { Methods, Scalars } from "../protocol/hostObject";
import type { RangeTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

/** Over this many cells, and for whole rows and columns, Excel gives null in place of values. */
const readableCells = 5_000_000;

/** What `read` gives for each cell of the range, by row; null for more cells than Excel gives values of. */
export function readCells<T>(
  target: RangeTarget,
  read: (cell: Nullable<ICellData>, row: number, column: number) => T,
): T[][] | null {
  const { book, sheet, area } = target;
  if (isUnbounded(area) || cellsIn(area) > readableCells) return null;
  const matrix = worksheetOf(book, sheet).getSheet().getCellMatrix();
  const rows: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const cells: T[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) {
      cells.push(read(matrix.getValue(row, column), row, column));
    }
    rows.push(cells);
  }
  return rows;
}

const otherShape = (): HostError =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** A two-dimensional argument in the range's shape; a single value stands for every cell. */
function inShapeOf(area: BookArea, value: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const rows: readonly unknown[] = value;
  const fits = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) {
    throw otherShape();
  }
  return (row, column) => {
    const cells: unknown = rows[row];
    return Array.isArray(cells) ? cells[column] : undefined;
  };
}

/** Writes values or formulas as Excel's API does: past the cells' validation, with texts read as if typed. */
export function writeValues(target: RangeTarget, value: unknown): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  if (isUnbounded(area) && Array.isArray(value)) throw invalidArgument();
  if (value === null || value === undefined) throw invalidArgument();
  const at = inShapeOf(area, value);
  ensureSize(book, sheet, area);
  const part = gridPart(book, sheet, area);
  const matrix = worksheetOf(book, sheet).getSheet().getCellMatrix();
  const changes: CellChanges = {};
  const tableAt = tableFinder(book, sheet, part);
  const rules = { date1904: book.date1904, typedTexts: book.behaviour.typedTexts, year: new Date().getFullYear() };
  for (let row = 0; row < part.rows; row++) {
    const cells: Record<number, ICellData> = {};
    for (let column = 0; column < part.columns; column++) {
      const old = matrix.getValue(part.row + row, part.column + column);
      const entry = readEntry(at(row, column), numberFormatOf(book, old), rules);
      const plain: ICellData = { f: null, si: null, p: null };
      switch (entry.kind) {
        case "leave":
          continue;
        case "clear":
          if (old) cells[part.column + column] = { ...plain, v: null };
          continue;
        case "formula":
          cells[part.column + column] = {
            ...plain,
            f: gridFormula(entry.formula, tableAt(part.row + row, part.column + column)),
            v: null,
          };
          continue;
        case "number": {
          const shown =
            entry.numberFormat && numberFormatOf(book, old) === "General"
              ? { n: { pattern: entry.numberFormat } }
              : null;
          cells[part.column + column] = { ...plain, ...toCellValue(entry.value), ...(shown ? { s: shown } : {}) };
          continue;
        }
        case "boolean":
          cells[part.column + column] = { ...plain, ...toCellValue(entry.value) };
          continue;
        case "text":
          cells[part.column + column] = { ...plain, v: entry.text, t: CellValueType.STRING };
      }
    }
    if (Object.keys(cells).length > 0) changes[part.row + row] = cells;
  }
  book.engine.as("addin", () => {
    const fillColumns = columnsToFill(book, sheet, area, changes);
    if (Object.keys(changes).length > 0) changeCells(book, sheet, changes);
    growTableByApi(book, sheet, area);
    fillColumns();
    syncHeadersIn(book, sheet, area);
  });
}

function writeNumberFormats(target: RangeTarget, value: unknown): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const at = inShapeOf(area, value);
  ensureSize(book, sheet, area);
  const part = gridPart(book, sheet, area);
  const changes: CellChanges = {};
  for (let row = 0; row < part.rows; row++) {
    const cells: Record<number, ICellData> = {};
    for (let column = 0; column < part.columns; column++) {
      const format = at(row, column);
      if (format === null || format === undefined) continue;
      cells[part.column + column] = { s: { n: { pattern: String(format) } } };
    }
    changes[part.row + row] = cells;
  }
  book.engine.as("addin", () => changeStyles(book, sheet, changes));
}

function formulaSpeaker(book: Book, sheet: string, area: BookArea) {
  const tableAt = tableFinder(book, sheet, area);
  const names = singleCellNames(book);
  return (formula: string, row: number, column: number): string => spokenFormula(formula, tableAt(row, column), names);
}

/** A value's type as Excel tells it. A text that stands for an error is taken for one: the grid holds both alike. */
function typeOf(value: string | number | boolean): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return isErrorText(value) ? "Error" : "String";
}

/** What stands in the cells of a range, and how it is shown. */
export const valueScalars: Scalars<RangeTarget> = {
  Values: {
    since: "1.1",
    read: async (target) => {
      await target.book.engine.settled();
      const { interfaceLanguage } = target.book.behaviour;
      return readCells(target, (cell) => toldValue(cellValue(cell), interfaceLanguage));
    },
    write: writeValues,
  },
  Formulas: {
    since: "1.1",
    read: async (target) => {
      const { book, sheet, area } = target;
      await book.engine.settled();
      const spoken = book.behaviour.readFormulas === "withAt" ? formulaSpeaker(book, sheet, area) : null;
      return readCells(target, (cell, row, column) => {
        const formula = cell && formulaAt(book, sheet, row, column, cell);
        return (formula && spoken ? spoken(formula, row, column) : formula) ?? cellValue(cell);
      });
    },
    write: writeValues,
  },
  ValueTypes: {
    since: "1.1",
    read: async (target) => {
      await target.book.engine.settled();
      return readCells(target, (cell) => typeOf(cellValue(cell)));
    },
  },
  NumberFormat: {
    since: "1.1",
    read: (target) => readCells(target, (cell) => numberFormatOf(target.book, cell)),
    write: writeNumberFormats,
  },
  Text: {
    since: "1.1",
    read: async (target) => {
      await target.book.engine.settled();
      const { book, sheet, area } = target;
      if (isUnbounded(area)) return null;
      // The grid shows nothing beyond its last row and column.
      const shown = worksheetOf(book, sheet)
        .getRange(toRange(gridPart(book, sheet, area)))
        .getDisplayValues();
      return readCells(target, (cell, row, column) => {
        const value = cellValue(cell);
        return typeof value === "boolean"
          ? String(value).toUpperCase()
          : toldValue(shown[row - area.row]?.[column - area.column] ?? "", book.behaviour.interfaceLanguage);
      });
    },
  },
};

export const valueMethods: Methods<RangeTarget> = {
  _ValidateArraySize: {
    since: "1.3",
    call: ({ area }, [rows, columns]) => {
      if (rows !== area.rows || columns !== area.columns) {
        throw otherShape();
      }
    },
  },
};
