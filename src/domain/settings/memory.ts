import type { SettingsIssue } from "../plan/settingsIssue";
import { isKnownField } from "../schema/fieldIds";
import { isKnownList } from "../schema/lists";
import { fieldByText } from "../schema/conditionText";
import { settingsTables, type SettingsTable } from "../schema/settingsNames";
import { isJsonObject } from "../values/jsonObject";
import { isBlank, type CellValue } from "../values/value";
import type { BookSnapshot, ValueGrid } from "../workbook/snapshot";
import { placeOf, type Place } from "./place";
import { columnNames, columnOffsets, entryTables, type EntryTableId } from "./tables";
import { listKeyAt } from "./tables/lists";

/** A row of a Settings table as it was last readable. */
export interface RememberedRow {
  /** What tells it from the others, in small letters. */
  readonly key: string;
  /** Cells by the property that their column holds; one that was never readable has none. */
  readonly cells: ReadonlyMap<string, CellValue>;
}

export interface RememberedTable {
  /** Headers as they stood, with those of the team's own columns. */
  readonly headers: readonly string[];
  readonly rows: readonly RememberedRow[];
}

/** A list as it was last readable. */
export interface RememberedList {
  readonly header: string;
  readonly entries: readonly string[];
}

/**
 * What the Settings said when they could last be read, cell by cell: what a repair puts back, and by which a row that was deleted
 * is missed. A row that somebody deleted stays in it until the deletion is confirmed.
 */
export interface SettingsMemory {
  readonly tables: ReadonlyMap<EntryTableId, RememberedTable>;
  /** By the list's key. */
  readonly lists: ReadonlyMap<string, RememberedList>;
  /** The word that says how days are counted; null where it was never readable. */
  readonly counting: CellValue | null;
}

/** The Settings as they stand, with what cannot be read in them. */
export interface StandingSettings {
  readonly book: BookSnapshot;
  readonly grid: ValueGrid;
  readonly issues: readonly SettingsIssue[];
  /** The cell that says how days are counted; null where there is none. */
  readonly counting: CellValue | null;
}

const entryTableIds: readonly EntryTableId[] = ["fields", "stages", "types", "owners", "reasons", "holidays"];

/** The key of a row by its cells; null for a row that names nothing. Days have no names: their dates tell them apart. */
function rowKey(table: EntryTableId, cellOf: (key: string) => CellValue): string | null {
  const { name, keyOf } = entryTables[table];
  if (name === null) {
    const [off, on] = [String(cellOf("off")), String(cellOf("on"))];
    return off === "" && on === "" ? null : `${off}/${on}`;
  }
  const text = String(cellOf(name)).trim();
  return text === "" ? null : keyOf(text).toLowerCase();
}

function isUnreadable({ kind }: SettingsIssue["problem"]): boolean {
  return kind === "unknownWord" || kind === "notANumber" || kind === "notADate" || kind === "unreadableCondition";
}

/** Place of a cell among the Settings, whatever row it stands in. */
export function settingsCellKey({ table, at }: Pick<SettingsIssue, "table" | "at">): string {
  return at ? `${table} ${at.column} ${at.entry.toLowerCase()}` : table;
}

function readTable(table: EntryTableId, place: Place, unreadable: ReadonlySet<string>): RememberedTable {
  const offsets = columnOffsets(table, place.headers);
  const keys = columnNames(table);
  const seen = new Set<string>();
  const rows = place.rows.flatMap((values): readonly RememberedRow[] => {
    const cellOf = (key: string) => values[offsets[keys.indexOf(key)] ?? -1] ?? "";
    const key = rowKey(table, cellOf);
    if (key === null || seen.has(key)) return [];
    seen.add(key);
    const { name } = entryTables[table];
    const entry = name === null ? "" : String(cellOf(name)).trim();
    const readable = keys.filter(
      (column, at) => (offsets[at] ?? -1) >= 0 && !unreadable.has(settingsCellKey({ table, at: { entry, column } })),
    );
    return [{ key, cells: new Map(readable.map((column) => [column, cellOf(column)])) }];
  });
  return { headers: place.headers.map(String), rows };
}

function readListColumns(place: Place): ReadonlyMap<string, RememberedList> {
  return new Map(
    place.headers.flatMap((header, column) => {
      if (isBlank(header)) return [];
      const entries = place.rows.flatMap((row) => {
        const entry = String(row[column] ?? "").trim();
        return entry === "" ? [] : [entry];
      });
      return [[listKeyAt(header), { header: String(header), entries }] as const];
    }),
  );
}

/**
 * What stood there and what stands there now, as one list: what has gone keeps its place behind its neighbour. What stands where another
 * one stood is that one under a new name.
 */
