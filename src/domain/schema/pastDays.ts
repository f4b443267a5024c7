import type { FieldId } from "./fieldIds";

/** Dates of what has happened already: none of them can lie ahead. */
export const pastDays: readonly FieldId[] = ["firstContact", "lastContact", "closedOn", "stageSince"];
