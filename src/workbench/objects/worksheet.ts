import { BooleanNumber } from "@univerjs/presets";
import {
  InsertSheetCommand,
  RemoveSheetCommand,
  SetFrozenMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  ToggleGridlinesMutation,
} from "@univerjs/preset-sheets-core";
import { SheetsFilterService } from "@univerjs/preset-sheets-filter";
import type { PageSetup } from "../data/bookData";
import { defaultColumnPixels, defaultRowPixels } from "../engine/gridData";
import { isRecord } from "../protocol/batch";
import { HostError, invalidArgument, itemAlreadyExists, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject, MethodMember } from "../protocol/hostObject";
import { sheetColumns, sheetRows } from "../data/areas";
import { flag, optionalText, text, whole } from "./arguments";
import { sheetState, tableManager, usedArea, worksheetNamed, worksheetOf } from "../book/book";
import type { Book } from "../book/book";
import { chartsClass } from "./chart";
import { namesClass } from "./namedItem";
import { rangeArgument, rangeOf } from "./rangeArgument";
import { hidesRows, tablesClass } from "./table";
import type { SheetTarget } from "./registry";

const wholeSheet = { row: 0, column: 0, rows: sheetRows, columns: sheetColumns } as const;

/** @throws HostError InvalidArgument for a title that Excel does not allow */
function checkTitle(title: string): void {
  const allowed = title !== "" && title.length <= 31 && !/[[\]:*?/\\]/.test(title) && !/^'|'$/.test(title);
  if (!allowed || title.toLowerCase() === "history") throw invalidArgument("The sheet name is not valid.");
}

const where = ({ book, sheet }: SheetTarget): { unitId: string; subUnitId: string } => ({
  unitId: book.engine.unitId,
  subUnitId: sheet,
});

/** Registration of events: the host sends every event, and the client hands on those that were asked for. */
const eventMethod = (since: string): MethodMember<unknown> => ({ since, call: () => undefined });

export const eventMethods = (events: Readonly<Record<string, string>>): Record<string, MethodMember<unknown>> =>
  Object.fromEntries(
    Object.entries(events).flatMap(([name, since]) => [
      [`_Register${name}Event`, eventMethod(since)],
      [`_Unregister${name}Event`, eventMethod(since)],
    ]),
  );

function visibilityOf({ book, sheet }: SheetTarget): "Visible" | "Hidden" | "VeryHidden" {
  if (!worksheetOf(book, sheet).isSheetHidden()) return "Visible";
  return sheetState(book, sheet).veryHidden ? "VeryHidden" : "Hidden";
}

function setVisibility(target: SheetTarget, value: unknown): void {
  const { book, sheet } = target;
  const visibility = text(value);
  if (!["Visible", "Hidden", "VeryHidden"].includes(visibility)) throw invalidArgument();
  const worksheet = worksheetOf(book, sheet);
  if (visibility !== "Visible") keepOneVisible(target);
  const hidden = visibility !== "Visible";
  book.engine.as("addin", () => {
    if (hidden && book.engine.workbook.getActiveSheet().getSheetId() === sheet) otherVisible(target)?.activate();
    if (hidden !== worksheet.isSheetHidden()) {
      book.engine.run(SetWorksheetHideMutation.id, {
        ...where(target),
        hidden: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      });
    }
  });
  sheetState(book, sheet).veryHidden = visibility === "VeryHidden";
}

const otherVisible = ({ book, sheet }: SheetTarget) =>
  book.engine.workbook.getSheets().find((other) => other.getSheetId() !== sheet && !other.isSheetHidden());

/** A workbook keeps at least one visible sheet. */
function keepOneVisible(target: SheetTarget): void {
  if (!otherVisible(target))
    throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
}

function rename(target: SheetTarget, value: unknown): void {
  const { book, sheet } = target;
  const title = text(value);
  checkTitle(title);
  const other = worksheetNamed(book, title);
  if (other && other.getSheetId() !== sheet) throw itemAlreadyExists();
  if (worksheetOf(book, sheet).getSheetName() === title) return;
  book.engine.as("addin", () => book.engine.run(SetWorksheetNameCommand.id, { ...where(target), name: title }));
}

