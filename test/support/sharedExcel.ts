/**
 * One workbook as Excel's own objects show it to several add-ins at once, for tests of what happens between their requests. It knows
 * what rows of tables need and nothing else. Requests are carried out whole, one after the other, as Excel does.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Area } from "../../src/domain/workbook/area";
import { bounding } from "../../src/workbench/data/areas";

export type SharedCell = string | number;

export interface SharedTable {
  readonly name: string;
  readonly sheet: string;
  area: Area;
}

export interface SharedBook {
  /** Rows by the sheet's title; a text that starts with `=` is a formula. */
  readonly sheets: Map<string, SharedCell[][]>;
  readonly tables: readonly SharedTable[];
}

/** How Excels differ in what the rows of tables meet. */
export interface SharedHost {
  /** Whether a table takes in what is written right below it. */
  readonly grows: boolean;
  /** Whether the used cells of a range are its own, or those of its sheet that lie in it. */
  readonly rangeUsed: "own" | "ofSheet";
}

/** What becomes of one request: null lets it through. `afterwards` carries it out and loses the answer. */
export type SharedFault = { readonly code: string; readonly afterwards: boolean } | null;

/** Lets one request of an add-in begin when its turn has come, and says what becomes of it. */
type Gate = () => Promise<SharedFault>;

class SharedExcelError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

interface Pending {
  readonly queue: (() => void)[];
}

type Place = { readonly sheet: string; readonly area: Area } | null;

function rowsOf(book: SharedBook, sheet: string): SharedCell[][] {
  const rows = book.sheets.get(sheet);
  if (!rows) throw new SharedExcelError("ItemNotFound");
  return rows;
}

function cellsIn(book: SharedBook, sheet: string, { row, column, rows, columns }: Area): SharedCell[][] {
  const all = rowsOf(book, sheet);
  const last = Math.min(rows, Math.max(0, all.length - row));
  const read = Array.from({ length: rows > 100_000 ? last : rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => all[row + r]?.[column + c] ?? ""),
  );
  return read;
}

const valueOf = (cell: SharedCell): SharedCell => (String(cell).startsWith("=") ? "calculated" : cell);

/** Cells in which something stands, as a rectangle; null where nothing does. */
function usedIn(book: SharedBook, sheet: string, area: Area): Area | null {
  let used: Area | null = null;
  cellsIn(book, sheet, area).forEach((cells, r) => {
    cells.forEach((cell, c) => {
      if (cell === "") return;
      const one = { row: area.row + r, column: area.column + c, rows: 1, columns: 1 };
      used = used ? bounding(used, one) : one;
    });
  });
  return used;
}

