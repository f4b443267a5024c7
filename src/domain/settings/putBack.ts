import { beginDraft, nameOf, type Entry, type Parts, type Part, type SchemaDraft } from "../schema/draft";
import type { List, Schema } from "../schema/field";
import { readEntry, type EntryTable, type Look } from "./column";
import type { GoneEntry, RememberedRow, SettingsMemory } from "./memory";
import { entryTables, type EntryTableId } from "./tables";

/** Behind the nearest of those that stood before it and stand there still. */
function placeFor(before: readonly string[], standing: readonly string[]): number {
  for (const each of [...before].reverse()) {
    const at = standing.indexOf(each);
    if (at >= 0) return at + 1;
  }
  return 0;
}

/** Entries of one table with those that come back, each in the place that it had. */
function withRows<T extends Parts[Part]>(
  entries: readonly Entry<T>[],
  table: EntryTable<T>,
  remembered: readonly RememberedRow[],
  gone: ReadonlySet<string>,
  look: Look,
): readonly Entry<T>[] {
  const all = [...entries];
  remembered.forEach(({ key, cells }, index) => {
    if (!gone.has(key)) return;
    const before = remembered.slice(0, index).map((row) => row.key);
    const standing = all.map(({ now }) => nameOf(now).toLowerCase());
    const now = readEntry(
      table,
      (column) => cells.get(column) ?? "",
      look,
      () => undefined,
    );
    all.splice(placeFor(before, standing), 0, { was: null, now });
  });
  return all;
}

function withEntries(list: List, remembered: readonly string[]): List {
  const entries = [...list.entries];
  const fold = (entry: string) => entry.toLowerCase();
  remembered.forEach((entry, index) => {
    const standing = entries.map(fold);
    if (standing.includes(fold(entry))) return;
    entries.splice(placeFor(remembered.slice(0, index).map(fold), standing), 0, entry);
  });
  return { ...list, entries };
}

function listsBack(draft: SchemaDraft, { lists }: SettingsMemory, gone: readonly GoneEntry[]): SchemaDraft["lists"] {
  const back = gone.filter(({ table }) => table === "lists");
  const standing = draft.lists.map((entry): Entry<List> => {
    const mine = back.filter(({ list }) => list === entry.now.key).map(({ name }) => String(name).toLowerCase());
    if (mine.length === 0) return entry;
    const kept = new Set([...mine, ...entry.now.entries.map((each) => each.toLowerCase())]);
    const remembered = lists.get(entry.now.key)?.entries ?? [];
    return {
      ...entry,
      now: withEntries(
        entry.now,
        remembered.filter((each) => kept.has(each.toLowerCase())),
      ),
    };
  });
  const whole = back.flatMap(({ list, name }): readonly Entry<List>[] => {
    const key = String(name).trim();
    return list === null ? [{ was: null, now: { key, entries: lists.get(key)?.entries ?? [] } }] : [];
  });
  return [...standing, ...whole];
}

/** The draft that brings back what was deleted from the Settings, as it was last readable. */
export function draftPutBack(
  memory: SettingsMemory,
  gone: readonly GoneEntry[],
  schema: Schema,
  look: Pick<Look, "language" | "dateSystem">,
): SchemaDraft {
  const draft = beginDraft(schema);
  const whole: Look = { ...look, lists: schema.lists, types: schema.types.map(({ name }) => name) };
  const rows = (table: EntryTableId) => memory.tables.get(table)?.rows ?? [];
  const keys = (table: EntryTableId) => new Set(gone.filter((each) => each.table === table).map(({ key }) => key));
  const { fields, stages, types, owners, reasons } = entryTables;
  const days = rows("holidays").filter(({ key }) => keys("holidays").has(key));
  const daysWith = (which: "off" | "on") => {
    const back = days.flatMap(({ cells }) => {
      const day = cells.get(which);
      return typeof day === "number" ? [Math.floor(day)] : [];
    });
    return back.length === 0
      ? draft.calendar[which]
      : [...new Set([...draft.calendar[which], ...back])].sort((a, b) => a - b);
  };
  return {
    ...draft,
    fields: withRows(draft.fields, fields, rows("fields"), keys("fields"), whole),
    stages: withRows(draft.stages, stages, rows("stages"), keys("stages"), whole),
    types: withRows(draft.types, types, rows("types"), keys("types"), whole),
    owners: withRows(draft.owners, owners, rows("owners"), keys("owners"), whole),
    reasons: withRows(draft.reasons, reasons, rows("reasons"), keys("reasons"), whole),
    lists: listsBack(draft, memory, gone),
    calendar: { ...draft.calendar, off: daysWith("off"), on: daysWith("on") },
  };
}
