import { AddSheetTableMutation, DeleteSheetTableMutation } from "@univerjs/preset-sheets-table";
import type { ITableInfo } from "@univerjs/preset-sheets-table";
import type { BookArea } from "../data/bookData";
import { HostError, invalidArgument, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { overlap, sheetColumns, sheetRows } from "../data/areas";
import { flag, text, whole } from "./arguments";
import { checkWritable, fromRange, tablesOf, tableState, toRange, worksheetOf } from "../book/book";
import type { Book } from "../book/book";
import { isFreeName } from "./namedItem";
import { rangeArgument, rangeOf } from "./rangeArgument";
import { writeValues } from "./range";
import { bodyOf, headerNames, renameTableTo, setTableArea, writeHeaders } from "../book/tableShape";
import { objectOf } from "./registry";

interface TableTarget {
  readonly book: Book;
  readonly id: string;
}

interface ColumnTarget {
  readonly table: TableTarget;
  readonly index: number;
}

interface TablesTarget {
  readonly book: Book;
  /** Sheet id, or null for all tables of the workbook. */
  readonly sheet: string | null;
}

function infoOf({ book, id }: TableTarget): ITableInfo {
  const info = tablesOf(book, null).find((table) => table.id === id);
  if (!info) throw itemNotFound();
  return info;
}

const areaOf = (target: TableTarget): BookArea => fromRange(infoOf(target).range);

function bodyRange(target: TableTarget, columns: { readonly from: number; readonly count: number } | null): HostObject {
  const info = infoOf(target);
  const body = bodyOf(target.book, info);
  if (!body) throw new HostError("GeneralException", "The table has no data rows.");
  const area = columns ? { ...body, column: body.column + columns.from, columns: columns.count } : body;
  return rangeOf(target.book, info.subUnitId, area);
}

const autoFilterClass: HostClass<TableTarget> = hostClass<TableTarget>({
  name: "AutoFilter",
  scalars: {
    Enabled: { since: "1.9", read: ({ book, id }) => tableState(book, id).showFilterButton },
    IsDataFiltered: {
      since: "1.9",
      read: (target) => {
        const info = infoOf(target);
        return (
          tableState(target.book, target.id).filteredInFile ||
          hidesRows(target.book, info.subUnitId, fromRange(info.range))
        );
      },
    },
  },
});

/** True while a filter hides rows of the area. Rows that a person hid do not count. */
export function hidesRows(book: Book, sheet: string, area: BookArea): boolean {
  const worksheet = worksheetOf(book, sheet).getSheet();
  for (let row = area.row + 1; row < area.row + area.rows; row++) if (worksheet.isRowFiltered(row)) return true;
  return false;
}

const columnClass: HostClass<ColumnTarget> = hostClass<ColumnTarget>({
  name: "TableColumn",
  scalars: {
    Id: { since: "1.1", read: ({ index }) => index + 1 },
    Index: { since: "1.1", read: ({ index }) => index },
    Name: {
      since: "1.1",
      read: ({ table, index }) => infoOf(table).columns[index]?.displayName ?? "",
      write: ({ table, index }, value) => {
        const info = infoOf(table);
        const area = fromRange(info.range);
        const cell = { row: area.row, column: area.column + index, rows: 1, columns: 1 };
        writeValues({ book: table.book, sheet: info.subUnitId, area: cell }, [[`'${text(value)}`]]);
      },
    },
  },
  methods: {
    GetDataBodyRange: { since: "1.1", call: ({ table, index }) => bodyRange(table, { from: index, count: 1 }) },
    GetHeaderRowRange: {
      since: "1.1",
      call: ({ table, index }) => {
        const area = areaOf(table);
        return rangeOf(table.book, infoOf(table).subUnitId, {
          row: area.row,
          column: area.column + index,
          rows: 1,
          columns: 1,
        });
      },
    },
    GetRange: {
      since: "1.1",
      call: ({ table, index }) => {
        const area = areaOf(table);
        return rangeOf(table.book, infoOf(table).subUnitId, { ...area, column: area.column + index, columns: 1 });
      },
    },
  },
});

function columnAt(table: TableTarget, key: unknown): HostObject | null {
  const { columns } = infoOf(table);
  const index =
    typeof key === "number"
      ? key - 1
      : columns.findIndex((column) => column.displayName.toLowerCase() === String(key).toLowerCase());
  return index >= 0 && index < columns.length ? columnClass.of({ table, index }) : null;
}

const columnsClass: HostClass<TableTarget> = hostClass<TableTarget>({
  name: "TableColumnCollection",
  scalars: { Count: { since: "1.1", read: (table) => infoOf(table).columns.length } },
  items: (table) => infoOf(table).columns.map((_, index) => columnClass.of({ table, index })),
  item: columnAt,
  methods: {
    GetItem: {
      since: "1.1",
      call: (table, [key]) => {
        const column = columnAt(table, key);
        if (!column) throw itemNotFound();
        return column;
      },
    },
    GetItemOrNullObject: { since: "1.4", call: (table, [key]) => columnAt(table, key) },
    GetItemAt: {
      since: "1.1",
      call: (table, [index]) => {
        const column = columnAt(table, whole(index) + 1);
        if (!column) throw itemNotFound();
        return column;
      },
    },
    GetCount: { since: "1.4", call: (table) => infoOf(table).columns.length },
  },
});

const rowsClass: HostClass<TableTarget> = hostClass<TableTarget>({
  name: "TableRowCollection",
  scalars: { Count: { since: "1.1", read: (table) => bodyOf(table.book, infoOf(table))?.rows ?? 0 } },
  methods: { GetCount: { since: "1.4", call: (table) => bodyOf(table.book, infoOf(table))?.rows ?? 0 } },
});

const flagMember = (
  since: string,
  name: "showFilterButton" | "showBandedRows" | "showTotals" | "showHeaders",
  writable: boolean,
) => ({
  since,
  read: ({ book, id }: TableTarget) => tableState(book, id)[name],
  ...(writable
    ? {
        write: (target: TableTarget, value: unknown) => {
          checkWritable(target.book, infoOf(target).subUnitId);
          tableState(target.book, target.id)[name] = flag(value);
        },
      }
    : {}),
});

/** Table names follow the rules of defined names, and share their space with them. */
function checkName(book: Book, name: string, own: string | null): void {
  if (own !== null && name.toLowerCase() === own.toLowerCase()) return;
  if (!isFreeName(book, name)) throw invalidArgument("The name is not valid or is in use already.");
}

function resize(target: TableTarget, value: unknown): void {
  const info = infoOf(target);
  checkWritable(target.book, info.subUnitId);
  const wanted = rangeArgument(target.book, info.subUnitId, value);
  const old = fromRange(info.range);
  const { area } = wanted;
  const valid =
    wanted.sheet === info.subUnitId && area.row === old.row && overlap(area, old) !== null && area.rows >= 2;
  if (!valid) throw invalidArgument("The new range must overlap the table and keep its header row.");
  checkOverlap(target.book, info.subUnitId, area, info.id);
  target.book.engine.as("addin", () => setTableArea(target.book, info, area));
}

function checkOverlap(book: Book, sheet: string, area: BookArea, own: string | null): void {
  const other = tablesOf(book, sheet).find((table) => table.id !== own && overlap(fromRange(table.range), area));
  if (other) throw invalidArgument("A table can't overlap another table.");
}

function removeTable(target: TableTarget): ITableInfo {
  const info = infoOf(target);
  checkWritable(target.book, info.subUnitId);
  target.book.engine.as("addin", () =>
    target.book.engine.run(DeleteSheetTableMutation.id, {
      unitId: target.book.engine.unitId,
      subUnitId: info.subUnitId,
      tableId: info.id,
    }),
  );
  target.book.tables.delete(info.id);
  return info;
}

export const tableClass: HostClass<TableTarget> = hostClass<TableTarget>({
  name: "Table",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { since: "1.1", read: ({ id }) => id },
    Name: {
      since: "1.1",
      read: (target) => infoOf(target).name,
      write: (target, value) => {
        const info = infoOf(target);
        checkWritable(target.book, info.subUnitId);
        const name = text(value);
        checkName(target.book, name, info.name);
        if (name !== info.name) target.book.engine.as("addin", () => renameTableTo(target.book, info, name));
      },
    },
    Style: {
      since: "1.1",
      read: ({ book, id }) => tableState(book, id).style ?? "",
      write: (target, value) => {
        checkWritable(target.book, infoOf(target).subUnitId);
        const style = text(value);
        tableState(target.book, target.id).style = style === "" ? null : style;
      },
    },
    ShowFilterButton: flagMember("1.3", "showFilterButton", true),
    ShowBandedRows: flagMember("1.3", "showBandedRows", true),
    // Both would move cells; the add-in does not need it, so it is refused rather than half done.
    ShowTotals: flagMember("1.1", "showTotals", false),
    ShowHeaders: flagMember("1.1", "showHeaders", false),
  },
  navigations: {
    Columns: { since: "1.1", read: (target) => columnsClass.of(target) },
    Rows: { since: "1.1", read: (target) => rowsClass.of(target) },
    Worksheet: {
      since: "1.2",
      read: (target) => objectOf("Worksheet", { book: target.book, sheet: infoOf(target).subUnitId }),
    },
    AutoFilter: { since: "1.9", read: (target) => autoFilterClass.of(target) },
  },
  methods: {
    GetRange: { since: "1.1", call: (target) => rangeOf(target.book, infoOf(target).subUnitId, areaOf(target)) },
    GetHeaderRowRange: {
      since: "1.1",
      call: (target) => rangeOf(target.book, infoOf(target).subUnitId, { ...areaOf(target), rows: 1 }),
    },
    GetDataBodyRange: { since: "1.1", call: (target) => bodyRange(target, null) },
    GetTotalRowRange: {
      since: "1.1",
      call: (target) => {
        if (!tableState(target.book, target.id).showTotals)
          throw new HostError("GeneralException", "The table has no total row.");
        const area = areaOf(target);
        return rangeOf(target.book, infoOf(target).subUnitId, { ...area, row: area.row + area.rows - 1, rows: 1 });
      },
    },
    Resize: { since: "1.13", call: (target, [range]) => resize(target, range) },
    ConvertToRange: {
      since: "1.2",
      call: (target) => {
        const info = removeTable(target);
        return rangeOf(target.book, info.subUnitId, fromRange(info.range));
      },
    },
    Delete: {
      since: "1.1",
      call: (target) => {
        const info = removeTable(target);
        const area = fromRange(info.range);
        writeValues({ book: target.book, sheet: info.subUnitId, area }, "");
      },
    },
  },
});

