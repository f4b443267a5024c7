import { dateOf, type DateSystem } from "../values/date";
import type { Customer } from "./customer";

/** When an open customer is expected to close, seen from the review day. */
export const closings = ["passed", "thisMonth", "later", "undated"] as const;
export type Closing = (typeof closings)[number];

/** One part of the weighted amount. */
export interface ClosingPart {
  readonly customers: number;
  /** Of these, without an amount: they are not 0, they are not in the sum. */
  readonly withoutAmount: number;
  /** Of those with an amount, without a chance of winning: they are not in the sum either. */
  readonly withoutChance: number;
  /** Σ amount × probability; null where no customer has both. */
  readonly weighted: number | null;
}

/** The weighted amount of the open customers by the day on which they are expected to close: the parts add up to the whole. */
export type ByClosing = Readonly<Record<Closing, ClosingPart>>;

/** @param today review day; `passed` is before it, and the calendar month is the review day's */
export function closingOf(
  { expectedClose }: Pick<Customer, "expectedClose">,
  { today, system }: { readonly today: number; readonly system: DateSystem },
): Closing {
  if (expectedClose === null) return "undated";
  if (expectedClose < today) return "passed";
  const [close, now] = [dateOf(expectedClose, system), dateOf(today, system)];
  return close.year === now.year && close.month === now.month ? "thisMonth" : "later";
}

/** @returns null where no open customer has such a day: there is nothing to tell apart */
export function byClosing(
  open: readonly Customer[],
  chanceOf: (customer: Customer) => number | null,
  review: { readonly today: number; readonly system: DateSystem },
): ByClosing | null {
  if (open.every(({ expectedClose }) => expectedClose === null)) return null;
  const partOf = (closing: Closing): ClosingPart => {
    const own = open.filter((customer) => closingOf(customer, review) === closing);
    const worths = own.flatMap((customer) => {
      const chance = chanceOf(customer);
      return customer.amount === null || chance === null ? [] : [customer.amount * chance];
    });
    return {
      customers: own.length,
      withoutAmount: own.filter(({ amount }) => amount === null).length,
      withoutChance: own.filter((customer) => customer.amount !== null && chanceOf(customer) === null).length,
      weighted: worths.length === 0 ? null : worths.reduce((sum, worth) => sum + worth, 0),
    };
  };
  return {
    passed: partOf("passed"),
    thisMonth: partOf("thisMonth"),
    later: partOf("later"),
    undated: partOf("undated"),
  };
}
