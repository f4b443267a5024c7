import { foldText } from "../cells/text";
import type { Touch } from "../log/touch";
import type { Customer } from "./customer";

/**
 * Things in the log and the sheet that somebody should look at before trusting a number. A signal is a reason to ask, never
 * proof of anything. What needs the entry time is unknown for rows that people typed themselves.
 */
export const signalIds = ["burst", "copied", "lateEntry", "sameDay", "noMovement", "pushed"] as const;
export type SignalId = (typeof signalIds)[number];

/** One customer, or log row, that shows a signal. */
export interface SignalCase {
  /** Null for a log row whose customer is not in the sheet any more. */
  readonly customer: Customer | null;
  /** Log rows that show it, Excel's row numbers; none where the sheet itself does. */
  readonly logRows: readonly number[];
  /** Days late, times pushed, contacts without movement; null where there is nothing to count. */
  readonly count: number | null;
}

export type Signals = Readonly<Record<SignalId, readonly SignalCase[]>>;

/** Rows by one person within ten minutes that are worth a question, and the ten minutes in days. */
const [burstRows, burstSpan] = [5, 10 / 1440] as const;
/** Customers with the very same words. */
const copiedCustomers = 3;
/** Words shorter than this are the same by chance. Characters. */
const shortestCopy = 6;
/** Days between a contact and its entry that need no question. */
const entryDays = 2;
/** Contacts since the last change of stage. */
const idleTouches = 6;
/** Times that a next date was moved without a contact. Source: HubSpot's guidance, three pushes and more. */
const mostPushes = 3;

/** Looks for every signal. Log rows of the future have not happened. @param today review day */
export function signalsOf(customers: readonly Customer[], touches: readonly Touch[], today: number): Signals {
  const byId = new Map(customers.filter(({ id }) => id !== "").map((customer) => [customer.id, customer]));
  const past = touches.filter(({ date }) => date !== null && date < today + 1);
  const caseOf = (touch: Touch, count: number | null = null): SignalCase => ({
    customer: byId.get(touch.customerId) ?? null,
    logRows: [touch.row],
    count,
  });
  const byCustomer = new Map<string, Touch[]>();
  for (const touch of past) {
    const own = byCustomer.get(touch.customerId);
    if (own) own.push(touch);
    else byCustomer.set(touch.customerId, [touch]);
  }
  for (const own of byCustomer.values()) own.sort((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.row - b.row);
  const openOnes = customers.filter(({ state, id }) => state === "open" && id !== "");

  return {
    burst: burstsOf(past).map((touch) => caseOf(touch)),
    copied: copiesOf(past).map((touch) => caseOf(touch)),
    lateEntry: past.flatMap((touch) => {
      const { date, enteredAt, kind } = touch;
      if (kind !== "contact" || date === null || enteredAt === null) return [];
      const days = Math.floor(enteredAt) - Math.floor(date);
      return days > entryDays ? [caseOf(touch, days)] : [];
    }),
    sameDay: customers
      .filter(({ state, created, closed }) => state === "won" && created !== null && created === closed)
      .map((customer) => ({ customer, logRows: [], count: null })),
    noMovement: openOnes.flatMap((customer) => {
      const own = byCustomer.get(customer.id) ?? [];
      const moved = lastIndex(
        own,
        ({ fromStage, toStage }) => toStage !== "" && foldText(toStage) !== foldText(fromStage),
      );
      const since = own.slice(moved + 1).filter(({ kind, feedback }) => kind === "contact" && feedback.trim() === "");
      return since.length >= idleTouches
        ? [{ customer, logRows: since.map(({ row }) => row), count: since.length }]
        : [];
    }),
    pushed: openOnes.flatMap((customer) => {
      const pushes = pushesOf(byCustomer.get(customer.id) ?? []);
      return pushes.length >= mostPushes
        ? [{ customer, logRows: pushes.map(({ row }) => row), count: pushes.length }]
        : [];
    }),
  };
}

/** Place of the last row that passes; -1 where none does. */
function lastIndex(rows: readonly Touch[], passes: (touch: Touch) => boolean): number {
  return rows.reduce((last, touch, index) => (passes(touch) ? index : last), -1);
}

/** Moves of the next date to a later day since the last contact. @param own rows of one customer, in order */
function pushesOf(own: readonly Touch[]): readonly Touch[] {
  const lastContact = lastIndex(own, ({ kind }) => kind === "contact");
  let before = own[lastContact]?.promised ?? null;
  return own.slice(lastContact + 1).filter(({ kind, promised }) => {
    if (kind !== "reschedule" || promised === null) return false;
    const isLater = before === null || promised > before;
    before = promised;
    return isLater;
  });
}

/** Rows that one person entered five or more at a time. */
function burstsOf(touches: readonly Touch[]): readonly Touch[] {
  const byPerson = new Map<string, Touch[]>();
  for (const touch of touches) {
    if (touch.enteredAt === null || touch.kind !== "contact") continue;
    const own = byPerson.get(foldText(touch.who));
    if (own) own.push(touch);
    else byPerson.set(foldText(touch.who), [touch]);
  }
  const found = new Set<Touch>();
  for (const own of byPerson.values()) {
    own.sort((a, b) => (a.enteredAt ?? 0) - (b.enteredAt ?? 0));
    for (let first = 0, last = 0; last < own.length; last += 1) {
      while ((own[last]?.enteredAt ?? 0) - (own[first]?.enteredAt ?? 0) > burstSpan) first += 1;
      if (last - first + 1 >= burstRows) own.slice(first, last + 1).forEach((touch) => found.add(touch));
    }
  }
  return [...found].sort((a, b) => a.row - b.row);
}

/** Contacts whose words are the same for three or more customers. */
function copiesOf(touches: readonly Touch[]): readonly Touch[] {
  const byWords = new Map<string, Touch[]>();
  for (const touch of touches) {
    const words = foldText(touch.content).replace(/[\s，。,.!！、;；]/g, "");
    if (touch.kind !== "contact" || words.length < shortestCopy) continue;
    const same = byWords.get(words);
    if (same) same.push(touch);
    else byWords.set(words, [touch]);
  }
  return [...byWords.values()]
    .filter((same) => new Set(same.map(({ customerId }) => customerId)).size >= copiedCustomers)
    .flat()
    .sort((a, b) => a.row - b.row);
}
