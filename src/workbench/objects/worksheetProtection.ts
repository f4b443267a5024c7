import { sheetState } from "../book/book";
import type { Book } from "../book/book";
import { accessDenied } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import type { SheetTarget } from "./registry";

/** @throws HostError AccessDenied on a protected sheet */
export function checkWritable(book: Book, sheet: string): void {
  if (sheetState(book, sheet).protected) throw accessDenied();
}

/** @throws HostError AccessDenied where the workbook's structure is protected */
export function checkStructure(book: Book): void {
  if (book.structureProtected) throw accessDenied();
}

/** Protection of the workbook's structure. */
export const workbookProtectionClass: HostClass<Book> = hostClass<Book>({
  name: "WorkbookProtection",
  scalars: { Protected: { since: "1.7", read: (book) => book.structureProtected } },
});

export const protectionClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "WorksheetProtection",
  scalars: { Protected: { since: "1.2", read: ({ book, sheet }) => sheetState(book, sheet).protected } },
});
