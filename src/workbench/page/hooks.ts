import { SetRangeValuesCommand } from "@univerjs/preset-sheets-core";
import { TableColumnFilterTypeEnum } from "@univerjs/preset-sheets-table";
import "./driverHooks";
import { hexColor, toCellValue } from "../engine/gridData";
import { localAddress, readAddress } from "../data/address";
import { cellStyle, cellValue, formulaAt } from "../book/cells";
import { fromRange, toRange, worksheetNamed, worksheetOf } from "../book/grid";
import { tablesOf } from "../book/tables";
import { setProtection } from "../objects/events";
import { readGrid } from "../book/openGrid";
import { paste } from "../book/paste";
import { isEditing } from "./cellEdit";
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

/** Puts the hooks for drivers and tests on the window. */
export function hooksFor({ ready, stage, problem }: Page): void {
  let isReady = false;
  void ready.then(() => {
    isReady = true;
  });
  const open = (): Stage => {
    const current = stage();
    if (!current) throw new Error(problem() ?? "No workbook is open.");
    return current;
  };
  const place = (sheet: string, address: string) => {
    const { book } = open();
    const worksheet = worksheetNamed(book, sheet);
    const area = readAddress(address)?.area;
    if (!worksheet || !area) throw new Error(`There is no ${sheet}!${address}.`);
    return { book, worksheet, id: worksheet.getSheetId(), area };
  };
  const cellAt = (sheet: string, address: string) => {
    const { book, worksheet, id, area } = place(sheet, address);
    return { book, id, area, cell: worksheet.getSheet().getCellMatrix().getValue(area.row, area.column) };
  };
  const edit = (
    actor: "person" | "coauthor",
    sheet: string,
    address: string,
    value: string | number | boolean,
  ): void => {
    const { book, id, area } = place(sheet, address);
    const isFormula = typeof value === "string" && value.startsWith("=");
    const content = isFormula
      ? { f: value, v: null }
      : value === ""
        ? { f: null, v: null }
        : { f: null, ...toCellValue(value) };
    const params = { unitId: book.engine.unitId, subUnitId: id, range: toRange(area), value: content };
    book.engine.as(actor, () => book.engine.run(SetRangeValuesCommand.id, params));
  };
  const select = (sheet: string, address: string): void => {
    const { worksheet, area } = place(sheet, address);
    worksheet.activate();
    worksheet.getRange(toRange(area)).activate();
  };

  const workbench: Workbench = {
    ready,
    problem,
    settled: () => open().book.engine.settled(),
    save: () => open().save(),
    read: async () => {
      await open().book.engine.settled();
      return readGrid(open().book);
    },
    faults: { push: (fault) => open().faults.push(fault), clear: () => open().faults.clear() },
    stats: () => open().pane.traffic(),
    resetStats: () => open().pane.resetTraffic(),
    unknownMembers: () => open().dispatcher.unknownMembers,
    heldReferences: () => open().dispatcher.heldReferences(),
    select,
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
    focusCell: (sheet, address) => {
      select(sheet, address);
      document.querySelector<HTMLElement>("#grid canvas")?.focus();
    },
    editAsPerson: (sheet, address, value) => edit("person", sheet, address, value),
    editAsCoauthor: (sheet, address, value) => edit("coauthor", sheet, address, value),
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
    undo: () => {
      open().book.engine.workbook.undo();
    },
    redo: () => {
      open().book.engine.workbook.redo();
    },
    isEditing: () => isEditing(open().book),
    protect: (sheet, on) => {
      const { book, id } = place(sheet, "A1");
      setProtection(book, open().announcers, id, on);
    },
    openOtherPane: () => {
      open().openOther();
    },
    otherStats: () => open().openOther().traffic(),
    pressRibbon: (functionName) => open().pane.runCommand(functionName, "test"),
  };
  window.workbench = workbench;
  window.workbenchHooks = {
    state: () => {
      const message = problem();
      if (message !== null) return { stage: "failed", message };
      return { stage: isReady ? "ready" : "opening", message: "" };
    },
    save: async () => base64(await open().save()),
    traffic: () => stage()?.pane.traffic() ?? { roundTrips: 0, bytesSent: 0, bytesReceived: 0 },
  };
}