function cut(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** Gives a table another area; its columns of formulas go on in rows that it gains. */
function stretch(book: SharedBook, table: SharedTable, area: Area): void {
  const rows = rowsOf(book, table.sheet);
  for (let row = table.area.row + table.area.rows; row < area.row + area.rows; row += 1) {
    rows[row - 1]?.forEach((cell, column) => {
      if (String(cell).startsWith("=") && (rows[row]?.[column] ?? "") === "") (rows[row] ??= [])[column] = cell;
    });
  }
  table.area = area;
}

/** A range whose place is found out when the request comes to it. */
function rangeProxy(book: SharedBook, host: SharedHost, { queue }: Pending, find: () => Place) {
  const now: { place: Place; values: SharedCell[][]; formulas: SharedCell[][] } = {
    place: null,
    values: [],
    formulas: [],
  };
  queue.push(() => {
    now.place = find();
  });
  const placed = () => {
    if (!now.place) throw new SharedExcelError("ItemNotFound");
    return now.place;
  };
  const child = (area: (own: Area) => Area) =>
    rangeProxy(book, host, { queue }, () => ({ sheet: placed().sheet, area: area(placed().area) }));
  const used = (orNull: boolean) =>
    rangeProxy(book, host, { queue }, () => {
      const { sheet, area } = placed();
      const whole = { row: 0, column: 0, rows: 1_048_576, columns: 100 };
      const ofSheet = usedIn(book, sheet, whole);
      const found = host.rangeUsed === "own" ? usedIn(book, sheet, area) : ofSheet && cut(ofSheet, area);
      if (!found && !orNull) throw new SharedExcelError("ItemNotFound");
      return found && { sheet, area: found };
    });
  const write = (cells: readonly (readonly (SharedCell | null)[])[]) => {
    const { sheet, area } = placed();
    const rows = rowsOf(book, sheet);
    cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (cell === null) return;
        while (rows.length <= area.row + r) rows.push([]);
        const row = rows[area.row + r]!;
        while (row.length <= area.column + c) row.push("");
        row[area.column + c] = typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : cell;
      });
    });
    if (!host.grows) return;
    const table = book.tables.find((each) => each.sheet === sheet && each.area.row + each.area.rows === area.row);
    if (table && table.area.columns === area.columns && cells[0]?.[0] !== "" && cells[0]?.[0] !== null)
      stretch(book, table, { ...table.area, rows: table.area.rows + area.rows });
  };
  const proxy = {
    place: () => now.place,
    untrack: () => proxy,
    load: () => {
      queue.push(() => {
        if (!now.place) return;
        now.formulas = cellsIn(book, now.place.sheet, now.place.area);
        now.values = now.formulas.map((row) => row.map(valueOf));
      });
    },
    get isNullObject() {
      return now.place === null;
    },
    get rowIndex() {
      return placed().area.row;
    },
    get columnIndex() {
      return placed().area.column;
    },
    get rowCount() {
      return placed().area.rows;
    },
    get columnCount() {
      return placed().area.columns;
    },
    get values() {
      return now.values;
    },
    get formulas() {
      return now.formulas;
    },
    set formulas(cells: (SharedCell | null)[][]) {
      queue.push(() => write(cells));
    },
    set numberFormat(_: unknown) {
      // Looks are not kept.
    },
    getRow: (row: number) => child((own) => ({ ...own, row: own.row + row, rows: 1 })),
    getColumn: (column: number) => child((own) => ({ ...own, column: own.column + column, columns: 1 })),
    getLastRow: () => child((own) => ({ ...own, row: own.row + own.rows - 1, rows: 1 })),
    getRowsBelow: (rows: number) => child((own) => ({ ...own, row: own.row + own.rows, rows })),
    getResizedRange: (rows: number, columns: number) =>
      child((own) => ({ ...own, rows: own.rows + rows, columns: own.columns + columns })),
    getBoundingRect: (other: { readonly place: () => Place }) =>
      child((own) => {
        const place = other.place();
        if (!place) throw new SharedExcelError("InvalidArgument");
        return bounding(own, place.area);
      }),
    getUsedRange: () => used(false),
    getUsedRangeOrNullObject: () => used(true),
    copyFrom: (source: { readonly place: () => Place }) => {
      queue.push(() => {
        const from = source.place();
        if (!from) throw new SharedExcelError("InvalidArgument");
        const { area } = placed();
        const [line = []] = cellsIn(book, from.sheet, from.area);
        write(Array.from({ length: area.rows }, () => line));
      });
    },
  };
  return proxy;
}

function tableProxy(book: SharedBook, host: SharedHost, pending: Pending, name: string) {
  const { queue } = pending;
  const table = book.tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!table) throw new SharedExcelError("ItemNotFound");
  const range = (area: () => Area) => rangeProxy(book, host, pending, () => ({ sheet: table.sheet, area: area() }));
  return {
    name: table.name,
    style: "",
    showTotals: false,
    showHeaders: true,
    worksheet: { name: table.sheet, load: () => undefined },
    autoFilter: { isDataFiltered: false, load: () => undefined },
    load: () => undefined,
    columns: {
      load: () => undefined,
      get items() {
        const [headers = []] = cellsIn(book, table.sheet, { ...table.area, rows: 1 });
        return headers.map((header) => ({ name: String(header) }));
      },
    },
    getRange: () => range(() => table.area),
    getDataBodyRange: () => range(() => ({ ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 })),
    resize: (to: { readonly place: () => Place }) => {
      queue.push(() => {
        const place = to.place();
        if (!place || place.area.row !== table.area.row || place.area.rows < 2)
          throw new SharedExcelError("InvalidArgument");
        stretch(book, table, place.area);
      });
    },
  };
}

