import { bandRows, countRows } from "./counts";
import { coverageRows, firstResponseRows, onTimeRows, touchRows } from "./followUp";
import { nextRows, reachedRows, reasonRows } from "./funnel";
import { lookupOf, type Lookup } from "./lookup";
import { closingRows, cycleRows, neglectedRows, velocityRows, weightedRows, withoutAmountRows } from "./money";
import type { NumberKind, NumberRef, NumbersBasis, RowsBehind } from "./numberRef";
import { activityRows, groupRows, personSignalRows, signalRows, trendRows } from "./people";
import { periodRows, targetRows } from "./periods";
import { cohortRows, convertedRows, winRateRows } from "./rates";

const readers: { readonly [Kind in NumberKind]: (ref: NumberRef<Kind>, lookup: Lookup) => RowsBehind } = {
  count: countRows,
  band: bandRows,
  winRate: winRateRows,
  cohort: cohortRows,
  converted: convertedRows,
  reached: reachedRows,
  next: nextRows,
  reason: reasonRows,
  coverage: coverageRows,
  onTime: onTimeRows,
  firstResponse: firstResponseRows,
  touches: touchRows,
  group: groupRows,
  period: periodRows,
  activity: activityRows,
  target: targetRows,
  trend: trendRows,
  signal: signalRows,
  personSignal: personSignalRows,
  weighted: weightedRows,
  neglected: neglectedRows,
  withoutAmount: withoutAmountRows,
  closing: closingRows,
  cycle: cycleRows,
  velocity: velocityRows,
};

/** Looks up the customers and touches behind a number, and why each of them counts. */
export function rowsBehind<Kind extends NumberKind>(ref: NumberRef<Kind>, basis: NumbersBasis): RowsBehind {
  return readers[ref.kind](ref, lookupOf(basis));
}
