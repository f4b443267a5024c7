import type { RowState } from "./clocks";

/** Groups of the to-do list, in the order they are worked off. */
export const dueGroups = ["overdue", "today", "stale", "stuck", "noNextStep", "revisit"] as const;
export type DueGroup = (typeof dueGroups)[number];

/** What a clock can be held against. */
export type Evidence =
  /** Excel's row number on the log's sheet. */
  | { readonly kind: "log"; readonly row: number }
  | { readonly kind: "column"; readonly field: "lastContact" | "firstContact" };

/** One reason for attention, with its days. */
export interface DueFlag {
  readonly group: DueGroup;
  /** Days late (overdue), 0 (today), days silent (stale), in its stage (stuck), since the day to come back (revisit), or null (no next step). */
  readonly days: number | null;
  /** Limit that was passed, in days; only for stale and stuck. */
  readonly limit: number | null;
}

/** Where a customer is going, by how often somebody spoke with it and by its stages. */
export type TrendKind = "rising" | "cooling";

/** A customer that wants attention today. It stands in the first group that fits; further flags are in `also`. */
export interface DueItem extends DueFlag {
  readonly also: readonly DueFlag[];
  readonly customer: string;
  readonly owner: string;
  readonly stage: string;
  /** Day of the last real contact, the same that the clocks ran from; null where there is none. */
  readonly lastContact: number | null;
  /** Where that day stands: in the log, or only in a column of the sheet. Null where there was no contact. */
  readonly evidence: Evidence | null;
  /** A customer of a type whose customers come first. */
  readonly keyAccount: boolean;
  /** Null for one that does neither, and for one that is not open. */
  readonly trend: TrendKind | null;
  readonly note: string;
  readonly sheet: string;
  /** A1 address of the cell to go to. */
  readonly cell: string;
  readonly row: number;
}

/** Every reason for attention that a row gives, in the order of the groups. */
export function flagsOf(state: RowState): readonly DueFlag[] {
  let flags: DueFlag[] | null = null;
  for (const group of dueGroups) {
    if (isIn(group, state)) (flags ??= []).push(flagOf(group, state));
  }
  return flags ?? noFlags;
}

/** What most rows have: made once, because every row is asked. */
const noFlags: readonly DueFlag[] = [];

function flagOf(group: DueGroup, state: RowState): DueFlag {
  const limit = group === "stale" ? state.staleDays : group === "stuck" ? state.stuckDays : null;
  return { group, days: daysOf(group, state), limit };
}

function daysOf(group: DueGroup, row: RowState): number | null {
  switch (group) {
    case "overdue":
    case "today":
      return row.daysLate;
    case "stale":
      return row.daysSilent;
    case "stuck":
      return row.daysInStage;
    case "noNextStep":
      return null;
    case "revisit":
      return row.revisitDays;
  }
}

function isIn(group: DueGroup, row: RowState): boolean {
  switch (group) {
    case "overdue":
      return row.daysLate !== null && row.daysLate > 0;
    case "today":
      return row.daysLate === 0;
    case "stale":
      return row.stale;
    case "stuck":
      return row.stuck;
    case "noNextStep":
      return row.noNextStep;
    case "revisit":
      return row.revisitDays !== null && row.revisitDays >= 0;
  }
}
