import { kindOf } from "../kinds/allKinds";
import { listOf } from "../schema/fieldLists";
import type { Field } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";
import { kindCheck, type CellRule } from "./kind";
import { listRule, multiListRule } from "./list";
import { patternRule } from "./pattern";
import { rangeRule } from "./range";

/** A cell means the same on every day, so that the review day is not asked for. */
type CellRuleContext = Omit<ReviewContext, "today">;

/** The first rule that objects speaks for the cell. */
function firstOf(rules: readonly (CellRule | null)[]): CellRule | null {
  const [only, ...others] = rules.filter((rule) => rule !== null);
  if (only === undefined) return null;
  if (others.length === 0) return only;
  return (value) => {
    const reason = only(value);
    if (reason !== null) return reason;
    for (const rule of others) {
      const next = rule(value);
      if (next !== null) return next;
    }
    return null;
  };
}

/**
 * What is asked of a field's filled cells, as one rule. Where a list is in force it speaks alone: what is not tidy is not on
 * it either, and the suggestion repairs both.
 */
export function cellRuleOf(field: Field, review: CellRuleContext): CellRule | null {
  const entries = listOf(field, review.schema);
  if (entries === null) return firstOf([kindCheck(field, review, []), rangeRule(field), patternRule(field)]);
  return kindOf(field.kind).list?.several
    ? firstOf([multiListRule(entries, review.language), kindCheck(field, review, entries), patternRule(field)])
    : firstOf([listRule(entries, field.id === "stage"), patternRule(field)]);
}
