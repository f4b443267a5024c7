import { isKnownList } from "./lists";
import type { Schema } from "./field";

/** Name of the cell that holds the review day. */
export const todayName = "FU_Today";
/** Name of the cell that holds the workbook's language tag. */
export const languageName = "FU_Language";
/** Name of the cell that says whether days are calendar or working days. */
export const countingName = "FU_DayCounting";

/** Fixed names of the Settings tables. */
export const settingsTables = {
  fields: "FollowUpFields",
  stages: "FollowUpStages",
  types: "FollowUpTypes",
  owners: "FollowUpOwners",
  reasons: "FollowUpReasons",
  holidays: "FollowUpHolidays",
  lists: "FollowUpLists",
} as const;
export type SettingsTable = keyof typeof settingsTables;

/** The tables from left to right. The lists come last: a list of the team's own is a new column at its right. */
export const settingsTableIds: readonly SettingsTable[] = [
  "fields",
  "stages",
  "types",
  "owners",
  "reasons",
  "holidays",
  "lists",
];

/** Defined names of the lists that cells pick from; a team's own lists are numbered, see `listName`. */
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
