import type { PromiseOutcome } from "./touch";

/**
 * How a promised next date fared when the touch took place: on the day or before it is kept, after it late.
 * @param promised the next date that stood before the touch; null for none
 */
export function promiseOutcome(promised: number | null, touched: number): PromiseOutcome {
  if (promised === null) return "none";
  return Math.floor(touched) <= Math.floor(promised) ? "kept" : "late";
}
