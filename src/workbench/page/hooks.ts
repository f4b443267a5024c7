import "./driverHooks";
import {
  getPrimaryForRange,
  SelectionMoveType,
  SetRangeValuesCommand,
  SetSelectionsOperation,
} from "@univerjs/preset-sheets-core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { TableColumnFilterTypeEnum } from "@univerjs/preset-sheets-table";
import type { Book } from "../book/book";
import { cellStyle, cellValue, formulaAt } from "../book/cells";
import { fromRange, sheetParams, toRange, usedArea, worksheetNamed, worksheetOf } from "../book/grid";
import { readGrid } from "../book/openGrid";
import { paste } from "../book/paste";
import { tablesOf } from "../book/tables";
import { localAddress, readAddress } from "../data/address";
import type { BookArea } from "../data/bookData";
import { hexColor, toCellValue } from "../engine/gridData";
import { setProtection } from "../objects/events";
import { isEditing } from "./cellEdit";
import { focusGrid } from "./layout";
import type { Stage } from "./stage";
import type { Workbench } from "./testHooks";

interface Page {
  readonly ready: Promise<void>;
  readonly stage: () => Stage | null;
  readonly problem: () => string | null;
}

function base64(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("The bytes could not be read."));
    reader.readAsDataURL(new Blob([new Uint8Array(bytes)]));
  });
}

/** Finds what drivers and tests name: sheets by title, cells by A1 address. */
interface Finder {
  /** @throws Error when no workbook is open */
  readonly open: () => Stage;
  /** @throws Error when there is no such place */
  readonly place: (
    sheet: string,
    address: string,
  ) => { readonly book: Book; readonly worksheet: FWorksheet; readonly id: string; readonly area: BookArea };
}

function finderOn({ stage, problem }: Page): Finder {
  const open = (): Stage => {
    const current = stage();
    if (!current) throw new Error(problem() ?? "No workbook is open.");
    return current;
  };
  return {
    open,
    place: (sheet, address) => {
      const { book } = open();
      const worksheet = worksheetNamed(book, sheet);
      const area = readAddress(address)?.area;
      if (!worksheet || !area) throw new Error(`There is no ${sheet}!${address}.`);
      return { book, worksheet, id: worksheet.getSheetId(), area };
    },
  };
}

type HooksOf<Name extends keyof Workbench> = Pick<Workbench, Name>;

/** The workbook as it stands: to wait for, to save, to read. */
function readingHooks({
  open,
  place,
}: Finder): HooksOf<
  "settled" | "save" | "read" | "work" | "selected" | "cellValue" | "cellFormula" | "shownFill" | "isEditing"
> {
  const cellAt = (sheet: string, address: string) => {
    const { book, worksheet, id, area } = place(sheet, address);
    return { book, id, area, cell: worksheet.getSheet().getCellMatrix().getValue(area.row, area.column) };
  };
  return {
    settled: () => open().book.engine.settled(),
    work: () => open().book.engine.work(),
    save: () => open().save(),
    read: async () => {
      await open().book.engine.settled();
      return readGrid(open().book);
    },
    selected: () => {
      const sheet = open().book.engine.workbook.getActiveSheet();
      const range = sheet.getActiveRange();
      return { sheet: sheet.getSheetName(), address: range ? localAddress(fromRange(range.getRange())) : "" };
    },
    cellValue: async (sheet, address) => {
      await open().book.engine.settled();
      return cellValue(cellAt(sheet, address).cell);
    },
    cellFormula: (sheet, address) => {
      const { book, id, area, cell } = cellAt(sheet, address);
      return cell ? formulaAt(book, id, area.row, area.column, cell) : null;
    },
    shownFill: (sheet, address) => {
      const { book, worksheet, area } = place(sheet, address);
      const shown = worksheet.getSheet().getCell(area.row, area.column);
      return hexColor(cellStyle(book, shown).bg?.rgb) ?? null;
    },
    isEditing: () => isEditing(open().book),
  };
}

/** The traffic between pane and host, and its faults. */
function paneHooks({
  open,
}: Finder): HooksOf<
  | "faults"
  | "stats"
  | "resetStats"
  | "unknownMembers"
  | "heldReferences"
  | "openOtherPane"
  | "otherStats"
  | "pressRibbon"
> {
  return {
    faults: { push: (fault) => open().faults.push(fault), clear: () => open().faults.clear() },
    stats: () => open().pane.traffic(),
    resetStats: () => open().pane.resetTraffic(),
    unknownMembers: () => open().dispatcher.unknownMembers,
    heldReferences: () => open().dispatcher.heldReferences(),
    openOtherPane: () => {
      open().openOther();
    },
    otherStats: () => open().openOther().traffic(),
    pressRibbon: (functionName) => open().pane.runCommand(functionName, "test"),
  };
}

