import type { CellInput, CellValue } from "../values/value";
import {
  knownListKeys,
  type ClosingReason,
  type CustomerType,
  type Field,
  type Owner,
  type Schema,
  type Stage,
} from "../schema/field";
import { settingsTables, type SettingsTable } from "../schema/settingsNames";
import { referenceTo } from "../workbook/columnReference";
import { workbookText } from "../schema/workbookText";
import { foldText } from "../values/text";
import type { Language } from "../values/language";
import { languages } from "./cells";
import { columnKeys, rowOf, type Choices, type EntryTable } from "./column";
import { fieldsTable } from "./tables/fields";
import { holidaysTable, type Day } from "./tables/holidays";
import { listCells, listWidths } from "./tables/lists";
import { ownersTable } from "./tables/owners";
import { reasonsTable } from "./tables/reasons";
import { stagesTable } from "./tables/stages";
import { typesTable } from "./tables/types";

/** What a row of each table stands for; the table of lists has a column per list instead. */
export interface EntryOf {
  readonly fields: Field;
  readonly stages: Stage;
  readonly types: CustomerType;
  readonly owners: Owner;
  readonly reasons: ClosingReason;
  readonly holidays: Day;
}
export type EntryTableId = keyof EntryOf;
/** Names of a table's columns. */
export type ColumnOf<Table extends EntryTableId> = Extract<keyof EntryOf[Table], string>;

export const entryTables: { readonly [Table in EntryTableId]: EntryTable<EntryOf[Table]> } = {
  fields: fieldsTable,
  stages: stagesTable,
  types: typesTable,
  owners: ownersTable,
  reasons: reasonsTable,
  holidays: holidaysTable,
};

/** Header of a column as a new Settings sheet has it. */
export function columnHeader<Table extends EntryTableId>(
  table: Table,
  column: ColumnOf<Table>,
  language: Language,
): string {
  return entryTables[table].columns[column].header[language];
}

/** The properties that a table's columns hold, in their order. */
export function columnNames(table: EntryTableId): readonly string[] {
  return Object.keys(entryTables[table].columns);
}

/** Headers of all columns of a table, by the property that they hold. */
export function columnHeaders(table: EntryTableId, language: Language): ReadonlyMap<string, string> {
  const headers = settingsTableLooks[table].headers(language);
  return new Map(columnNames(table).map((key, at) => [key, headers[at] ?? ""]));
}

/** Reference to the cells of a column, for a formula anywhere in the workbook. */
export function settingsColumn<Table extends EntryTableId>(
  table: Table,
  column: ColumnOf<Table>,
  language: Language,
): string {
  return referenceTo("body", settingsTables[table], columnHeader(table, column, language));
}

/** The looks of one column, whatever it holds. */
export interface ColumnLooks {
  readonly width: number;
  readonly format?: string;
  readonly choices?: (language: Language) => Choices;
}

/** A Settings table as cells, whatever its rows stand for. */
export interface TableLooks {
  /** Headers of the columns that the add-in makes, in their order. */
  readonly headers: (language: Language) => readonly string[];
  readonly columns: readonly ColumnLooks[];
  /** Header and rows as the schema has them; one blank row where it has none. */
  readonly cells: (schema: Schema, language: Language) => readonly (readonly CellInput[])[];
}

function looksOf<Entry>(table: EntryTable<Entry>): TableLooks {
  const keys = columnKeys(table.columns);
  const headers = (language: Language) => keys.map((key) => table.columns[key].header[language]);
  return {
    headers,
    columns: keys.map((key) => table.columns[key]),
    cells: (schema, language) => {
      const rows = table.entries(schema).map((entry) => rowOf(table, entry, language));
      return [headers(language), ...(rows.length > 0 ? rows : [keys.map(() => "")])];
    },
  };
}

/** Every table of the Settings as cells. */
export const settingsTableLooks: Readonly<Record<SettingsTable, TableLooks>> = {
  fields: looksOf(fieldsTable),
  stages: looksOf(stagesTable),
  types: looksOf(typesTable),
  owners: looksOf(ownersTable),
  reasons: looksOf(reasonsTable),
  holidays: looksOf(holidaysTable),
  lists: {
    headers: (language) => knownListKeys.map((key) => workbookText[language].settings.lists[key]),
    columns: listWidths.map((width) => ({ width })),
    cells: listCells,
  },
};

/** Place among the columns that the add-in makes of the one that a header names, in either language; -1 for one of the team's own. */
export function columnPlace(table: SettingsTable, header: CellInput): number {
  const text = foldText(String(header));
  const { headers } = settingsTableLooks[table];
  for (const language of languages) {
    const place = headers(language).findIndex((name) => foldText(name) === text);
    if (place >= 0) return place;
  }
  return -1;
}

/** Where each column that the add-in makes stands among a table's headers, as offsets; -1 where it has gone. */
export function columnOffsets(table: SettingsTable, headers: readonly CellValue[]): readonly number[] {
  const folded = headers.map((header) => foldText(String(header)));
  const names = languages.map((language) => settingsTableLooks[table].headers(language).map(foldText));
  return settingsTableLooks[table].columns.map((_, at) =>
    folded.findIndex((header) => names.some((each) => each[at] === header)),
  );
}
