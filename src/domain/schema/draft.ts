import { isKnownField, knownFieldIds, type FieldId } from "./fieldIds";
import { kindOf } from "../kinds/allKinds";
import { fieldByText } from "./conditionText";
import { workbookText } from "./workbookText";
import {
  knownListKeys,
  type Calendar,
  type ClosingReason,
  type Condition,
  type CustomerType,
  type Field,
  type List,
  type Owner,
  type Schema,
  type SimpleCondition,
  type Stage,
} from "./field";
import { listKeyOf } from "./fieldLists";
import { entriesOfList } from "./lists";

/** The parts of a schema that are lists of named entries. */
export interface Parts {
  readonly fields: Field;
  readonly stages: Stage;
  readonly types: CustomerType;
  readonly owners: Owner;
  readonly reasons: ClosingReason;
  readonly lists: List;
}
export type Part = keyof Parts;
export const parts: readonly Part[] = ["fields", "stages", "types", "owners", "reasons", "lists"];

/** What tells an entry from the others of its part: a field's ID, a list's key, else the name. */
export function nameOf(entry: Parts[Part]): string {
  if ("id" in entry) return entry.id;
  return "key" in entry ? entry.key : entry.name;
}

/** An entry with its name before the draft, so that a rename is not taken for a removal and a new entry. Null for a new one. */
export interface Entry<T> {
  readonly was: string | null;
  readonly now: T;
}

/** A schema that is being edited. Nothing of it stands in the workbook until it is applied. */
export interface SchemaDraft extends DraftParts {
  /** The schema in force when the draft was begun: only what differs from it is written. */
  readonly base: Schema;
  readonly calendar: Calendar;
  /** Fields whose header is a column that the sheet is to get. */
  readonly newColumns: ReadonlySet<FieldId>;
  /** Whether the rows of the sheet follow renamed entries. */
  readonly renameRows: boolean;
  /** Where the customers of entries that are removed go, as far as somebody said. */
  readonly moves: readonly Move[];
}

/** Where the customers of an entry that is removed go. */
export interface Move {
  /** Key of the list that the entry was of. */
  readonly list: string;
  readonly from: string;
  /** Another entry of the list; null where the rows stay as they are. */
  readonly to: string | null;
}
type DraftParts = { readonly [P in Part]: readonly Entry<Parts[P]>[] };

/** The entries of a part that is known by name only: what is read there can be given back to the same part. */
export function entriesIn<P extends Part>(draft: DraftParts, part: P): readonly Entry<Parts[P]>[] {
  return draft[part];
}

/** A draft in which nothing has been edited yet. */
export function beginDraft(schema: Schema): SchemaDraft {
  const entries = <T extends Parts[Part]>(list: readonly T[]) => list.map((now) => ({ was: nameOf(now), now }));
  return {
    base: schema,
    fields: entries(schema.fields),
    stages: entries(schema.stages),
    types: entries(schema.types),
    owners: entries(schema.owners),
    reasons: entries(schema.reasons),
    lists: entries(schema.lists),
    calendar: schema.calendar,
    newColumns: new Set(),
    renameRows: true,
    moves: [],
  };
}

/** The schema that a draft leads to. */
export function wantedSchema(draft: SchemaDraft): Schema {
  const now = <T>(entries: readonly Entry<T>[]): readonly T[] => entries.map((entry) => entry.now);
  return {
    fields: now(draft.fields),
    stages: now(draft.stages),
    types: now(draft.types),
    owners: now(draft.owners),
    reasons: now(draft.reasons),
    lists: now(draft.lists),
    calendar: draft.calendar,
  };
}

