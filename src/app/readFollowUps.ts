import { placeOfName, valueOfName } from "../domain/workbook/namedCells";
import { convertSerial } from "../domain/values/date";
import { todayName, isSettingsTable } from "../domain/schema/settingsNames";
import { readInstalledSchema, type InstalledSchema } from "../domain/settings/inForce";
import type { BookSnapshot, SheetSnapshot, ValueGrid } from "../domain/workbook/snapshot";
import { languageName } from "../domain/schema/settingsNames";
import { findLog } from "../domain/log/logSheet";
import { readLog, type LogReading } from "../domain/log/readLog";
import { covering } from "../domain/workbook/reference";
import { partOf } from "../domain/workbook/grid";
import { findFollowUps } from "../domain/followUps/followUps";
import type { Language } from "../domain/values/language";
import { fail, succeed, type Result } from "./fault";
import type { BookOutline, Progress, Surroundings, WorkbookPort, WorkbookReading } from "./ports";

/** Everything a check needs, as read from the workbook. */
export interface Reading {
  readonly book: BookSnapshot;
  readonly sheet: SheetSnapshot;
  /** Values that cover Settings tables, language and review day; null in a workbook without Settings. */
  readonly settings: ValueGrid | null;
  readonly inForce: InstalledSchema | null;
  /** The follow-up log; null in a workbook without one. */
  readonly log: LogReading | null;
  /** The log's sheet where a filter hides some of its rows, else null. */
  readonly filteredLog: string | null;
  readonly installed: boolean;
  /** Review day, serial of the workbook's date system. */
  readonly today: number;
  /** The computer's day, in the same system. */
  readonly now: number;
  /** True when the review day is another day than the computer's. */
  readonly asOf: boolean;
}

/** The rectangle of the Settings sheet that holds the tables, the language and the review day. */
function settingsPlace(book: BookSnapshot) {
  const tables = book.tables.filter(({ name }) => isSettingsTable(name));
  const sheet = tables[0]?.sheet;
  if (sheet === undefined) return null;
  const cells = [todayName, languageName].flatMap((name) => {
    const place = placeOfName(book, name);
    return place && place.sheet === sheet ? [place.area] : [];
  });
  const area = covering([...tables.filter((table) => table.sheet === sheet).map((table) => table.area), ...cells]);
  return area && { sheet, area };
}

/** The sheets that a check reads: the follow-up sheet, or the open one where there is none, the Settings and the log. */
function checkedSheets(book: BookOutline): readonly string[] {
  const settings = book.tables.find(({ name }) => isSettingsTable(name));
  const list = findFollowUps(book)?.sheet ?? book.activeSheet;
  return [list, settings?.sheet, findLog(book)?.sheet].filter((sheet) => sheet !== undefined);
}

/** What a check needs of the workbook that was read; null where a sheet is missing. */
function readingOf({ book, sheets }: WorkbookReading, surroundings: Surroundings): Reading | null {
  const followUps = findFollowUps(book);
  const sheet = sheets.get(followUps?.sheet ?? book.activeSheet);
  const place = settingsPlace(book);
  const settingsSheet = place && sheets.get(place.sheet);
  const settings = place && settingsSheet ? partOf(settingsSheet.grid, place.area) : null;
  const table = findLog(book);
  const logSheet = table ? sheets.get(table.sheet) : null;
  if (!sheet || logSheet === undefined) return null;
  const inForce = readInstalledSchema(book, settings);
  const computerToday = convertSerial(surroundings.today(), 1900, book.dateSystem);
  const reviewDay = settings ? valueOfName(book, settings, todayName) : undefined;
  const today = typeof reviewDay === "number" ? Math.floor(reviewDay) : computerToday;
  const logContext = { language: inForce?.language ?? "zh-CN", system: book.dateSystem } as const;
  return {
    book,
    sheet,
    settings,
    inForce,
    log: table && logSheet ? readLog(table, logSheet.grid, logContext) : null,
    filteredLog: logSheet?.filtered === true ? logSheet.sheet.name : null,
    installed: followUps !== null && settings !== null,
    today,
    now: computerToday,
    asOf: today !== computerToday,
  };
}

/**
 * Reads the facts of the workbook, its Settings, and the follow-up sheet, or the sheet that is open where there is none.
 * Reading only.
 */
export async function readFollowUps(
  port: WorkbookPort,
  surroundings: Surroundings,
  progress: Progress,
): Promise<Result<Reading>> {
  const read = await port.readWorkbook(checkedSheets, progress);
  if (!read.ok) return read;
  if (progress.cancelled()) return fail({ code: "cancelled" });
  const reading = readingOf(read.value, surroundings);
  return reading ? succeed(reading) : fail({ code: "drift", what: read.value.book.activeSheet });
}

/** The same of a workbook that was set up; of any other the title of its open sheet, and whether that is empty. */
export async function readWhereSetUp(
  port: WorkbookPort,
  surroundings: Surroundings,
  progress: Progress,
): Promise<Result<Reading | { readonly activeSheet: string; readonly openIsEmpty: boolean }>> {
  const read = await port.readWorkbook((book) => (findFollowUps(book) ? checkedSheets(book) : []), progress);
  if (!read.ok) return read;
  const { book, openIsEmpty } = read.value;
  if (!findFollowUps(book)) return succeed({ activeSheet: book.activeSheet, openIsEmpty });
  const reading = readingOf(read.value, surroundings);
  return reading ? succeed(reading) : fail({ code: "drift", what: book.activeSheet });
}

/**
 * The log as it is now, read in the language and date system of the last check: its table wherever it is by now, or else where
 * it was. Null in a workbook without one.
 */
export async function readLogAgain(
  port: WorkbookPort,
  { reading, language }: { readonly reading: Reading; readonly language: Language },
  progress: Progress,
): Promise<Result<LogReading | null>> {
  const before = findLog(reading.book);
  if (!before) return succeed(null);
  const read = await port.readWorkbook((book) => [(findLog(book) ?? before).sheet], progress);
  if (!read.ok) return read;
  const { book, sheets } = read.value;
  const table = findLog(book) ?? before;
  const sheet = sheets.get(table.sheet);
  if (!sheet) return fail({ code: "drift", what: table.sheet });
  return succeed(readLog(table, sheet.grid, { language, system: reading.book.dateSystem }));
}
