import { kindOf } from "../kinds/allKinds";
import type { KindBook } from "../kinds/kind";
import { remembered } from "../values/remembered";
import type { CellValue } from "../values/value";
import type { Field } from "../schema/field";
import type { Reason } from "./finding";

/** What is wrong with one filled cell that shows no error, or null. */
export type CellRule = (value: CellValue) => Reason | null;

/**
 * Values that are not stored as their kind should be: text dates, numbers as text, telephone numbers as numbers, untidy text…
 * @param entries what a multi-list field draws from
 */
export function kindCheck(field: Field, book: KindBook, entries: readonly string[]): CellRule {
  const { problem, repair, meant } = kindOf(field.kind).rule(book, { min: field.min, max: field.max, entries });
  // What a wrong value should be takes long to find out, and people write the same wrong thing again and again.
  const reasonOf = remembered((value: CellValue): Reason | null => {
    const rule = problem(value);
    if (rule === null) return null;
    const repaired = repair(value);
    const guess = repaired === null ? (meant?.(value) ?? null) : null;
    return { rule, repaired, ...(guess === null ? {} : { meant: guess }) };
  });
  return (value) => (problem(value) === null ? null : reasonOf(value));
}
