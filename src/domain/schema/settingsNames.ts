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

/** Names of the columns by table. */
export interface SettingsColumns {
  readonly fields:
    | ("name" | "header" | "kind" | "requiredWhen" | "level" | "columnRequired")
    | ("list" | "unique" | "min" | "max" | "pattern" | "hint");
  readonly stages: "name" | "kind" | "staleDays" | "warnDays" | "stuckDays" | "probability" | "nextOwner";
  readonly types: "name" | "staleDays" | "keyAccount";
  readonly owners: "name" | "team";
  readonly reasons: "name" | "outcome" | "revisitDays";
  readonly holidays: "off" | "on" | "note";
}

/** Columns of the Settings tables in the order they are made; the lists table has a column per list. */
export const settingsColumns: { readonly [Table in keyof SettingsColumns]: readonly SettingsColumns[Table][] } = {
  fields: [
    ...(["name", "header", "kind", "requiredWhen", "level", "columnRequired"] as const),
    ...(["list", "unique", "min", "max", "pattern", "hint"] as const),
  ],
  stages: ["name", "kind", "staleDays", "warnDays", "stuckDays", "probability", "nextOwner"],
  types: ["name", "staleDays", "keyAccount"],
  owners: ["name", "team"],
  reasons: ["name", "outcome", "revisitDays"],
  holidays: ["off", "on", "note"],
};

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
