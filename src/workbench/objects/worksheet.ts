import {
  RemoveSheetCommand,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  ToggleGridlinesMutation,
} from "@univerjs/preset-sheets-core";
import { BooleanNumber } from "@univerjs/presets";
import { sheetState } from "../book/book";
import type { Book } from "../book/book";
import { sheetParams, usedArea, worksheetNamed, worksheetOf } from "../book/grid";
import { namesIn, removeName } from "../book/names";
import { tableManager } from "../book/tables";
import { sheetColumns, sheetRows } from "../data/areas";
import { HostError, invalidArgument, itemAlreadyExists } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { flag, text, whole } from "./arguments";
import { sheetFilterClass } from "./autoFilter";
import { chartsClass } from "./chartCollection";
import { eventMethods } from "./eventMethods";
import { namesClass } from "./namedItemCollection";
import { pageLayoutClass } from "./pageLayout";
import { objectOf } from "./registry";
import { rangeArgument, rangeOf } from "./rangeArgument";
import type { SheetTarget } from "./registry";
import { tablesClass } from "./tableCollection";
import { freezePanesClass } from "./worksheetFreezePanes";
import { checkStructure, protectionClass } from "./worksheetProtection";

const wholeSheet = { row: 0, column: 0, rows: sheetRows, columns: sheetColumns } as const;

/** @throws HostError InvalidArgument for a title that Excel does not allow */
export function checkTitle(title: string): void {
  const allowed = title !== "" && title.length <= 31 && !/[[\]:*?/\\]/.test(title) && !/^'|'$/.test(title);
  if (!allowed || title.toLowerCase() === "history") throw invalidArgument("The sheet name is not valid.");
}

function visibilityOf({ book, sheet }: SheetTarget): "Visible" | "Hidden" | "VeryHidden" {
  if (!worksheetOf(book, sheet).isSheetHidden()) return "Visible";
  return sheetState(book, sheet).veryHidden ? "VeryHidden" : "Hidden";
}

/** What Excel cannot take back has no place among requests that are to be one step. @throws HostError UndoNotSupported */
function refuseInUndoGroup({ isUndoGroup }: Book): void {
  if (isUndoGroup) throw new HostError("UndoNotSupported", "The operation doesn't support undo and can't be grouped.");
}

function setVisibility(target: SheetTarget, value: unknown): void {
  const { book, sheet } = target;
  checkStructure(book);
  refuseInUndoGroup(book);
  const visibility = text(value);
  if (!["Visible", "Hidden", "VeryHidden"].includes(visibility)) throw invalidArgument();
  const worksheet = worksheetOf(book, sheet);
  if (visibility !== "Visible") keepOneVisible(target);
  const hidden = visibility !== "Visible";
  book.engine.as("addin", () => {
    if (hidden && book.engine.workbook.getActiveSheet().getSheetId() === sheet) otherVisible(target)?.activate();
    if (hidden !== worksheet.isSheetHidden()) {
      book.engine.run(SetWorksheetHideMutation.id, {
        ...sheetParams(target.book, target.sheet),
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
  checkStructure(book);
  refuseInUndoGroup(book);
  const title = text(value);
  checkTitle(title);
  const other = worksheetNamed(book, title);
  if (other && other.getSheetId() !== sheet) throw itemAlreadyExists();
  if (worksheetOf(book, sheet).getSheetName() === title) return;
  book.engine.as("addin", () =>
    book.engine.run(SetWorksheetNameCommand.id, { ...sheetParams(target.book, target.sheet), name: title }),
  );
}

function setGridlines(target: SheetTarget, value: unknown): void {
  const showGridlines = flag(value) ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  target.book.engine.as("addin", () =>
    target.book.engine.run(ToggleGridlinesMutation.id, { ...sheetParams(target.book, target.sheet), showGridlines }),
  );
}

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
        checkStructure(book);
        refuseInUndoGroup(book);
        // Excel refuses to delete a very hidden sheet before it is shown.
        if (visibilityOf(target) === "VeryHidden")
          throw new HostError("InvalidOperation", "A very hidden worksheet cannot be deleted.");
        keepOneVisible(target);
        for (const table of tableManager(book).getTablesBySubunitId(book.engine.unitId, sheet))
          book.tables.delete(table.getId());
        for (const item of namesIn(target)) book.engine.as("addin", () => removeName(book, item));
        keepActive(book, () => book.engine.run(RemoveSheetCommand.id, sheetParams(book, sheet)));
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
    GetRanges: {
      since: "1.9",
      call: ({ book, sheet }, [address]) => {
        if (typeof address !== "string") throw invalidArgument();
        const areas = address.split(",").map((part) => rangeArgument(book, sheet, part.trim()).area);
        return objectOf("RangeAreas", { book, sheet, areas });
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

/** The grid opens a sheet that is added, or the one beside a sheet that is removed; Excel stays where it is. */
export function keepActive(book: Book, work: () => void): void {
  const active = book.engine.workbook.getActiveSheet().getSheetId();
  book.engine.as("addin", () => {
    work();
    const moved = book.engine.workbook.getActiveSheet().getSheetId() !== active;
    const there = book.engine.workbook.getSheetBySheetId(active) !== null;
    if (moved && there)
      book.engine.run(SetWorksheetActiveOperation.id, { unitId: book.engine.unitId, subUnitId: active });
  });
}
