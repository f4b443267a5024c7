import { bookkeepingSheet } from "../bookkeeping/store";
import { findLog } from "../log/logSheet";
import { isSettingsTable } from "../schema/settingsNames";
import { summaryPlace } from "../summary/planSummary";
import type { CellInput } from "../values/value";
import type { Action } from "../workbook/action";
import { bodyOf, intersect } from "../workbook/area";
import { parseReference } from "../workbook/reference";
import type { BookSnapshot, SheetFacts } from "../workbook/snapshot";
import type { RestoreNow } from "./now";
import type { RestorePoint } from "./point";
import { cellsOf, printOf } from "./print";
import type { Kept } from "./restorePlan";
import { hasFirst } from "./takeOut";

/** Titles of the sheets that the add-in makes, as they are by now: by what stands on them, and by the restore points. */
export function ourSheetTitles(book: BookSnapshot, points: readonly RestorePoint[]): readonly string[] {
  const settings = book.tables.find(({ name }) => isSettingsTable(name))?.sheet;
  const titles = [summaryPlace(book)?.sheet, settings, findLog(book)?.sheet];
  const made = points.flatMap(({ content }) =>
    content.parts.flatMap((part) => (part.kind === "sheet" && !isLaterPrint(part.print) ? [part.sheet] : [])),
  );
  const there = new Set(book.sheets.map(({ name }) => name));
  return [...new Set([...titles, ...made].filter((title) => title !== undefined && there.has(title)))].filter(
    (title) => title !== undefined,
  );
}

/** True for the print of a sheet that was there before a change: `a>b` says that the change found `a` and left `b`. */
function isLaterPrint(print: string | null): boolean {
  return print?.includes(">") === true;
}

function hasTouches({ book, ours }: RestoreNow): boolean {
  const log = findLog(book);
  const grid = log && ours.get(log.sheet);
  if (!log || !grid) return false;
  const { row, rows, column, columns } = bodyOf(log);
  return grid.values.some((cells, r) =>
    cells.some((cell, c) => {
      const place = { row: grid.area.row + r, column: grid.area.column + c, rows: 1, columns: 1 };
      return cell !== "" && intersect(place, { row, rows, column, columns }) !== null;
    }),
  );
}

/** What we left on a sheet by the last of the changes, as far as people had left it alone until then; null where nobody knows. */
function lastPrint(sheet: string, points: readonly RestorePoint[]): string | null {
  const prints = points.flatMap(({ content }) =>
    content.parts.flatMap((part) => (part.kind === "sheet" && part.sheet === sheet ? [part.print] : [])),
  );
  // From the oldest on.
  return prints.reverse().reduce<string | null>((known, print) => {
    const [found, left] = (print ?? "").split(">");
    return left === undefined ? (found ?? null) : found === known ? left : null;
  }, null);
}

function hasStrangers(sheet: string, { book, ours }: RestoreNow): boolean {
  const summary = summaryPlace(book);
  const grid = ours.get(sheet);
  if (summary?.sheet !== sheet || !grid) return false;
  return grid.values.some((cells, r) =>
    cells.some((cell, c) => {
      const place = { row: grid.area.row + r, column: grid.area.column + c, rows: 1, columns: 1 };
      return cell !== "" && intersect(place, summary.area) === null;
    }),
  );
}

/** Why a sheet of ours is worth keeping; null where nothing of people's is on it. */
function worthKeeping(sheet: string, points: readonly RestorePoint[], now: RestoreNow): Kept | null {
  if (findLog(now.book)?.sheet === sheet) return hasTouches(now) ? { kind: "sheet", sheet, why: "log" } : null;
  const known = lastPrint(sheet, points);
  if (known === null) return { kind: "sheet", sheet, why: hasFirst(points) ? "changed" : "unknown" };
  const grid = now.installed.sheets.find((one) => one.sheet === sheet);
  const print = grid ? printOf(now.book, sheet, cellsOf(grid)) : null;
  return print !== known || hasStrangers(sheet, now) ? { kind: "sheet", sheet, why: "changed" } : null;
}

/** What becomes of the sheets of ours. */
export interface SheetsPlan {
  readonly deleted: readonly string[];
  readonly kept: readonly Kept[];
}

export function planSheets(points: readonly RestorePoint[], now: RestoreNow, deleteKept: boolean): SheetsPlan {
  const titles = ourSheetTitles(now.book, points);
  const kept = deleteKept ? [] : titles.flatMap((sheet) => worthKeeping(sheet, points, now) ?? []);
  const stays = new Set(kept.map((one) => one.sheet));
  return { deleted: titles.filter((title) => !stays.has(title)), kept };
}

/** A Summary that stays says from now on what it said: what its formulas refer to goes. */
export function frozenSummary({ book, ours, installed }: RestoreNow, { kept }: SheetsPlan): readonly Action[] {
  const sheet = summaryPlace(book)?.sheet;
  const values = kept.some((one) => one.sheet === sheet) ? ours.get(sheet ?? "") : undefined;
  const grid = installed.sheets.find((one) => one.sheet === sheet);
  if (!values || !grid) return [];
  const cells = grid.formulas.map((row, r) =>
    row.map((formula, c): CellInput => {
      const value = values.values[grid.area.row + r - values.area.row]?.[grid.area.column + c - values.area.column];
      return typeof formula === "string" && formula.startsWith("=") ? (value ?? "") : null;
    }),
  );
  return [{ kind: "writeCells", sheet: grid.sheet, area: grid.area, cells }];
}

/** Names of ours: those that lead to a sheet that stays, stay with it. */
export function nameActions({ book }: RestoreNow, { deleted, kept }: SheetsPlan): readonly Action[] {
  const stays = (formula: string) => {
    const place = parseReference(formula);
    return place !== null && !deleted.includes(place.sheet) && kept.some(({ sheet }) => sheet === place.sheet);
  };
  return book.names.flatMap(({ name, formula }): readonly Action[] =>
    /^FU_/i.test(name) && !stays(formula) ? [{ kind: "deleteName", name }] : [],
  );
}

/** True where the sheet of restore points is in the workbook. */
export function hasBookkeeping(book: BookSnapshot): boolean {
  return ourBookkeeping(book) !== null;
}

/** The sheet of the bookkeeping's title; null where there is none. */
export function ourBookkeeping({ sheets }: BookSnapshot): SheetFacts | null {
  return sheets.find(({ name }) => name.toLowerCase() === bookkeepingSheet.toLowerCase()) ?? null;
}

/** Sheets that are there and whose print these changes set up. */
export function pagesToGiveBack(points: readonly RestorePoint[], { sheets }: BookSnapshot): readonly string[] {
  const set = points.flatMap(({ content }) =>
    content.parts.flatMap((part) => (part.kind === "page" ? [part.sheet] : [])),
  );
  return sheets.flatMap(({ name }) => (set.includes(name) ? [name] : []));
}
