import { readFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../../src/domain/values/language";
import type { CellValue } from "../../src/domain/values/value";
import type { BookData, BookValue } from "../../src/workbench/data/bookData";
import { openFile } from "../../src/workbench/files/openFile";
import { newInMemoryWorkbook, put, sheetOf, type InMemoryWorkbook } from "./inMemoryWorkbook";
import { sharedFile } from "./needs";

/** A cell's content as Excel tells it: the result of a formula, an error by its text. */
function valueOf(value: BookValue | null): CellValue {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

/** A workbook of a file on paper. Of formulas the results are kept alone: nothing calculates there. */
function onPaper(book: BookData): InMemoryWorkbook {
  const [first, ...others] = book.sheets;
  const paper = newInMemoryWorkbook(first?.name ?? "Sheet1", []);
  for (const { name, visibility } of others) {
    paper.sheets.push({ ...sheetOf(newInMemoryWorkbook(name, []), name), visibility });
  }
  paper.active = book.activeSheet;
  for (const sheet of book.sheets) {
    const target = sheetOf(paper, sheet.name);
    target.merged = [...sheet.merges];
    for (const { row, cells } of sheet.rows) {
      for (const { column, value, format } of cells) {
        if (value !== null) put(target, row, column, valueOf(value));
        const numberFormat = format === undefined ? undefined : book.formats[format]?.numberFormat;
        if (numberFormat !== undefined) target.formats.set(`${row},${column}`, numberFormat);
      }
    }
    for (const { name, area, totalsRow } of sheet.tables)
      paper.tables.push({ name, sheet: sheet.name, area, totals: totalsRow });
  }
  return paper;
}

/**
 * A file of the shared data as a workbook on paper.
 * @throws Error with what the workbench says of a file that cannot be opened
 */
export function openInMemory(file: string, language: Language): InMemoryWorkbook {
  const bytes = new Uint8Array(readFileSync(sharedFile(file)));
  const opened = openFile(bytes, path.basename(file), language);
  if (!opened.ok) throw new Error(opened.message);
  return onPaper(opened.book);
}

/** A text as a CSV file of that name, on paper. */
export function openTextInMemory(name: string, text: string, language: Language): InMemoryWorkbook {
  const opened = openFile(new TextEncoder().encode(text), name, language);
  if (!opened.ok) throw new Error(opened.message);
  return onPaper(opened.book);
}
