import type { Subject } from "../../../app/subject";
import { changeEntry, type SchemaDraft } from "../../../domain/schema/draft";
import type { Field } from "../../../domain/schema/field";
import { isKnownField, type FieldId } from "../../../domain/schema/fieldIds";
import { fieldName } from "../../../domain/schema/fieldName";
import { usePane } from "../../pane";
import { SelectControl } from "../controls";
import { unusedHeaders } from "../useSchema";

export interface FieldProps {
  readonly draft: SchemaDraft;
  readonly index: number;
  readonly field: Field;
  readonly subject: Subject;
  readonly onEdit: (draft: SchemaDraft) => void;
}

/** Which column of the sheet a field stands for: its own, one that nothing uses, a new one, or none. */
export function ColumnSelect({ draft, index, field, subject, onEdit }: FieldProps) {
  const pane = usePane();
  const { texts } = pane;
  const isOwn = !isKnownField(field.id);
  const asNew = draft.newColumns.has(field.id);
  const present = field.header !== null && !asNew;
  const wantedHeader = isOwn || field.header === null ? fieldName(field.id, subject.language) : field.header;
  const columns: readonly (readonly [string, string])[] = [
    ...(present ? [[`is:${field.header ?? ""}`, field.header ?? ""] as const] : []),
    ...(present && !isOwn ? [] : [["none", texts.schema.noColumn] as const]),
    ...(present ? [] : [["new", texts.schema.newColumn(wantedHeader)] as const]),
    ...unusedHeaders(pane, draft).map((header) => [`is:${header}`, texts.schema.unusedColumn(header)] as const),
  ];
  const takeColumn = (choice: string) => {
    const newColumns = new Set<FieldId>([...draft.newColumns].filter((id) => id !== field.id));
    if (choice === "new") newColumns.add(field.id);
    const header = choice === "new" ? wantedHeader : choice === "none" ? null : choice.slice("is:".length);
    onEdit({ ...changeEntry(draft, "fields", index, { ...field, header }), newColumns });
  };
  return (
    <SelectControl
      label={texts.schema.column}
      value={asNew ? "new" : field.header === null ? "none" : `is:${field.header}`}
      options={columns}
      onChange={takeColumn}
      testId="field-column"
    />
  );
}
