import { ownersTable } from "../settings/tables/owners";
import { reasonsTable } from "../settings/tables/reasons";
import { stagesTable } from "../settings/tables/stages";
import { typesTable } from "../settings/tables/types";
import { isKnownField, knownFieldIds, ownField, type FieldId } from "../schema/fieldIds";
import { isDateSerial, isoOfSerial, serialOfIso, type DateSystem } from "../values/date";
import { matchHeaders } from "../followUps/headers";
import type { Language } from "../values/language";
import { fieldByText } from "../schema/conditionText";
import { fieldKinds, kindOf, type FieldKind } from "../kinds/allKinds";
import { defaultCalendar, defaultField } from "../schema/defaults";
import {
  knownListKeys,
  levels,
  outcomes,
  stageKinds,
  type Condition,
  type Field,
  type List,
  type Schema,
} from "../schema/field";
import { fieldName } from "../schema/fieldName";
import { jsonReader, type JsonReader } from "./jsonReader";
import { listKeyOf, listOf } from "../schema/fieldLists";

/** The one property that holds what Table Schema has no words for. */
export const ourProperty = "followUpSheet";
/** Goes up when a descriptor written today could not be read by the pane of before. */
const ourVersion = 1;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Excel's wildcards as a regular expression: `~` takes the next sign for itself. */
function regexOf(pattern: string): string {
  return pattern.replace(/~[*?~]|[\s\S]/g, (sign) => {
    if (sign === "*") return ".*";
    if (sign === "?") return ".";
    return (sign.length > 1 ? sign.slice(1) : sign).replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  });
}

/** The wildcards that mean what a simple regular expression means; null for one that wildcards cannot say. */
function wildcardsOf(regex: string): string | null {
  const parts = regex.replace(/^\^|\$$/g, "").match(/\\[^A-Za-z0-9]|\.\*|\.|[^.*+?^${}()|[\]\\]/g) ?? [];
  if (parts.join("") !== regex.replace(/^\^|\$$/g, "")) return null;
  return parts
    .map((part) => {
      if (part === ".*") return "*";
      if (part === ".") return "?";
      const sign = part.startsWith("\\") ? part.slice(1) : part;
      return /[*?~]/.test(sign) ? `~${sign}` : sign;
    })
    .join("");
}

/** Days stand as ISO dates, so that they mean the same day in a workbook of the other date system. */
function dayJson(serial: number, system: DateSystem): Json {
  return Number.isInteger(serial) && isDateSerial(serial, system) ? isoOfSerial(serial, system) : serial;
}

/** A limit as the kind writes it; a number as it stands for kinds without limits. */
function limitJson(limit: number | null, kind: FieldKind, system: DateSystem): Json {
  const { limits } = kindOf(kind);
  return limit === null || limits === null ? limit : limits.toJson(limit, system);
}

function withoutBlanks(entries: Readonly<Record<string, Json | undefined>>): { readonly [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, value]])),
  );
}

function standardField(field: Field, header: string, schema: Schema, language: Language, system: DateSystem): Json {
  const { limits, list, tableSchema } = kindOf(field.kind);
  // A cell with several entries is one string to other tools, which is on no list.
  const entries = list?.several ? null : listOf(field, schema);
  const constraints = withoutBlanks({
    required: field.requiredWhen.some(({ kind }) => kind === "always") || undefined,
    unique: field.unique || undefined,
    enum: entries ?? undefined,
    minimum: limits ? limitJson(field.min, field.kind, system) : undefined,
    maximum: limits ? limitJson(field.max, field.kind, system) : undefined,
    pattern: field.pattern === null || tableSchema.marks.type !== "string" ? undefined : regexOf(field.pattern),
  });
  return withoutBlanks({
    name: header,
    title: fieldName(field.id, language),
    ...tableSchema.marks,
    ...tableSchema.values?.(language),
    description: field.hint ?? undefined,
    constraints: Object.keys(constraints).length > 0 ? constraints : undefined,
  });
}

function conditionJson(condition: Condition): Json {
  return { ...condition };
}

/**
 * The schema as a Table Schema descriptor (Frictionless Data, https://specs.frictionlessdata.io/table-schema/): the sheet's
 * columns for other tools, and everything else under one property of ours, from which it is read back without loss.
 */
