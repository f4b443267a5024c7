import type { Customer } from "./customer";
import type { Journey } from "./funnel";

/** Lost and parked customers of one reason, by the open stage that they were last in, or the furthest one where only that is noted. */
export interface ReasonLosses {
  /** Blank where nobody noted a reason. */
  readonly name: string;
  readonly lost: number;
  readonly parked: number;
  /** In pipeline order; `stage` is null for those of whom nobody noted how far they came, who come last. */
  readonly stages: readonly { readonly stage: string | null; readonly customers: readonly Customer[] }[];
}

/**
 * Why customers were lost or parked, and where: the most frequent reason first, blank ones last. Every lost or parked customer
 * is in exactly one reason and one stage. Reasons are compared without regard to case, as Excel does.
 * @param stages names of the open stages, in order
 */
export function lossesByReason(all: readonly Journey[], stages: readonly string[]): readonly ReasonLosses[] {
  const found = new Map<string, { readonly name: string; readonly at: Map<number, Customer[]> }>();
  const unknown = stages.length;
  for (const { customer, visits, furthest } of all) {
    if (customer.state !== "lost" && customer.state !== "parked") continue;
    const name = customer.reason.trim();
    const group = found.get(name.toLowerCase()) ?? { name, at: new Map<number, Customer[]>() };
    found.set(name.toLowerCase(), group);
    const step = visits.at(-1) ?? furthest ?? unknown;
    const own = group.at.get(step);
    if (own) own.push(customer);
    else group.at.set(step, [customer]);
  }
  return [...found.values()]
    .map(({ name, at }): ReasonLosses => {
      const customers = [...at.values()].flat();
      return {
        name,
        lost: customers.filter(({ state }) => state === "lost").length,
        parked: customers.filter(({ state }) => state === "parked").length,
        stages: [...at]
          .sort(([a], [b]) => a - b)
          .map(([step, own]) => ({ stage: stages[step] ?? null, customers: own })),
      };
    })
    .sort((a, b) => Number(a.name === "") - Number(b.name === "") || b.lost + b.parked - (a.lost + a.parked));
}
