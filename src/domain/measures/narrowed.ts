import type { ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import type { Touch } from "../log/touch";
import { groupKey, type Customer } from "./customer";
import { groupsBy } from "./people";

/** What the numbers can be narrowed to. */
export const narrowings = ["owner", "team", "customerType"] as const;
export type Narrowing = (typeof narrowings)[number];

/** One owner, team or type; the name is blank for customers without one. */
export interface NumbersFilter {
  readonly by: Narrowing;
  readonly name: string;
}

function passes(customer: Customer, { by, name }: NumbersFilter): boolean {
  return groupKey(customer[by]) === groupKey(name);
}

/** The names that there are to choose from, those with most open customers first, blank last; none where there is but one. */
export function namesToNarrow(customers: readonly Customer[], by: Narrowing): readonly string[] {
  const groups = [...groupsBy(customers, by)].sort(
    (a, b) => Number(a.name === "") - Number(b.name === "") || b.open - a.open || (a.name < b.name ? -1 : 1),
  );
  return groups.length < 2 ? [] : groups.map(({ name }) => name);
}

/** A list with the rows of all others blank, so that each customer keeps its row, and the log with the touches of these customers alone. */
export interface Narrowed {
  readonly records: Records;
  readonly touches: readonly Touch[];
}

/** @param customers of the whole list */
export function narrowed(
  filter: NumbersFilter,
  records: Records,
  touches: readonly Touch[],
  customers: readonly Customer[],
): Narrowed {
  const own = customers.filter((customer) => passes(customer, filter));
  const rows = new Set(own.map(({ index }) => index));
  const ids = new Set(own.flatMap(({ id }) => (id === "" ? [] : [id])));
  const blank = Array<"">(records.area.columns).fill("");
  return {
    records: { ...records, values: records.values.map((row, index) => (rows.has(index) ? row : blank)) },
    touches: touches.filter(({ customerId }) => ids.has(customerId)),
  };
}

/** Owners of the Settings that the filter is about. */
export function ownersIn(filter: NumbersFilter | null, { schema }: Pick<ReviewContext, "schema">): readonly string[] {
  if (filter === null) return schema.owners.map(({ name }) => name);
  if (filter.by !== "team") return [];
  return schema.owners.flatMap(({ name, team }) => (groupKey(team) === groupKey(filter.name) ? [name] : []));
}