/** A draft that leads from the schema in force to another one; entries of one name are taken for the same. */
export function draftTowards(base: Schema, wanted: Schema, headers: readonly string[]): SchemaDraft {
  const entries = <T extends Parts[Part]>(before: readonly T[], after: readonly T[]) => {
    const byName = new Map(before.map((entry) => [nameOf(entry).toLowerCase(), nameOf(entry)]));
    return after.map((now) => ({ was: byName.get(nameOf(now).toLowerCase()) ?? null, now }));
  };
  const present = new Set(headers.map((header) => header.toLowerCase()));
  return {
    base,
    fields: entries(base.fields, wanted.fields),
    stages: entries(base.stages, wanted.stages),
    types: entries(base.types, wanted.types),
    owners: entries(base.owners, wanted.owners),
    reasons: entries(base.reasons, wanted.reasons),
    lists: entries(base.lists, wanted.lists),
    calendar: wanted.calendar,
    newColumns: new Set(
      wanted.fields.flatMap(({ id, header }) => (header === null || present.has(header.toLowerCase()) ? [] : [id])),
    ),
    renameRows: true,
    moves: [],
  };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A condition through a change of those that it is made of. Where one of several that hold at once is dropped, so are the others: less is asked, not more. */
function changed(
  condition: Condition,
  change: (condition: SimpleCondition) => SimpleCondition | null,
): Condition | null {
  if (condition.kind !== "all") return change(condition);
  const of = condition.of.map(change);
  if (of.every((each, at) => each === condition.of[at])) return condition;
  const kept = of.filter((each) => each !== null);
  return kept.length < of.length ? null : { ...condition, of: kept };
}

/** Every field's conditions through a change; null drops one. */
function withConditions(
  draft: SchemaDraft,
  change: (condition: SimpleCondition) => SimpleCondition | null,
): SchemaDraft {
  const fields = draft.fields.map((entry) => {
    const requiredWhen = entry.now.requiredWhen.map((condition) => changed(condition, change));
    if (requiredWhen.every((condition, at) => condition === entry.now.requiredWhen[at])) return entry;
    return { ...entry, now: { ...entry.now, requiredWhen: requiredWhen.filter((condition) => condition !== null) } };
  });
  return { ...draft, fields };
}

/** Has what names an entry follow its new name, or let go of one that is removed (null). */
function follow(draft: SchemaDraft, part: Part, from: string, to: string | null): SchemaDraft {
  switch (part) {
    case "stages":
      return withConditions(draft, (condition) => {
        if (condition.kind !== "fromStage" || !same(condition.stage, from)) return condition;
        return to === null ? null : { ...condition, stage: to };
      });
    case "types":
      return withConditions(draft, (condition) => {
        if (condition.kind !== "customerType" || !same(condition.type, from)) return condition;
        return to === null ? null : { ...condition, type: to };
      });
    case "owners":
      return {
        ...draft,
        stages: draft.stages.map((entry) =>
          entry.now.nextOwner !== null && same(entry.now.nextOwner, from)
            ? { ...entry, now: { ...entry.now, nextOwner: to } }
            : entry,
        ),
      };
    case "lists":
      return {
        ...draft,
        fields: draft.fields.map((entry) =>
          entry.now.list === from ? { ...entry, now: { ...entry.now, list: to } } : entry,
        ),
      };
    case "fields": {
      const named = withConditions(draft, (condition) => {
        if (condition.kind !== "oneOf" || !condition.fields.some((id) => id === from)) return condition;
        const fields = condition.fields.flatMap((id): readonly FieldId[] => {
          if (id !== from) return [id];
          return draft.fields.flatMap(({ now }) => (now.id === to ? [now.id] : []));
        });
        return fields.length === 0 ? null : { ...condition, fields };
      });
      const newColumns = [...named.newColumns].flatMap((id): readonly FieldId[] => {
        if (id !== from) return [id];
        return named.fields.flatMap(({ now }) => (now.id === to ? [now.id] : []));
      });
      return { ...named, newColumns: new Set(newColumns) };
    }
    case "reasons":
      return draft;
  }
}

function withPart<P extends Part>(draft: SchemaDraft, part: P, entries: readonly Entry<Parts[P]>[]): SchemaDraft {
  return { ...draft, [part]: entries };
}

/** The draft with one entry changed; what names the entry follows a new name. */
export function changeEntry<P extends Part>(draft: SchemaDraft, part: P, index: number, now: Parts[P]): SchemaDraft {
  const entries = entriesIn(draft, part);
  const before = entries[index];
  if (!before) return draft;
  const changed = withPart(
    draft,
    part,
    entries.map((entry, at) => (at === index ? { ...entry, now } : entry)),
  );
  const [from, to] = [nameOf(before.now), nameOf(now)];
  return from === to ? changed : follow(changed, part, from, to);
}

export function addEntry<P extends Part>(draft: SchemaDraft, part: P, now: Parts[P]): SchemaDraft {
  const entries = entriesIn(draft, part);
  return withPart(draft, part, [...entries, { was: null, now }]);
}

/** The draft without an entry, and without what names it. */
export function removeEntry(draft: SchemaDraft, part: Part, index: number): SchemaDraft {
  const without = <P extends Part>(each: P): SchemaDraft => {
    const entries = entriesIn(draft, each);
    const gone = entries[index];
    if (!gone) return draft;
    const rest = entries.filter((_, at) => at !== index);
    return follow(withPart(draft, each, rest), each, nameOf(gone.now), null);
  };
  return without(part);
}

/** The draft with an entry moved up (-1) or down (1); the ends hold. */
export function moveEntry(draft: SchemaDraft, part: Part, index: number, by: -1 | 1): SchemaDraft {
  const moved = <P extends Part>(each: P): SchemaDraft => {
    const entries = entriesIn(draft, each);
    const [entry, other] = [entries[index], entries[index + by]];
    if (!entry || !other) return draft;
    const next = entries.map((current, at) => (at === index ? other : at === index + by ? entry : current));
    return withPart(draft, each, next);
  };
  return moved(part);
}

/** A name that changes, with the list of the cells that may hold it. */
export interface Rename {
  readonly list: string;
  readonly from: string;
  readonly to: string;
}

const listOfPart = { stages: "stage", types: "customerType", owners: "owner", reasons: "reason" } as const;
const namedParts = ["stages", "types", "owners", "reasons"] as const;

/** Entries that a draft takes out of their list, and that cells of the sheet may hold. */
export function removedEntries({ base, ...draft }: SchemaDraft): readonly Omit<Move, "to">[] {
  const fold = (name: string) => name.toLowerCase();
  const named = namedParts.flatMap((part) => {
    const kept = new Set(draft[part].flatMap(({ was, now }) => [was ?? "", now.name].map(fold)));
    return base[part].flatMap(({ name }) => (kept.has(fold(name)) ? [] : [{ list: listOfPart[part], from: name }]));
  });
  const inLists = draft.lists.flatMap(({ was, now }) => {
    const before = base.lists.find(({ key }) => key === was)?.entries ?? [];
    const kept = new Set(now.entries.map(fold));
    return before.flatMap((from) => (kept.has(fold(from)) ? [] : [{ list: now.key, from }]));
  });
  return [...named, ...inLists];
}

/** What somebody said of the customers of an entry that is removed; null while nobody has, or where what was said fits no more. */
export function moveOf(draft: SchemaDraft, { list, from }: Omit<Move, "to">): Move | null {
  const move = draft.moves.find((each) => each.list === list && same(each.from, from));
  if (!move || move.to === null) return move ?? null;
  return entriesOfList(list, wantedSchema(draft)).includes(move.to) ? move : null;
}

/** The draft with the customers of a removed entry sent somewhere, or nowhere yet (null). */
export function withMove(draft: SchemaDraft, { list, from }: Omit<Move, "to">, move: Move | null): SchemaDraft {
  const others = draft.moves.filter((each) => each.list !== list || !same(each.from, from));
  return { ...draft, moves: move ? [...others, move] : others };
}

/** Names of removed entries whose customers go to another one. */
export function movesOf(draft: SchemaDraft): readonly Rename[] {
  return removedEntries(draft).flatMap((removed) => {
    const to = moveOf(draft, removed)?.to ?? null;
    return to === null ? [] : [{ ...removed, to }];
  });
}

/** Names that change and that cells of the sheet may hold. */
export function renamesOf(draft: SchemaDraft): readonly Rename[] {
  return namedParts.flatMap((part) =>
    draft[part].flatMap(({ was, now }) =>
      was === null || was === now.name || now.name.trim() === ""
        ? []
        : [{ list: listOfPart[part], from: was, to: now.name }],
    ),
  );
}

/** One thing that a draft changes. */
export interface DraftChange {
  readonly part: Part | "calendar";
  readonly what: "added" | "removed" | "changed" | "renamed" | "moved";
  /** Name of the entry before, or of a new one; blank for the calendar. */
  readonly name: string;
  /** The new name where it is renamed, else blank. */
  readonly to: string;
  /** Properties that change. */
  readonly keys: readonly string[];
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a draft changes, entry by entry: the count that is shown before it is applied. */
export function draftChanges(draft: SchemaDraft): readonly DraftChange[] {
  const ofPart = <P extends Part>(part: P, before: readonly Parts[P][]): readonly DraftChange[] => {
    const entries = entriesIn(draft, part);
    const byName = new Map(before.map((entry) => [nameOf(entry), entry]));
    const kept = new Set(entries.map(({ was }) => was));
    const changes = entries.flatMap(({ was, now }): readonly DraftChange[] => {
      const name = nameOf(now);
      const old = was === null ? undefined : byName.get(was);
      if (was === null || old === undefined) return [{ part, what: "added", name, to: "", keys: [] }];
      const oldValues: Readonly<Record<string, unknown>> = { ...old };
      const keys = Object.entries(now).flatMap(([key, value]) =>
        ["id", "key", "name"].includes(key) || isEqual(value, oldValues[key]) ? [] : [key],
      );
      const renamed: DraftChange[] = was === name ? [] : [{ part, what: "renamed", name: was, to: name, keys: [] }];
      return keys.length === 0 ? renamed : [...renamed, { part, what: "changed", name, to: "", keys }];
    });
    const removed = before.flatMap((entry): readonly DraftChange[] => {
      const name = nameOf(entry);
      return kept.has(name) ? [] : [{ part, what: "removed", name, to: "", keys: [] }];
    });
    const stayed = entries.flatMap(({ was }) => (was !== null && byName.has(was) ? [was] : []));
    const order = before.map((entry) => nameOf(entry)).filter((name) => kept.has(name));
    const moved: readonly DraftChange[] = isEqual(stayed, order)
      ? []
      : [{ part, what: "moved", name: "", to: "", keys: [] }];
    return [...changes, ...removed, ...moved];
  };
  const { base } = draft;
  return [
    ...ofPart("fields", base.fields),
    ...ofPart("stages", base.stages),
    ...ofPart("types", base.types),
    ...ofPart("owners", base.owners),
    ...ofPart("reasons", base.reasons),
    ...ofPart("lists", base.lists),
    ...Object.entries(draft.calendar).flatMap(([key, value]): readonly DraftChange[] => {
      const before: Readonly<Record<string, unknown>> = { ...base.calendar };
      return isEqual(value, before[key]) ? [] : [{ part: "calendar", what: "changed", name: "", to: "", keys: [key] }];
    }),
  ];
}

/** Why a draft cannot be applied as it is. */
export interface DraftProblem {
  readonly kind: "blankName" | "sameName" | "sameHeader" | "noOpenStage" | "minAboveMax" | "listMissing";
  readonly part: Part;
  /** Place in the part, so that the entry can be opened. */
  readonly index: number;
  readonly name: string;
}

/** True for a name of the team's own that the Settings would read as one of ours. */
function isTaken(part: Part, name: string): boolean {
  if (part === "lists") return !knownListKeys.some((key) => key === name) && isKnownListWord(name);
  return part === "fields" && !isKnownName(name) && isKnownField(fieldByText(name));
}

function isKnownName(id: string): boolean {
  return knownFieldIds.some((known) => known === id);
}

function isKnownListWord(name: string): boolean {
  return Object.values(workbookText).some(({ settings }) =>
    Object.values(settings.lists).some((word) => same(word, name)),
  );
}

/** What has to be put right before a draft can be applied. */
export function draftProblems(draft: SchemaDraft): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  for (const part of parts) {
    const seen = new Set<string>();
    draft[part].forEach(({ now }, index) => {
      const name = "id" in now ? now.id.replace(/^own:/, "") : "key" in now ? now.key : now.name;
      const folded = name.trim().toLowerCase();
      if (folded === "") problems.push({ kind: "blankName", part, index, name: "" });
      else if (seen.has(folded) || isTaken(part, name)) problems.push({ kind: "sameName", part, index, name });
      seen.add(folded);
    });
  }
  const headers = new Set<string>();
  draft.fields.forEach(({ now }, index) => {
    if (now.header !== null) {
      const folded = now.header.trim().toLowerCase();
      if (folded === "") problems.push({ kind: "blankName", part: "fields", index, name: "" });
      if (headers.has(folded)) problems.push({ kind: "sameHeader", part: "fields", index, name: now.header });
      headers.add(folded);
    }
    const name = now.id;
    if (now.min !== null && now.max !== null && now.min > now.max)
      problems.push({ kind: "minAboveMax", part: "fields", index, name });
    if (kindOf(now.kind).list?.of === "field" && listKeyOf(now) === null)
      problems.push({ kind: "listMissing", part: "fields", index, name });
  });
  if (draft.stages.length > 0 && !draft.stages.some(({ now }) => now.kind === "open"))
    problems.push({ kind: "noOpenStage", part: "stages", index: 0, name: "" });
  return problems;
}
