import type { Customer } from "../customer";
import { funnel, type FunnelMode, type FunnelStep } from "../funnel";
import type { Lookup } from "./lookup";
import type { NumberRef, RowBehind, RowsBehind } from "./numberRef";
import { isWon, listed, shareOf, stateOf } from "./rows";

function stepsOf({ measures, openStages }: Lookup, mode: FunnelMode): readonly FunnelStep[] {
  return funnel(measures.journeys, openStages.length, mode).steps;
}

/** Builds the row of a customer that came to a step. */
function atStep({ measures, openStages }: Lookup, step: number): (customer: Customer) => RowBehind {
  const known = new Set(
    measures.journeys.flatMap(({ customer, furthest, hasHistory }) => {
      const isKnown = isWon(customer) || (furthest !== null && (customer.isFurthestNoted || hasHistory));
      return isKnown ? [customer] : [];
    }),
  );
  return (customer) => ({
    customer,
    because: [{ kind: "reached", stage: openStages[step] ?? null, known: known.has(customer) }, stateOf(customer)],
  });
}

/** Who came to the step, of all that entered the funnel. */
export function reachedRows({ mode, step }: NumberRef<"reached">, lookup: Lookup): RowsBehind {
  const steps = stepsOf(lookup, mode);
  const first = mode === "passed" ? (steps[0]?.customers ?? []) : lookup.customers;
  return shareOf(steps[step]?.customers ?? [], first, atStep(lookup, step));
}

/** Who went on to the next step, of those at this one. */
export function nextRows({ mode, step }: NumberRef<"next">, lookup: Lookup): RowsBehind {
  const steps = stepsOf(lookup, mode);
  const next = new Set(steps[step + 1]?.customers ?? []);
  const here = steps[step]?.customers ?? [];
  return shareOf(
    here.filter((customer) => next.has(customer)),
    here,
    atStep(lookup, step),
  );
}

/** Lost and parked customers of a reason, with the stage that they were last in, of all that are lost or parked. */
export function reasonRows({ name }: NumberRef<"reason">, { customers, measures }: Lookup): RowsBehind {
  const losses = measures.reasons.find((reason) => reason.name === name);
  const rows = (losses?.stages ?? []).flatMap(({ stage, customers: own }) =>
    own.map((customer): RowBehind => ({
      customer,
      because: [stateOf(customer), ...(stage === null ? [] : [{ kind: "reached", stage, known: true } as const])],
    })),
  );
  return listed(rows, customers.filter(({ state }) => state === "lost" || state === "parked").length);
}
