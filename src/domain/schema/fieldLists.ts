import { kindOf } from "../kinds/allKinds";
import type { Field, Schema } from "./field";
import { entriesOfList } from "./lists";

/** Which list a field draws from: a table of its own, or a column of the lists table; null where it takes anything. */
export function listKeyOf(field: Field): string | null {
  switch (field.id) {
    case "stage":
    case "owner":
    case "customerType":
    case "reason":
      return field.id;
    case "coOwners":
      return "owner";
    default: {
      const { list } = kindOf(field.kind);
      if (list === null) return null;
      return list.of === "owners" ? "owner" : field.list;
    }
  }
}

/** Entries that a field may take, or null where it takes anything. An empty list takes anything: nobody has filled it yet. */
export function listOf(field: Field, schema: Schema): readonly string[] | null {
  const key = listKeyOf(field);
  const entries = key === null ? [] : entriesOfList(key, schema);
  return entries.length > 0 ? entries : null;
}
