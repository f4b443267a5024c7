import type { WorkbookPort } from "../app/ports";
import { readBook } from "./read/readBook";
import { readFormulas, readSheet } from "./read/readSheet";
import { readNamed, readValues } from "./read/readValues";
import { readSelection, select } from "./select";
import { watch, watchActivation } from "./watch";
import { createWriteQueue } from "./write/writeQueue";

/** The open workbook over Office.js. One per pane: its write queue is what keeps changes from crossing. */
export function createExcelPort(): WorkbookPort {
  const enqueue = createWriteQueue();
  let sheetsWithTables: ReadonlySet<string> = new Set();
  return {
    readBook: async () => {
      const book = await readBook();
      if (book.ok) sheetsWithTables = new Set(book.value.tables.map(({ sheet }) => sheet));
      return book;
    },
    readSheet: (sheet, progress) => readSheet(sheet, !sheetsWithTables.has(sheet), progress),
    readValues,
    readNamed,
    readTables: async (wanted) => (await import("./read/readTables")).readTables(wanted),
    readCells: async (sheet, areas) => (await import("./read/readTables")).readCells(sheet, areas),
    readFormulas,
    readFormatted: async (sheet, areas) => (await import("./read/readTables")).readFormatted(sheet, areas),
    // What only a set-up needs is loaded with the first one: the first view waits for nothing else.
    readInstalled: async (request) => (await import("./read/readInstalled")).readInstalled(request),
    apply: (actions, progress) => enqueue(async () => (await import("./write/apply")).apply(actions, progress)),
    readSelection,
    select,
    watch,
    watchActivation,
  };
}
