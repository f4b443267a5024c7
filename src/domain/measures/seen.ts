import type { Records } from "../followUps/records";
import type { Customer } from "./customer";

/** What the sheet lets anybody see of its customers. A figure that counts what nobody can see is not known; it is no zero. */
export interface Seen {
  /** Who was won, lost or parked: there is a column of stages. */
  readonly outcomes: boolean;
  /** Who is overdue or stale: there are columns of dates for both, and the silence of somebody is known. */
  readonly neglect: boolean;
}

/**
 * True where stale customers can be told: nobody is stale by a type that is not there any more, or by days that stand nowhere.
 * @param open how many customers are open @param known of how many of them the days of silence are known
 */
export function isSilenceSeen({ columns, lost = [] }: Records, open: number, known: number): boolean {
  return columns.has("lastContact") && !lost.includes("customerType") && (open === 0 || known > 0);
}

/** @param records rows with their columns @param customers what was read of those rows */
export function seenOf(records: Records, customers: readonly Customer[]): Seen {
  const { columns } = records;
  const open = customers.filter(({ state }) => state === "open");
  const known = open.filter(({ daysSilent }) => daysSilent !== null);
  return {
    outcomes: columns.has("stage"),
    neglect: columns.has("nextDate") && isSilenceSeen(records, open.length, known.length),
  };
}
