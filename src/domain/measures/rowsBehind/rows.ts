import type { DueGroup } from "../../clocks/due";
import type { Touch } from "../../log/touch";
import type { Customer } from "../customer";
import { isSubstantive } from "../followUp";
import { flagsOf } from "../../clocks/due";
import type { Lookup } from "./lookup";
import type { Because, RowBehind, RowsBehind } from "./numberRef";

export const isWon = ({ state }: Customer) => state === "won";

/** Rows of a number that is no share of customers. @param whole size of the denominator, where there is one */
export function listed(rows: readonly RowBehind[], whole: number | null = null): RowsBehind {
  return { rows, others: [], whole };
}

/** Rows of a share of customers. */
export function shareOf(
  part: readonly Customer[],
  whole: readonly Customer[],
  toRow: (customer: Customer) => RowBehind,
): RowsBehind {
  const counted = new Set(part);
  return {
    rows: part.map(toRow),
    others: whole.filter((customer) => !counted.has(customer)).map(toRow),
    whole: whole.length,
  };
}

/** Looks customers of the log up. */
export function byId(customers: readonly Customer[]): ReadonlyMap<string, Customer> {
  return new Map(customers.filter(({ id }) => id !== "").map((customer) => [customer.id, customer]));
}

export function stateOf({ state, closed }: Customer): Because {
  return { kind: "state", state, day: closed };
}

export function byState(customer: Customer): RowBehind {
  return { customer, because: [stateOf(customer)] };
}

export function lastContact({ lastContactOf }: Lookup, customer: Customer): Because {
  return { kind: "lastContact", ...lastContactOf(customer) };
}

/** All flags of a customer, the asked one first, and the day that silence is counted from. */
function byFlags(lookup: Lookup, customer: Customer, first: DueGroup): RowBehind {
  const flags = [...flagsOf(lookup.clocksOf(customer))].sort(
    (a, b) => Number(b.group === first) - Number(a.group === first),
  );
  return {
    customer,
    because: [
      ...flags.map((flag): Because => ({ kind: "flag", flag, stage: customer.stage })),
      lastContact(lookup, customer),
    ],
  };
}

/** The customers with a flag, those first that have had it for longest. */
export function flagged(lookup: Lookup, among: readonly Customer[], group: DueGroup): readonly RowBehind[] {
  return among
    .flatMap((customer) => {
      const flag = flagsOf(lookup.clocksOf(customer)).find((each) => each.group === group);
      return flag ? [{ customer, days: flag.days ?? 0 }] : [];
    })
    .sort((a, b) => b.days - a.days)
    .map(({ customer }) => byFlags(lookup, customer, group));
}

/** Builds the row of a customer as it stands: one that is overdue or stale with its flags, any other with its state. */
export function asItStands(lookup: Lookup): (customer: Customer) => RowBehind {
  return (customer) => {
    if (!customer.overdue && !customer.stale) return byState(customer);
    return byFlags(lookup, customer, customer.overdue ? "overdue" : "stale");
  };
}

/** A touch as a reason. */
export function touched(touch: Touch): Because {
  const { date, row } = touch;
  return { kind: "contact", day: Math.floor(date ?? 0), logRow: row, substantive: isSubstantive(touch) };
}
