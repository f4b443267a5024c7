import { winRateCases } from "./conversion";
import { within, type Customer, type Period } from "./customer";
import { rateOf, type Rate } from "./wilson";

/** What a period brought. */
export interface PeriodFigures {
  /** Won and lost customers by their closing date. */
  readonly won: readonly Customer[];
  readonly lost: readonly Customer[];
  /** Won of won and lost. */
  readonly rate: Rate;
  /** Sum over the won customers with an amount; null where some were won and none has one. */
  readonly wonAmount: number | null;
  /** Won customers without an amount: they are not 0, they are not in the sum. */
  readonly withoutAmount: number;
  /** Customers by the day of their first contact. */
  readonly created: readonly Customer[];
}

/** @param period null for all time, where customers without a date count too */
export function periodFigures(customers: readonly Customer[], period: Period | null): PeriodFigures {
  const { part: won, whole } = winRateCases("closed", customers, period);
  const amounts = won.flatMap(({ amount }) => amount ?? []);
  return {
    won,
    lost: whole.filter(({ state }) => state === "lost"),
    rate: rateOf(won.length, whole.length),
    wonAmount: won.length > 0 && amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0),
    withoutAmount: won.length - amounts.length,
    created: customers.filter(({ created }) => within(created, period)),
  };
}

/** Customers that no period but all time can count: won or lost without a closing date, and without a first contact. */
export function undatedIn(customers: readonly Customer[]): { readonly closed: number; readonly created: number } {
  return {
    closed: customers.filter(({ state, closed }) => (state === "won" || state === "lost") && closed === null).length,
    created: customers.filter(({ created }) => created === null).length,
  };
}