function setGridlines(target: SheetTarget, value: unknown): void {
  const showGridlines = flag(value) ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  target.book.engine.as("addin", () =>
    target.book.engine.run(ToggleGridlinesMutation.id, { ...where(target), showGridlines }),
  );
}

const protectionClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "WorksheetProtection",
  scalars: { Protected: { since: "1.2", read: ({ book, sheet }) => sheetState(book, sheet).protected } },
});

const sheetFilterClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "AutoFilter",
  scalars: {
    Enabled: {
      since: "1.9",
      read: (target) => sheetState(target.book, target.sheet).autoFilter !== null || gridFilter(target) !== null,
    },
    IsDataFiltered: {
      since: "1.9",
      read: (target) => {
        const own = sheetState(target.book, target.sheet).autoFilter;
        if (own?.filtered) return true;
        const range = gridFilter(target);
        return (
          range !== null &&
          hidesRows(target.book, target.sheet, { row: range.row, column: 0, rows: range.rows, columns: 1 })
        );
      },
    },
  },
});

/** Rows of the filter that a person put on the sheet in the grid, or null. */
function gridFilter({ book, sheet }: SheetTarget): { readonly row: number; readonly rows: number } | null {
  const model = book.engine.injector.get(SheetsFilterService).getFilterModel(book.engine.unitId, sheet);
  if (!model) return null;
  const range = model.getRange();
  return { row: range.startRow, rows: range.endRow - range.startRow + 1 };
}

const freezePanesClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: {
      since: "1.7",
      call: (target, [count]) => freeze(target, count === undefined || count === null ? 1 : whole(count)),
    },
    Unfreeze: { since: "1.7", call: (target) => freeze(target, 0) },
  },
});

function freeze(target: SheetTarget, rows: number): void {
  if (rows < 0) throw invalidArgument();
  target.book.engine.as("addin", () =>
    target.book.engine.run(SetFrozenMutation.id, {
      ...where(target),
      startRow: rows > 0 ? rows : -1,
      startColumn: -1,
      xSplit: 0,
      ySplit: rows,
    }),
  );
}

const setPage = ({ book, sheet }: SheetTarget, part: PageSetup): void => {
  const state = sheetState(book, sheet);
  state.pageSetup = { ...state.pageSetup, ...part };
};

const pageLayoutClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "PageLayout",
  scalars: {
    Orientation: {
      since: "1.9",
      read: ({ book, sheet }) =>
        sheetState(book, sheet).pageSetup.orientation === "landscape" ? "Landscape" : "Portrait",
      write: (target, value) => {
        if (value !== "Portrait" && value !== "Landscape") throw invalidArgument();
        setPage(target, { orientation: value === "Portrait" ? "portrait" : "landscape" });
      },
    },
    Zoom: {
      since: "1.9",
      read: ({ book, sheet }) => {
        const { fitToWidth, fitToHeight } = sheetState(book, sheet).pageSetup;
        if (fitToWidth === undefined && fitToHeight === undefined) return { scale: 100 };
        return { horizontalFitToPages: fitToWidth || null, verticalFitToPages: fitToHeight || null };
      },
      write: (target, value) => {
        if (!isRecord(value)) throw invalidArgument();
        const pages = (count: unknown): number => (count === undefined || count === null ? 0 : whole(count));
        setPage(target, {
          fitToWidth: pages(value.horizontalFitToPages),
          fitToHeight: pages(value.verticalFitToPages),
        });
      },
    },
  },
  methods: {
    SetPrintArea: {
      since: "1.9",
      call: (target, [area]) => setPage(target, { printArea: rangeArgument(target.book, target.sheet, area).area }),
    },
    SetPrintTitleRows: {
      since: "1.9",
      call: (target, [area]) => {
        const rows = rangeArgument(target.book, target.sheet, area).area;
        setPage(target, { titleRows: [rows.row, rows.row + rows.rows - 1] });
      },
    },
  },
});

