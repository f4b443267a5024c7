import type { Records } from "../followUps/records";
import type { Customer } from "./customer";

/** What the sheet lets anybody see of its customers. A figure that counts what nobody can see is not known; it is no zero. */
export interface Seen {
  /** Who was won, lost or parked: there is a column of stages. */
  readonly outcomes: boolean;
  /** Who is overdue or stale: there are columns of dates for both, and the silence of somebody is known. */
  readonly neglect: boolean;
}

/** @param records rows with their columns @param customers what was read of those rows */
export function seenOf({ columns, lost = [] }: Records, customers: readonly Customer[]): Seen {
  const open = customers.filter(({ state }) => state === "open");
  // As `keyFigures.ts` has it for the stale ones.
  const isSilenceSeen =
    columns.has("lastContact") &&
    !lost.includes("customerType") &&
    (open.length === 0 || open.some(({ daysSilent }) => daysSilent !== null));
  return { outcomes: columns.has("stage"), neglect: columns.has("nextDate") && isSilenceSeen };
}