/** Makes a table in the grid; its headers are what stands in the first row. */
export function addTable(book: Book, sheet: string, area: BookArea, name: string): string {
  const id = String(book.nextTableNumber++);
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

function add({ book, sheet }: TablesTarget, address: unknown, hasHeaders: unknown): HostObject {
  const fallback = sheet ?? book.engine.workbook.getActiveSheet().getSheetId();
  const target = rangeArgument(book, fallback, address);
  if (sheet !== null && target.sheet !== sheet) throw invalidArgument();
  checkWritable(book, target.sheet);
  const { area } = target;
  if (area.rows === sheetRows || area.columns === sheetColumns) throw invalidArgument();
  if (!flag(hasHeaders))
    throw new HostError("NotImplemented", "The workbench makes tables over a header row only.", 501);
  checkOverlap(book, target.sheet, area, null);
  const used = new Set(tablesOf(book, null).map((table) => table.name.toLowerCase()));
  let number = used.size + 1;
  while (used.has(`table${number}`)) number += 1;
  // A header row alone gets one empty row below, as in Excel.
  const whole = area.rows === 1 ? { ...area, rows: 2 } : area;
  const id = book.engine.as("addin", () => addTable(book, target.sheet, whole, `Table${number}`));
  return tableClass.of({ book, id });
}

function tableAt({ book, sheet }: TablesTarget, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const all = tablesOf(book, sheet);
  const table = all.find((item) => item.id === key) ?? all.find((item) => item.name.toLowerCase() === wanted);
  return table ? tableClass.of({ book, id: table.id }) : null;
}

export const tablesClass: HostClass<TablesTarget> = hostClass<TablesTarget>({
  name: "TableCollection",
  scalars: { Count: { since: "1.1", read: ({ book, sheet }) => tablesOf(book, sheet).length } },
  items: ({ book, sheet }) => tablesOf(book, sheet).map(({ id }) => tableClass.of({ book, id })),
  item: tableAt,
  methods: {
    Add: { since: "1.1", call: (target, [address, hasHeaders]) => add(target, address, hasHeaders) },
    GetItem: {
      since: "1.1",
      call: (target, [key]) => {
        const table = tableAt(target, key);
        if (!table) throw itemNotFound();
        return table;
      },
    },
    GetItemOrNullObject: { since: "1.4", call: tableAtArgument },
    GetItemAt: {
      since: "1.1",
      call: ({ book, sheet }, [index]) => {
        const table = tablesOf(book, sheet)[whole(index)];
        if (!table) throw itemNotFound();
        return tableClass.of({ book, id: table.id });
      },
    },
    GetCount: { since: "1.4", call: ({ book, sheet }) => tablesOf(book, sheet).length },
  },
});

function tableAtArgument(target: TablesTarget, [key]: readonly unknown[]): HostObject | null {
  return tableAt(target, key);
}
