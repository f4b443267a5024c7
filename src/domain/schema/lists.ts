import { knownListKeys, type KnownListKey, type Schema } from "./field";

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

/** True for a list that is there from the start, by its key. */
export function isKnownList(key: string): key is KnownListKey {
  return knownListKeys.some((known) => known === key);
}

/** Defined names of the lists that cells pick from; a team's own lists are numbered, see `listDefinedName`. */
export const listNames = {
  stage: "FU_Stages",
  owner: "FU_Owners",
  customerType: "FU_CustomerTypes",
  reason: "FU_Reasons",
  source: "FU_Sources",
  tags: "FU_Tags",
  method: "FU_Methods",
  result: "FU_Results",
} as const;

/** Defined name of a list by its key; a team's own lists are numbered in the order of their columns. Null for a list that there is not. */
export function listDefinedName(key: string, schema: Schema): string | null {
  if (isTableOrKnownList(key)) return listNames[key];
  const own = schema.lists.filter((list) => !isKnownList(list.key)).findIndex((list) => list.key === key);
  return own < 0 ? null : `FU_List_${own + 1}`;
}

function isTableOrKnownList(key: string): key is keyof typeof listNames {
  return key in listNames;
}
