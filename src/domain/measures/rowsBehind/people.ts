import { groupKey } from "../customer";
import type { Touch } from "../../log/touch";
import { activities } from "../activity";
import { winRateCases } from "../conversion";
import { groupsBy } from "../people";
import { periodPair } from "../periods";
import { lastMinuteEntries } from "../signals/entries";
import { busyOwners } from "../signals/owners";
import { lookAt, type Look, type SignalSource } from "../signals/signal";
import { casesOf } from "../signals/signalsOf";
import { movingCustomers, trendsOf, type MovingCustomer } from "../trends";
import type { Lookup } from "./lookup";
import { lastSpoken, shareOfPromises } from "./followUp";
import type { Because, NumberRef, RowBehind, RowsBehind } from "./numberRef";
import { asItStands, byId, byState, flagged, listed, shareOf, touched } from "./rows";

/** One owner's, team's, source's, type's or tag's customers. */
export function groupRows({ by, name, of }: NumberRef<"group">, lookup: Lookup): RowsBehind {
  const group = groupsBy(lookup.customers, by).find((each) => each.name.toLowerCase() === name.toLowerCase());
  const members = group?.customers ?? [];
  if (of === "rate") {
    const { part, whole } = winRateCases("closed", members);
    return shareOf(part, whole, byState);
  }
  const open = members.filter(({ state }) => state === "open");
  return of === "open"
    ? listed(open.map(asItStands(lookup)), members.length)
    : listed(flagged(lookup, open, "overdue"), open.length);
}

/** One owner's doings in a period. */
export function activityRows({ name, of, id }: NumberRef<"activity">, lookup: Lookup): RowsBehind {
  const { customers, touches } = lookup;
  const period = periodPair(id, lookup).now;
  if (of === "closed") {
    const own = customers.filter(({ owner }) => groupKey(owner) === groupKey(name));
    const { part, whole } = winRateCases("closed", own, period);
    return shareOf(part, whole, byState);
  }
  const line = activities(customers, touches, period, { ...lookup, owners: [] }).find(
    (each) => each.name.toLowerCase() === name.toLowerCase(),
  );
  const logged = line?.logged;
  if (!logged) return listed([]);
  const customerOf = byId(customers);
  switch (of) {
    case "touches":
      return listed(
        logged.touches.map((touch) => ({
          customer: customerOf.get(touch.customerId) ?? null,
          because: [touched(touch)],
        })),
      );
    case "coverage": {
      const { contacted, open } = logged.coverage;
      return shareOf(contacted, open, lastSpoken(touches, period ?? { from: 0, to: lookup.today }));
    }
    case "promises":
      return shareOfPromises(logged.promises.due, customers);
  }
}

/** Customers that rise or cool, with the log rows that say so. */
export function trendRows({ of }: NumberRef<"trend">, { customers, open, schema, today, touches }: Lookup): RowsBehind {
  const toRow = ({ customer, trend }: MovingCustomer): RowBehind => ({
    customer,
    because: [
      {
        kind: "trend",
        from: trend.moves[0]?.fromStage ?? null,
        to: trend.moves.at(-1)?.toStage ?? null,
        recent: trend.recent.length,
        earlier: trend.earlier.length,
        logRows: [...new Set([...trend.moves, ...trend.recent, ...trend.earlier].map(({ row }) => row))],
      },
    ],
  });
  return listed(movingCustomers(customers, trendsOf(touches, schema.stages, today), of).map(toRow), open.length);
}

function sourceOf({ customers, touches, schema, today }: Lookup): SignalSource {
  return { customers, touches, stages: schema.stages, today };
}

/** Customers and log rows that show a signal. */
export function signalRows({ id }: NumberRef<"signal">, lookup: Lookup): RowsBehind {
  return listed(
    casesOf(id, sourceOf(lookup)).map(({ customer, count, logRows }) => ({
      customer,
      because: [{ kind: "signal", id, count, logRows }],
    })),
  );
}

/** One person's touches that show a signal when they are taken together. */
export function personSignalRows({ id, name }: NumberRef<"personSignal">, lookup: Lookup): RowsBehind {
  const look = lookAt(sourceOf(lookup));
  return id === "busyOwner" ? busyOwnerRows(name, look) : lastMinuteRows(name, look);
}

function busyOwnerRows(name: string, look: Look): RowsBehind {
  const owner = busyOwners(look).find((each) => each.name === name);
  const toRow = (touch: Touch) => ({ customer: look.customerOf(touch), because: [touched(touch)] });
  return listed((owner?.touches ?? []).map(toRow), owner?.customers ?? 0);
}

function lastMinuteRows(name: string, look: Look): RowsBehind {
  const person = lastMinuteEntries(look).find((each) => each.name === name);
  const [late, others] = [person?.entered ?? [], person?.others ?? []];
  const toRow = (touch: Touch) => ({ customer: look.customerOf(touch), because: [entered(touch)] });
  return { rows: late.map(toRow), others: others.map(toRow), whole: late.length + others.length };
}

function entered({ date, enteredAt, row }: Touch): Because {
  return { kind: "entered", at: enteredAt, day: Math.floor(date ?? 0), logRow: row };
}
