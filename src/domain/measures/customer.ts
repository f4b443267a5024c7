import type { StageKind } from "../schema/field";

/** What the measures need to know of one customer, in plain values: they do not care where it was read. */
export interface Customer {
  /** Zero-based place among the rows of the follow-up sheet's body: what a figure points back at. */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly team: string;
  readonly source: string;
  readonly customerType: string;
  readonly reason: string;
  readonly tags: readonly string[];
  readonly state: StageKind;
  readonly stage: string;
  /** Place of the stage among the open stages, from 0 in pipeline order; null for closed customers and unknown stages. */
  readonly step: number | null;
  /**
   * Furthest step that its row tells of: of the stage that was noted and the one it is in; the number of open stages for a win. Null where
   * nobody knows.
   */
  readonly furthest: number | null;
  /** True where the sheet notes how far its customers came. Then the log is not asked, so that the live formulas say the same. */
  readonly isFurthestNoted: boolean;
  /** First contact. Day serial; null where there is none. */
  readonly created: number | null;
  /** Day on which it came in, where the sheet has a column for that; a first contact is no evidence of it. Null where nobody noted it. */
  readonly received: number | null;
  /** Day on which it was won, lost or parked; null where nobody noted one. */
  readonly closed: number | null;
  /** Day on which it is expected to close; null where nobody noted one. */
  readonly expectedClose: number | null;
  /** Null where there is no number: never counted as 0. */
  readonly amount: number | null;
  /** Open, and the promised date has passed. */
  readonly overdue: boolean;
  /** Days past the promised date; null where it is not overdue. */
  readonly daysLate: number | null;
  /** Whole days since the last contact; null where there is none, and for customers that are not open. */
  readonly daysSilent: number | null;
  readonly stale: boolean;
  readonly stuck: boolean;
}

/** A span of days, both ends included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** True for a day within the period; without a period every customer counts, dated or not. */
export function within(day: number | null, period: Period | null): boolean {
  return period === null || (day !== null && Math.floor(day) >= period.from && Math.floor(day) <= period.to);
}

/** Middle of a list of numbers, the mean of the two middle ones for an even count; null for none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [upper, lower] = [sorted[middle], sorted[middle - 1]];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** By what names of owners, teams and other groups are one: without the spaces at the ends and without case, as Excel compares. */
export function groupKey(name: string): string {
  return name.trim().toLowerCase();
}
