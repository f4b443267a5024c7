import { nameOf, type Entry, type Part, type Parts, type SchemaDraft } from "../schema/draft";
import { forget, goneList, goneListEntry, type GoneEntry, type SettingsMemory } from "./memory";
import { entryTables } from "./tables";

type Away = Pick<GoneEntry, "table" | "key">;

/** Entries of a part that the draft removes or gives another name. */
function awayFrom<T extends Parts[Part]>(
  table: Exclude<Part, "lists">,
  before: readonly T[],
  entries: readonly Entry<T>[],
): readonly Away[] {
  const kept = new Set(entries.flatMap(({ was, now }) => (was === nameOf(now) ? [was] : [])));
  return before.flatMap((entry) =>
    kept.has(nameOf(entry)) ? [] : [{ table, key: entryTables[table].keyOf(nameOf(entry)).toLowerCase() }],
  );
}

function listsAway({ base, lists }: SchemaDraft): readonly Away[] {
  const byName = new Map(lists.map(({ was, now }) => [was, now]));
  return base.lists.flatMap((list): readonly Away[] => {
    const now = byName.get(list.key);
    if (now?.key !== list.key) return [goneList(list.key)];
    const left = new Set(now.entries.map((entry) => entry.toLowerCase()));
    return list.entries.flatMap((entry) => (left.has(entry.toLowerCase()) ? [] : [goneListEntry(list.key, entry)]));
  });
}

/** The memory without what a draft takes away or renames: that is not to be missed. */
export function withoutDrafted(memory: SettingsMemory, draft: SchemaDraft): SettingsMemory {
  const { base, calendar } = draft;
  const days = { off: new Set(calendar.off), on: new Set(calendar.on) };
  const isAway = (which: "off" | "on", day: unknown) =>
    typeof day === "number" && base.calendar[which].includes(Math.floor(day)) && !days[which].has(Math.floor(day));
  const holidays = (memory.tables.get("holidays")?.rows ?? []).flatMap(({ key, cells }): readonly Away[] =>
    isAway("off", cells.get("off")) || isAway("on", cells.get("on")) ? [{ table: "holidays", key }] : [],
  );
  return forget(memory, [
    ...awayFrom("fields", base.fields, draft.fields),
    ...awayFrom("stages", base.stages, draft.stages),
    ...awayFrom("types", base.types, draft.types),
    ...awayFrom("owners", base.owners, draft.owners),
    ...awayFrom("reasons", base.reasons, draft.reasons),
    ...listsAway(draft),
    ...holidays,
  ]);
}
