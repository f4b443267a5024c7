import type { DueGroup } from "../../clocks/due";
import type { Lookup } from "./lookup";
import type { CountId, NumberRef, RowsBehind } from "./numberRef";
import { byState, flagged, lastContact, listed } from "./rows";

const flagOfCount: Readonly<Partial<Record<CountId, DueGroup>>> = {
  overdue: "overdue",
  dueToday: "today",
  stale: "stale",
  stuck: "stuck",
  noNextStep: "noNextStep",
  revisit: "revisit",
};

/** Customers in a state, of all; or with a flag, of those that can have it. */
export function countRows({ id }: NumberRef<"count">, lookup: Lookup): RowsBehind {
  const { customers, open } = lookup;
  const group = flagOfCount[id];
  if (group === undefined) {
    const own = customers.filter(({ state }) => state === id);
    return listed(own.map(byState), customers.length);
  }
  const among = group === "revisit" ? customers.filter(({ state }) => state === "lost" || state === "parked") : open;
  return listed(flagged(lookup, among, group), among.length);
}

/** Open customers that have been silent for a number of days within the band, the longest first. */
export function bandRows({ from, to }: NumberRef<"band">, lookup: Lookup): RowsBehind {
  const rows = lookup.open.flatMap((customer) => {
    const { daysSilent } = lookup.clocksOf(customer);
    const isIn = daysSilent !== null && daysSilent >= from && (to === null || daysSilent <= to);
    return isIn ? [{ customer, days: daysSilent }] : [];
  });
  return listed(
    rows
      .sort((a, b) => b.days - a.days)
      .map(({ customer, days }) => ({ customer, because: [{ kind: "days", days }, lastContact(lookup, customer)] })),
    lookup.open.length,
  );
}
