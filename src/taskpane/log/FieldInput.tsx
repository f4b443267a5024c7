import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import { readTypedDate } from "../../domain/values/typedDate";
import { isoOfSerial } from "../../domain/values/date";
import type { CellValue } from "../../domain/values/value";
import type { Field as SheetField, StageKind } from "../../domain/schema/field";
import { reasonsFor } from "../../domain/log/secondFollowUp";
import { listOf } from "../../domain/schema/lists";
import { usePane } from "../pane";
import { fullDay } from "../text/dayText";

/** A cell's value as somebody would type it. */
export function typedValue(field: SheetField, value: CellValue, book: RepBook): string {
  if (field.kind === "date" && typeof value === "number") return isoOfSerial(value, book.system);
  return String(value);
}

/** Entries that the field offers; reasons are those of the outcome. */
function entriesOf(field: SheetField, state: StageKind, { schema }: RepBook): readonly string[] | null {
  if (field.id === "reason" && schema.reasons.length > 0) return reasonsFor(state, schema);
  return listOf(field, schema);
}

interface Props {
  readonly field: SheetField;
  readonly book: RepBook;
  readonly state: StageKind;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required: boolean;
  readonly error: string | null;
  readonly warning: string | null;
}

/** One field of the sheet, by its kind. The label is the team's own header. */
export function FieldInput({ field, book, state, value, onChange, required, error, warning }: Props) {
  const { texts, language } = usePane();
  const { log } = texts.rep;
  const entries = field.kind === "multiList" ? null : entriesOf(field, state, book);
  const read =
    field.kind === "date" && value.trim() !== ""
      ? readTypedDate(value, {
          today: book.today,
          system: book.system,
          language,
          lean: field.id === "revisitOn" ? "future" : "past",
        })
      : null;
  const hint =
    read?.kind === "date"
      ? log.isDay(fullDay(read.serial, book.system, texts))
      : (field.hint ?? (field.kind === "multiList" ? log.pasteEntries : undefined));
  const common = {
    id: `control-${field.id}`,
    size: "small",
    value,
    "data-testid": `field-${field.id}`,
  } as const;
  const choices = field.kind === "yesNo" ? [log.yes, log.no] : entries;
  return (
    <Field
      label={field.header ?? ""}
      required={required}
      hint={hint}
      validationMessage={error ?? warning ?? undefined}
      validationState={error !== null ? "error" : warning !== null ? "warning" : "none"}
    >
      {choices !== null ? (
        <Select {...common} onChange={(_, data) => onChange(data.value)}>
          <option value="" />
          {value !== "" && !choices.includes(value) && <option value={value}>{value}</option>}
          {choices.map((entry) => (
            <option key={entry} value={entry}>
              {entry}
            </option>
          ))}
        </Select>
      ) : field.kind === "longText" ? (
        <Textarea {...common} rows={2} resize="vertical" onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Input
          {...common}
          inputMode={field.kind === "phone" ? "tel" : field.kind === "amount" ? "decimal" : undefined}
          onChange={(_, data) => onChange(data.value)}
        />
      )}
    </Field>
  );
}
