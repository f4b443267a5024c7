import type { Touch } from "./touch";

/** A row of the follow-up table as far as its ID is concerned; both as text, blank for none. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
}

/** How often each text occurs. */
function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/**
 * IDs that rows without one had before, as the log remembers them by the customer's name: somebody deleted the ID column, or the
 * cell. An ID comes back only where nothing else can be meant: one row has exactly this name, the log knows one ID under
 * it and this name for the ID, and no row carries that ID.
 * @returns for each row its former ID; null where there is none to be sure of
 */
export function previousIds(rows: readonly NamedRow[], touches: readonly Touch[]): readonly (string | null)[] {
  const taken = new Set(rows.map(({ id }) => id));
  const names = countOf(rows.map(({ name }) => name));
  const idsOf = new Map<string, Set<string>>();
  const nameOf = new Map<string, string>();
  for (const { customerId, customer } of touches) {
    if (customerId === "" || customer === "") continue;
    idsOf.set(customer, (idsOf.get(customer) ?? new Set()).add(customerId));
    // The rows are in the order of entry: the last one has the name that the customer had at the end.
    nameOf.set(customerId, customer);
  }
  return rows.map(({ id, name }) => {
    if (id !== "" || name === "" || names.get(name) !== 1) return null;
    const [only, ...others] = idsOf.get(name) ?? [];
    if (only === undefined || others.length > 0 || taken.has(only)) return null;
    return nameOf.get(only) === name ? only : null;
  });
}
