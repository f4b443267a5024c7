import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import { kindOf } from "../../domain/kinds/allKinds";
import type { CellValue } from "../../domain/values/value";
import type { Field as SheetField, StageKind } from "../../domain/schema/field";
import { readControl } from "../../domain/log/touchForm";
import { reasonsFor } from "../../domain/log/secondFollowUp";
import { listOf } from "../../domain/schema/fieldLists";
import { LinkAction } from "../controls/LinkAction";
import { LinkMark } from "../controls/LinkMark";
import { usePane } from "../pane";
import { fullWeekday } from "../text/dayText";

/** A cell's value as somebody would type it. */
export function typedValue(field: SheetField, value: CellValue, book: RepBook): string {
  return typeof value === "number" ? kindOf(field.kind).shown(value, book.system) : String(value);
}

/** Entries that the field offers; null for one that is written. Reasons are those of the outcome, and written where the team has named none for it. */
function entriesOf(field: SheetField, state: StageKind, { schema }: RepBook): readonly string[] | null {
  if (field.id !== "reason" || schema.reasons.length === 0) return listOf(field, schema);
  const fitting = reasonsFor(state, schema);
  return fitting.length > 0 ? fitting : null;
}

interface Props {
  readonly field: SheetField;
  readonly book: RepBook;
  readonly state: StageKind;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required: boolean;
  /** True where there is little room; a text of several lines gets them all the same. */
  readonly oneLine: boolean;
  readonly error: string | null;
  readonly warning: string | null;
}

/** One field of the sheet, by its kind. The label is the team's own header. */
export function FieldInput({ field, book, state, value, onChange, required, oneLine, error, warning }: Props) {
  const { texts } = usePane();
  const { log } = texts.rep;
  const { list, form, limits, shown } = kindOf(field.kind);
  const inWords = (cell: CellValue) => {
    if (typeof cell !== "number") return String(cell);
    return limits?.of === "date" ? fullWeekday(cell, book.system, texts) : shown(cell, book.system);
  };
  const entries = list?.several ? null : entriesOf(field, state, book);
  const read = form.echoes && value.trim() !== "" ? readControl(field, value, book) : null;
  const digits = value.replace(/\D/g, "").length;
  const hint =
    form.fewestDigits !== undefined && digits > 0 && digits < form.fewestDigits
      ? log.fewDigits(digits)
      : read?.kind === "value"
        ? log.isDay(inWords(read.value))
        : read?.kind === "asked"
          ? log.isItOne(read.candidates.map(inWords))
          : (field.hint ?? (list?.several ? log.pasteEntries : undefined));
  const common = {
    id: `control-${field.id}`,
    size: "small",
    value,
    "data-testid": `field-${field.id}`,
  } as const;
  const choices = typeof form.control === "function" ? form.control(book.language) : entries;
  const isLink = field.kind === "link";
  const input = (
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
      ) : form.control === "lines" && !(oneLine && !value.includes("\n")) ? (
        <Textarea {...common} rows={2} resize="vertical" onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Input
          {...common}
          inputMode={form.inputMode}
          contentBefore={isLink ? <LinkMark /> : undefined}
          onChange={(_, data) => onChange(data.value)}
        />
      )}
    </Field>
  );
  if (!isLink) return input;
  return (
    <div>
      {input}
      <LinkAction value={value} />
    </div>
  );
}
