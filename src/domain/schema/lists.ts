import { type Field, type Schema, type KnownListKey, knownListKeys } from "./field";

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
    default:
      if (field.kind === "person") return "owner";
      return field.kind === "list" || field.kind === "multiList" ? field.list : null;
  }
}

/** Entries of a list by its key; none for a list that there is not. */
export function entriesOfList(key: string, schema: Schema): readonly string[] {
  switch (key) {
    case "stage":
      return schema.stages.map(({ name }) => name);
    case "owner":
      return schema.owners.map(({ name }) => name);
    case "customerType":
      return schema.types.map(({ name }) => name);
    case "reason":
      return schema.reasons.map(({ name }) => name);
    default:
      return schema.lists.find((list) => list.key === key)?.entries ?? [];
  }
}

/** Entries that a field may take, or null where it takes anything. An empty list takes anything: nobody has filled it yet. */
export function listOf(field: Field, schema: Schema): readonly string[] | null {
  const key = listKeyOf(field);
  const entries = key === null ? [] : entriesOfList(key, schema);
  return entries.length > 0 ? entries : null;
}

/** True for a list that is there from the start, by its key. */
export function isKnownList(key: string): key is KnownListKey {
  return knownListKeys.some((known) => known === key);
}
