import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Language } from "../../domain/values/language";
import type { BookData, CellData } from "../data/bookData";
import { isDateFormat } from "../files/numberFormats";
import { readXlsx } from "../files/readXlsx";
import { writeXlsx } from "../files/writeXlsx";
import { dottedDate, dottedDay, sampleBook } from "./customers";

/** The day that the committed samples were made for: 1 September 2026, as a serial. */
export const sampleDay = 46_266;

const folder = path.resolve(__dirname, "../../../assets/sample");

export function sampleFile(language: Language): string {
  return path.join(folder, `follow-up-${language}.xlsx`);
}

function movedCell(cell: CellData, days: number, isDate: boolean): CellData {
  if (cell.formula !== undefined) return cell;
  if (isDate && typeof cell.value === "number") return { ...cell, value: cell.value + days };
  const day = dottedDay(cell.value);
  return day === null ? cell : { ...cell, value: dottedDate(day + days) };
}

/** Moves every date that somebody typed into the follow-up table and the log by whole days. What formulas give moves by itself. */
function movedDates(book: BookData, days: number): BookData {
  const sheets = book.sheets.map((sheet) => {
    const table = sheet.tables.find((entry) => entry.name === "FollowUps" || entry.name === "FollowUpLog");
    if (table === undefined) return sheet;
    const last = table.area.row + table.area.rows;
    const rows = sheet.rows.map((row) =>
      row.row <= table.area.row || row.row >= last
        ? row
        : {
            ...row,
            cells: row.cells.map((cell) =>
              movedCell(cell, days, isDateFormat(book.formats[cell.format ?? -1]?.numberFormat)),
            ),
          },
    );
    return { ...sheet, rows };
  });
  // The sheet that people work in comes first, with its overdue rows; the summary is a click away.
  const followUps = sheets.find((sheet) => sheet.tables.some((table) => table.name === "FollowUps"));
  return { ...book, sheets, activeSheet: followUps?.name ?? book.activeSheet };
}

/**
 * The sample workbook, set up, with its dates moved so that `today` is the day it tells of: whenever it is opened there are
 * overdue rows. Its FU_Today stays `=TODAY()`.
 * @param today as a serial of the 1900 system
 */
export async function serveSample(
  language: Language,
  today: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const name = path.basename(sampleFile(language));
  const committed = await readFile(sampleFile(language)).catch(() => null);
  if (committed === null) return { name, bytes: writeXlsx(sampleBook(language, today), null) };
  return { name, bytes: writeXlsx(movedDates(readXlsx(committed, language).book, today - sampleDay), committed) };
}
