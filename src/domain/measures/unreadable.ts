import type { RowState } from "../clocks/clocks";
import type { Records } from "../followUps/records";
import type { FieldId } from "../schema/fieldIds";

/**
 * Fields without which no row's status can be worked out once its formulas name their columns: where one of them is lost, no count of
 * customers is known.
 */
export const statusFields: readonly FieldId[] = [
  ...(["customer", "owner", "stage", "nextDate", "firstContact", "closedOn"] as const),
];

/** Why no count of customers can be known: never a zero for what cannot be read. */
export interface Unreadable {
  /** Fields of which the sheet has lost the column. */
  readonly columns: readonly FieldId[];
  /** Customers with an Excel error in a key cell. */
  readonly rows: number;
}

/** @param rows customers with an error in a key cell; @returns null where every row can be read */
export function unreadableBy({ lost = [] }: Pick<Records, "lost">, rows: number): Unreadable | null {
  const columns = statusFields.filter((field) => lost.includes(field));
  return columns.length === 0 && rows === 0 ? null : { columns, rows };
}

/** The same of rows that nobody has counted yet. */
export function unreadableOf(
  records: Records,
  stateOf: (row: Records["values"][number]) => RowState["state"],
): Unreadable | null {
  return unreadableBy(records, records.values.filter((row) => stateOf(row) === "broken").length);
}
