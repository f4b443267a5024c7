import { decidingFields } from "../domain/schema/decidingFields";
import type { FieldId } from "../domain/schema/fieldIds";
import type { CheckResult } from "./subject";

/** What a check comes to, in one word: what is wrong, else what nobody may call well. */
export type Verdict =
  | { readonly kind: "findings"; readonly count: number }
  | { readonly kind: "overdue"; readonly count: number }
  /** A column that decides what the figures say was not found. */
  | { readonly kind: "undecided" }
  /** Nothing to fix, and something worth knowing. */
  | { readonly kind: "notes"; readonly count: number }
  | { readonly kind: "fine" };

type Checked = Pick<CheckResult, "findings" | "figures" | "schema">;

/** Fields that decide what the figures say and have no column: where there are some, nobody can say that all is well. */
export function undecidedFields({ schema }: Pick<Checked, "schema">): readonly FieldId[] {
  return decidingFields.filter((id) => schema.fields.find((field) => field.id === id)?.header == null);
}

/** What a check found, in two counts: what is to be fixed, and what fields that are only observed have to tell. */
export function foundBy({ findings }: Pick<Checked, "findings">): { readonly toFix: number; readonly notes: number } {
  const notes = findings.filter(({ severity }) => severity === "info").length;
  return { toFix: findings.length - notes, notes };
}

/** Never fine while somebody is overdue, or while a column that decides was not found. */
export function verdictOf(check: Checked): Verdict {
  const { toFix, notes } = foundBy(check);
  if (toFix > 0) return { kind: "findings", count: toFix };
  const overdue = check.figures.key.overdue ?? 0;
  if (overdue > 0) return { kind: "overdue", count: overdue };
  if (undecidedFields(check).length > 0 || check.figures.unreadable !== null) return { kind: "undecided" };
  return notes > 0 ? { kind: "notes", count: notes } : { kind: "fine" };
}