function aligned<T>(before: readonly T[], now: readonly T[], keyOf: (each: T) => string): readonly T[] {
  const standing = new Set(now.map(keyOf));
  const known = new Map(before.map((each, index) => [keyOf(each), index]));
  const renamed = new Set<number>();
  now.forEach((each, index) => {
    if (known.has(keyOf(each))) return;
    const neighbour = now[index - 1];
    const at = neighbour === undefined ? 0 : (known.get(keyOf(neighbour)) ?? -2) + 1;
    const stood = before[at];
    if (at >= 0 && stood !== undefined && !standing.has(keyOf(stood))) renamed.add(at);
  });
  const all = [...now];
  before.forEach((each, index) => {
    if (standing.has(keyOf(each)) || renamed.has(index)) return;
    const neighbour = before[index - 1];
    const at = neighbour === undefined ? -1 : all.findIndex((other) => keyOf(other) === keyOf(neighbour));
    all.splice(neighbour !== undefined && at < 0 ? all.length : at + 1, 0, each);
  });
  return all;
}

/** True where a header of ours stood before and has gone: what stands in its place may be its new words, and is not remembered as a column. */
function hasLostHeader(table: EntryTableId, before: readonly string[], now: readonly string[]): boolean {
  const offsets = columnOffsets(table, now);
  return columnOffsets(table, before).some((offset, column) => offset >= 0 && (offsets[column] ?? -1) < 0);
}

function withTable(table: EntryTableId, before: RememberedTable | undefined, now: RememberedTable): RememberedTable {
  if (!before) return now;
  const byKey = new Map(before.rows.map((row) => [row.key, row]));
  const rows = now.rows.map(({ key, cells }) => ({
    key,
    cells: new Map([...(byKey.get(key)?.cells ?? []), ...cells]),
  }));
  const { headers } = hasLostHeader(table, before.headers, now.headers) ? before : now;
  return { headers, rows: aligned(before.rows, rows, ({ key }) => key) };
}

/**
 * The lists of the team's own, and ours whose header stands. While one of ours has lost its header, what came since may be that one under other
 * words, and is not remembered as a list.
 */
function knownStill(
  before: ReadonlyMap<string, RememberedList>,
  now: ReadonlyMap<string, RememberedList>,
): readonly (readonly [string, RememberedList])[] {
  const hasLost = [...before.keys()].some((key) => isKnownList(key) && !now.has(key));
  return hasLost ? [...now].filter(([key]) => before.has(key) || isKnownList(key)) : [...now];
}

function withLists(
  before: ReadonlyMap<string, RememberedList>,
  now: ReadonlyMap<string, RememberedList>,
): ReadonlyMap<string, RememberedList> {
  const merged = knownStill(before, now).map(([key, list]): readonly [string, RememberedList] => {
    const entries = aligned(before.get(key)?.entries ?? [], list.entries, (entry) => entry.toLowerCase());
    return [key, { ...list, entries }];
  });
  return new Map(aligned([...before], merged, ([key]) => key));
}

/** What is remembered from before, with what was readable since. */
export function mergeMemories(before: SettingsMemory, now: SettingsMemory): SettingsMemory {
  const tables = entryTableIds.flatMap((table) => {
    const [old, own] = [before.tables.get(table), now.tables.get(table)];
    const merged = own ? withTable(table, old, own) : old;
    return merged ? [[table, merged] as const] : [];
  });
  const lists = now.lists.size > 0 ? withLists(before.lists, now.lists) : before.lists;
  return { tables: new Map(tables), lists, counting: now.counting ?? before.counting };
}

/**
 * What is remembered once the Settings were read again: cells that can be read take the place of what was remembered of them, the
 * others keep it.
 */
export function remember(before: SettingsMemory | null, standing: StandingSettings): SettingsMemory {
  const { book, grid, issues, counting } = standing;
  const unreadable = new Set(issues.filter(({ problem }) => isUnreadable(problem)).map(settingsCellKey));
  const tables = entryTableIds.flatMap((table) => {
    const place = placeOf(settingsTables[table], book, grid);
    // Under a name that cannot be found nothing says whose row it is.
    const isReadable = place && (columnOffsets(table, place.headers)[0] ?? -1) >= 0;
    return isReadable ? [[table, readTable(table, place, unreadable)] as const] : [];
  });
  const lists = placeOf(settingsTables.lists, book, grid);
  const now: SettingsMemory = {
    tables: new Map(tables),
    lists: lists ? readListColumns(lists) : new Map(),
    counting: unreadable.has("counting") ? null : counting,
  };
  return before ? mergeMemories(before, now) : now;
}

/** What is remembered of a cell that cannot be read; null where nothing is, or nothing that says more than what somebody typed. */
export function rememberedCell(
  memory: SettingsMemory | null,
  { table, at }: Pick<SettingsIssue, "table" | "at">,
): CellValue | null {
  if (memory === null || table === "lists") return null;
  if (table === "counting") return memory.counting;
  if (!at) return null;
  const key = entryTables[table].keyOf(at.entry).toLowerCase();
  const value =
    memory.tables
      .get(table)
      ?.rows.find((row) => row.key === key)
      ?.cells.get(at.column) ?? "";
  return value === "" || value === 0 ? null : value;
}

/** An entry of the Settings that was there, and whose row or cell is there no more. */
export interface GoneEntry {
  readonly table: SettingsTable;
  /** What tells it from the others of its table: for an entry of a list the list's key and the entry. */
  readonly key: string;
  /** As it was written; a date for a day. */
  readonly name: CellValue;
  /** The list that it was an entry of; null for none, and for a whole list. */
  readonly list: string | null;
}

