import { groupKey, type Customer } from "./customer";
import { byLowerBound, rateOf, standingOf, type Rate, type Standing } from "./wilson";

/** Ways to look at the customers in groups. */
export const groupings = ["owner", "team", "source", "customerType", "tag"] as const;
export type Grouping = (typeof groupings)[number];

/** What one owner, team, source, type or tag comes to. */
export interface Group {
  /** Blank for customers without one. */
  readonly name: string;
  readonly customers: readonly Customer[];
  readonly open: number;
  readonly overdue: number;
  readonly stale: number;
  readonly won: number;
  readonly lost: number;
  readonly parked: number;
  readonly rate: Rate;
  /** Against the win rate of all customers. */
  readonly standing: Standing;
  readonly openAmount: number;
  readonly wonAmount: number;
  /** Open or won customers whose amount is blank. */
  readonly withoutAmount: number;
}

function namesOf(customer: Customer, by: Grouping): readonly string[] {
  switch (by) {
    case "tag":
      // A customer counts once a tag, so that sums over tags can exceed the whole.
      return customer.tags.length === 0 ? [""] : [...new Set(customer.tags)];
    case "owner":
      return [customer.owner];
    case "team":
      return [customer.team];
    case "source":
      return [customer.source];
    case "customerType":
      return [customer.customerType];
  }
}

/**
 * Customers in groups, those with the best proven win rate first. Names are compared without regard to case, as Excel does;
 * the first spelling is shown. Every customer is in exactly one group, but for tags.
 */
export function groupsBy(customers: readonly Customer[], by: Grouping): readonly Group[] {
  const members = new Map<string, { readonly name: string; readonly customers: Customer[] }>();
  for (const customer of customers) {
    for (const name of namesOf(customer, by)) {
      const key = groupKey(name);
      const group = members.get(key);
      if (group) group.customers.push(customer);
      else members.set(key, { name: name.trim(), customers: [customer] });
    }
  }
  const overall = totalOf(customers);
  return [...members.values()]
    .map((group) => groupOf(group.name, group.customers, overall))
    .sort((a, b) => byLowerBound(a.rate, b.rate) || (a.name < b.name ? -1 : 1));
}

/** Win rate, won ÷ (won + lost), of a set of customers. */
function totalOf(customers: readonly Customer[]): Rate {
  let [won, lost] = [0, 0];
  for (const { state } of customers) {
    if (state === "won") won += 1;
    else if (state === "lost") lost += 1;
  }
  return rateOf(won, won + lost);
}

function groupOf(name: string, customers: readonly Customer[], overall: Rate): Group {
  const counts = { open: 0, won: 0, lost: 0, parked: 0 };
  let [overdue, stale, openAmount, wonAmount, withoutAmount] = [0, 0, 0, 0, 0];
  for (const customer of customers) {
    counts[customer.state] += 1;
    if (customer.overdue) overdue += 1;
    if (customer.stale) stale += 1;
    if (customer.state !== "open" && customer.state !== "won") continue;
    if (customer.amount === null) withoutAmount += 1;
    else if (customer.state === "open") openAmount += customer.amount;
    else wonAmount += customer.amount;
  }
  const rate = rateOf(counts.won, counts.won + counts.lost);
  return {
    name,
    customers,
    ...counts,
    overdue,
    stale,
    rate,
    standing: standingOf(rate, overall),
    openAmount,
    wonAmount,
    withoutAmount,
  };
}

/** Decided customers that a trait needs before it is worth a sentence. */
const fewestCases = 10;

/**
 * What customers that are won more often have in common: sources, types and tags whose whole interval lies above the rate of
 * all, with at least ten decided customers. Nothing is said of smaller groups: with enough small ones, one always shines.
 */
export function highConversionTraits(
  customers: readonly Customer[],
): readonly { readonly by: Grouping; readonly group: Group }[] {
  return (["source", "customerType", "tag"] as const).flatMap((by) =>
    groupsBy(customers, by)
      .filter(({ name, rate, standing }) => name !== "" && standing === "above" && rate.whole >= fewestCases)
      .map((group) => ({ by, group })),
  );
}
