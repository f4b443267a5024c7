import { InsertSheetCommand } from "@univerjs/preset-sheets-core";
import type { Book } from "../book/book";
import { worksheetNamed } from "../book/grid";
import { defaultColumnPixels, defaultRowPixels } from "../data/sizes";
import { itemAlreadyExists, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { flag, optionalText } from "./arguments";
import { eventMethods } from "./eventMethods";
import { checkTitle, keepActive, worksheetClass } from "./worksheet";
import { checkStructure } from "./worksheetProtection";

const sheetsOf = (book: Book): readonly HostObject[] =>
  book.engine.workbook.getSheets().map((worksheet) => worksheetClass.of({ book, sheet: worksheet.getSheetId() }));

function sheetAt(book: Book, key: unknown): HostObject | null {
  const byId = book.engine.workbook.getSheetBySheetId(String(key));
  const found = byId ?? worksheetNamed(book, String(key));
  return found ? worksheetClass.of({ book, sheet: found.getSheetId() }) : null;
}

function addSheet(book: Book, given: string | null): HostObject {
  checkStructure(book);
  if (given !== null) {
    checkTitle(given);
    if (worksheetNamed(book, given)) throw itemAlreadyExists();
  }
  let number = 1;
  while (worksheetNamed(book, `Sheet${number}`)) number += 1;
  const id = crypto.randomUUID();
  keepActive(book, () =>
    book.engine.run(InsertSheetCommand.id, {
      unitId: book.engine.unitId,
      sheet: {
        id,
        name: given ?? `Sheet${number}`,
        rowCount: 1000,
        columnCount: 30,
        defaultColumnWidth: defaultColumnPixels,
        defaultRowHeight: defaultRowPixels,
      },
    }),
  );
  return worksheetClass.of({ book, sheet: id });
}

export const worksheetsClass: HostClass<Book> = hostClass<Book>({
  name: "WorksheetCollection",
  items: sheetsOf,
  item: sheetAt,
  methods: {
    Add: { since: "1.1", call: (book, [name]) => addSheet(book, optionalText(name)) },
    GetActiveWorksheet: {
      since: "1.1",
      call: (book) => worksheetClass.of({ book, sheet: book.engine.workbook.getActiveSheet().getSheetId() }),
    },
    GetItem: {
      since: "1.1",
      call: (book, [key]) => {
        const sheet = sheetAt(book, key);
        if (!sheet) throw itemNotFound();
        return sheet;
      },
    },
    GetItemOrNullObject: { since: "1.4", call: (book, [key]) => sheetAt(book, key) },
    GetCount: {
      since: "1.4",
      call: (book, [visibleOnly]) =>
        book.engine.workbook.getSheets().filter((sheet) => !flag(visibleOnly) || !sheet.isSheetHidden()).length,
    },
    ...eventMethods({
      DataChanged: "1.9",
      Activated: "1.7",
      Deactivated: "1.7",
      Added: "1.7",
      Deleted: "1.7",
      SelectionChanged: "1.9",
      RowSorted: "1.10",
      RowHiddenChanged: "1.11",
      ProtectionChanged: "1.14",
    }),
  },
});
