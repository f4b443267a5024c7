import { kindRule, type KindBook } from "../kinds/kinds";
import type { CellValue } from "../values/value";
import type { Field } from "../schema/field";
import type { Reason } from "./finding";

/** What is wrong with one filled cell that shows no error, or null. */
export type CellRule = (value: CellValue) => Reason | null;

/**
 * Values that are not stored as their kind should be: text dates, numbers as text, telephone numbers as numbers, untidy text…
 * @param entries what a multi-list field draws from
 */
export function kindCheck(field: Field, book: KindBook, entries: readonly string[]): CellRule | null {
  if (field.kind === "longText") return null;
  const { problem, repair } = kindRule(field.kind, book, entries);
  return (value) => {
    const rule = problem(value);
    return rule === null ? null : { rule, repaired: repair(value) };
  };
}