/** `Excel.run` on the workbook; `gate` is asked before each request. */
function runOn(book: SharedBook, host: SharedHost, gate: Gate) {
  return async (...given: readonly unknown[]): Promise<unknown> => {
    const batch = given.at(-1);
    if (typeof batch !== "function") throw new Error("Excel.run without work");
    const pending: Pending = { queue: [] };
    const list = <T>(items: readonly T[]) => ({ items, load: () => undefined });
    const sheetOf = (name: string) => ({
      name,
      protection: { protected: false },
      getRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
        rangeProxy(book, host, pending, () => ({ sheet: name, area: { row, column, rows, columns } })),
    });
    const tableOf = (name: string) => tableProxy(book, host, pending, name);
    const context = {
      workbook: {
        readOnly: false,
        protection: { protected: false, load: () => undefined },
        load: () => undefined,
        names: list([]),
        worksheets: { ...list([...book.sheets.keys()].map(sheetOf)), getItem: sheetOf },
        tables: { ...list(book.tables.map(({ name }) => tableOf(name))), getItem: tableOf },
      },
      sync: async () => {
        const due = pending.queue.splice(0);
        const fault = await gate();
        if (fault && !fault.afterwards) throw new SharedExcelError(fault.code);
        for (const step of due) step();
        if (fault) throw new SharedExcelError(fault.code);
      },
    };
    return batch(context) as unknown;
  };
}

/** Add-ins whose requests are let through one at a time, in an order that a test gives. */
export interface Turns<Who extends string> {
  /** Begins work in an add-in's name; it stands still before its first request. */
  readonly start: (who: Who, work: () => Promise<void>) => void;
  /** Lets one request of the add-in through, and ends when the next one waits or its work is over. False where it was over. */
  readonly step: (who: Who, fault?: SharedFault) => Promise<boolean>;
}

interface Waiting {
  release: ((fault: SharedFault) => void) | null;
  isOver: boolean;
  arrived: () => void;
}

/** Tells whose request it is. One for all tests: each further one slows down every wait. */
const names = new AsyncLocalStorage<Waiting>();

/** Puts an `Excel` in place that all add-ins of a test share. */
export function shareExcel<Who extends string>(book: SharedBook, host: SharedHost): Turns<Who> {
  const all = new Map<Who, Waiting>();
  const gate: Gate = () =>
    new Promise((release) => {
      const own = names.getStore();
      if (!own) throw new Error("A request of nobody");
      own.release = release;
      own.arrived();
    });
  // An Excel that makes no single step of a change for Ctrl+Z.
  const requirements = { isSetSupported: () => false };
  Object.assign(globalThis, { Excel: { run: runOn(book, host, gate) }, Office: { context: { requirements } } });
  const rest = (own: Waiting) =>
    own.release || own.isOver
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          own.arrived = resolve;
        });
  return {
    start: (who, work) => {
      const own: Waiting = { release: null, isOver: false, arrived: () => undefined };
      all.set(who, own);
      const over = () => {
        own.isOver = true;
        own.arrived();
      };
      void names.run(own, work).then(over, over);
    },
    step: async (who, fault = null) => {
      const own = all.get(who);
      if (!own) return false;
      await rest(own);
      const { release } = own;
      if (!release) return false;
      own.release = null;
      release(fault);
      await rest(own);
      return true;
    },
  };
}
