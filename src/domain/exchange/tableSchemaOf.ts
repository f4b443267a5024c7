import { isDateSerial, isoOfSerial, type DateSystem } from "../values/date";
import { kindOf, type FieldKind } from "../kinds/allKinds";
import type { Condition, Field } from "../schema/field";
import { listOf } from "../schema/fieldLists";
import { fieldName } from "../schema/fieldName";
import type { ReviewContext } from "../schema/reviewContext";
import { ourProperty, ourVersion } from "./descriptor";
import { regexOf } from "./wildcards";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

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

/** What is written, and how the workbook counts days and names things. */
type WrittenSchema = Omit<ReviewContext, "today">;

function standardField(field: Field, header: string, { schema, language, system }: WrittenSchema): Json {
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
export function tableSchemaOf(written: WrittenSchema): { readonly [key: string]: Json } {
  const { schema, language, system } = written;
  const id = schema.fields.find((field) => field.id === "id")?.header ?? null;
  return {
    fields: schema.fields.flatMap((field) =>
      field.header === null ? [] : [standardField(field, field.header, written)],
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
