import { kindOf } from "../kinds/allKinds";
import { addEntry, changeEntry, removeEntry, type SchemaDraft } from "./draft";
import type { Field } from "./field";
import { isKnownField } from "./fieldIds";

/** A list of that name which nobody has written into the Settings yet; null where there is none. */
function draftedList(draft: SchemaDraft, key: string): number | null {
  const at = draft.lists.findIndex(({ was, now }) => was === null && now.key === key);
  return at < 0 ? null : at;
}

/** Without a list that was begun for a field and that no field draws from any more. */
function withoutIdleList(draft: SchemaDraft, key: string | null): SchemaDraft {
  const at = key === null ? null : draftedList(draft, key);
  const isUsed = draft.fields.some(({ now }) => now.list === key);
  return at === null || isUsed ? draft : removeEntry(draft, "lists", at);
}

/**
 * A field of the team's own with a change, and with the list that goes with it: one that is picked from gets a list of its own name, and
 * the list follows the name and goes with its field, as long as it stands nowhere but in the draft.
 */
export function changeOwnField(draft: SchemaDraft, index: number, now: Field): SchemaDraft {
  const before = draft.fields[index]?.now;
  if (!before || isKnownField(now.id)) return changeEntry(draft, "fields", index, now);
  const name = now.id.slice("own:".length).trim();
  const takesList = kindOf(now.kind).list?.of === "field";
  if (!takesList) return withoutIdleList(changeEntry(draft, "fields", index, { ...now, list: null }), before.list);
  const oldName = before.id.slice("own:".length);
  const same = draft.lists.find((each) => each.now.key.toLowerCase() === name.toLowerCase());
  if (now.list === null) {
    const list = same?.now.key ?? name;
    const listed = same ? draft : addEntry(draft, "lists", { key: name, entries: [] });
    return changeEntry(listed, "fields", index, { ...now, list });
  }
  const changed = changeEntry(draft, "fields", index, now);
  const own = before.list === oldName ? draftedList(changed, oldName) : null;
  const list = own === null ? undefined : changed.lists[own]?.now;
  if (own !== null && list && name !== oldName && name !== "" && !same && now.list === before.list)
    return changeEntry(changed, "lists", own, { ...list, key: name });
  return now.list === before.list ? changed : withoutIdleList(changed, before.list);
}

/** The draft without a field, and without the list that was begun for it. */
export function removeField(draft: SchemaDraft, index: number): SchemaDraft {
  const list = draft.fields[index]?.now.list ?? null;
  return withoutIdleList(removeEntry(draft, "fields", index), list);
}
