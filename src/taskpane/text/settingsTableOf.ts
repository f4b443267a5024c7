import { settingsTables, type SettingsTable } from "../../domain/schema/settingsNames";

const isTable = (key: string): key is SettingsTable => key in settingsTables;

/** Which Settings table a table's name means. */
export function settingsTableOf(name: string): SettingsTable | null {
  return (
    Object.keys(settingsTables)
      .filter(isTable)
      .find((table) => settingsTables[table] === name) ?? null
  );
}
