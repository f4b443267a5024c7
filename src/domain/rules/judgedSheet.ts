import type { ColumnMap, Records } from "../followUps/records";
import { kindOf } from "../kinds/allKinds";
import { counted, judgeColumns, noTally, type Judgement, type Tally } from "../kinds/columnEvidence";
import type { ColumnKind } from "../kinds/columnKind";
import { cellReader, fullDayReader, textReader, type CellColumn, type TextReader } from "../kinds/columnReading";
import type { Field } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";
import { pastDays } from "../schema/pastDays";
import type { ReviewContext } from "../schema/reviewContext";
import { atOnce, each, type Steps } from "../steps/steps";
import { isDateSerial } from "../values/date";
import { looksBlank } from "../values/tidy";
import type { CellValue } from "../values/value";
import type { Reason } from "./finding";

type Row = readonly CellValue[];

/** A column whose texts are read by what the whole column proves. */
interface JudgedColumn {
  readonly field: FieldId;
  /** Place in a row. */
  readonly place: number;
  readonly kind: ColumnKind;
  readonly cells: CellColumn;
  readonly texts: TextReader;
  readonly tally: Tally;
}

/** How the columns of a sheet are read, and what they prove of it, so that the change of a row costs no more than the row. */
export type JudgedSheet = ReadonlyMap<FieldId, JudgedColumn>;

const plain: Judgement = { kind: "plain" };

function blankColumns(columns: ColumnMap, fields: readonly Field[], review: ReviewContext): readonly JudgedColumn[] {
  const readers = new Map<ColumnKind, TextReader>();
  return fields.flatMap(({ id, kind: name }): readonly JudgedColumn[] => {
    const [place, { column: kind }] = [columns.get(id), kindOf(name)];
    if (place === undefined || kind === null) return [];
    const texts = readers.get(kind) ?? textReader(kind, review);
    readers.set(kind, texts);
    const cells: CellColumn = { kind: name, isPast: pastDays.includes(id), judgement: plain, texts };
    return [{ field: id, place, kind, cells, texts, tally: noTally }];
  });
}

function judged(columns: readonly JudgedColumn[]): JudgedSheet {
  const judgements = judgeColumns(
    new Map(columns.map(({ field, kind, tally }) => [field, { kind, tally, answer: null }])),
  );
  return new Map(
    columns.map((column) => {
      const judgement = judgements.get(column.field) ?? plain;
      return [column.field, { ...column, cells: { ...column.cells, judgement } }];
    }),
  );
}

/** Judges the columns of a sheet in steps, each with those beside it. */
export function* judging(records: Records, review: ReviewContext): Steps<JudgedSheet> {
  const columns = blankColumns(records.columns, review.schema.fields, review);
  const tallies = columns.map(() => new Map<string, number>());
  yield* each(records.values, (row) => {
    columns.forEach(({ place, texts }, index) => {
      const value = row[place];
      const proof = typeof value === "string" && value !== "" ? texts(value)?.proof : null;
      if (proof != null) tallies[index]?.set(proof, (tallies[index].get(proof) ?? 0) + 1);
    });
  });
  return judged(columns.map((column, index) => ({ ...column, tally: tallies[index] ?? noTally })));
}

export function judgedSheet(records: Records, review: ReviewContext): JudgedSheet {
  return atOnce(judging(records, review));
}

function proofIn(row: Row, { place, texts }: JudgedColumn): string | null {
  const value = row[place];
  return typeof value === "string" ? (texts(value)?.proof ?? null) : null;
}

/** The same columns after some rows changed. */
export function judgedAgain(
  before: JudgedSheet,
  changes: readonly { readonly before: Row; readonly after: Row }[],
): JudgedSheet {
  const columns = [...before.values()].map((column): JudgedColumn => {
    const tally = changes.reduce((sum, change) => {
      if (change.before[column.place] === change.after[column.place]) return sum;
      const [gone, come] = [proofIn(change.before, column), proofIn(change.after, column)];
      const without = gone === null ? sum : counted(sum, gone, -1);
      return come === null ? without : counted(without, come, 1);
    }, column.tally);
    return tally === column.tally ? column : { ...column, tally };
  });
  return columns.every((column) => before.get(column.field) === column) ? before : judged(columns);
}

function answerOf(column: JudgedColumn | undefined): string | null {
  const judgement = column?.cells.judgement;
  return judgement?.kind === "settled" ? judgement.answer : (judgement?.kind ?? null);
}

/**
 * Tells the rows in which a cell may mean something else than before, though nobody changed it: its column is read otherwise, and it is no
 * plain date or number. Null where no column is read otherwise.
 */
export function readOtherwise(
  before: JudgedSheet,
  after: JudgedSheet,
  { system }: ReviewContext,
): ((row: Row) => boolean) | null {
  const places = [...after.values()].flatMap((column) =>
    answerOf(before.get(column.field)) === answerOf(column) ? [] : column.place,
  );
  if (places.length === 0) return null;
  const isPlain = (value: CellValue) => (typeof value === "number" ? isDateSerial(value, system) : value === "");
  return (row) => places.some((place) => !isPlain(row[place] ?? ""));
}

/** What is wrong with a filled cell of a judged column, or null. */
export type JudgedRule = (value: CellValue, row: Row) => Reason | null;

/** The rule of a field whose cells are read by their column; null for one whose cells speak for themselves. */
export function judgedRule(field: Field, sheet: JudgedSheet, review: ReviewContext): JudgedRule | null {
  const column = sheet.get(field.id);
  if (column === undefined) return null;
  const { kind } = column;
  const asked = { min: field.min, max: field.max, entries: [] };
  const read = cellReader(column.cells, review, asked);
  const { problem } = kindOf(field.kind).rule(review, asked);
  const days = [...sheet.values()].flatMap(({ cells, place }) =>
    cells.kind === "date" && place !== column.place ? [{ place, dayOf: fullDayReader(cells, review.system) }] : [],
  );
  const beside = (row: Row) => days.flatMap(({ place, dayOf }) => dayOf(row[place] ?? "") ?? []);
  return (value, row) => {
    const reading = read(value, () => beside(row));
    switch (reading.kind) {
      case "same":
        return null;
      case "repaired": {
        const isUntidy = typeof value === "string" && looksBlank(value);
        return { rule: isUntidy ? "untidy" : kind.storedAsText, repaired: reading.value };
      }
      case "asked": {
        // What says by itself what it is stays with the rest of its column, and is told as what it is.
        const rule = problem(value);
        return rule === kind.storedAsText ? { rule, repaired: null } : { rule: kind.question };
      }
      case "lost":
      case "unresolved": {
        const rule = problem(value);
        return rule && { rule, repaired: null };
      }
    }
  };
}