export function tableSchemaOf(
  schema: Schema,
  language: Language,
  system: DateSystem,
): { readonly [key: string]: Json } {
  const id = schema.fields.find((field) => field.id === "id")?.header ?? null;
  return {
    fields: schema.fields.flatMap((field) =>
      field.header === null ? [] : [standardField(field, field.header, schema, language, system)],
    ),
    missingValues: [""],
    ...(id === null ? {} : { primaryKey: [id] }),
    [ourProperty]: {
      version: ourVersion,
      language,
      fields: schema.fields.map((field) => ({
        ...field,
        requiredWhen: field.requiredWhen.map(conditionJson),
        min: limitJson(field.min, field.kind, system),
        max: limitJson(field.max, field.kind, system),
      })),
      stages: schema.stages.map((stage) => ({ ...stage })),
      types: schema.types.map((type) => ({ ...type })),
      owners: schema.owners.map((owner) => ({ ...owner })),
      reasons: schema.reasons.map((reason) => ({ ...reason })),
      lists: schema.lists.map((list) => ({ ...list })),
      calendar: {
        counting: schema.calendar.counting,
        off: schema.calendar.off.map((day) => dayJson(day, system)),
        on: schema.calendar.on.map((day) => dayJson(day, system)),
      },
    },
  };
}

/** Why a file cannot be taken in. */
export type ImportProblem =
  | { readonly kind: "notJson" }
  /** JSON, but without a list of fields. */
  | { readonly kind: "notDescriptor" }
  /** Made by a later version. */
  | { readonly kind: "unknownVersion"; readonly version: string }
  /** `path` as in `followUpSheet.stages[2].name`. */
  | { readonly kind: "wrongType"; readonly path: string; readonly expected: string };

/** Something of a foreign descriptor that our schema cannot say. */
export interface NotMapped {
  /** Column, or blank for the whole descriptor. */
  readonly field: string;
  /** The property, as written there: `constraints.minLength`. */
  readonly what: string;
}

export type Import =
  | { readonly ok: true; readonly schema: Schema; readonly notMapped: readonly NotMapped[] }
  | { readonly ok: false; readonly problem: ImportProblem };

/**
 * Reads a descriptor. One of ours is taken whole; of a foreign one what can be said is laid over the schema in force. Never
 * throws.
 * @param current schema in force, for what a foreign descriptor does not say
 */
export function readTableSchema(text: string, current: Schema, system: DateSystem): Import {
  const fail = (problem: ImportProblem): Import => ({ ok: false, problem });
  const parsed = parse(text);
  if (parsed === undefined) return fail({ kind: "notJson" });
  const read = jsonReader();
  if (!read.isRecord(parsed) || !Array.isArray(read.get(parsed, "fields"))) return fail({ kind: "notDescriptor" });
  const ours = read.get(parsed, ourProperty);
  if (ours === undefined) return readForeign(read, parsed, current, system);
  const version = read.isRecord(ours) ? read.get(ours, "version") : undefined;
  if (typeof version === "number" && version !== ourVersion)
    return fail({ kind: "unknownVersion", version: String(version) });
  if (version !== ourVersion) return fail({ kind: "wrongType", path: `${ourProperty}.version`, expected: "number" });
  const schema = readOurs(read, ours, system);
  const [wrong] = read.problems;
  return wrong ? fail({ kind: "wrongType", ...wrong }) : { ok: true, schema, notMapped: [] };
}

