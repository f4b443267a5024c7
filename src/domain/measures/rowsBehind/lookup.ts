import { clockReader, type RowState } from "../../clocks/clocks";
import type { Customer } from "../customer";
import { lastContactReader, lastTouches, type LastContact } from "../lastContact";
import type { NumbersBasis } from "./numberRef";

/** The basis of the numbers, with what rows are looked up by. */
export interface Lookup extends NumbersBasis {
  readonly customers: readonly Customer[];
  readonly open: readonly Customer[];
  /** Names of the open stages, in pipeline order. */
  readonly openStages: readonly string[];
  readonly clocksOf: (customer: Customer) => RowState;
  readonly lastContactOf: (customer: Customer) => LastContact;
  /** Probability of winning from the customer's stage; null where nobody knows. */
  readonly chanceOf: (customer: Customer) => number | null;
}

export function lookupOf(basis: NumbersBasis): Lookup {
  const { records, schema, touches, today, measures } = basis;
  const { customers, probabilities } = measures;
  const read = clockReader(records.columns, basis);
  const readLastContact = lastContactReader(records, today, lastTouches(touches, today));
  const rowOf = ({ index }: Customer) => records.values[index] ?? [];
  return {
    ...basis,
    customers,
    open: customers.filter(({ state }) => state === "open"),
    openStages: schema.stages.filter(({ kind }) => kind === "open").map(({ name }) => name),
    clocksOf: (customer) => read(rowOf(customer)),
    lastContactOf: (customer) => readLastContact(rowOf(customer)),
    chanceOf: ({ step }) => probabilities[step ?? 0]?.probability ?? null,
  };
}
