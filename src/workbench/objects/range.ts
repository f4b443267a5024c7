import { LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColByRangeCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowByRangeCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
} from "@univerjs/preset-sheets-core";
import { CellValueType, Direction } from "@univerjs/presets";
import type { ICellData, Nullable } from "@univerjs/presets";
import {
  cellValue,
  changeCells,
  changeStyles,
  checkWritable,
  ensureSize,
  formulaAt,
  fromRange,
  gridPart,
  numberFormatOf,
  tablesOf,
  toRange,
  usedArea,
  worksheetOf,
} from "../book/book";
import type { Book, CellChanges } from "../book/book";
import { pixelsOfLine } from "../book/charts";
import { clearHighlights } from "../book/highlights";
import { readEntry } from "../book/input";
import { fillInsertedRows, growTableByApi, syncHeadersIn } from "../book/tableShape";
import { clearValidation } from "../book/validations";
import { fullAddress } from "../data/address";
import { bounding, cellsIn, isUnbounded, overlap, sheetColumns, sheetRows } from "../data/areas";
import type { BookArea } from "../data/bookData";
import { pointsOfPixels, toCellValue } from "../engine/gridData";
import { isRecord } from "../protocol/batch";
import { HostError, invalidArgument, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { flag, optionalText, whole } from "./arguments";
import { conditionalFormatsClass } from "./conditionalFormat";
import { dataValidationClass } from "./dataValidation";
import { rangeAreasClass } from "./rangeAreas";
import { rangeArgument, rangeOf } from "./rangeArgument";
import { rangeFormatClass } from "./rangeFormat";
import { objectOf } from "./registry";
import type { RangeTarget } from "./registry";

/** Over this many cells, and for whole rows and columns, Excel gives null in place of values. */
const readableCells = 5_000_000;

function within(area: BookArea): BookArea {
  const fits =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= sheetRows &&
    area.column + area.columns <= sheetColumns;
  if (!fits) throw invalidArgument();
  return area;
}

function grid<T>(
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

/** A two-dimensional argument in the range's shape; a single value stands for every cell. */
function shaped(area: BookArea, value: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const rows: readonly unknown[] = value;
  const fits = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) {
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
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
  const at = shaped(area, value);
  ensureSize(book, sheet, area);
  const part = gridPart(book, sheet, area);
  const matrix = worksheetOf(book, sheet).getSheet().getCellMatrix();
  const changes: CellChanges = {};
  for (let row = 0; row < part.rows; row++) {
    const cells: Record<number, ICellData> = {};
    for (let column = 0; column < part.columns; column++) {
      const old = matrix.getValue(part.row + row, part.column + column);
      const entry = readEntry(at(row, column), numberFormatOf(book, old), book.date1904);
      const plain: ICellData = { f: null, si: null, p: null };
      switch (entry.kind) {
        case "leave":
          continue;
        case "clear":
          if (old) cells[part.column + column] = { ...plain, v: null };
          continue;
        case "formula":
          cells[part.column + column] = { ...plain, f: entry.formula, v: null };
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
    if (Object.keys(changes).length > 0) changeCells(book, sheet, changes);
    growTableByApi(book, sheet, area);
    syncHeadersIn(book, sheet, area);
  });
}

function writeNumberFormats(target: RangeTarget, value: unknown): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const at = shaped(area, value);
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

/** Copies formulas (or the values of cells without one), moving relative references as Excel does. */
function copyFormulas(target: RangeTarget, source: RangeTarget): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const lexer = book.engine.injector.get(LexerTreeBuilder);
  const cells = grid(source, (cell, row, column) => ({ cell, row, column }));
  if (!cells) throw invalidArgument();
  ensureSize(book, sheet, area);
  // A source that is larger than the target is copied whole; a smaller one is repeated.
  const rows = Math.max(area.rows, source.area.rows);
  const columns = Math.max(area.columns, source.area.columns);
  const moved = new Map<string, string>();
  const changes: CellChanges = {};
  for (let row = 0; row < rows; row++) {
    const line: Record<number, ICellData> = {};
    for (let column = 0; column < columns; column++) {
      const from = cells[row % source.area.rows]?.[column % source.area.columns];
      if (!from) continue;
      const formula = from.cell ? formulaAt(book, source.sheet, from.row, from.column, from.cell) : null;
      const to = area.column + column;
      if (formula === null) {
        line[to] = { f: null, si: null, p: null, v: from.cell?.v ?? null, t: from.cell?.t ?? null };
        continue;
      }
      const across = to - from.column;
      const down = area.row + row - from.row;
      const key = `${across},${down},${formula}`;
      const text = moved.get(key) ?? lexer.moveFormulaRefOffset(formula, across, down);
      moved.set(key, text);
      line[to] = { f: text, si: null, p: null, v: null };
    }
    changes[area.row + row] = line;
  }
  book.engine.as("addin", () => changeCells(book, sheet, changes));
}

function clear(target: RangeTarget, applyTo: string): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const contents = applyTo === "All" || applyTo === "Contents";
  const formats = applyTo === "All" || applyTo === "Formats";
  if (!contents && !formats) throw invalidArgument();
  const part = gridPart(book, sheet, area);
  const matrix = worksheetOf(book, sheet).getSheet().getCellMatrix();
  const changes: CellChanges = {};
  for (let row = part.row; row < part.row + part.rows; row++) {
    const line: Record<number, ICellData> = {};
    for (let column = part.column; column < part.column + part.columns; column++) {
      if (!matrix.getValue(row, column)) continue;
      line[column] = { ...(contents ? { f: null, si: null, p: null, v: null } : {}), ...(formats ? { s: null } : {}) };
    }
    if (Object.keys(line).length > 0) changes[row] = line;
  }
  book.engine.as("addin", () => {
    if (Object.keys(changes).length > 0) (contents ? changeCells : changeStyles)(book, sheet, changes);
    if (formats) clearHighlights(book, sheet, area);
    if (applyTo === "All") clearValidation(book, sheet, area);
  });
}

/** Inserting or deleting cells through a table is refused unless whole table rows or columns move. */
function checkTables(target: RangeTarget, along: "rows" | "columns"): void {
  const { book, sheet, area } = target;
  for (const table of tablesOf(book, sheet)) {
    const body = fromRange(table.range);
    const moved =
      along === "rows" ? { ...area, rows: sheetRows - area.row } : { ...area, columns: sheetColumns - area.column };
    const cut = overlap(moved, body);
    if (!cut) continue;
    const whole = along === "rows" ? cut.columns === body.columns : cut.rows === body.rows;
    if (!whole) {
      throw new HostError(
        "InsertDeleteConflict",
        "The attempted insert or delete operation resulted in a conflict: it would shift part of a table.",
        409,
      );
    }
  }
}

function insertOrDelete(target: RangeTarget, what: "insert" | "delete", shift: unknown): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const name = String(shift);
  const vertical = what === "insert" ? name === "Down" : name === "Up";
  const horizontal = what === "insert" ? name === "Right" : name === "Left";
  if (!vertical && !horizontal) throw invalidArgument();
  const range = toRange(gridPart(book, sheet, area));
  const where = { unitId: book.engine.unitId, subUnitId: sheet, range };
  const wholeRows = area.columns === sheetColumns;
  const wholeColumns = area.rows === sheetRows;
  if (!wholeRows && !wholeColumns) checkTables(target, vertical ? "rows" : "columns");
  book.engine.as("addin", () => {
    if (what === "insert") {
      if (wholeRows) book.engine.run(InsertRowByRangeCommand.id, { ...where, direction: Direction.UP });
      else if (wholeColumns) book.engine.run(InsertColByRangeCommand.id, { ...where, direction: Direction.LEFT });
      else book.engine.run((vertical ? InsertRangeMoveDownCommand : InsertRangeMoveRightCommand).id, where);
    } else if (wholeRows) book.engine.run(RemoveRowByRangeCommand.id, where);
    else if (wholeColumns) book.engine.run(RemoveColByRangeCommand.id, where);
    else book.engine.run((vertical ? DeleteRangeMoveUpCommand : DeleteRangeMoveLeftCommand).id, where);
    if (what === "insert" && vertical) fillInsertedRows(book, sheet, area.row, area.rows);
  });
}

