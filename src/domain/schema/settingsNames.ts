/** Name of the cell that holds the review day. */
export const todayName = "FU_Today";
/** Name of the cell that holds the workbook's language tag. */
export const languageName = "FU_Language";
/** Name of the cell that says whether days are calendar or working days. */
export const countingName = "FU_DayCounting";
/**
 * Fixed name of the first cell of a list that began from nothing: customers that are typed into it wait for their IDs, and that none
 * has one yet is no damage.
 */
export const beganName = "FU_Began";

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

const foldedNames: ReadonlySet<string> = new Set(Object.values(settingsTables).map((name) => name.toLowerCase()));

/** True for the name of a Settings table, in either case, as Excel compares names. */
export function isSettingsTable(name: string): boolean {
  return foldedNames.has(name.toLowerCase());
}

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
