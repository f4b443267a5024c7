import type { ClosingReason, Outcome, Schema, StageKind } from "./field";

/** What may be said of an outcome for which the team has named no reason: a customer is parked for what others are lost for. */
const kindred: Readonly<Partial<Record<StageKind, Outcome>>> = { parked: "lost", lost: "parked" };

/**
 * The reasons that can be given for an outcome: its own and those for any, or, where there are none, those of its kindred one; never why
 * something was won for why it was not.
 */
export function fittingReasons(state: StageKind, { reasons }: Pick<Schema, "reasons">): readonly ClosingReason[] {
  const of = (wanted: StageKind | undefined) => reasons.filter(({ outcome }) => outcome === null || outcome === wanted);
  const own = of(state);
  return own.length > 0 ? own : of(kindred[state]);
}
