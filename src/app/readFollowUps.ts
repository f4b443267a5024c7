import { placeOfName, valueOfName } from "../domain/workbook/namedCells";
import { convertSerial } from "../domain/values/date";
import { todayName, isSettingsTable } from "../domain/schema/settingsNames";
import { readInstalledSchema, type InstalledSchema } from "../domain/settings/inForce";
import type { BookSnapshot, SheetSnapshot, ValueGrid } from "../domain/workbook/snapshot";
import { languageName } from "../domain/schema/settingsNames";
import { findLog } from "../domain/log/logSheet";
import { readLog, type LogReading } from "../domain/log/readLog";
import { covering } from "../domain/workbook/reference";
import { findFollowUps } from "../domain/followUps/followUps";
import type { Language } from "../domain/values/language";
import { fail, succeed, type Result } from "./fault";
import type { Progress, Surroundings, WorkbookPort } from "./ports";

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

/**
 * Reads the facts of the workbook, its Settings, and the follow-up sheet, or the sheet that is open where there is none.
 * Reading only.
 */
export async function readFollowUps(
  port: WorkbookPort,
  surroundings: Surroundings,
  progress: Progress,
): Promise<Result<Reading>> {
  const book = await port.readBook();
  if (!book.ok) return book;
  const followUps = findFollowUps(book.value);
  const sheet = await port.readSheet(followUps?.sheet ?? book.value.activeSheet, progress);
  if (!sheet.ok) return sheet;
  const place = settingsPlace(book.value);
  const settings = place ? await port.readValues(place.sheet, place.area) : succeed(null);
  if (!settings.ok) return settings;
  const inForce = readInstalledSchema(book.value, settings.value);
  const table = findLog(book.value);
  const logSheet = table ? await port.readSheet(table.sheet, progress) : null;
  if (logSheet && !logSheet.ok) return logSheet;
  if (progress.cancelled()) return fail({ code: "cancelled" });

  const computerToday = convertSerial(surroundings.today(), 1900, book.value.dateSystem);
  const reviewDay = settings.value ? valueOfName(book.value, settings.value, todayName) : undefined;
  const today = typeof reviewDay === "number" ? Math.floor(reviewDay) : computerToday;
  return succeed({
    book: book.value,
    sheet: sheet.value,
    settings: settings.value,
    inForce,
    log:
      table && logSheet
        ? readLog(table, logSheet.value.grid, {
            language: inForce?.language ?? "zh-CN",
            system: book.value.dateSystem,
          })
        : null,
    filteredLog: logSheet?.value.filtered ? logSheet.value.sheet.name : null,
    installed: followUps !== null && settings.value !== null,
    today,
    asOf: today !== computerToday,
  });
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
  const book = await port.readBook();
  const table = book.ok ? (findLog(book.value) ?? before) : before;
  const sheet = await port.readSheet(table.sheet, progress);
  return sheet.ok ? succeed(readLog(table, sheet.value.grid, { language, system: reading.book.dateSystem })) : sheet;
}
