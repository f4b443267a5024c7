import type { Touch } from "../../log/touch";
import { winRateCases } from "../conversion";
import { groupsBy } from "../people";
import { lastMinuteEntries } from "../signals/entries";
import { busyOwners } from "../signals/owners";
import { lookAt, type Look, type SignalSource } from "../signals/signal";
import { casesOf } from "../signals/signalsOf";
import type { Lookup } from "./lookup";
import type { Because, NumberRef, RowsBehind } from "./numberRef";
import { asItStands, byState, flagged, listed, shareOf, touched } from "./rows";

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
