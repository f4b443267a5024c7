import type { Located } from "../followUps/locate";
import { keyColumns, type Records } from "../followUps/records";
import { kindOf } from "../kinds/allKinds";
import { readColumns, type ColumnQuestion, type ColumnReading } from "../kinds/columnReading";
import { defaultField } from "../schema/defaults";
import type { Schema } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";
import { pastDays } from "../schema/pastDays";
import { each, type Steps } from "../steps/steps";
import type { DateSystem } from "../values/date";
import type { Language } from "../values/language";
import { isBlank, type CellValue } from "../values/value";
import { cellAddress } from "../workbook/area";
import type { AdoptionChoices } from "./choices";
import { valueMapper } from "../listValues/mapper";
import { valuesOf, type FieldValues } from "../listValues/values";

/** In what workbook a sheet is adopted. */
export interface AdoptionContext {
  readonly language: Language;
  readonly system: DateSystem;
  /** Review day, serial of the workbook's date system. */
  readonly today: number;
  /** The Settings in force; null before there are any. */
  readonly schema: Schema | null;
}

/** A cell that is to hold something else. Places are zero-based on the sheet. */
export interface AdoptedCell {
  readonly field: FieldId;
  readonly row: number;
  readonly column: number;
  readonly from: CellValue;
  readonly to: CellValue;
}

/** A cell of a preview, as people know it. `to` is null where nobody can tell what it should be. */
export interface PreviewCell {
  readonly cell: string;
  readonly customer: string;
  readonly from: CellValue;
  readonly to: CellValue | null;
}

/** One field before it is adopted: how many of its cells are what, and examples of those that are not right. */
export interface FieldPreview {
  readonly field: FieldId;
  readonly header: string;
  readonly filled: number;
  readonly valid: number;
  readonly fixable: number;
  /** Cells that nobody can read, or whose column waits for an answer; digits that Excel has lost among them. */
  readonly unresolved: number;
  readonly lost: number;
  readonly examples: readonly PreviewCell[];
}

/** A question that only a person can answer, of one column. */
export interface FieldQuestion {
  readonly field: FieldId;
  readonly header: string;
  readonly question: ColumnQuestion;
}

/** How the writing of a column was settled without asking, or by the answer. */
export interface SettledColumn {
  readonly field: FieldId;
  readonly header: string;
  readonly settled: NonNullable<ColumnReading["settled"]>;
}

/** A list as it reads once its columns and values are understood. */
export interface Adopted {
  /** The customers as they will be; a row that is left out stays blank. */
  readonly records: Records;
  readonly values: readonly FieldValues[];
  readonly fields: readonly FieldPreview[];
  readonly questions: readonly FieldQuestion[];
  readonly settled: readonly SettledColumn[];
  readonly cells: readonly AdoptedCell[];
}

/** Examples that a preview shows of one field. */
const mostExamples = 10;

/** What becomes of one field's cells. */
interface FieldWork {
  readonly field: FieldId;
  readonly offset: number;
  readonly become: (value: CellValue, row: number) => Outcome;
}

type Outcome =
  | { readonly kind: "valid" }
  | { readonly kind: "fixable"; readonly to: CellValue }
  | { readonly kind: "unresolved" }
  | { readonly kind: "lost" };

const valid: Outcome = { kind: "valid" };

function outcomeOf(reading: ColumnReading, value: CellValue, row: number): Outcome {
  const read = reading.read(value, row);
  switch (read.kind) {
    case "same":
      return valid;
    case "repaired":
      return { kind: "fixable", to: read.value };
    case "lost":
      return { kind: "lost" };
    case "asked":
    case "unresolved":
      return { kind: "unresolved" };
  }
}

