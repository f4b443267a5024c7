import { isKnownField, knownFieldIds, ownField, type FieldId } from "../schema/fieldIds";
import { serialOfIso, type DateSystem } from "../values/date";
import { fieldKinds, kindOf, type FieldKind } from "../kinds/allKinds";
import { defaultCalendar, defaultField } from "../schema/defaults";
import {
  knownListKeys,
  levels,
  outcomes,
  stageKinds,
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
} from "../schema/field";
import { ourProperty } from "./descriptor";
import type { Found, JsonReader } from "./jsonReader";

/** Finds a property of the entry that is being read. */
type At = (key: string) => Found;

/** Reads our own property, which holds a whole schema. What is of a wrong type is noted by the reader. */
export function readOurs(read: JsonReader, ours: unknown, system: DateSystem): Schema {
  const part = (key: string) => read.property(ours, ourProperty, key);
  const entries = <T>(key: string, readEntry: (read: JsonReader, at: At) => T): readonly T[] =>
    read.list(...part(key), (value, path) => readEntry(read, (name) => read.property(value, path, name)));
  const fields = entries("fields", (_, at) => readField(read, at, system));
  const lists = entries("lists", readList);
  const [calendar, calendarPath] = part("calendar");
  return {
    fields: allFields(fields),
    stages: distinct(entries("stages", readStage)),
    types: distinct(entries("types", readType)),
    owners: distinct(entries("owners", readOwner)),
    reasons: distinct(entries("reasons", readReason)),
    lists: allLists(lists),
    calendar: readCalendar(read, (key) => read.property(calendar, calendarPath, key), system),
  };
}

function readField(read: JsonReader, at: At, system: DateSystem): Field {
  const id = readFieldId(read, ...at("id"));
  const kind = read.word(fieldKinds, "text", ...at("kind"));
  const readLimit = limitReader(read, kind, system);
  return {
    id,
    // What a known field is does not change: the measures rely on it.
    kind: isKnownField(id) ? defaultField(id, null).kind : kind,
    header: read.orNull(...at("header"), read.text),
    requiredWhen: read.list(...at("requiredWhen"), (each, where) => readCondition(read, each, where)),
    level: read.word(levels, "observe", ...at("level")),
    columnRequired: read.truth(...at("columnRequired")),
    list: read.orNull(...at("list"), read.text),
    unique: read.truth(...at("unique")),
    min: read.orNull(...at("min"), readLimit),
    max: read.orNull(...at("max"), readLimit),
    pattern: read.orNull(...at("pattern"), read.text),
    hint: read.orNull(...at("hint"), read.text),
  };
}

/** A known field that an older version had not heard of starts with its default. */
function allFields(fields: readonly Field[]): readonly Field[] {
  const byId = new Map(fields.map((field) => [field.id, field]));
  return [
    ...knownFieldIds.map((id) => byId.get(id) ?? defaultField(id, null)),
    ...[...byId.values()].filter(({ id }) => !isKnownField(id)),
  ];
}

function readFieldId(read: JsonReader, value: unknown, path: string): FieldId {
  const text = read.text(value, path);
  const known = knownFieldIds.find((id) => id === text);
  if (known !== undefined) return known;
  return /^own:./.test(text) ? ownField(text.slice("own:".length)) : read.wrong(path, "field", ownField("?"));
}

function readCondition(read: JsonReader, value: unknown, path: string): Condition {
  const [kind] = read.property(value, path, "kind");
  if (kind !== "all") return readSimple(read, value, path);
  const [parts, where] = read.property(value, path, "of");
  const of = read.list(parts, where, (each, own) => readSimple(read, each, own));
  return of.length > 0 ? { kind, of } : read.wrong(where, "list", { kind: "always" });
}

function readSimple(read: JsonReader, value: unknown, path: string): SimpleCondition {
  const at = (key: string) => read.property(value, path, key);
  const kinds = ["always", "open", "fromStage", "outcome", "customerType", "oneOf"] as const;
  const kind = read.word(kinds, "always", ...at("kind"));
  switch (kind) {
    case "always":
    case "open":
      return { kind };
    case "fromStage":
      return { kind, stage: read.text(...at("stage")) };
    case "outcome":
      return { kind, outcome: read.word(outcomes, "won", ...at("outcome")) };
    case "customerType":
      return { kind, type: read.text(...at("type")) };
    case "oneOf":
      return { kind, fields: read.list(...at("fields"), (each, where) => readFieldId(read, each, where)) };
  }
}

function limitReader(read: JsonReader, kind: FieldKind, system: DateSystem): (...found: Found) => number {
  const { limits } = kindOf(kind);
  if (limits === null) return read.number;
  return (value, path) => limits.ofJson(value, system) ?? read.wrong(path, limits.of, 0);
}

function readStage(read: JsonReader, at: At): Stage {
  return {
    name: read.name(...at("name")),
    kind: read.word(stageKinds, "open", ...at("kind")),
    staleDays: read.days(...at("staleDays")),
    warnDays: read.orNull(...at("warnDays"), read.days),
    stuckDays: read.orNull(...at("stuckDays"), read.days),
    probability: read.orNull(...at("probability"), read.share),
    nextOwner: read.orNull(...at("nextOwner"), read.text),
  };
}

function readType(read: JsonReader, at: At): CustomerType {
  return {
    name: read.name(...at("name")),
    staleDays: read.orNull(...at("staleDays"), read.days),
    keyAccount: read.truth(...at("keyAccount")),
  };
}

function readOwner(read: JsonReader, at: At): Owner {
  // Files of an earlier version say nothing of targets.
  const [target = null, path] = at("monthTarget");
  return {
    name: read.name(...at("name")),
    team: read.text(...at("team")),
    monthTarget: read.orNull(target, path, read.number),
  };
}

function readReason(read: JsonReader, at: At): ClosingReason {
  return {
    name: read.name(...at("name")),
    outcome: read.orNull(...at("outcome"), (each, where) => read.word(outcomes, "won", each, where)),
    revisitDays: read.orNull(...at("revisitDays"), read.days),
  };
}

function readList(read: JsonReader, at: At): List {
  return { key: read.text(...at("key")), entries: read.list(...at("entries"), read.text) };
}

/** The lists that are always there come first. */
function allLists(lists: readonly List[]): readonly List[] {
  return [
    ...knownListKeys.map((key) => lists.find((list) => list.key === key) ?? { key, entries: [] }),
    ...lists.filter(({ key }) => !knownListKeys.some((known) => known === key)),
  ];
}

function readCalendar(read: JsonReader, at: At, system: DateSystem): Calendar {
  const readDay = (value: unknown, path: string): number => {
    if (typeof value === "number") return value;
    const day = typeof value === "string" ? serialOfIso(value, system) : null;
    return day ?? read.wrong(path, "date", 0);
  };
  return {
    ...defaultCalendar,
    counting: read.word(["calendar", "working"] as const, "calendar", ...at("counting")),
    off: read.list(...at("off"), readDay),
    on: read.list(...at("on"), readDay),
  };
}

/** The first of several entries of one name. */
function distinct<T extends { readonly name: string }>(entries: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return entries.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}
