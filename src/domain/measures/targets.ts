import type { FieldId } from "../schema/fieldIds";
import type { ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import { groupKey, within, type Customer } from "./customer";
import type { KeyFigures } from "./figures";
import { monthSoFar } from "./periods";

/** How far a target is reached. */
export interface Reached {
  readonly won: number;
  /** Of what was won, customers without an amount: they are not 0, they are not in the sum. */
  readonly withoutAmount: number;
  /** What is missing; 0 where the target is reached. */
  readonly gap: number;
  /** Share of the open amount that has to be won; more than 1 where all of it is not enough, null where nothing is open. */
  readonly needed: number | null;
}

/** What an owner is to win in the month of the review day. The table of targets on the Summary says the same: `summary/parts/targets.ts`. */
export interface MonthTarget {
  /** As the Settings spell it. */
  readonly owner: string;
  readonly target: number;
  /** Null where it cannot be known. */
  readonly reached: Reached | null;
}

type Basis = Pick<ReviewContext, "schema" | "today" | "system"> & {
  readonly records: Pick<Records, "columns" | "lost">;
};

/** Fields without which nobody can have a target. */
const needed: readonly FieldId[] = ["owner", "stage", "closedOn", "amount"];

/** Customers of an owner that were won in the month of the review day, up to that day. */
export function wonThisMonth(
  customers: readonly Customer[],
  name: string,
  day: Pick<ReviewContext, "today" | "system">,
): readonly Customer[] {
  const month = monthSoFar(day);
  return customers.filter(
    ({ owner, state, closed }) => state === "won" && groupKey(owner) === groupKey(name) && within(closed, month),
  );
}

/**
 * The targets of the owners that have one in the Settings, in their order. None where the sheet never had what they are held against.
 * @param key says whether amounts are known
 */
export function monthTargets(
  customers: readonly Customer[],
  { records: { columns, lost = [] }, schema, ...day }: Basis,
  key: Pick<KeyFigures, "wonAmount" | "pipelineAmount">,
): readonly MonthTarget[] {
  if (!needed.every((field) => columns.has(field) || lost.includes(field))) return [];
  const targets = new Map<string, { readonly owner: string; readonly target: number }>();
  for (const { name, monthTarget } of schema.owners) {
    if (monthTarget === null) continue;
    const before = targets.get(groupKey(name));
    targets.set(groupKey(name), { owner: before?.owner ?? name, target: (before?.target ?? 0) + monthTarget });
  }
  const isKnown = key.wonAmount !== null && key.pipelineAmount !== null;
  return [...targets.values()].map(({ owner, target }) => {
    if (!isKnown) return { owner, target, reached: null };
    const won = wonThisMonth(customers, owner, day);
    const open = customers.filter((each) => each.state === "open" && groupKey(each.owner) === groupKey(owner));
    return { owner, target, reached: reachedBy(won, open, target) };
  });
}

function reachedBy(won: readonly Customer[], open: readonly Customer[], target: number): Reached {
  const sum = (own: readonly Customer[]) => own.reduce((total, { amount }) => total + (amount ?? 0), 0);
  const [wonAmount, openAmount] = [sum(won), sum(open)];
  const gap = Math.max(0, target - wonAmount);
  return {
    won: wonAmount,
    withoutAmount: won.filter(({ amount }) => amount === null).length,
    gap,
    needed: gap === 0 ? 0 : openAmount === 0 ? null : gap / openAmount,
  };
}
