import { foldText } from "../../values/text";
import type { Touch } from "../../log/touch";
import type { Stage } from "../../schema/field";
import type { Customer } from "../customer";

/**
 * Things in the log and the sheet that somebody should look at before trusting a number. A signal is a reason to ask, never
 * proof of anything. What needs the entry time is unknown for rows that people typed themselves.
 */
export const signalIds = [
  ...(["burst", "lateEntry", "futureContact", "copied", "similar", "noMovement", "pushed"] as const),
  ...(["flipFlop", "jump", "sameDay", "earlyWin", "wonBeforeDate"] as const),
] as const;
export type SignalId = (typeof signalIds)[number];

/** Signals that only a person's rows taken together show. */
export type PersonSignalId = "lastMinute" | "busyOwner";

/** One customer, or log row, that shows a signal. */
export interface SignalCase {
  /** Null for a log row whose customer is not in the sheet any more. */
  readonly customer: Customer | null;
  /** Log rows that show it, Excel's row numbers; none where the sheet itself does. */
  readonly logRows: readonly number[];
  /** Days late, times pushed, touches without movement; null where there is nothing to count. */
  readonly count: number | null;
}

/** What signals are looked for in. */
export interface SignalSource {
  readonly customers: readonly Customer[];
  /** Every row of the log. */
  readonly touches: readonly Touch[];
  readonly stages: readonly Pick<Stage, "name" | "kind">[];
  /** Review day. */
  readonly today: number;
}

/** A source, put in order once for all signals. */
export interface Look extends SignalSource {
  /** Rows that have happened by the review day, in the order of the log. */
  readonly past: readonly Touch[];
  readonly customerOf: (touch: Touch) => Customer | null;
  /** One customer's rows of `past`, by the day of the touch. */
  readonly rowsOf: (customer: Customer) => readonly Touch[];
}

/** Rows that have happened by a day. */
export function pastOf(touches: readonly Touch[], day: number): readonly Touch[] {
  return touches.filter(({ date }) => date !== null && date < day + 1);
}

export function lookAt(source: SignalSource): Look {
  const { customers, touches, today } = source;
  const byId = new Map(customers.filter(({ id }) => id !== "").map((customer) => [customer.id, customer]));
  const past = pastOf(touches, today);
  const rows = new Map<string, Touch[]>();
  for (const touch of past) addTo(rows, touch.customerId, touch);
  for (const own of rows.values()) own.sort((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.row - b.row);
  return {
    ...source,
    past,
    customerOf: ({ customerId }) => byId.get(customerId) ?? null,
    rowsOf: ({ id }) => (id === "" ? [] : (rows.get(id) ?? [])),
  };
}

/** A log row that shows a signal by itself. */
export function rowCase(look: Look, touch: Touch, count: number | null = null): SignalCase {
  return { customer: look.customerOf(touch), logRows: [touch.row], count };
}

export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

export function byRow(a: Touch, b: Touch): number {
  return a.row - b.row;
}

/** Open stages that may not be left out at once without a question. */
export const skippedStages = 2;

/**
 * When the row was written: a row's stages are what the sheet said then, whatever day its touch was on. Rows without an
 * entry time go by the day of the touch.
 */
export function writtenAt({ enteredAt, date }: Touch): number {
  return enteredAt ?? date ?? 0;
}

/** Rows in the order in which they were written. */
export function inWrittenOrder(rows: readonly Touch[]): readonly Touch[] {
  return [...rows].sort((a, b) => writtenAt(a) - writtenAt(b) || a.row - b.row);
}

/** True for a row that changed the customer's stage. */
export function hasMoved({ fromStage, toStage }: Touch): boolean {
  return toStage !== "" && foldText(toStage) !== foldText(fromStage);
}

/** Place of the last row that passes; -1 where none does. */
export function lastIndex(rows: readonly Touch[], passes: (touch: Touch) => boolean): number {
  return rows.reduce((last, touch, index) => (passes(touch) ? index : last), -1);
}
