import type { Book } from "../book/book";
import { fromRange } from "../book/grid";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { functionsClass } from "./functions";
import { namesClass } from "./namedItemCollection";
import { rangeOf } from "./rangeArgument";
import { tablesClass } from "./tableCollection";
import { tableStylesClass } from "./tableStyleCollection";
import { worksheetsClass } from "./worksheetCollection";
import { workbookProtectionClass } from "./worksheetProtection";

/** What is selected on the open sheet; its first cell when nothing is. */
function selection(book: Book, cellOnly: boolean): HostObject {
  const sheet = book.engine.workbook.getActiveSheet();
  const range = cellOnly ? sheet.getActiveCell() : sheet.getActiveRange();
  const area = range ? fromRange(range.getRange()) : { row: 0, column: 0, rows: 1, columns: 1 };
  return rangeOf(book, sheet.getSheetId(), area);
}

export const workbookClass: HostClass<Book> = hostClass<Book>({
  name: "Workbook",
  scalars: { ReadOnly: { since: "1.8", read: (book) => book.readOnly } },
  navigations: {
    Worksheets: { since: "1.1", read: (book) => worksheetsClass.of(book) },
    Tables: { since: "1.1", read: (book) => tablesClass.of({ book, sheet: null }) },
    TableStyles: { since: "1.10", read: (book) => tableStylesClass.of(book) },
    Names: { since: "1.1", read: (book) => namesClass.of({ book, sheet: null }) },
    Protection: { since: "1.7", read: (book) => workbookProtectionClass.of(book) },
    Functions: { since: "1.2", read: (book) => functionsClass.of(book) },
  },
  methods: {
    GetSelectedRange: { since: "1.1", call: (book) => selection(book, false) },
    GetActiveCell: { since: "1.7", call: (book) => selection(book, true) },
  },
});
