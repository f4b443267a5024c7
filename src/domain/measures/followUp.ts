import type { Touch } from "../log/touch";
import { defaultStaleDays, type Schema } from "../schema/field";
import { median, type Customer, type Period } from "./customer";
import { rateOf, type Rate } from "./wilson";

/** Fewest characters of content or feedback that say anything: 已联系 alone does not. */
const fewestWords = 4;
/** A note this short that says so is about nothing but a call that nobody took. */
const shortNote = 16;
const nobodyThere =
  /未接|没接|无人接|未接通|没打通|未联系上|没联系上|关机|空号|no answer|voicemail|not reached|left (?:a )?message/i;

/** A touch that has happened by the review day. */
function hasHappened({ kind, date }: Touch, today: number): boolean {
  return kind === "contact" && date !== null && date < today + 1;
}

/**
 * A touch in which something was said: content or feedback of at least four characters, and not a call that nobody took.
 */
export function isSubstantive({ kind, content, feedback, result }: Touch): boolean {
  if (kind !== "contact" || nobodyThere.test(result)) return false;
  const words = `${content} ${feedback}`.trim();
  if (words.length < shortNote && nobodyThere.test(words)) return false;
  return words.replace(/\s/g, "").length >= fewestWords;
}

export interface Touches {
  readonly all: number;
  readonly substantive: number;
  /** Distinct customers among them. */
  readonly customers: number;
}

/** Touches within a period. */
export function countTouches(touches: readonly Touch[], period: Period): Touches {
  const customers = new Set<string>();
  let [all, substantive] = [0, 0];
  for (const touch of touches) {
    if (touch.kind !== "contact" || touch.date === null) continue;
    const day = Math.floor(touch.date);
    if (day < period.from || day > period.to) continue;
    all += 1;
    if (isSubstantive(touch)) substantive += 1;
    customers.add(touch.customerId);
  }
  return { all, substantive, customers: customers.size };
}

export interface Coverage {
  /** Customers open in the period and contacted in substance in it, of those open in it. */
  readonly rate: Rate;
  readonly contacted: readonly Customer[];
  readonly open: readonly Customer[];
  /** Open for too short a time to be expected to have been contacted: left out. */
  readonly tooNew: number;
}

/** Looks up the limit of silence of a customer's stage. Days. */
export function staleDaysReader({ stages }: Pick<Schema, "stages">): (customer: Customer) => number {
  const limits = new Map(stages.map(({ name, staleDays }) => [name.toLowerCase(), staleDays]));
  return ({ stage }) => limits.get(stage.toLowerCase()) ?? defaultStaleDays;
}

/**
 * Follow-up coverage: the share of customers open at any time in the period that had a substantive touch in it. A customer
 * counts when it was open for at least min(length of the period, its stale limit) days of it.
 * @param staleDays limit of each customer, in days
 */
export function coverage(
  customers: readonly Customer[],
  touches: readonly Touch[],
  period: Period,
  staleDays: (customer: Customer) => number,
): Coverage {
  const touched = new Set<string>();
  for (const touch of touches) {
    if (touch.date === null || !isSubstantive(touch)) continue;
    const day = Math.floor(touch.date);
    if (day >= period.from && day <= period.to) touched.add(touch.customerId);
  }
  const length = period.to - period.from + 1;
  const open: Customer[] = [];
  const contacted: Customer[] = [];
  let tooNew = 0;
  for (const customer of customers) {
    // Closed on a day nobody noted: it cannot be said to have been open in the period.
    if (customer.state !== "open" && customer.closed === null) continue;
    const from = Math.max(period.from, Math.floor(customer.created ?? period.from));
    const to = customer.state === "open" ? period.to : Math.min(period.to, Math.floor(customer.closed ?? period.to));
    const days = to - from + 1;
    if (days <= 0) continue;
    if (days < Math.min(length, staleDays(customer))) {
      tooNew += 1;
      continue;
    }
    open.push(customer);
    if (touched.has(customer.id)) contacted.push(customer);
  }
  return { rate: rateOf(contacted.length, open.length), contacted, open, tooNew };
}

