import type { SettingsIssue } from "../../../domain/plan/settingsIssue";

/** What the tables of the Settings, and the cell beside them, are called in a sentence. */
export const settingsParts: Readonly<Record<SettingsIssue["table"], string>> = {
  fields: "the fields table",
  stages: "the stages table",
  types: "the customer types table",
  owners: "the owners table",
  reasons: "the reasons table",
  holidays: "the days-off table",
  lists: "the lists table",
  counting: "the way days are counted",
};