function readingsOf(
  { columns, values }: Records,
  { system, today, language, schema }: AdoptionContext,
  { answers }: Pick<AdoptionChoices, "answers">,
): ReadonlyMap<FieldId, ColumnReading> {
  const kinds = new Map(schema?.fields.map(({ id, kind }) => [id, kind] as const));
  const read = [...columns].flatMap(([field, offset]) => {
    const kind = kinds.get(field) ?? defaultField(field, null).kind;
    if (kindOf(kind).list !== null) return [];
    return [{ field, kind, isPast: pastDays.includes(field), values: values.map((row) => row[offset] ?? "") }];
  });
  return readColumns(read, { system, today, language, answers });
}

/** Counts what becomes of a field's cells, and keeps the first that change or cannot be read. */
function previewer(field: FieldId, header: string) {
  const counts = { filled: 0, valid: 0, fixable: 0, unresolved: 0, lost: 0 };
  const examples: PreviewCell[] = [];
  return {
    add: (outcome: Outcome, cell: () => Omit<PreviewCell, "to">) => {
      counts.filled += 1;
      if (outcome.kind === "lost") counts.unresolved += 1;
      counts[outcome.kind] += 1;
      if (outcome.kind === "valid" || examples.length === mostExamples) return;
      examples.push({ ...cell(), to: outcome.kind === "fixable" ? outcome.to : null });
    },
    preview: (): FieldPreview => ({ field, header, ...counts, examples }),
  };
}

/**
 * Reads a list as it will be: dates, numbers and phones by their columns, entries of lists by their map. Pure: the same list and
 * choices give the same, and a list that was adopted comes out as it is.
 */
export function* adopting(
  { records, headers }: Pick<Located, "records" | "headers">,
  context: AdoptionContext,
  choices: Pick<AdoptionChoices, "answers" | "values">,
): Steps<Adopted> {
  const { area, columns } = records;
  const values = valuesOf(records, context.schema, context.language, choices.values);
  yield;
  const map = valueMapper(values, choices.values);
  const mapped = new Set(values.map(({ field }) => field));
  const readings = readingsOf(records, context, choices);
  yield;
  const work = [...columns].flatMap(([field, offset]): readonly FieldWork[] => {
    const reading = readings.get(field);
    if (mapped.has(field)) {
      const become = (value: CellValue): Outcome => {
        const to = map(field, value);
        return to === null || to === value ? valid : { kind: "fixable", to };
      };
      return [{ field, offset, become }];
    }
    return reading ? [{ field, offset, become: (value, row) => outcomeOf(reading, value, row) }] : [];
  });
  const previews = work.map(({ field, offset }) => previewer(field, headers[offset] ?? ""));
  const customerColumn = columns.get("customer") ?? -1;
  const keys = keyColumns(columns);
  const cells: AdoptedCell[] = [];
  const rows: (readonly CellValue[])[] = [];
  yield* each(records.values, (row, index) => {
    if (keys.length > 0 && keys.every((key) => isBlank(row[key] ?? ""))) {
      rows.push(row);
      return;
    }
    let changed: CellValue[] | null = null;
    work.forEach(({ field, offset, become }, at) => {
      const from = row[offset] ?? "";
      if (from === "") return;
      const outcome = become(from, index);
      const place = { row: area.row + index, column: area.column + offset };
      previews[at]?.add(outcome, () => ({
        cell: cellAddress(place.row, place.column),
        customer: String(row[customerColumn] ?? ""),
        from,
      }));
      if (outcome.kind !== "fixable") return;
      cells.push({ field, ...place, from, to: outcome.to });
      changed ??= [...row];
      changed[offset] = outcome.to;
    });
    rows.push(changed ?? row);
  });
  const headerOf = (field: FieldId) => headers[columns.get(field) ?? -1] ?? "";
  return {
    records: { ...records, values: rows },
    values,
    fields: previews.map(({ preview }) => preview()),
    questions: [...readings].flatMap(([field, { question }]) =>
      question ? [{ field, header: headerOf(field), question }] : [],
    ),
    settled: [...readings].flatMap(([field, { settled }]) =>
      settled ? [{ field, header: headerOf(field), settled }] : [],
    ),
    cells,
  };
}
