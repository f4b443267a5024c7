import type { Customer } from "../customer";
import { periodFigures } from "../periodFigures";
import { periodPair } from "../periods";
import { wonThisMonth } from "../targets";
import type { Lookup } from "./lookup";
import type { Because, NumberRef, RowBehind, RowsBehind } from "./numberRef";
import { byState, listed, shareOf, stateOf } from "./rows";

const latestFirst = (day: (customer: Customer) => number | null) => (a: Customer, b: Customer) =>
  (day(b) ?? 0) - (day(a) ?? 0);

function withAmount(customer: Customer): RowBehind {
  const { amount } = customer;
  const worth: Because = amount === null ? { kind: "noAmount" } : { kind: "amount", amount };
  return { customer, because: [stateOf(customer), worth] };
}

/** Customers of a sum, the largest first, and beside them those that have no amount. */
function byAmount(own: readonly Customer[]): RowsBehind {
  const sorted = [...own].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  return {
    rows: sorted.filter(({ amount }) => amount !== null).map(withAmount),
    others: sorted.filter(({ amount }) => amount === null).map(withAmount),
    whole: null,
  };
}

/** What an owner has won this month of the target. */
export function targetRows({ name }: NumberRef<"target">, lookup: Lookup): RowsBehind {
  return byAmount(wonThisMonth(lookup.customers, name, lookup));
}

/** What a period brought, the latest first; amounts, the largest first, and beside them those that have none. */
export function periodRows({ of, id, when }: NumberRef<"period">, lookup: Lookup): RowsBehind {
  const pair = periodPair(id, lookup);
  if (when === "before" && pair.before === null) return listed([]);
  const { won, lost, created } = periodFigures(lookup.customers, pair[when]);
  const byClosing = (own: readonly Customer[]) => [...own].sort(latestFirst(({ closed }) => closed));
  switch (of) {
    case "won":
      return listed(byClosing(won).map(withAmount));
    case "lost":
      return listed(byClosing(lost).map(withAmount));
    case "rate":
      return shareOf(byClosing(won), byClosing([...won, ...lost]), byState);
    case "amount":
      return byAmount(won);
    case "created":
      return listed(
        [...created]
          .sort(latestFirst(({ created: day }) => day))
          .map((customer) => ({ customer, because: [{ kind: "created", day: customer.created }, stateOf(customer)] })),
      );
  }
}
