import { fittingReasons } from "../schema/closingReasons";
import type { ClosingReason, Schema, StageKind } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";
import type { ListedCustomer } from "./customers";

/** A lost or parked customer that is worth another touch by now. It is no sale in progress, so never overdue. */
export interface SecondFollowUp {
  readonly customer: ListedCustomer;
  /** The day from which it is. */
  readonly due: number;
}

/**
 * The rule of a reason: the one for the customer's outcome before one for any, before one for another outcome. Case makes no
 * difference, as in Excel.
 */
export function reasonRule(
  reason: string,
  state: StageKind,
  { reasons }: Pick<Schema, "reasons">,
): ClosingReason | null {
  if (reason === "") return null;
  const named = reasons.filter(({ name }) => name.toLowerCase() === reason.toLowerCase());
  const fits = (wanted: StageKind | null) => named.find(({ outcome }) => outcome === wanted);
  return fits(state) ?? fits(null) ?? named[0] ?? null;
}

/** Names of the reasons that can be given for an outcome, each once. */
export function reasonsFor(state: StageKind, schema: Pick<Schema, "reasons">): readonly string[] {
  return [...new Set(fittingReasons(state, schema).map(({ name }) => name))];
}

/**
 * The day from which a lost or parked customer is worth another touch: the date that the sheet names for a parked one, else
 * the closing date and the interval of the reason. Null for never, and where no date is known.
 */
export function revisitDay(customer: ListedCustomer, schema: Schema): number | null {
  if (customer.state !== "lost" && customer.state !== "parked") return null;
  if (customer.revisitOn !== null) return customer.revisitOn;
  const days = reasonRule(customer.reason, customer.state, schema)?.revisitDays ?? null;
  const closed = customer.closedOn ?? customer.lastContact;
  return days === null || closed === null ? null : closed + days;
}

/** Lost and parked customers whose day has come, the longest due first. A touch since that day puts them off again by their interval. */
export function secondFollowUps(
  customers: readonly ListedCustomer[],
  { schema, today }: Pick<ReviewContext, "schema" | "today">,
): readonly SecondFollowUp[] {
  return customers
    .flatMap((customer): readonly SecondFollowUp[] => {
      const due = revisitDay(customer, schema);
      if (due === null || due > today) return [];
      const since = customer.lastContact;
      if (since === null || since < due) return [{ customer, due }];
      const days = reasonRule(customer.reason, customer.state, schema)?.revisitDays ?? null;
      return days !== null && since + days <= today ? [{ customer, due: since + days }] : [];
    })
    .sort((a, b) => a.due - b.due);
}
