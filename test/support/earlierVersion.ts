import { calculatedHeaders } from "../../src/domain/schema/headerNames";
import type { Language } from "../../src/domain/values/language";
import { followUpTable } from "../../src/domain/followUps/followUps";
import { cellAt, put, sheetOf, type InMemoryWorkbook } from "./inMemoryWorkbook";

/**
 * Makes of a workbook that was just set up one as an earlier version set it up: its calculated columns are status, days silent and
 * missing items, each with one long formula that needs no others, and days silent has no number format.
 */
export function asEarlierVersion(book: InMemoryWorkbook, language: Language): void {
  const table = book.tables.find(({ name }) => name === followUpTable)!;
  const sheet = sheetOf(book, table.sheet);
  const { row, column, rows, columns } = table.area;
  const kept = [calculatedHeaders.status, calculatedHeaders.daysSilent, calculatedHeaders.missing].map(
    (header) => header[language],
  );
  const headers = Array.from({ length: columns }, (_, offset) => String(cellAt(sheet, row, column + offset)));
  const first = headers.indexOf(kept[0] ?? "");
  for (let at = row; at < row + rows; at += 1) {
    for (let offset = first; offset < columns; offset += 1) {
      const header = kept[offset - first];
      sheet.formats.delete(`${at},${column + offset}`);
      put(
        sheet,
        at,
        column + offset,
        header === undefined ? "" : at === row ? header : { formula: `=IF(1=1,"","${header}")` },
      );
    }
  }
  table.area = { ...table.area, columns: first + kept.length };
}
