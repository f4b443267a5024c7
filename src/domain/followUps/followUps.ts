import { escapeHeader } from "../workbook/formulaText";
import type { TableFacts } from "../workbook/snapshot";

/** Fixed name of the follow-up table. */
export const followUpTable = "FollowUps";

/** The set-up follow-up table of a workbook, or null. */
export function findFollowUps<Table extends Pick<TableFacts, "name">>({
  tables,
}: {
  readonly tables: readonly Table[];
}): Table | null {
  return tables.find((table) => table.name.toLowerCase() === followUpTable.toLowerCase()) ?? null;
}

/** The cell of a column in the formula's own row, in the long form that LibreOffice and Excel 2016 know as well. */
export function cellReference(header: string): string {
  return `${followUpTable}[[#This Row],[${escapeHeader(header)}]]`;
}
