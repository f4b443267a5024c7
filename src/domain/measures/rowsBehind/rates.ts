import { cohorts, winRateCases } from "../conversion";
import { spellOf } from "../incidence";
import type { Lookup } from "./lookup";
import type { NumberRef, RowBehind, RowsBehind } from "./numberRef";
import { asItStands, byState, isWon, shareOf, stateOf } from "./rows";

export function winRateRows({ id }: NumberRef<"winRate">, lookup: Lookup): RowsBehind {
  const { part, whole } = winRateCases(id, lookup.customers);
  return shareOf(part, whole, asItStands(lookup));
}

/** Won so far, of the customers created in the month. */
export function cohortRows({ year, month }: NumberRef<"cohort">, lookup: Lookup): RowsBehind {
  const cohort = cohorts(lookup.customers, [], lookup).find((each) => each.year === year && each.month === month);
  const members = cohort?.customers ?? [];
  return shareOf(members.filter(isWon), members, byState);
}

/** Won within so many days; beside them all others that were watched. */
export function convertedRows({ days }: NumberRef<"converted">, { customers, today }: Lookup): RowsBehind {
  const watched = customers.flatMap((customer) => {
    const spell = spellOf(customer, today);
    return spell ? [{ customer, spell }] : [];
  });
  type Watched = (typeof watched)[number];
  const toRow = ({ customer, spell }: Watched): RowBehind => ({
    customer,
    because: [stateOf(customer), { kind: "days", days: spell.days }],
  });
  const isInTime = ({ spell }: Watched) => spell.end === "won" && spell.days <= days;
  return {
    rows: watched.filter(isInTime).map(toRow),
    others: watched.filter((each) => !isInTime(each)).map(toRow),
    whole: null,
  };
}
