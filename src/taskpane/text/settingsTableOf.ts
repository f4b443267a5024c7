import { settingsTables, type SettingsTable } from "../../domain/schema/settingsNames";

const tables = new Map<string, SettingsTable>([
  [settingsTables.fields, "fields"],
  [settingsTables.stages, "stages"],
  [settingsTables.types, "types"],
  [settingsTables.owners, "owners"],
  [settingsTables.reasons, "reasons"],
  [settingsTables.holidays, "holidays"],
  [settingsTables.lists, "lists"],
]);

/** Which Settings table a table's name means. */
export function settingsTableOf(name: string): SettingsTable | null {
  return tables.get(name) ?? null;
}
