import { valueOfName } from "../workbook/namedCells";
import type { FieldId } from "../schema/fieldIds";
import type { BookSnapshot, ValueGrid } from "../workbook/snapshot";
import { languageName, settingsTableIds, isSettingsTable } from "../schema/settingsNames";
import type { Located } from "../followUps/locate";
import type { Language } from "../values/language";
import type { ValueAnswers } from "../listValues/answers";
import type { Field, Schema } from "../schema/field";
import { defaultFields, proposeSchema } from "./proposeSchema";
import { readSettings } from "./readSettings";
import type { Settings, SettingsReading } from "./settings";
import { settingsTableLooks } from "./tables";

/** What the Settings of a workbook say, with the language it was set up in. */
export interface InstalledSchema extends SettingsReading {
  readonly language: Language;
}

/** The language of the Settings tables' headers, for a workbook whose language cell was lost. */
function languageOfHeaders(book: BookSnapshot): Language {
  const english = new Set(settingsTableIds.flatMap((table) => settingsTableLooks[table].headers("en")));
  const headers = book.tables.flatMap((table) => (isSettingsTable(table.name) ? table.headers : []));
  return headers.filter((header) => english.has(header)).length * 2 > headers.length ? "en" : "zh-CN";
}

/** Reads schema and language of a set-up workbook from the covering grid; null where it has no Settings. */
export function readInstalledSchema(book: BookSnapshot, grid: ValueGrid | null): InstalledSchema | null {
  if (!grid) return null;
  const tag = valueOfName(book, grid, languageName);
  const language = tag === "en" || tag === "zh-CN" ? tag : languageOfHeaders(book);
  return { ...readSettings(book, grid, language), language };
}

/**
 * The schema in force: the Settings where they say something, else what the sheet suggests. Fields whose column is not on
 * the sheet are dormant whatever the Settings say.
 */
export function schemaInForce(
  located: Located,
  settings: Settings | null,
  language: Language,
  answers: ValueAnswers,
): Schema {
  const headerAt = new Map(located.matches.map(({ field, column }) => [field, located.headers[column] ?? ""]));
  const headerOf = (field: FieldId) => headerAt.get(field) ?? null;
  // Not worked out where the Settings say everything: it goes through all rows.
  let fromSheet: Schema | null = null;
  const proposed = () => (fromSheet ??= proposeSchema(located.records, headerOf, language, answers));
  const fields = settings?.fields ?? defaultFields(headerOf);
  return {
    fields: fields.map((field): Field => ({ ...field, header: headerOf(field.id) })),
    stages: settings?.stages ?? proposed().stages,
    types: settings?.types ?? proposed().types,
    owners: settings?.owners ?? proposed().owners,
    reasons: settings?.reasons ?? proposed().reasons,
    lists: settings?.lists ?? proposed().lists,
    calendar: settings?.calendar ?? proposed().calendar,
  };
}
