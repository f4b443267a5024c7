import type { BookSnapshot, TableFacts } from "../workbook/snapshot";

/** Fixed name of the follow-up table. */
export const followUpTable = "FollowUps";

/** The set-up follow-up table of a workbook, or null. */
export function findFollowUps(book: BookSnapshot): TableFacts | null {
  return book.tables.find((table) => table.name.toLowerCase() === followUpTable.toLowerCase()) ?? null;
}
