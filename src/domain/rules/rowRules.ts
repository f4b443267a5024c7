import type { RowCheck, RowRule, RowRuleSetting } from "./rowRule";
import { future } from "./rows/future";
import { notPositive } from "./rows/notPositive";
import { openClosed } from "./rows/openClosed";
import { order } from "./rows/order";
import { otherOutcome } from "./rows/otherOutcome";

/**
 * Every rule about a row, in the order in which they look at it: a cell that one of them reports is left out by the next.
 * The closing date of an open customer says more than that it lies in the future.
 */
const rules = [openClosed, future, order, notPositive, otherOutcome] as const;

type FoundBy<Rule> = Rule extends RowRule<infer Found> ? Found : never;
/** What rules about a row find. */
export type RowFinding = FoundBy<(typeof rules)[number]>;

export const rowRules: readonly RowRule<RowFinding>[] = rules;

/** The rules that have something to ask of a sheet with these columns. */
export function rowChecks(setting: RowRuleSetting): readonly RowCheck<RowFinding>[] {
  return rowRules.flatMap(({ needs, prepare }) =>
    needs.every((field) => setting.columns.has(field)) ? (prepare(setting) ?? []) : [],
  );
}

const always: ReadonlySet<string> = new Set(rowRules.flatMap((rule) => (rule.toldWhileObserved ? [rule.id] : [])));

/** True for what the form tells although the field is only observed. */
export function isToldWhileObserved(reason: { readonly rule: string }): boolean {
  return always.has(reason.rule);
}