/** Undefined for what is no JSON; JSON itself has no such value. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function readLimit(read: JsonReader, value: unknown, path: string, kind: FieldKind, system: DateSystem): number {
  const { limits } = kindOf(kind);
  if (limits === null) return read.number(value, path);
  return limits.ofJson(value, system) ?? read.wrong(path, limits.of, 0);
}

function readDay(read: JsonReader, value: unknown, path: string, system: DateSystem): number {
  if (typeof value === "number") return value;
  const day = typeof value === "string" ? serialOfIso(value, system) : null;
  return day ?? read.wrong(path, "date", 0);
}

function readFieldId(read: JsonReader, value: unknown, path: string): FieldId {
  const text = read.text(value, path);
  const known = knownFieldIds.find((id) => id === text);
  if (known !== undefined) return known;
  return /^own:./.test(text) ? ownField(text.slice("own:".length)) : read.wrong(path, "field", ownField("?"));
}

function readCondition(read: JsonReader, value: unknown, path: string): Condition {
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

function readOurs(read: JsonReader, ours: unknown, system: DateSystem): Schema {
  const part = (key: string) => read.property(ours, ourProperty, key);
  const fields = read.list(...part("fields"), (value, path): Field => {
    const at = (key: string) => read.property(value, path, key);
    const id = readFieldId(read, ...at("id"));
    const kind = read.word(fieldKinds, "text", ...at("kind"));
    const limit = (key: string) => read.orNull(...at(key), (each, where) => readLimit(read, each, where, kind, system));
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
      min: limit("min"),
      max: limit("max"),
      pattern: read.orNull(...at("pattern"), read.text),
      hint: read.orNull(...at("hint"), read.text),
    };
  });
  const byId = new Map(fields.map((field) => [field.id, field]));
  const lists = read.list(...part("lists"), (value, path): List => {
    const at = (key: string) => read.property(value, path, key);
    return { key: read.text(...at("key")), entries: read.list(...at("entries"), read.text) };
  });
  const [calendar, calendarPath] = part("calendar");
  const days = (key: string) =>
    read.list(...read.property(calendar, calendarPath, key), (value, path) => readDay(read, value, path, system));
  return {
    // A known field that an older version had not heard of starts with its default.
    fields: [
      ...knownFieldIds.map((id) => byId.get(id) ?? defaultField(id, null)),
      ...[...byId.values()].filter(({ id }) => !isKnownField(id)),
    ],
    stages: distinct(
      read.list(...part("stages"), (value, path) => {
        const at = (key: string) => read.property(value, path, key);
        return {
          name: read.name(...at("name")),
          kind: read.word(stageKinds, "open", ...at("kind")),
          staleDays: read.number(...at("staleDays")),
          warnDays: read.orNull(...at("warnDays"), read.number),
          stuckDays: read.orNull(...at("stuckDays"), read.number),
          probability: read.orNull(...at("probability"), read.number),
          nextOwner: read.orNull(...at("nextOwner"), read.text),
        };
      }),
    ),
    types: distinct(
      read.list(...part("types"), (value, path) => {
        const at = (key: string) => read.property(value, path, key);
        return {
          name: read.name(...at("name")),
          staleDays: read.orNull(...at("staleDays"), read.number),
          keyAccount: read.truth(...at("keyAccount")),
        };
      }),
    ),
    owners: distinct(
      read.list(...part("owners"), (value, path) => {
        const at = (key: string) => read.property(value, path, key);
        return { name: read.name(...at("name")), team: read.text(...at("team")) };
      }),
    ),
    reasons: distinct(
      read.list(...part("reasons"), (value, path) => {
        const at = (key: string) => read.property(value, path, key);
        return {
          name: read.name(...at("name")),
          outcome: read.orNull(...at("outcome"), (each, where) => read.word(outcomes, "won", each, where)),
          revisitDays: read.orNull(...at("revisitDays"), read.number),
        };
      }),
    ),
    lists: [
      ...knownListKeys.map((key) => lists.find((list) => list.key === key) ?? { key, entries: [] }),
      ...lists.filter(({ key }) => !knownListKeys.some((known) => known === key)),
    ],
    calendar: {
      ...defaultCalendar,
      counting: read.word(
        ["calendar", "working"] as const,
        "calendar",
        ...read.property(calendar, calendarPath, "counting"),
      ),
      off: days("off"),
      on: days("on"),
    },
  };
}

/** The first of several entries of one name. */
function distinct<T extends { readonly name: string }>(entries: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return entries.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

/** A descriptor of another tool: its columns become fields, with the constraints that we know. */
function readForeign(
  read: JsonReader,
  descriptor: { readonly [key: string]: unknown },
  current: Schema,
  system: DateSystem,
): Import {
  const notMapped: NotMapped[] = [];
  const columns = read.list(...read.property(descriptor, "", "fields"), (value, path) => ({
    value,
    path,
    name: read.name(...read.property(value, path, "name")),
  }));
  const [wrong] = read.problems;
  if (wrong) return { ok: false, problem: { kind: "wrongType", ...wrong } };
  for (const key of Object.keys(descriptor)) {
    if (!["fields", "missingValues", "primaryKey", "$schema", "profile"].includes(key))
      notMapped.push({ field: "", what: key });
  }
  const missing = read.get(descriptor, "missingValues");
  // Only a blank cell is missing here.
  if (missing !== undefined && JSON.stringify(missing) !== '[""]') notMapped.push({ field: "", what: "missingValues" });

  const fields = new Map(current.fields.map((field) => [field.id, field]));
  const extra = new Map<string, readonly string[]>();
  const matches = new Map(matchHeaders(columns.map(({ name }) => name)).map(({ column, field }) => [column, field]));
  const named = new Map(current.fields.flatMap(({ id, header }) => (header === null ? [] : [[header, id] as const])));
  columns.forEach(({ value, path, name }, column) => {
    const at = (key: string) => read.property(value, path, key)[0];
    const id = named.get(name) ?? matches.get(column) ?? fieldByText(name);
    const before = fields.get(id) ?? defaultField(id, null);
    const type = at("type");
    const kind = foreignKind(at);
    if (kind === null && type !== undefined) notMapped.push({ field: name, what: `type: ${String(type)}` });
    if (isKnownField(id) && kind !== null && typeOf(kind) !== typeOf(before.kind))
      notMapped.push({ field: name, what: `type: ${String(type)}` });
    let field: Field = { ...before, header: name };
    if (!isKnownField(id) && kind !== null) field = { ...field, kind };
    const description = at("description");
    if (typeof description === "string" && description !== "") field = { ...field, hint: description };
    const constraints = at("constraints");
    if (read.isRecord(constraints)) {
      for (const [key, constraint] of Object.entries(constraints)) {
        const changed = constrained(field, key, constraint, system);
        if (changed === null) notMapped.push({ field: name, what: `constraints.${key}` });
        else field = changed;
      }
      const entries = read.get(constraints, "enum");
      if (Array.isArray(entries) && entries.every((entry) => typeof entry === "string")) {
        if (!isKnownField(id)) field = { ...field, kind: "list", list: name };
        const key = listKeyOf(field);
        if (key === null) notMapped.push({ field: name, what: "constraints.enum" });
        else extra.set(key, entries);
      } else if (entries !== undefined) notMapped.push({ field: name, what: "constraints.enum" });
    }
    fields.set(id, field);
  });
  const withFields: Schema = { ...current, fields: [...fields.values()] };
  return { ok: true, schema: withEntries(withFields, extra), notMapped };
}

function typeOf(kind: FieldKind): string {
  return kindOf(kind).tableSchema.marks.type;
}

/** The kind of a foreign column: the one whose marks it bears most of, with the same type; null for a type that no kind has. */
function foreignKind(propertyOf: (key: string) => unknown): FieldKind | null {
  const bears = (kind: FieldKind) => {
    const marks = Object.entries(kindOf(kind).tableSchema.marks);
    return marks.every(([key, mark]) => propertyOf(key) === mark) ? marks.length : 0;
  };
  const most = Math.max(...fieldKinds.map(bears));
  return most === 0 ? null : (fieldKinds.find((kind) => bears(kind) === most) ?? null);
}

/** The field with one more constraint; null for one that we have no place for. `enum` is looked at elsewhere. */
function constrained(field: Field, key: string, value: unknown, system: DateSystem): Field | null {
  const limit = () => {
    const { limits } = kindOf(field.kind);
    return limits ? limits.ofJson(value, system) : typeof value === "number" ? value : null;
  };
  switch (key) {
    case "enum":
      return field;
    case "required": {
      if (value === false) return field;
      const has = field.requiredWhen.some(({ kind }) => kind === "always");
      return value !== true ? null : has ? field : { ...field, requiredWhen: [{ kind: "always" }] };
    }
    case "unique":
      return typeof value === "boolean" ? { ...field, unique: value } : null;
    case "minimum": {
      const min = limit();
      return min === null ? null : { ...field, min };
    }
    case "maximum": {
      const max = limit();
      return max === null ? null : { ...field, max };
    }
    case "pattern": {
      const pattern = typeof value === "string" ? wildcardsOf(value) : null;
      return pattern === null ? null : { ...field, pattern };
    }
    default:
      return null;
  }
}

/** The schema with entries added to its lists, by list key; what is there already stays as it is. */
function withEntries(schema: Schema, extra: ReadonlyMap<string, readonly string[]>): Schema {
  const missing = (key: string, names: readonly string[]) => {
    const has = new Set(names.map((name) => name.toLowerCase()));
    return [...new Set(extra.get(key) ?? [])].filter((entry) => entry.trim() !== "" && !has.has(entry.toLowerCase()));
  };
  const names = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name);
  const keys = new Set(schema.lists.map(({ key }) => key));
  const tables = ["stage", "owner", "customerType", "reason"];
  const added = [...extra.keys()].filter((key) => !keys.has(key) && !tables.includes(key));
  return {
    ...schema,
    stages: [
      ...schema.stages,
      ...missing("stage", names(schema.stages)).map((name) => ({
        ...stagesTable.start(name),
        kind: "open" as const,
        staleDays: 0,
      })),
    ],
    owners: [...schema.owners, ...missing("owner", names(schema.owners)).map(ownersTable.start)],
    types: [...schema.types, ...missing("customerType", names(schema.types)).map(typesTable.start)],
    reasons: [...schema.reasons, ...missing("reason", names(schema.reasons)).map(reasonsTable.start)],
    lists: [
      ...schema.lists.map((list) => ({ ...list, entries: [...list.entries, ...missing(list.key, list.entries)] })),
      ...added.map((key) => ({ key, entries: missing(key, []) })),
    ],
  };
}