function used({ book, sheet }: SheetTarget, valuesOnly: unknown): HostObject | null {
  const area = usedArea(book, sheet, flag(valuesOnly));
  return area && rangeOf(book, sheet, area);
}

export const worksheetClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "Worksheet",
  identity: ({ sheet }) => ({ Id: sheet }),
  scalars: {
    Id: { since: "1.1", read: ({ sheet }) => sheet },
    Name: { since: "1.1", read: ({ book, sheet }) => worksheetOf(book, sheet).getSheetName(), write: rename },
    Position: { since: "1.1", read: ({ book, sheet }) => worksheetOf(book, sheet).getIndex() },
    Visibility: { since: "1.1", read: visibilityOf, write: setVisibility },
    ShowGridlines: {
      since: "1.8",
      read: ({ book, sheet }) => !worksheetOf(book, sheet).hasHiddenGridLines(),
      write: setGridlines,
    },
    // The client writes the property under this name and reads it under the other.
    Gridlines: {
      since: "1.8",
      onlyWhenNamed: true,
      read: ({ book, sheet }) => !worksheetOf(book, sheet).hasHiddenGridLines(),
      write: setGridlines,
    },
  },
  navigations: {
    Tables: { since: "1.1", read: (target) => tablesClass.of(target) },
    Charts: { since: "1.1", read: (target) => chartsClass.of(target) },
    Names: { since: "1.4", read: (target) => namesClass.of(target) },
    Protection: { since: "1.2", read: (target) => protectionClass.of(target) },
    AutoFilter: { since: "1.9", read: (target) => sheetFilterClass.of(target) },
    FreezePanes: { since: "1.7", read: (target) => freezePanesClass.of(target) },
    PageLayout: { since: "1.9", read: (target) => pageLayoutClass.of(target) },
  },
  methods: {
    Activate: {
      since: "1.1",
      call: ({ book, sheet }) => {
        const worksheet = worksheetOf(book, sheet);
        if (worksheet.isSheetHidden()) throw new HostError("InvalidOperation", "The sheet is hidden.");
        book.engine.as("addin", () => worksheet.activate());
      },
    },
    Delete: {
      since: "1.1",
      call: (target) => {
        const { book, sheet } = target;
        // Excel refuses to delete a very hidden sheet before it is shown.
        if (visibilityOf(target) === "VeryHidden")
          throw new HostError("InvalidOperation", "A very hidden worksheet cannot be deleted.");
        keepOneVisible(target);
        for (const table of tableManager(book).getTablesBySubunitId(book.engine.unitId, sheet))
          book.tables.delete(table.getId());
        keepActive(book, () => book.engine.run(RemoveSheetCommand.id, where(target)));
        book.sheets.delete(sheet);
        book.chartsChanged();
      },
    },
    GetRange: {
      since: "1.1",
      call: ({ book, sheet }, [address]) => {
        if (address === undefined || address === null || address === "") return rangeOf(book, sheet, wholeSheet);
        const target = rangeArgument(book, sheet, address);
        if (target.sheet !== sheet) throw invalidArgument();
        return rangeOf(book, sheet, target.area);
      },
    },
    GetRangeByIndexes: {
      since: "1.7",
      call: ({ book, sheet }, [row, column, rows, columns]) => {
        const area = { row: whole(row), column: whole(column), rows: whole(rows), columns: whole(columns) };
        const fits = area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0;
        if (!fits || area.row + area.rows > sheetRows || area.column + area.columns > sheetColumns)
          throw invalidArgument();
        return rangeOf(book, sheet, area);
      },
    },
    GetCell: {
      since: "1.1",
      call: ({ book, sheet }, [row, column]) =>
        rangeOf(book, sheet, { row: whole(row), column: whole(column), rows: 1, columns: 1 }),
    },
    // A blank sheet answers with its first cell, or with a null object where the name says so.
    GetUsedRange: {
      since: "1.1",
      call: (target, [valuesOnly]) =>
        used(target, valuesOnly) ?? rangeOf(target.book, target.sheet, { row: 0, column: 0, rows: 1, columns: 1 }),
    },
    GetUsedRangeOrNullObject: { since: "1.4", call: (target, [valuesOnly]) => used(target, valuesOnly) },
    ...eventMethods({
      DataChanged: "1.7",
      Activated: "1.7",
      Deactivated: "1.7",
      SelectionChanged: "1.7",
      RowSorted: "1.10",
      RowHiddenChanged: "1.11",
      ProtectionChanged: "1.14",
    }),
  },
});

