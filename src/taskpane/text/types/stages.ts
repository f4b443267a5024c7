/** Stages that were changed in the sheet and that the log knows nothing of. */
export interface StagesText {
  /** Name of the part that offers to record them. */
  readonly label: string;
  readonly offer: (count: number) => string;
  readonly look: string;
  readonly record: string;
  readonly dismiss: string;
  /** @param from blank where nobody knows it */
  readonly move: (from: string, to: string) => string;
  /** What recording does, and what it does not. */
  readonly how: string;
  /** @param why what kept them from being recorded */
  readonly notRecorded: (customers: readonly string[], why: string) => string;
  /** That the stages stand, and when they can be recorded. */
  readonly later: string;
}
