import type { Touch } from "../../log/touch";
import type { Customer, Period } from "../customer";
import { firstResponses, isSubstantive, type Promised } from "../followUp";
import type { Lookup } from "./lookup";
import type { NumberRef, RowBehind, RowsBehind } from "./numberRef";
import { byId, listed, shareOf, touched } from "./rows";

function isIn({ date }: Touch, { from, to }: Period): boolean {
  return date !== null && date >= from && date < to + 1;
}

/** Builds the row of a customer with its last touch in substance within the period. */
export function lastSpoken(touches: readonly Touch[], period: Period): (customer: Customer) => RowBehind {
  const last = new Map<string, Touch>();
  for (const touch of touches) {
    const { date, customerId } = touch;
    if (!isIn(touch, period) || !isSubstantive(touch)) continue;
    if ((date ?? 0) >= (last.get(customerId)?.date ?? 0)) last.set(customerId, touch);
  }
  return (customer) => {
    const touch = last.get(customer.id);
    return { customer, because: [touch ? touched(touch) : { kind: "noContact" }] };
  };
}

/** Open customers that were contacted in substance in the week, with the last such touch. */
export function coverageRows(_: NumberRef<"coverage">, { measures, touches }: Lookup): RowsBehind {
  if (!measures.logged) return listed([]);
  const { coverage, week } = measures.logged;
  return shareOf(coverage.contacted, coverage.open, lastSpoken(touches, week));
}

/** Promises of the month that were kept, of those that fell due. */
export function onTimeRows(_: NumberRef<"onTime">, { customers, measures }: Lookup): RowsBehind {
  return shareOfPromises(measures.logged?.promises.due ?? [], customers);
}

/** Promises that were kept, of those that are given. */
export function shareOfPromises(due: readonly Promised[], customers: readonly Customer[]): RowsBehind {
  const customerOf = byId(customers);
  const toRow = ({ customerId, due: day, outcome, row }: Promised): RowBehind => ({
    customer: customerOf.get(customerId) ?? null,
    because: [{ kind: "promise", due: day, outcome, logRow: row }],
  });
  return {
    rows: due.filter(({ outcome }) => outcome === "kept").map(toRow),
    others: due.filter(({ outcome }) => outcome !== "kept").map(toRow),
    whole: due.length,
  };
}

/** Customers with a first contact in the log, the slowest first. */
export function firstResponseRows(_: NumberRef<"firstResponse">, { customers, touches, today }: Lookup): RowsBehind {
  return listed(
    [...firstResponses(customers, touches, today)]
      .sort((a, b) => b.days - a.days)
      .map(({ customer, days }) => ({ customer, because: [{ kind: "days", days }] })),
  );
}

/** The week's touches. */
export function touchRows(_: NumberRef<"touches">, { customers, measures, touches }: Lookup): RowsBehind {
  if (!measures.logged) return listed([]);
  const { week } = measures.logged;
  const customerOf = byId(customers);
  const rows = touches.filter((touch) => touch.kind === "contact" && isIn(touch, week));
  return listed(
    rows.map((touch) => ({ customer: customerOf.get(touch.customerId) ?? null, because: [touched(touch)] })),
  );
}
