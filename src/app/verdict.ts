import { decidingFields } from "../domain/schema/decidingFields";
import type { FieldId } from "../domain/schema/fieldIds";
import type { CheckResult } from "./subject";

/** What a check comes to, in one word: what is wrong, else what nobody may call well. */
export type Verdict =
  | { readonly kind: "findings"; readonly count: number }
  | { readonly kind: "overdue"; readonly count: number }
  /** A column that decides what the figures say was not found. */
  | { readonly kind: "undecided" }
  | { readonly kind: "fine" };

type Checked = Pick<CheckResult, "findings" | "figures" | "schema">;

/** Fields that decide what the figures say and have no column: where there are some, nobody can say that all is well. */
export function undecidedFields({ schema }: Pick<Checked, "schema">): readonly FieldId[] {
  return decidingFields.filter((id) => schema.fields.find((field) => field.id === id)?.header == null);
}

/** Never fine while somebody is overdue, or while a column that decides was not found. */
export function verdictOf(check: Checked): Verdict {
  const { findings, figures } = check;
  if (findings.length > 0) return { kind: "findings", count: findings.length };
  const overdue = figures.key.overdue ?? 0;
  if (overdue > 0) return { kind: "overdue", count: overdue };
  return { kind: undecidedFields(check).length > 0 ? "undecided" : "fine" };
}
