import type { SettingsProblem } from "../plan/settingsIssue";
import type { List, Schema } from "../schema/field";
import type { SettingsTable } from "../schema/settingsNames";
import type { DateSystem } from "../values/date";
import type { Language } from "../values/language";
import type { CellInput, CellValue } from "../values/value";

/** What a cell is read with, beside the cell itself. */
export interface Look {
  readonly language: Language;
  readonly dateSystem: DateSystem;
  /** The lists that a field can draw from; null where their table has gone. */
  readonly lists: readonly List[] | null;
  /** Names of the customer types, as far as they are known. */
  readonly types: readonly string[];
}

/** What a cell says, or what holds instead, with the reason. A problem is reported with its cell. */
export interface Reading<Value> {
  readonly value: Value;
  readonly problem: SettingsProblem | null;
}

/** Words that a cell offers. */
export interface Choices {
  readonly words: readonly string[];
  /** True where the cell takes nothing else. */
  readonly strict: boolean;
}

/** What the cells of a column hold, and how a value becomes one. What is written is read back as it was. */
export interface Cell<Value> {
  /** @param usual what holds where the cell is blank or cannot be read, unless the cell has a rule of its own */
  readonly read: (cell: CellValue, usual: Value, look: Look) => Reading<Value>;
  readonly write: (value: Value, language: Language) => CellInput;
  /** Number format; General without one. */
  readonly format?: string;
  readonly choices?: (language: Language) => Choices;
}

/** One column of a Settings table: its header, its looks, and what its cells say of an entry. */
export interface Column<Entry, Value> extends Cell<Value> {
  readonly header: Readonly<Record<Language, string>>;
  /** Characters. */
  readonly width: number;
  /** Reads a cell by what its row says further left; null, and where there is none, for `read` to do it. */
  readonly readBy?: (entry: Entry, cell: CellValue) => Reading<Value> | null;
  /** True for a column that a table may do without: a workbook of an earlier version has none, and nobody is told of it. */
  readonly isOptional?: true;
  /** True for an entry whose value does not change, whatever the cell says. */
  readonly isFixed?: (entry: Entry) => boolean;
}

/** Columns by the property that they hold, in the order in which they stand. An entry has no property without a column. */
export type Columns<Entry> = { readonly [Key in keyof Entry]: Column<Entry, Entry[Key]> };

/** A Settings table with one row per entry. */
export interface EntryTable<Entry> {
  readonly table: SettingsTable;
  readonly columns: Columns<Entry>;
  /** The column that names the entry of a row, the first one; null where rows have no name. */
  readonly name: Extract<keyof Entry, string> | null;
  /** What tells an entry from the others, by its name on the sheet; case makes no difference to it. */
  readonly keyOf: (name: string) => string;
  /** An entry of which the sheet says no more than the name. */
  readonly start: (name: string) => Entry;
  readonly entries: (schema: Schema) => readonly Entry[];
}

/** Properties of an entry in the order of their columns. */
export function columnKeys<Entry>(columns: Columns<Entry>): readonly Extract<keyof Entry, string>[] {
  const keys: Extract<keyof Entry, string>[] = [];
  for (const key in columns) keys.push(key);
  return keys;
}

/** The cells of an entry's row, in the order of the columns. */
export function rowOf<Entry>({ columns }: EntryTable<Entry>, entry: Entry, language: Language): readonly CellInput[] {
  return columnKeys(columns).map((key) => columns[key].write(entry[key], language));
}

/**
 * The entry that a row says.
 * @param cellOf the row's cell in a column; blank where the column has gone
 * @param report takes what cannot be read
 */
export function readEntry<Entry>(
  { columns, start, name }: EntryTable<Entry>,
  cellOf: (key: Extract<keyof Entry, string>) => CellValue,
  look: Look,
  report: (key: Extract<keyof Entry, string>, problem: SettingsProblem) => void,
): Entry {
  const usual = start(name === null ? "" : String(cellOf(name)).trim());
  return columnKeys(columns).reduce((entry: Entry, key): Entry => {
    const column = columns[key];
    if (key === name || column.isFixed?.(usual)) return entry;
    const cell = cellOf(key);
    const { value, problem } = column.readBy?.(entry, cell) ?? column.read(cell, usual[key], look);
    if (problem) report(key, problem);
    return { ...entry, [key]: value };
  }, usual);
}