/** A whole list that has gone. */
export function goneList(list: string): Pick<GoneEntry, "table" | "key"> {
  return { table: "lists", key: JSON.stringify([list.toLowerCase()]) };
}

/** An entry of a list that has gone. */
export function goneListEntry(list: string, entry: string): Pick<GoneEntry, "table" | "key"> {
  return { table: "lists", key: JSON.stringify([list.toLowerCase(), entry.toLowerCase()]) };
}

/** What stands in the memory and on the sheet no more. Rows of known fields are the repair's, and so are tables and headers that have gone. */
export function goneEntries(memory: SettingsMemory | null, standing: StandingSettings): readonly GoneEntry[] {
  if (memory === null) return [];
  const now = remember(null, standing);
  const rows = entryTableIds.flatMap((table): readonly GoneEntry[] => {
    const stands = now.tables.get(table);
    if (!stands) return [];
    const keys = new Set(stands.rows.map(({ key }) => key));
    const { name } = entryTables[table];
    return (memory.tables.get(table)?.rows ?? []).flatMap(({ key, cells }): readonly GoneEntry[] => {
      const written = name === null ? [cells.get("off"), cells.get("on")].find(Boolean) : cells.get(name);
      if (keys.has(key) || written === undefined) return [];
      if (table === "fields" && isKnownField(fieldByText(String(written)))) return [];
      return [{ table, key, name: written, list: null }];
    });
  });
  if (now.lists.size === 0) return rows;
  const lists = [...memory.lists].flatMap(([list, { header, entries }]): readonly GoneEntry[] => {
    const stands = now.lists.get(list);
    if (!stands) return isKnownList(list) ? [] : [{ ...goneList(list), name: header, list: null }];
    const left = new Set(stands.entries.map((entry) => entry.toLowerCase()));
    return entries
      .filter((entry) => !left.has(entry.toLowerCase()))
      .map((entry) => ({ ...goneListEntry(list, entry), name: entry, list }));
  });
  return [...rows, ...lists];
}

/** The memory without entries that were meant to go. */
export function forget(memory: SettingsMemory, gone: readonly Pick<GoneEntry, "table" | "key">[]): SettingsMemory {
  const keys = new Set(gone.map(({ table, key }) => `${table} ${key}`));
  const isGone = ({ table, key }: Pick<GoneEntry, "table" | "key">) => keys.has(`${table} ${key}`);
  const tables = [...memory.tables].map(
    ([table, { headers, rows }]) =>
      [table, { headers, rows: rows.filter(({ key }) => !isGone({ table, key })) }] as const,
  );
  const lists = [...memory.lists].flatMap(([list, { header, entries }]) => {
    if (isGone(goneList(list))) return [];
    const left = entries.filter((entry) => !isGone(goneListEntry(list, entry)));
    return [[list, { header, entries: left }] as const];
  });
  return { ...memory, tables: new Map(tables), lists: new Map(lists) };
}

const version = 1;

/** The memory as text, for the workbook's bookkeeping. */
export function encodeMemory({ tables, lists, counting }: SettingsMemory): string {
  return JSON.stringify({
    version,
    tables: [...tables].map(([table, { headers, rows }]) => [
      table,
      headers,
      rows.map(({ key, cells }) => [key, Object.fromEntries(cells)]),
    ]),
    lists: [...lists].map(([key, { header, entries }]) => [key, header, entries]),
    counting,
  });
}

function cellOf(value: unknown): CellValue | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each: unknown) => typeof each === "string") : [];
}

function partsOf(value: unknown): readonly (readonly unknown[])[] {
  return Array.isArray(value) ? value.filter((each: unknown): each is readonly unknown[] => Array.isArray(each)) : [];
}

/** Reads what `encodeMemory` wrote; what is none of it is left out. Null where nothing is. */
export function decodeMemory(text: string | undefined): SettingsMemory | null {
  if (text === undefined) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (!isJsonObject(read) || read.version !== version) return null;
    const tables = partsOf(read.tables).flatMap(([name, headers, rows]) => {
      const table = entryTableIds.find((id) => id === name);
      if (!table) return [];
      const known = partsOf(rows).flatMap(([key, cells]): readonly RememberedRow[] => {
        if (typeof key !== "string" || !isJsonObject(cells)) return [];
        const own = Object.entries(cells).flatMap(([column, value]) => {
          const cell = cellOf(value);
          return cell === null ? [] : [[column, cell] as const];
        });
        return [{ key, cells: new Map(own) }];
      });
      return [[table, { headers: textsOf(headers), rows: known }] as const];
    });
    const lists = partsOf(read.lists).flatMap(([key, header, entries]) =>
      typeof key === "string" && typeof header === "string"
        ? [[key, { header, entries: textsOf(entries) }] as const]
        : [],
    );
    return { tables: new Map(tables), lists: new Map(lists), counting: cellOf(read.counting) };
  } catch {
    return null;
  }
}