const sheetsOf = (book: Book): readonly HostObject[] =>
  book.engine.workbook.getSheets().map((worksheet) => worksheetClass.of({ book, sheet: worksheet.getSheetId() }));

function sheetAt(book: Book, key: unknown): HostObject | null {
  const byId = book.engine.workbook.getSheetBySheetId(String(key));
  const found = byId ?? worksheetNamed(book, String(key));
  return found ? worksheetClass.of({ book, sheet: found.getSheetId() }) : null;
}

/** The grid opens a sheet that is added, or the one beside a sheet that is removed; Excel stays where it is. */
function keepActive(book: Book, work: () => void): void {
  const active = book.engine.workbook.getActiveSheet().getSheetId();
  book.engine.as("addin", () => {
    work();
    const moved = book.engine.workbook.getActiveSheet().getSheetId() !== active;
    const there = book.engine.workbook.getSheetBySheetId(active) !== null;
    if (moved && there)
      book.engine.run(SetWorksheetActiveOperation.id, { unitId: book.engine.unitId, subUnitId: active });
  });
}

function addSheet(book: Book, given: string | null): HostObject {
  if (given !== null) {
    checkTitle(given);
    if (worksheetNamed(book, given)) throw itemAlreadyExists();
  }
  let number = 1;
  while (worksheetNamed(book, `Sheet${number}`)) number += 1;
  const id = crypto.randomUUID();
  keepActive(book, () =>
    book.engine.run(InsertSheetCommand.id, {
      unitId: book.engine.unitId,
      sheet: {
        id,
        name: given ?? `Sheet${number}`,
        rowCount: 1000,
        columnCount: 30,
        defaultColumnWidth: defaultColumnPixels,
        defaultRowHeight: defaultRowPixels,
      },
    }),
  );
  return worksheetClass.of({ book, sheet: id });
}

export const worksheetsClass: HostClass<Book> = hostClass<Book>({
  name: "WorksheetCollection",
  items: sheetsOf,
  item: sheetAt,
  methods: {
    Add: { since: "1.1", call: (book, [name]) => addSheet(book, optionalText(name)) },
    GetActiveWorksheet: {
      since: "1.1",
      call: (book) => worksheetClass.of({ book, sheet: book.engine.workbook.getActiveSheet().getSheetId() }),
    },
    GetItem: {
      since: "1.1",
      call: (book, [key]) => {
        const sheet = sheetAt(book, key);
        if (!sheet) throw itemNotFound();
        return sheet;
      },
    },
    GetItemOrNullObject: { since: "1.4", call: (book, [key]) => sheetAt(book, key) },
    GetCount: {
      since: "1.4",
      call: (book, [visibleOnly]) =>
        book.engine.workbook.getSheets().filter((sheet) => !flag(visibleOnly) || !sheet.isSheetHidden()).length,
    },
    ...eventMethods({
      DataChanged: "1.9",
      Activated: "1.7",
      Deactivated: "1.7",
      Added: "1.7",
      Deleted: "1.7",
      SelectionChanged: "1.9",
      RowSorted: "1.10",
      RowHiddenChanged: "1.11",
      ProtectionChanged: "1.14",
    }),
  },
});
