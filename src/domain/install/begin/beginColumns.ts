import { knownFieldIds, type KnownFieldId } from "../../schema/fieldIds";

/** How much of a follow-up sheet a team wants to begin with, from the fewest columns to all of them. */
export const beginKinds = ["lite", "default", "full"] as const;
export type BeginKind = (typeof beginKinds)[number];

/** The fewest columns that a small team works with. */
const lite: readonly KnownFieldId[] = [
  ...(["customer", "contact", "phone", "owner", "stage"] as const),
  ...(["lastContact", "nextDate", "nextStep", "note"] as const),
];

/** What a team has too that wants to know where its customers come from, what they bring and why they go. */
const usual: readonly KnownFieldId[] = [
  ...lite,
  ...(["customerType", "source", "amount", "firstContact", "needs", "feedback", "closedOn", "reason"] as const),
];

/** Set-up itself puts the column of IDs at the right, in each kind. */
const columns: Readonly<Record<BeginKind, readonly KnownFieldId[]>> = {
  lite,
  default: usual,
  full: knownFieldIds.filter((id) => id !== "id"),
};

/** The columns of a new follow-up sheet, in the order in which the schema has its fields. */
export function beginColumns(kind: BeginKind): readonly KnownFieldId[] {
  return knownFieldIds.filter((id) => columns[kind].includes(id));
}
