import type { Book } from "../book/book";
import { removeAutoFilter } from "../book/filters";
import { cellAt, changeCells, formulaAt } from "../book/cells";
import type { CellChanges } from "../book/cells";
import { ensureSize, usedArea } from "../book/grid";
import { addTable } from "../book/tableShape";
import { tablesOf } from "../book/tables";
import { sheetColumns, sheetRows } from "../data/areas";
import type { BookArea } from "../data/bookData";
import { HostError, invalidArgument, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { flag, whole } from "./arguments";
import { rangeArgument } from "./rangeArgument";
import type { RangeTarget } from "./registry";
import { checkOverlap, tableClass } from "./table";
import { checkWritable } from "./worksheetProtection";

interface TablesTarget {
  readonly book: Book;
  /** Sheet id, or null for all tables of the workbook. */
  readonly sheet: string | null;
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
  // A header row alone gets one row below.
  const whole = area.rows === 1 ? { ...area, rows: 2 } : area;
  const id = book.engine.as("addin", () => {
    if (area.rows === 1 && book.behaviour.headerOnlyTable === "pushesDown") pushDown(target, area);
    if (book.behaviour.autoFilterUnderTable === "removed") removeAutoFilter(book, target.sheet, whole);
    return addTable(book, target.sheet, whole, `Table${number}`);
  });
  return tableClass.of({ book, id });
}

/**
 * Makes room for a row below headers: what stands there goes one row down, within their columns. The grid's own command for it
 * cannot be waited for here; formulas that name the cells do not follow.
 */
function pushDown({ book, sheet }: RangeTarget, headers: BookArea): void {
  const used = usedArea(book, sheet, false);
  const [top, end] = [headers.row + 1, used ? used.row + used.rows : 0];
  ensureSize(book, sheet, { ...headers, row: end, rows: 1 });
  const changes: CellChanges = {};
  for (let row = top; row < end; row++) {
    for (let column = headers.column; column < headers.column + headers.columns; column++) {
      const cell = cellAt(book, sheet, row, column);
      const formula = cell && formulaAt(book, sheet, row, column, cell);
      const { v = null, t = null, s = null, p = null } = cell ?? {};
      (changes[row + 1] ??= {})[column] = { f: formula, si: null, v, t, s, p };
      if (row === top) (changes[row] ??= {})[column] = { f: null, si: null, v: null, t: null, s: null, p: null };
    }
  }
  if (Object.keys(changes).length > 0) changeCells(book, sheet, changes);
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
