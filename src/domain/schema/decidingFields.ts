import type { FieldId } from "./fieldIds";

/** Fields that decide what the figures say: where one has no column, nobody can say that all is well. */
export const decidingFields: readonly FieldId[] = ["stage", "nextDate", "owner"];
