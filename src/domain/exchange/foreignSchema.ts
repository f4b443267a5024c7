import { ownersTable } from "../settings/tables/owners";
import { reasonsTable } from "../settings/tables/reasons";
import { stagesTable } from "../settings/tables/stages";
import { typesTable } from "../settings/tables/types";
import { isKnownField, type FieldId } from "../schema/fieldIds";
import type { DateSystem } from "../values/date";
import { matchHeaders } from "../followUps/headers";
import { fieldByText } from "../schema/conditionText";
import { fieldKinds, kindOf, type FieldKind } from "../kinds/allKinds";
import { defaultField } from "../schema/defaults";
import type { Field, Schema } from "../schema/field";
import { listKeyOf } from "../schema/fieldLists";
import type { ReviewContext } from "../schema/reviewContext";
import type { Import, NotMapped } from "./descriptor";
import type { Found, JsonReader } from "./jsonReader";
import { wildcardsOf } from "./wildcards";

/** A column of a foreign descriptor. */
interface ForeignColumn {
  readonly name: string;
  readonly propertyOf: (key: string) => unknown;
}

/** What a foreign column comes to. */
interface ReadColumn {
  readonly field: Field;
  /** Entries of its list; null where it names none, or none that we have a place for. */
  readonly entries: readonly string[] | null;
  readonly notMapped: readonly string[];
}

/** A descriptor of another tool: its columns become fields, with the constraints that we know. */
export function readForeign(
  read: JsonReader,
  descriptor: { readonly [key: string]: unknown },
  { schema, system }: Pick<ReviewContext, "schema" | "system">,
): Import {
  const columns = read.list(...read.property(descriptor, "", "fields"), (...found) => columnOf(read, found));
  const [wrong] = read.problems;
  if (wrong) return { ok: false, problem: { kind: "wrongType", ...wrong } };
  const notMapped: NotMapped[] = foreignProperties(read, descriptor).map((what) => ({ field: "", what }));
  const fields = new Map(schema.fields.map((field) => [field.id, field]));
  const extra = new Map<string, readonly string[]>();
  const fieldIdOf = fieldIdReader(columns, schema);
  columns.forEach((column, place) => {
    const id = fieldIdOf(column, place);
    const result = readColumn(read, column, fields.get(id) ?? defaultField(id, null), system);
    const key = result.entries === null ? null : listKeyOf(result.field);
    if (result.entries !== null && key !== null) extra.set(key, result.entries);
    notMapped.push(...result.notMapped.map((what) => ({ field: column.name, what })));
    fields.set(id, result.field);
  });
  return { ok: true, schema: withEntries({ ...schema, fields: [...fields.values()] }, extra), notMapped };
}

function columnOf(read: JsonReader, [value, path]: Found): ForeignColumn {
  const [type, typePath] = read.property(value, path, "type");
  if (type !== undefined) read.text(type, typePath);
  return {
    name: read.name(...read.property(value, path, "name")),
    propertyOf: (key) => read.property(value, path, key)[0],
  };
}

/** Properties of the descriptor itself that say something we have no place for. */
function foreignProperties(read: JsonReader, descriptor: { readonly [key: string]: unknown }): readonly string[] {
  const known = ["fields", "missingValues", "primaryKey", "$schema", "profile"];
  const unknown = Object.keys(descriptor).filter((key) => !known.includes(key));
  const missing = read.get(descriptor, "missingValues");
  // Only a blank cell is missing here.
  const isOther = missing !== undefined && JSON.stringify(missing) !== '[""]';
  return isOther ? [...unknown, "missingValues"] : unknown;
}

/** Builds the function that tells which field a column is: by the team's own header, by ours, else one of its own. */
function fieldIdReader(
  columns: readonly ForeignColumn[],
  { fields }: Schema,
): (column: ForeignColumn, place: number) => FieldId {
  const matches = new Map(matchHeaders(columns.map(({ name }) => name)).map(({ column, field }) => [column, field]));
  const named = new Map(fields.flatMap(({ id, header }) => (header === null ? [] : [[header, id] as const])));
  return ({ name }, place) => named.get(name) ?? matches.get(place) ?? fieldByText(name);
}

function readColumn(
  read: JsonReader,
  { name, propertyOf }: ForeignColumn,
  before: Field,
  system: DateSystem,
): ReadColumn {
  const notMapped: string[] = [];
  const isKnown = isKnownField(before.id);
  const type = propertyOf("type");
  const kind = foreignKind(propertyOf);
  const isOtherType = kind === null ? type !== undefined : isKnown && typeOf(kind) !== typeOf(before.kind);
  if (isOtherType) notMapped.push(`type: ${String(type)}`);
  let field: Field = { ...before, header: name };
  if (!isKnown && kind !== null) field = { ...field, kind };
  const description = propertyOf("description");
  if (typeof description === "string" && description !== "") field = { ...field, hint: description };
  const constraints = propertyOf("constraints");
  if (!read.isRecord(constraints)) return { field, entries: null, notMapped };
  for (const [key, constraint] of Object.entries(constraints)) {
    const changed = constrained(field, key, constraint, system);
    if (changed === null) notMapped.push(`constraints.${key}`);
    else field = changed;
  }
  const named = read.get(constraints, "enum");
  const entries = textsOf(named);
  if (entries !== null && !isKnown) field = { ...field, kind: "list", list: name };
  const isPlaced = entries !== null && listKeyOf(field) !== null;
  if (named !== undefined && !isPlaced) notMapped.push("constraints.enum");
  return { field, entries: isPlaced ? entries : null, notMapped };
}

/** A list of texts; null for anything else. */
function textsOf(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((entry): entry is string => typeof entry === "string") ? value : null;
}

function typeOf(kind: FieldKind): string {
  return kindOf(kind).tableSchema.marks.type;
}

/** The kind of a foreign column: the one whose marks it bears most of, with the same type; null for a type that no kind has. */
function foreignKind(propertyOf: (key: string) => unknown): FieldKind | null {
  const bears = (kind: FieldKind) => {
    const { marks, readAs = marks } = kindOf(kind).tableSchema;
    const sizes = [marks, readAs].map((each) => {
      const entries = Object.entries(each);
      return entries.every(([key, mark]) => propertyOf(key) === mark) ? entries.length : 0;
    });
    return Math.max(...sizes);
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