/** A next date that somebody promised, and how it fared. */
export interface Promised {
  readonly customerId: string;
  readonly who: string;
  readonly due: number;
  readonly outcome: "kept" | "late" | "missed" | "moved" | "pending";
  /** Log row that made the promise: Excel's row number. */
  readonly row: number;
}

export interface Promises {
  /** Kept of those due in the period. */
  readonly rate: Rate;
  readonly due: readonly Promised[];
  /** Moved to another day before they fell due, without a touch. */
  readonly moved: number;
  /** Due, but the days of grace are not over. */
  readonly pending: number;
}

/**
 * Promises kept on time: of the next dates that fell due in the period, how many were followed by a touch no later than the
 * date and the days of grace. A touch ahead of the date keeps the promise too. A date moved before it fell due without a
 * touch is counted apart: it was neither kept nor missed.
 * @param grace days
 */
export function promisesKept(touches: readonly Touch[], period: Period, grace: number, today: number): Promises {
  const byCustomer = new Map<string, Touch[]>();
  for (const touch of touches) {
    if (touch.date === null || touch.date >= today + 1) continue;
    const own = byCustomer.get(touch.customerId);
    if (own) own.push(touch);
    else byCustomer.set(touch.customerId, [touch]);
  }
  const found: Promised[] = [];
  for (const own of byCustomer.values()) {
    own.sort((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.row - b.row);
    own.forEach((touch, index) => {
      if (touch.promised === null) return;
      const due = Math.floor(touch.promised);
      if (due < period.from || due > period.to) return;
      const later = own.slice(index + 1);
      const next = later.find((other) => hasHappened(other, today));
      const touchDay = next ? Math.floor(next.date ?? 0) : null;
      const moved = later.find((other) => other.kind === "reschedule" && other.promised !== null);
      const movedDay = moved ? Math.floor(moved.date ?? 0) : null;
      const isMoved = movedDay !== null && movedDay <= due && (touchDay === null || touchDay > movedDay);
      const outcome: Promised["outcome"] = isMoved
        ? "moved"
        : touchDay !== null && touchDay <= due + grace
          ? "kept"
          : due + grace >= today
            ? "pending"
            : touchDay === null
              ? "missed"
              : "late";
      found.push({ customerId: touch.customerId, who: touch.who, due, outcome, row: touch.row });
    });
  }
  const counted = found.filter(({ outcome }) => outcome === "kept" || outcome === "late" || outcome === "missed");
  const count = (wanted: Promised["outcome"]) => found.filter(({ outcome }) => outcome === wanted).length;
  return {
    rate: rateOf(count("kept"), counted.length),
    due: counted,
    moved: count("moved"),
    pending: count("pending"),
  };
}

export interface FirstResponse {
  /** Customers with a contact in the log, of whom it is known when they came in. */
  readonly customers: number;
  /** Days from the day on which they came in to the first contact; null where the sheet says of nobody when that was. */
  readonly median: number | null;
  /** Contacted on the day of creation or the day after: dates carry no hours. */
  readonly withinOneDay: Rate;
}

/**
 * Days from the day on which a customer came in to the first contact in the log, for each that has both. A column of first contacts
 * cannot stand for the former: the log fills it with the first contact itself, and every answer would come at once.
 */
export function firstResponses(
  customers: readonly Customer[],
  touches: readonly Touch[],
  today: number,
): readonly { readonly customer: Customer; readonly days: number }[] {
  const first = new Map<string, number>();
  for (const touch of touches) {
    if (!hasHappened(touch, today) || touch.date === null) continue;
    const day = Math.floor(touch.date);
    if (day < (first.get(touch.customerId) ?? Number.POSITIVE_INFINITY)) first.set(touch.customerId, day);
  }
  return customers.flatMap((customer) => {
    const { id, received } = customer;
    const day = id === "" ? undefined : first.get(id);
    if (day === undefined || received === null || day < Math.floor(received)) return [];
    return [{ customer, days: day - Math.floor(received) }];
  });
}

/** How soon new customers were contacted, by the log. */
export function firstResponse(customers: readonly Customer[], touches: readonly Touch[], today: number): FirstResponse {
  const days = firstResponses(customers, touches, today).map((response) => response.days);
  return {
    customers: days.length,
    median: median(days),
    withinOneDay: rateOf(days.filter((each) => each <= 1).length, days.length),
  };
}