/** What people do to cells and rows in sight. */
function personHooks({
  open,
  place,
}: Finder): HooksOf<
  | "select"
  | "focusCell"
  | "editAsPerson"
  | "editAsCoauthor"
  | "pickAsPerson"
  | "fillAsPerson"
  | "pasteAsPerson"
  | "sortAsPerson"
  | "filterAsPerson"
  | "undo"
  | "redo"
> {
  const edit =
    (actor: "person" | "picker" | "coauthor"): Workbench["editAsPerson"] =>
    (sheet, address, value) => {
      const { book, id, area } = place(sheet, address);
      const isFormula = typeof value === "string" && value.startsWith("=");
      const content = isFormula
        ? { f: value, v: null }
        : value === ""
          ? { f: null, v: null }
          : { f: null, ...toCellValue(value) };
      const params = { ...sheetParams(book, id), range: toRange(area), value: content };
      book.engine.as(actor, () => book.engine.run(SetRangeValuesCommand.id, params));
    };
  const select = (sheet: string, address: string): void => {
    const { book, id, worksheet, area } = place(sheet, address);
    worksheet.activate();
    const range = toRange(area);
    const selections = [{ range, primary: getPrimaryForRange(range, worksheet.getSheet()), style: null }];
    // As a click does it; what a program selects by itself, the grid tells in another way.
    const params = { ...sheetParams(book, id), selections, type: SelectionMoveType.MOVE_END };
    book.engine.run(SetSelectionsOperation.id, params);
  };
  return {
    select,
    focusCell: (sheet, address) => {
      select(sheet, address);
      focusGrid();
    },
    editAsPerson: edit("person"),
    editAsCoauthor: edit("coauthor"),
    pickAsPerson: edit("picker"),
    fillAsPerson: async (sheet, from, to) => {
      const { worksheet, area } = place(sheet, from);
      await worksheet.getRange(toRange(area)).autoFill(worksheet.getRange(toRange(place(sheet, to).area)));
    },
    pasteAsPerson: (sheet, from, to) => {
      const { book, id, area } = place(sheet, from);
      paste(book, id, area, place(sheet, to).area);
    },
    sortAsPerson: (sheet, address, column, ascending) => {
      const { worksheet, area } = place(sheet, address);
      worksheet.getRange(toRange(area)).sort({ column, ascending });
    },
    filterAsPerson: async (name, column, keep) => {
      const { book } = open();
      const table = tablesOf(book, null).find((each) => each.name === name);
      if (!table) throw new Error(`There is no table ${name}.`);
      const worksheet = worksheetOf(book, table.subUnitId);
      if (keep === null) await worksheet.resetFilter(table.id, column);
      else
        await worksheet.setTableFilter(table.id, column, {
          filterType: TableColumnFilterTypeEnum.manual,
          values: [keep],
        });
    },
    undo: () => {
      open().book.engine.workbook.undo();
    },
    redo: () => {
      open().book.engine.workbook.redo();
    },
  };
}

/** What people do to whole rows, columns and sheets. */
function sheetHooks({
  open,
  place,
}: Finder): HooksOf<"hideRow" | "insertRows" | "deleteRows" | "deleteColumns" | "protect"> {
  return {
    hideRow: (sheet, row, hidden) => {
      const { worksheet } = place(sheet, "A1");
      if (hidden) worksheet.hideRows(row);
      else worksheet.showRows(row);
    },
    insertRows: (sheet, row, count) => {
      place(sheet, "A1").worksheet.insertRows(row, count);
    },
    deleteRows: (sheet, row, count) => {
      place(sheet, "A1").worksheet.deleteRows(row, count);
    },
    deleteColumns: (sheet, column, count) => {
      place(sheet, "A1").worksheet.deleteColumns(column, count);
    },
    protect: (sheet, on) => {
      const { book, id } = place(sheet, "A1");
      setProtection(book, open().announcers, id, on);
    },
  };
}

/** Puts the hooks for drivers and tests on the window. */
export function hooksFor(page: Page): void {
  const { ready, stage, problem } = page;
  let isReady = false;
  void ready.then(() => {
    isReady = true;
  });
  const finder = finderOn(page);
  window.workbench = {
    ready,
    problem,
    ...readingHooks(finder),
    ...paneHooks(finder),
    ...personHooks(finder),
    ...sheetHooks(finder),
  };
  window.workbenchHooks = {
    state: () => {
      const message = problem();
      if (message !== null) return { stage: "failed", message };
      return { stage: isReady ? "ready" : "opening", message: "" };
    },
    ask: async (body) => {
      const { ask, book } = finder.open();
      await book.engine.settled();
      return JSON.stringify(await ask(JSON.parse(body)));
    },
    save: async () => base64(await finder.open().save()),
    size: () => {
      const { book } = finder.open();
      const used = usedArea(book, book.engine.workbook.getActiveSheet().getSheetId(), true);
      return used && { rows: used.rows, columns: used.columns };
    },
    traffic: () => stage()?.pane.traffic() ?? { roundTrips: 0, bytesSent: 0, bytesReceived: 0 },
  };
}
