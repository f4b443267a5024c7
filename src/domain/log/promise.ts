import type { PromiseOutcome } from "./touch";

/**
 * How a promised next date fared when the contact took place: on the day or before it is kept, after it late.
 * @param promised the next date that stood before the contact; null for none
 */
export function promiseOutcome(promised: number | null, contact: number): PromiseOutcome {
  if (promised === null) return "none";
  return Math.floor(contact) <= Math.floor(promised) ? "kept" : "late";
}
