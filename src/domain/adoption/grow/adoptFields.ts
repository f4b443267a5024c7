import type { Records } from "../../followUps/records";
import { beginDraft, type SchemaDraft } from "../../schema/draft";
import type { Schema } from "../../schema/field";
import type { FieldId } from "../../schema/fieldIds";
import { fieldName } from "../../schema/fieldName";
import type { Language } from "../../values/language";
import { isBlank } from "../../values/value";
import { freeTitle } from "../../workbook/layout";
import type { ExportRows } from "./exportRows";
import { fieldFor } from "./updatePlan";

/** A field that the export has and the sheet has no column for. */
export interface OfferedField {
  readonly field: FieldId;
  /** Rows of the export that hold something for it. */
  readonly cells: number;
}

/** Fields that the sheet could get a column for, those with something in them. */
export function offeredFields({ columns }: Records, exported: ExportRows): readonly OfferedField[] {
  return [...exported.columns].flatMap(([field, offset]): readonly OfferedField[] => {
    if (field === "id" || columns.has(field)) return [];
    const cells = exported.rows.filter((row) => !isBlank(row[offset] ?? "")).length;
    return cells > 0 ? [{ field, cells }] : [];
  });
}

/** The list with blank columns for fields that it is to get, behind all that it has: for a preview of what would come into them. */
export function withColumns(records: Records, fields: ReadonlySet<FieldId>): Records {
  const columns = new Map(records.columns);
  for (const field of fields) {
    if (!columns.has(field)) columns.set(field, records.area.columns + columns.size);
  }
  return { ...records, columns };
}

/** The edits of the schema that give the sheet columns for these fields, under the fields' own names. */
export function adoptingFields(
  schema: Schema,
  headers: readonly string[],
  fields: ReadonlySet<FieldId>,
  language: Language,
): SchemaDraft {
  const draft = beginDraft(schema);
  const taken = [...headers];
  const withHeader = (id: FieldId) => {
    const header = freeTitle(fieldName(id, language), taken);
    taken.push(header);
    return { ...fieldFor(id, { schema }), header };
  };
  const known = new Set(draft.fields.map(({ now }) => now.id));
  return {
    ...draft,
    fields: [
      ...draft.fields.map((entry) => (fields.has(entry.now.id) ? { ...entry, now: withHeader(entry.now.id) } : entry)),
      ...[...fields].filter((id) => !known.has(id)).map((id) => ({ was: null, now: withHeader(id) })),
    ],
    newColumns: fields,
  };
}
