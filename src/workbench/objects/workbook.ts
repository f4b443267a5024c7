import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { number } from "./arguments";
import { fromRange } from "../book/book";
import type { Book } from "../book/book";
import { namesClass } from "./namedItem";
import { rangeOf } from "./rangeArgument";
import { tablesClass } from "./table";
import { worksheetsClass } from "./worksheet";

const resultClass: HostClass<number> = hostClass<number>({
  name: "FunctionResult",
  scalars: {
    Value: { since: "1.2", read: (value) => value },
    Error: { since: "1.2", read: () => null },
  },
});

const unixDay = 25_569;

/** Serial number of a day in the workbook's date system; the false leap day of 1900 counts, as in Excel. */
function serial(book: Book, time: number): number {
  const day = Math.floor(time / 86_400_000) + unixDay;
  if (book.date1904) return day - 1462;
  return day < 61 ? day - 1 : day;
}

/** Worksheet functions that the add-in calls without a cell. */
const functionsClass: HostClass<Book> = hostClass<Book>({
  name: "Functions",
  methods: {
    Date: {
      since: "1.2",
      call: (book, [year, month, day]) =>
        resultClass.of(serial(book, Date.UTC(number(year), number(month) - 1, number(day)))),
    },
    Today: {
      since: "1.2",
      call: (book) => {
        const now = new Date();
        return resultClass.of(serial(book, Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
      },
    },
  },
});

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
    Names: { since: "1.1", read: (book) => namesClass.of({ book, sheet: null }) },
    Functions: { since: "1.2", read: (book) => functionsClass.of(book) },
  },
  methods: {
    GetSelectedRange: { since: "1.1", call: (book) => selection(book, false) },
    GetActiveCell: { since: "1.7", call: (book) => selection(book, true) },
  },
});