const child = (target: RangeTarget, area: BookArea): HostObject => rangeOf(target.book, target.sheet, within(area));

export const rangeClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "Range",
  keepable: true,
  scalars: {
    Address: {
      since: "1.1",
      read: ({ book, sheet, area }) => fullAddress(worksheetOf(book, sheet).getSheetName(), area),
    },
    RowIndex: { since: "1.1", read: ({ area }) => area.row },
    ColumnIndex: { since: "1.1", read: ({ area }) => area.column },
    RowCount: { since: "1.1", read: ({ area }) => area.rows },
    ColumnCount: { since: "1.1", read: ({ area }) => area.columns },
    CellCount: { since: "1.1", read: ({ area }) => (cellsIn(area) > 2 ** 31 - 1 ? -1 : cellsIn(area)) },
    Values: {
      since: "1.1",
      read: async (target) => {
        await target.book.engine.settled();
        return grid(target, (cell) => cellValue(cell));
      },
      write: writeValues,
    },
    Formulas: {
      since: "1.1",
      read: async (target) => {
        await target.book.engine.settled();
        return grid(
          target,
          (cell, row, column) => (cell && formulaAt(target.book, target.sheet, row, column, cell)) ?? cellValue(cell),
        );
      },
      write: writeValues,
    },
    NumberFormat: {
      since: "1.1",
      read: (target) => grid(target, (cell) => numberFormatOf(target.book, cell)),
      write: writeNumberFormats,
    },
    Text: {
      since: "1.1",
      read: async (target) => {
        await target.book.engine.settled();
        const { book, sheet, area } = target;
        if (isUnbounded(area)) return null;
        const shown = worksheetOf(book, sheet).getRange(toRange(area)).getDisplayValues();
        return grid(target, (cell, row, column) => {
          const value = cellValue(cell);
          return typeof value === "boolean"
            ? String(value).toUpperCase()
            : (shown[row - area.row]?.[column - area.column] ?? "");
        });
      },
    },
  },
  navigations: {
    Worksheet: { since: "1.1", read: ({ book, sheet }) => objectOf("Worksheet", { book, sheet }) },
    Format: { since: "1.1", read: (target) => rangeFormatClass.of(target) },
    ConditionalFormats: { since: "1.6", read: (target) => conditionalFormatsClass.of(target) },
    DataValidation: { since: "1.8", read: (target) => dataValidationClass.of(target) },
  },
  methods: {
    GetCell: {
      since: "1.1",
      call: (target, [row, column]) =>
        child(target, {
          row: target.area.row + whole(row),
          column: target.area.column + whole(column),
          rows: 1,
          columns: 1,
        }),
    },
    GetRow: {
      since: "1.1",
      call: (target, [row]) => child(target, { ...target.area, row: target.area.row + whole(row), rows: 1 }),
    },
    GetColumn: {
      since: "1.1",
      call: (target, [column]) =>
        child(target, { ...target.area, column: target.area.column + whole(column), columns: 1 }),
    },
    GetLastRow: {
      since: "1.1",
      call: (target) => child(target, { ...target.area, row: target.area.row + target.area.rows - 1, rows: 1 }),
    },
    GetLastCell: {
      since: "1.1",
      call: ({ book, sheet, area }) =>
        rangeOf(book, sheet, {
          row: area.row + area.rows - 1,
          column: area.column + area.columns - 1,
          rows: 1,
          columns: 1,
        }),
    },
    GetBoundingRect: {
      since: "1.1",
      call: (target, [other]) =>
        child(target, bounding(target.area, rangeArgument(target.book, target.sheet, other).area)),
    },
    GetIntersectionOrNullObject: {
      since: "1.4",
      call: (target, [value]) => {
        const other = rangeArgument(target.book, target.sheet, value);
        const common = other.sheet === target.sheet ? overlap(target.area, other.area) : null;
        return common && child(target, common);
      },
    },
    GetRowsBelow: {
      since: "1.2",
      call: (target, [count]) => {
        const rows = count === undefined || count === null ? 1 : whole(count);
        const { area } = target;
        return child(
          target,
          rows < 0
            ? { ...area, row: area.row + area.rows + rows, rows: -rows }
            : { ...area, row: area.row + area.rows, rows },
        );
      },
    },
    GetResizedRange: {
      since: "1.2",
      call: (target, [rows, columns]) =>
        child(target, {
          ...target.area,
          rows: target.area.rows + whole(rows),
          columns: target.area.columns + whole(columns),
        }),
    },
    GetAbsoluteResizedRange: {
      since: "1.7",
      call: (target, [rows, columns]) => child(target, { ...target.area, rows: whole(rows), columns: whole(columns) }),
    },
    GetOffsetRange: {
      since: "1.1",
      call: (target, [rows, columns]) =>
        child(target, {
          ...target.area,
          row: target.area.row + whole(rows),
          column: target.area.column + whole(columns),
        }),
    },
    GetEntireColumn: { since: "1.1", call: (target) => child(target, { ...target.area, row: 0, rows: sheetRows }) },
    GetEntireRow: {
      since: "1.1",
      call: (target) => child(target, { ...target.area, column: 0, columns: sheetColumns }),
    },
    GetUsedRange: {
      since: "1.1",
      call: (target, [valuesOnly]) => {
        const used = usedIn(target, flag(valuesOnly));
        if (!used) throw itemNotFound();
        return used;
      },
    },
    GetUsedRangeOrNullObject: { since: "1.4", call: (target, [valuesOnly]) => usedIn(target, flag(valuesOnly)) },
    GetMergedAreasOrNullObject: {
      since: "1.13",
      call: ({ book, sheet, area }) => {
        const areas = worksheetOf(book, sheet)
          .getMergedRanges()
          .map((merge) => fromRange(merge.getRange()))
          .filter((merge) => overlap(merge, area));
        return areas.length > 0 ? rangeAreasClass.of({ book, sheet, areas }) : null;
      },
    },
    GetSpecialCellsOrNullObject: {
      since: "1.9",
      call: ({ book, sheet, area }, [cellType]) => {
        if (optionalText(cellType) !== "Formulas")
          throw new HostError("NotImplemented", "The workbench looks for cells with formulas only.", 501);
        // Excel takes a single cell for the whole sheet.
        const where = cellsIn(area) === 1 ? usedArea(book, sheet, true) : area;
        const areas = where ? formulaCells(book, sheet, where) : [];
        return areas.length > 0 ? rangeAreasClass.of({ book, sheet, areas }) : null;
      },
    },
    CopyFrom: {
      since: "1.9",
      call: (target, [source, copyType]) => {
        const type = optionalText(copyType) ?? "All";
        if (type !== "Formulas")
          throw new HostError("NotImplemented", `The workbench copies formulas only, not ${type}.`, 501);
        copyFormulas(target, rangeArgument(target.book, target.sheet, source));
      },
    },
    Clear: { since: "1.1", call: (target, [applyTo]) => clear(target, optionalText(applyTo) ?? "All") },
    Insert: {
      since: "1.1",
      call: (target, [shift]) => {
        insertOrDelete(target, "insert", shift);
        return rangeOf(target.book, target.sheet, target.area);
      },
    },
    Delete: { since: "1.1", call: (target, [shift]) => insertOrDelete(target, "delete", shift) },
    Merge: {
      since: "1.2",
      call: ({ book, sheet, area }, [across]) => {
        checkWritable(book, sheet);
        const range = worksheetOf(book, sheet).getRange(toRange(area));
        book.engine.as("addin", () => (across === true ? range.mergeAcross() : range.merge()));
      },
    },
    Select: {
      since: "1.1",
      call: ({ book, sheet, area }) => {
        if (worksheetOf(book, sheet).isSheetHidden()) throw new HostError("InvalidOperation", "The sheet is hidden.");
        ensureSize(book, sheet, gridPart(book, sheet, area));
        book.engine.as("addin", () => {
          const worksheet = worksheetOf(book, sheet);
          if (book.engine.workbook.getActiveSheet().getSheetId() !== sheet) worksheet.activate();
          const range = worksheet.getRange(toRange(gridPart(book, sheet, area)));
          range.activate();
          worksheet.scrollToCell(Math.max(0, area.row - 3), Math.max(0, area.column - 2));
        });
      },
    },
    GetRowProperties: {
      since: "1.9",
      call: ({ book, sheet, area }, [asked]) => {
        onlyAsked(asked, "rowHeight");
        return Array.from({ length: area.rows }, (_, index) => ({
          format: { rowHeight: pointsOfPixels(pixelsOfLine(book, sheet, "rows", area.row + index)) },
        }));
      },
    },
    GetColumnProperties: {
      since: "1.9",
      call: ({ book, sheet, area }, [asked]) => {
        onlyAsked(asked, "columnWidth");
        return Array.from({ length: area.columns }, (_, index) => ({
          format: { columnWidth: pointsOfPixels(pixelsOfLine(book, sheet, "columns", area.column + index)) },
        }));
      },
    },
    _ValidateArraySize: {
      since: "1.3",
      call: ({ area }, [rows, columns]) => {
        if (rows !== area.rows || columns !== area.columns) {
          throw invalidArgument(
            "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
          );
        }
      },
    },
  },
});

