import { dateOf } from "../values/date";
import type { ReviewContext } from "../schema/reviewContext";
import { within, type Customer, type Period } from "./customer";
import { rateOf, type Rate } from "./wilson";

/** Ways to define a win rate; CRMs differ, and a manager looks for the number they know. */
export const winRateIds = ["closed", "created", "broad", "strict"] as const;
export type WinRateId = (typeof winRateIds)[number];

interface WinRateDefinition {
  readonly part: (customer: Customer) => boolean;
  readonly whole: (customer: Customer) => boolean;
  /** The date that decides whether a customer belongs to a period. */
  readonly dated: (customer: Customer) => number | null;
  /** Where a person has met this definition. */
  readonly knownFrom: readonly string[];
}

const isWon = ({ state }: Customer) => state === "won";
const isDecided = ({ state }: Customer) => state === "won" || state === "lost";
const closedOn = ({ closed }: Customer) => closed;

/**
 * The definitions. Sources: `closed` W/(W+L), Salesforce's standard report (WON:SUM/CLOSED:SUM), also the win rate of HubSpot
 * and Pipedrive; `created` W/all created, Salesforce's alternative and HubSpot's close rate; `broad` W/(W+L+parked), narrow
 * against broad win rate at kellblog.com; `strict` W/(W+L+overdue+old), Zoho Motivator's pipeline dashboard.
 */
export const winRateDefinitions: Readonly<Record<WinRateId, WinRateDefinition>> = {
  closed: { part: isWon, whole: isDecided, dated: closedOn, knownFrom: ["Salesforce", "HubSpot", "Pipedrive"] },
  created: {
    part: isWon,
    whole: () => true,
    dated: ({ created }) => created,
    knownFrom: ["Salesforce", "HubSpot"],
  },
  broad: {
    part: isWon,
    whole: (customer) => isDecided(customer) || customer.state === "parked",
    dated: closedOn,
    knownFrom: ["Kellblog"],
  },
  strict: {
    part: isWon,
    whole: (customer) => isDecided(customer) || customer.overdue || customer.stale,
    // Overdue and old ones have no closing date: they weigh on whatever period is looked at.
    dated: (customer) => customer.closed,
    knownFrom: ["Zoho"],
  },
};

/** Customers in the denominator and the numerator of a win rate. */
export function winRateCases(
  id: WinRateId,
  customers: readonly Customer[],
  period: Period | null = null,
): { readonly whole: readonly Customer[]; readonly part: readonly Customer[] } {
  const { part, whole, dated } = winRateDefinitions[id];
  const cases = customers.filter(
    (customer) =>
      whole(customer) && (within(dated(customer), period) || (id === "strict" && customer.state === "open")),
  );
  return { whole: cases, part: cases.filter(part) };
}

/** A win rate with its counts and interval. */
export function winRate(id: WinRateId, customers: readonly Customer[], period: Period | null = null): Rate {
  const { whole, part } = winRateCases(id, customers, period);
  return rateOf(part.length, whole.length);
}

export interface Cohort {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly customers: readonly Customer[];
  /** Won so far, of all that were created in the month. */
  readonly soFar: Rate;
  /** Won by each asked age; null while the youngest of the cohort has not reached it: no month looks worse for being young. */
  readonly byAge: readonly (Rate | null)[];
}

/**
 * Win rates by the month of creation, oldest first. Customers without a first contact belong to no cohort.
 * Source: cohort against snapshot win rate, cro.expert, "Win rate and stage conversion diagnostics".
 * @param ages days after creation
 */
export function cohorts(
  customers: readonly Customer[],
  ages: readonly number[],
  { today, system }: Pick<ReviewContext, "today" | "system">,
): readonly Cohort[] {
  const months = new Map<number, Customer[]>();
  for (const customer of customers) {
    if (customer.created === null) continue;
    const { year, month } = dateOf(customer.created, system);
    const key = year * 12 + month - 1;
    const members = months.get(key);
    if (members) members.push(customer);
    else months.set(key, [customer]);
  }
  return [...months]
    .sort(([a], [b]) => a - b)
    .map(([key, members]) => {
      const youngest = members.reduce((latest, { created }) => Math.max(latest, created ?? 0), 0);
      const wonBy = (age: number) =>
        members.filter(
          ({ state, created, closed }) => state === "won" && closed !== null && closed - (created ?? 0) <= age,
        ).length;
      return {
        year: Math.floor(key / 12),
        month: (key % 12) + 1,
        customers: members,
        soFar: rateOf(members.filter(isWon).length, members.length),
        byAge: ages.map((age) => (youngest + age <= today ? rateOf(wonBy(age), members.length) : null)),
      };
    });
}
