import type { Touch } from "../log/touch";
import type { ReviewContext } from "../schema/reviewContext";
import type { Customer, Period } from "./customer";
import { winRateCases } from "./conversion";
import { coverage, isSubstantive, promisesKept, staleDaysReader, type Promised } from "./followUp";
import { rateOf, type Rate } from "./wilson";

/** What one owner does: what stands with them now, and what they did in a period. */
export interface Activity {
  /** Blank for customers, and log rows, without one. */
  readonly name: string;
  readonly open: number;
  readonly overdue: number;
  /** Days late of the customer who has waited longest; null where nobody is overdue. */
  readonly oldest: number | null;
  /** Won of won and lost, by closing date within the period. */
  readonly closed: Rate;
  /** What the log tells of the period; null for a workbook without log rows. */
  readonly logged: LoggedActivity | null;
}

export interface LoggedActivity {
  /** The owner's own touches, whoever's customers they were about. */
  readonly touches: readonly Touch[];
  /** Of these, how many said something. */
  readonly substantive: number;
  /** Customers of the owner that somebody touched in substance, of those open in the period. */
  readonly coverage: {
    readonly rate: Rate;
    readonly contacted: readonly Customer[];
    readonly open: readonly Customer[];
  };
  /** Dates that the owner promised and kept, of those that fell due in the period. */
  readonly promises: { readonly rate: Rate; readonly due: readonly Promised[] };
}

/** The columns that owners can be put in order by. */
export const activityOrders = ["overdue", "open", "touches", "coverage", "promises", "closed"] as const;
export type ActivityOrder = (typeof activityOrders)[number];

interface Sheaf {
  readonly name: string;
  readonly customers: Customer[];
  readonly touches: Touch[];
  readonly contacted: Customer[];
  readonly open: Customer[];
  readonly due: Promised[];
}

/**
 * Activity of every owner: those of the customers, those who touched customers in the period, and those that are asked for though
 * they have neither. Names are compared without regard to case, as Excel does; the first spelling is shown.
 * @param period null for all time: as far back as the log goes
 * @param owners names that have a line in any case
 */
export function activities(
  customers: readonly Customer[],
  touches: readonly Touch[],
  period: Period | null,
  { schema, today, owners }: Pick<ReviewContext, "schema" | "today"> & { readonly owners: readonly string[] },
): readonly Activity[] {
  const sheaves = new Map<string, Sheaf>();
  const sheafOf = (given: string): Sheaf => {
    const name = given.trim();
    const known = sheaves.get(name.toLowerCase());
    if (known) return known;
    const sheaf: Sheaf = { name, customers: [], touches: [], contacted: [], open: [], due: [] };
    sheaves.set(name.toLowerCase(), sheaf);
    return sheaf;
  };
  for (const owner of owners) sheafOf(owner);
  for (const customer of customers) sheafOf(customer.owner).customers.push(customer);
  const days = period ?? { from: firstDay(touches, today), to: today };
  for (const touch of touches) if (isTouchIn(touch, days)) sheafOf(touch.who).touches.push(touch);
  const covered = coverage(customers, touches, days, staleDaysReader(schema));
  for (const customer of covered.open) sheafOf(customer.owner).open.push(customer);
  for (const customer of covered.contacted) sheafOf(customer.owner).contacted.push(customer);
  for (const promised of promisesKept(touches, days, 0, today).due) sheafOf(promised.who).due.push(promised);
  return [...sheaves.values()].map((sheaf) => activityOf(sheaf, period, touches.length > 0));
}

function isTouchIn({ kind, date }: Touch, { from, to }: Period): boolean {
  return kind === "contact" && date !== null && date >= from && date < to + 1;
}

/** The first day that the log tells of; the review day where it tells of none. */
function firstDay(touches: readonly Touch[], today: number): number {
  return touches.reduce((first, { date }) => Math.min(first, Math.floor(date ?? first)), today);
}

function activityOf(sheaf: Sheaf, period: Period | null, hasLog: boolean): Activity {
  const { name, customers, touches, contacted, open, due } = sheaf;
  const late = customers.flatMap(({ daysLate }) => daysLate ?? []);
  const { part, whole } = winRateCases("closed", customers, period);
  const kept = due.filter(({ outcome }) => outcome === "kept");
  return {
    name,
    open: customers.filter(({ state }) => state === "open").length,
    overdue: late.length,
    oldest: late.length === 0 ? null : late.reduce((most, days) => Math.max(most, days), 0),
    closed: rateOf(part.length, whole.length),
    logged: hasLog
      ? {
          touches,
          substantive: touches.filter(isSubstantive).length,
          coverage: { rate: rateOf(contacted.length, open.length), contacted, open },
          promises: { rate: rateOf(kept.length, due.length), due },
        }
      : null,
  };
}

/** What is nobody's measure yet comes last. */
const share = ({ rate }: Rate): number => rate ?? Number.POSITIVE_INFINITY;

/** By how much of it asks for a word: most overdue, fewest touches, least covered; equal ones by what is overdue, then by what is open. */
export function inOrder(lines: readonly Activity[], order: ActivityOrder): readonly Activity[] {
  const value = ({ closed, logged, open, overdue }: Activity): number => {
    switch (order) {
      case "overdue":
        return -overdue;
      case "open":
        return -open;
      case "touches":
        return logged?.touches.length ?? 0;
      case "coverage":
        return logged ? share(logged.coverage.rate) : 0;
      case "promises":
        return logged ? share(logged.promises.rate) : 0;
      case "closed":
        return -closed.part;
    }
  };
  const apart = (a: number, b: number) => (a === b ? 0 : a - b);
  return [...lines].sort(
    (a, b) =>
      apart(value(a), value(b)) ||
      b.overdue - a.overdue ||
      (b.oldest ?? 0) - (a.oldest ?? 0) ||
      b.open - a.open ||
      (a.name < b.name ? -1 : 1),
  );
}
