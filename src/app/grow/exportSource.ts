import { exportTable, type ExportTable } from "../../domain/adoption/grow/recognise";
import { lookAtSheet } from "../../domain/followUps/look/lookAtSheet";
import { asFound, type LeftOut } from "../../domain/followUps/look/shape";
import type { DateSystem } from "../../domain/values/date";
import type { BookSnapshot, SheetSnapshot } from "../../domain/workbook/snapshot";
import type { ExportSheet } from "./exportSheet";

/** A list that was found in a file or on a sheet. */
export interface FoundList {
  /** Title of its sheet. */
  readonly title: string;
  readonly table: ExportTable;
  /** What stands around it and is no part of it. */
  readonly leftOut: readonly LeftOut[];
}

/** The list on a sheet of the workbook; null where nothing reads as one. */
export function listOn(book: BookSnapshot, sheet: SheetSnapshot): FoundList | null {
  const look = lookAtSheet(book, sheet, asFound);
  if (look === null || look.body.length === 0) return null;
  return { title: sheet.sheet.name, table: exportTable(look), leftOut: look.leftOut };
}

/** A sheet of a file as a sheet of a workbook of its own. */
function snapshotOf({ title, values }: ExportSheet, dateSystem: DateSystem) {
  const columns = values.reduce((most, row) => Math.max(most, row.length), 0);
  const area = { row: 0, column: 0, rows: Math.max(1, values.length), columns: Math.max(1, columns) };
  const whole = values.map((row) =>
    row.length === columns ? row : Array.from({ length: columns }, (_, column) => row[column] ?? ""),
  );
  const facts = { id: title, name: title, visibility: "visible", protected: false } as const;
  const book: BookSnapshot = {
    readOnly: false,
    structureProtected: false,
    dateSystem,
    activeSheet: title,
    sheets: [facts],
    tables: [],
    names: [],
  };
  const sheet: SheetSnapshot = {
    sheet: facts,
    used: values.length > 0 && columns > 0 ? area : null,
    merged: [],
    filtered: false,
    autoFilter: false,
    grid: { sheet: title, area, values: whole },
  };
  return { book, sheet };
}

/** The lists in a file, the one with the most rows first. */
export function listsInFile(sheets: readonly ExportSheet[], system: DateSystem): readonly FoundList[] {
  return sheets
    .flatMap((each) => {
      const { book, sheet } = snapshotOf(each, system);
      return listOn(book, sheet) ?? [];
    })
    .sort((a, b) => b.table.body.length - a.table.body.length);
}
