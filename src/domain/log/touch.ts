/**
 * What a row of the follow-up log records. A `contact` (a call, a visit, a message) counts as a touch of the customer; a hand-over to
 * another owner, a next date that was moved without one, and a stage that was changed in the grid are kept as evidence and count as none.
 */
export const touchKinds = ["contact", "transfer", "reschedule", "stage"] as const;
export type TouchKind = (typeof touchKinds)[number];

/** How the promise that stood before this row fared: the next date that an earlier row (or the sheet) had set. */
export const promiseOutcomes = ["none", "kept", "late"] as const;
export type PromiseOutcome = (typeof promiseOutcomes)[number];

/** One row of the append-only table `FollowUpLog`. Days are serials of the workbook's date system. */
export interface Touch {
  /** Random ID of the log row: a save that is repeated finds its own row by it. */
  readonly id: string;
  readonly customerId: string;
  /** The customer's name when the row was written, for people who read the log. */
  readonly customer: string;
  readonly kind: TouchKind;
  /** When the row was written: day and time of day. Null where somebody typed the row without the add-in. */
  readonly enteredAt: number | null;
  /** Day of the touch; null where the cell holds no date. */
  readonly date: number | null;
  /** Who had the touch, or made the change. */
  readonly who: string;
  readonly method: string;
  readonly content: string;
  readonly feedback: string;
  /** What came of it, in the team's own words. */
  readonly result: string;
  readonly fromStage: string;
  readonly toStage: string;
  /** The next date that this row promises; null for none. */
  readonly promised: number | null;
  readonly promise: PromiseOutcome;
  /** Excel's row number on the log's sheet, from 1: the evidence that a figure can point at. */
  readonly row: number;
}
