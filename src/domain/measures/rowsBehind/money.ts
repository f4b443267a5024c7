import { closingOf } from "../closing";
import type { Customer } from "../customer";
import { spellOf } from "../incidence";
import type { Lookup } from "./lookup";
import type { Because, NumberRef, RowBehind, RowsBehind } from "./numberRef";
import { asItStands, isWon, listed, stateOf } from "./rows";

function worthOf({ chanceOf }: Lookup, customer: Customer): Because {
  const { amount } = customer;
  if (amount === null) return { kind: "noAmount" };
  const chance = chanceOf(customer);
  return chance === null ? { kind: "noChance", amount } : { kind: "worth", amount, chance };
}

/** Those that are worth most first. */
function byWorth({ chanceOf }: Lookup, among: readonly Customer[]): readonly Customer[] {
  const worth = (customer: Customer) => (customer.amount ?? 0) * (chanceOf(customer) ?? 0);
  return [...among].sort((a, b) => worth(b) - worth(a));
}

/** Open customers with an amount and a chance. */
export function weightedRows(_: NumberRef<"weighted">, lookup: Lookup): RowsBehind {
  const own = lookup.open.filter((customer) => customer.amount !== null && lookup.chanceOf(customer) !== null);
  return listed(byWorth(lookup, own).map((customer) => ({ customer, because: [worthOf(lookup, customer)] })));
}

/** Those of them that are overdue or stale. */
export function neglectedRows(_: NumberRef<"neglected">, lookup: Lookup): RowsBehind {
  const own = lookup.open.filter(
    (customer) =>
      customer.amount !== null && lookup.chanceOf(customer) !== null && (customer.overdue || customer.stale),
  );
  const toRow = asItStands(lookup);
  return listed(
    byWorth(lookup, own).map((customer) => ({
      customer,
      because: [worthOf(lookup, customer), ...toRow(customer).because],
    })),
  );
}

/** Open, or won, customers without an amount. */
export function withoutAmountRows({ of }: NumberRef<"withoutAmount">, { customers }: Lookup): RowsBehind {
  const among = customers.filter(({ state }) => state === of);
  const own = among.filter(({ amount }) => amount === null);
  return listed(
    own.map((customer) => ({ customer, because: [{ kind: "noAmount" }] })),
    among.length,
  );
}

/** Open customers that are expected to close then. */
export function closingRows({ when }: NumberRef<"closing">, lookup: Lookup): RowsBehind {
  const own = lookup.open.filter((customer) => closingOf(customer, lookup) === when);
  return listed(
    byWorth(lookup, own).map((customer): RowBehind => {
      const { expectedClose: day } = customer;
      const worth = worthOf(lookup, customer);
      return { customer, because: day === null ? [worth] : [worth, { kind: "expectedClose", day }] };
    }),
  );
}

/** Won customers with both dates, the longest cycle first. */
export function cycleRows(_: NumberRef<"cycle">, { customers, today }: Lookup): RowsBehind {
  return listed(
    customers
      .flatMap((customer) => {
        const spell = isWon(customer) ? spellOf(customer, today) : null;
        return spell ? [{ customer, days: spell.days }] : [];
      })
      .sort((a, b) => b.days - a.days)
      .map(({ customer, days }) => ({ customer, because: [stateOf(customer), { kind: "days", days }] })),
  );
}

/** Open customers: what moves. */
export function velocityRows(_: NumberRef<"velocity">, lookup: Lookup): RowsBehind {
  return listed(lookup.open.map(asItStands(lookup)));
}
