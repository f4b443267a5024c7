import { sheetState } from "../book/book";
import type { Book } from "../book/book";

/** True while a person is typing in a cell. */
export function isEditing(book: Book): boolean {
  return book.engine.workbook.isCellEditing();
}

/** Ends when nobody is typing in a cell any more. */
export async function editEnded(book: Book): Promise<void> {
  while (isEditing(book)) await new Promise((done) => setTimeout(done, 50));
}

/** A person cannot open a cell of a protected sheet for typing. Other ways to change it stay open in the grid. */
export function refuseEditsOnProtectedSheets(book: Book): void {
  const { api } = book.engine;
  api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
    if (sheetState(book, event.worksheet.getSheetId()).protected) event.cancel = true;
  });
}
