/** Groups of the to-do list, in the order they are worked off. */
export const dueGroups = ["overdue", "today", "stale", "noNextStep"] as const;
export type DueGroup = (typeof dueGroups)[number];

/** A customer that wants attention today. It stands in the first group that fits; further flags are in `also`. */
export interface DueItem {
  readonly group: DueGroup;
  readonly also: readonly DueGroup[];
  readonly customer: string;
  readonly owner: string;
  readonly stage: string;
  /** Days late (overdue), 0 (today), days silent (stale), or null (no next step). */
  readonly days: number | null;
  /** Limit that was passed, in days; only for stale. */
  readonly limit: number | null;
  /** Last contact as a serial, or null where there is none. */
  readonly lastContact: number | null;
  readonly note: string;
  readonly sheet: string;
  /** A1 address of the cell to go to. */
  readonly cell: string;
  readonly row: number;
}
