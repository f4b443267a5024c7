import { referenceTo } from "../workbook/formulaText";
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

/** The cell of a column in the formula's own row. */
export function cellReference(header: string): string {
  return referenceTo("row", followUpTable, header);
}