/** Of the properties of rows and columns the workbench knows the size alone. @throws HostError NotImplemented */
function onlyAsked(asked: unknown, size: string): void {
  const format = isRecord(asked) ? asked.format : null;
  const known = isRecord(asked) && Object.keys(asked).join() === "format" && isRecord(format);
  if (!known || Object.keys(format).join() !== size || format[size] !== true)
    throw new HostError("NotImplemented", `The workbench gives ${size} alone.`, 501);
}

/** The cells of an area that hold formulas, as stretches of each column. */
function formulaCells(book: Book, sheet: string, area: BookArea): readonly BookArea[] {
  const cells = worksheetOf(book, sheet).getSheet().getCellMatrix();
  const found: BookArea[] = [];
  for (let column = area.column; column < area.column + area.columns; column++) {
    let from = -1;
    for (let row = area.row; row <= area.row + area.rows; row++) {
      const cell = row < area.row + area.rows ? cells.getValue(row, column) : null;
      const holds = Boolean(cell && (cell.f || cell.si));
      if (holds && from < 0) from = row;
      if (holds || from < 0) continue;
      found.push({ row: from, column, rows: row - from, columns: 1 });
      from = -1;
    }
  }
  return found;
}

function usedIn(target: RangeTarget, valuesOnly: boolean): HostObject | null {
  const used = usedArea(target.book, target.sheet, valuesOnly);
  const common = used && overlap(used, target.area);
  return common && rangeOf(target.book, target.sheet, common);
}
