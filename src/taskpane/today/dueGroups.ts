import { dueGroups, type DueGroup, type DueItem } from "../../domain/clocks/due";
import type { CheckResult } from "../../app/subject";
import type { KeyFigures } from "../../domain/measures/figures";

/** Whose customers are shown: everybody's (null), or one owner's; `""` stands for customers without an owner. */
export type OwnerChoice = string | null;

export interface DueSection {
  readonly group: DueGroup;
  readonly items: readonly DueItem[];
  /** All customers of whom the group's word is true: those that stand in an earlier group as well. */
  readonly all: number;
}

/** Owners that can be chosen: those of the schema, then others in the list; `""` last where a customer has none. */
export function ownersOf(check: CheckResult): readonly string[] {
  const named = new Set(check.schema.owners.map(({ name }) => name));
  for (const item of check.due) named.add(item.owner);
  const owners = [...named].filter((owner) => owner !== "");
  return named.has("") ? [...owners, ""] : owners;
}

const none: ReadonlySet<number> = new Set();

/**
 * The to-do list in its groups, in working order; groups without a customer are left out.
 * @param shared rows that the owner has as a co-owner
 */
export function dueSections(due: readonly DueItem[], owner: OwnerChoice, shared = none): readonly DueSection[] {
  const mine = owner === null ? due : due.filter((item) => item.owner === owner || shared.has(item.row));
  return dueGroups
    .map((group) => ({
      group,
      items: mine.filter((item) => item.group === group),
      all: mine.filter((item) => item.group === group || item.also.some((flag) => flag.group === group)).length,
    }))
    .filter(({ items }) => items.length > 0);
}

export type StripFigures = Pick<KeyFigures, "open" | "won" | "lost" | "winRate" | "overdue" | "dueToday">;

/** The figures of the strip, for everybody or for one owner. */
export function stripFigures(check: CheckResult, owner: OwnerChoice): StripFigures {
  const { key, byOwner } = check.figures;
  if (owner === null) return key;
  const own = byOwner.find((figures) => figures.owner === owner);
  const dueToday = check.due.filter((item) => item.owner === owner && item.group === "today").length;
  return {
    open: own?.open ?? 0,
    won: own?.won ?? 0,
    lost: own?.lost ?? 0,
    winRate: own?.winRate ?? null,
    overdue: own === undefined ? null : own.overdue,
    dueToday: key.dueToday === null ? null : dueToday,
  };
}
