import type { Touch } from "../../log/touch";
import { winRate } from "../conversion";
import { groupKey, type Customer } from "../customer";
import { groupsBy } from "../people";
import { smallestSample, type Rate } from "../wilson";
import type { Look } from "./signal";

/** How many times the touches per customer of all are worth a question. */
const manyTimes = 1.5;

/** An owner with more touches for each customer than the others, and a lower win rate. */
export interface BusyOwner {
  readonly name: string;
  /** The owner's own touches with own customers, by customer. */
  readonly touches: readonly Touch[];
  /** Own customers that had any. */
  readonly customers: number;
  /** Touches a customer of all owners together. */
  readonly perCustomerOfAll: number;
  readonly rate: Rate;
  readonly rateOfAll: Rate;
}

interface Tally {
  readonly touches: Touch[];
  readonly customers: Set<Customer>;
}

/**
 * Owners whose touches per customer exceed 1.5 times those of all while the upper end of their win rate's interval lies
 * below the rate of all: work that leads nowhere, or that did not take place. Touches per customer are the touches in the
 * log that an owner had with own customers, over those of them that had one: customers from before the log would only thin
 * it. "All" are all owners together, this one too, as for win rates. Owners with fewer than five decided customers, or five
 * touched ones, are left out. Rule: touches against conversion, each against the others; what rises over time is not
 * looked at, since a log of a few weeks does not show it.
 */
export function busyOwners({ customers, customerOf, past }: Look): readonly BusyOwner[] {
  const tallies = new Map<string, Tally>();
  for (const touch of past) {
    const customer = customerOf(touch);
    if (touch.kind !== "contact" || customer === null) continue;
    const key = groupKey(customer.owner);
    if (key === "" || key !== groupKey(touch.who)) continue;
    const tally = tallies.get(key) ?? { touches: [], customers: new Set() };
    tallies.set(key, tally);
    tally.touches.push(touch);
    tally.customers.add(customer);
  }
  const all = [...tallies.values()];
  const perCustomerOfAll =
    all.reduce((sum, { touches }) => sum + touches.length, 0) /
    all.reduce((sum, { customers: own }) => sum + own.size, 0);
  const rateOfAll = winRate("closed", customers);
  return groupsBy(customers, "owner").flatMap(({ name, rate, standing }) => {
    const tally = tallies.get(groupKey(name));
    if (standing !== "below" || !tally || tally.customers.size < smallestSample) return [];
    if (tally.touches.length / tally.customers.size <= manyTimes * perCustomerOfAll) return [];
    const touches = [...tally.touches].sort(
      (a, b) => (customerOf(a)?.index ?? 0) - (customerOf(b)?.index ?? 0) || a.row - b.row,
    );
    return [{ name, touches, customers: tally.customers.size, perCustomerOfAll, rate, rateOfAll }];
  });
}
