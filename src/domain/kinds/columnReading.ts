import { nearestYear } from "../values/cellDate";
import { isDateSerial, type DateSystem } from "../values/date";
import { looksBlank } from "../values/tidy";
import { isBlank, isErrorText, type CellValue } from "../values/value";
import { kindOf, type FieldKind } from "./allKinds";
import {
  judgeColumns,
  noTally,
  evidenceOf,
  type Evidence,
  type Judgement,
  type Proof,
  type Tally,
} from "./columnEvidence";
import type { ColumnAnswer, ColumnBook, ColumnKind, Meaning, Ways } from "./columnKind";
import { plainField, type KindField } from "./kind";

export type { ColumnAnswer } from "./columnKind";

/** What a cell is to hold once its column is understood. */
export type CellReading =
  /** It is right as it is, or blank. */
  | { readonly kind: "same" }
  /** It reads without a guess. */
  | { readonly kind: "repaired"; readonly value: CellValue }
  /** What it means, or whether it is repaired at all, depends on the column's question. */
  | { readonly kind: "asked" }
  /** Nobody can tell what it means: words, a range, an Excel error. */
  | { readonly kind: "unresolved" }
  /** Digits are gone for good: 1.38E+10. */
  | { readonly kind: "lost" };

/** What only a person can say of a column. */
export interface ColumnQuestion {
  readonly kind: ColumnKind["question"];
  /** The likeliest first; none is taken unless somebody says so. */
  readonly options: readonly ColumnAnswer[];
  /** Up to three texts of its cells that mean different things. */
  readonly samples: readonly string[];
}

export interface ColumnReading {
  /** @param row index into the values given */
  readonly read: (value: CellValue, row: number) => CellReading;
  /** Null where it is settled, or nothing is to be settled. */
  readonly question: ColumnQuestion | null;
  /** How the column was settled, and how many cells can only be read so; null where nothing had to be. */
  readonly settled: {
    readonly answer: ColumnAnswer;
    readonly by: "own" | "sister" | "answer";
    readonly cells: number;
  } | null;
}

/** A column that is to be read; `Id` names its field. */
export interface ReadColumn<Id> {
  readonly field: Id;
  readonly kind: FieldKind;
  /** True for days that cannot lie ahead, such as the last contact: a day without its year has been then. */
  readonly isPast: boolean;
  readonly values: readonly CellValue[];
}

export interface ReadingContext<Id> extends ColumnBook {
  /** What people said of columns. */
  readonly answers: ReadonlyMap<Id, ColumnAnswer>;
}

/** A text of a column: what it means, and what it proves of the column. */
interface ReadText extends Evidence {
  readonly ways: Ways;
}

/** Texts of a sheet that are remembered: as many as it has different days, with some to spare. */
const mostTexts = 20_000;

/** Reads the texts of a kind's columns, each different one once. */
export type TextReader = (text: string) => ReadText | null;

export function textReader(kind: ColumnKind, book: ColumnBook): TextReader {
  const known = new Map<string, ReadText | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const ways = isBlank(text) || isErrorText(text) ? null : kind.waysOf(text, book);
    const read = ways === null ? null : { ways, ...evidenceOf(ways) };
    if (known.size < mostTexts) known.set(text, read);
    return read;
  };
}

/** What is known of a column when its cells are read. */
export interface CellColumn {
  readonly kind: FieldKind;
  readonly isPast: boolean;
  readonly judgement: Judgement;
  /** Null for a kind whose cells speak for themselves. */
  readonly texts: TextReader | null;
}

/** Reads a cell. `beside` gives the other dates of its row, asked for only where a day without its year needs them. */
export type CellReader = (value: CellValue, beside: () => readonly number[]) => CellReading;

const same: CellReading = { kind: "same" };
const asked: CellReading = { kind: "asked" };
const unresolved: CellReading = { kind: "unresolved" };
const lost: CellReading = { kind: "lost" };

/** Says what a text means in a column that is judged; null where nobody can tell. */
function meanings({ kind, judgement }: CellColumn): (text: ReadText) => Meaning | null {
  const at = judgement.kind === "settled" ? (kindOf(kind).column?.answers.indexOf(judgement.answer) ?? -1) : -1;
  // A text that can only mean something else means that, whatever holds for the rest.
  return ({ ways, only }) => ways.meanings[at] ?? only;
}

/** Makes the reader of a column's cells. A value that its kind's rule would still find wrong is no repair. */
export function cellReader(column: CellColumn, book: ColumnBook, field: KindField): CellReader {
  const { isPast, judgement, texts } = column;
  const { problem, repair } = kindOf(column.kind).rule(book, field);
  const meaningOf = meanings(column);
  const byRule = (value: CellValue): CellReading => {
    const wrong = problem(value);
    if (wrong === null) return same;
    const repaired = repair(value);
    return repaired !== null ? { kind: "repaired", value: repaired } : wrong === "lostDigits" ? lost : unresolved;
  };
  const valueOf = (meaning: Meaning, beside: () => readonly number[]): number | null => {
    if (typeof meaning === "number") return meaning;
    const others = beside();
    const near = others.length > 0 ? others : [book.today];
    return nearestYear(meaning, near, isPast ? book.today : Infinity, book.system);
  };
  return (value, beside) => {
    if (isErrorText(value)) return unresolved;
    if (texts === null || isBlank(value)) return byRule(value);
    if (typeof value !== "string") {
      const reading = byRule(value);
      return judgement.kind === "open" && reading.kind === "repaired" ? asked : reading;
    }
    if (looksBlank(value)) return byRule(value);
    const text = texts(value);
    if (text === null) return unresolved;
    if (judgement.kind === "open") return asked;
    const meaning = meaningOf(text);
    const repaired = meaning === null ? null : valueOf(meaning, beside);
    return repaired === null || problem(repaired) !== null ? unresolved : { kind: "repaired", value: repaired };
  };
}

/** Reads the day that a date cell says with its year, for the cells beside it; null where it says none. */
export function fullDayReader(column: CellColumn, system: DateSystem): (value: CellValue) => number | null {
  const meaningOf = meanings(column);
  return (value) => {
    if (typeof value === "number") return isDateSerial(value, system) ? value : null;
    const text = typeof value === "string" && column.judgement.kind !== "open" ? column.texts?.(value) : null;
    const meaning = text ? meaningOf(text) : null;
    return typeof meaning === "number" ? meaning : null;
  };
}

/** How many cells of a column prove what. */
export function tallyOf(values: readonly CellValue[], texts: TextReader): Tally {
  const cells = new Map<Proof, number>();
  for (const value of values) {
    if (typeof value !== "string") continue;
    const proof = texts(value)?.proof ?? null;
    if (proof !== null) cells.set(proof, (cells.get(proof) ?? 0) + 1);
  }
  return cells;
}

const mostSamples = 3;

/** How far the meanings of texts lie apart in one way of reading: people's dates and sums lie near each other. */
function spreadIn(texts: readonly ReadText[], at: number): number {
  const values = texts.map(({ ways }) => ways.meanings[at]).filter((meaning) => typeof meaning === "number");
  return (
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity)
  );
}

/** What is asked of a column: the options with the likeliest first, and texts that show the difference. */
function questionOf(
  values: readonly CellValue[],
  kind: ColumnKind,
  texts: TextReader,
  options: readonly ColumnAnswer[],
): ColumnQuestion {
  const proving = new Map<string, ReadText>();
  for (const value of values) {
    const text = typeof value === "string" ? texts(value) : null;
    if (text !== null && text.proof !== null) proving.set(String(value), text);
  }
  const open = [...proving].filter(([, { only }]) => only === null);
  const samples = open.length > 0 ? open : [...proving];
  const readBy = options.map((answer) => {
    const at = kind.answers.indexOf(answer);
    const read = [...proving.values()].filter(({ ways }) => ways.meanings[at] !== null);
    return { answer, texts: read.length, spread: spreadIn(read, at) };
  });
  return {
    kind: kind.question,
    options: readBy.sort((a, b) => b.texts - a.texts || a.spread - b.spread).map(({ answer }) => answer),
    samples: samples.slice(0, mostSamples).map(([sample]) => sample),
  };
}

/** What is known of each column once all of them are judged together. */
function cellColumns<Id>(
  columns: readonly ReadColumn<Id>[],
  { answers, ...book }: ReadingContext<Id>,
): ReadonlyMap<Id, CellColumn> {
  const readers = new Map<ColumnKind, TextReader>();
  const withTexts = columns.map(({ field, kind, isPast, values }) => {
    const { column } = kindOf(kind);
    const texts = column && (readers.get(column) ?? textReader(column, book));
    if (column && texts) readers.set(column, texts);
    return { field, kind, isPast, column, texts, tally: texts ? tallyOf(values, texts) : noTally };
  });
  const judgements = judgeColumns(
    new Map(
      withTexts.flatMap(({ field, column, tally }) =>
        column ? [[field, { kind: column, tally, answer: answers.get(field) ?? null }] as const] : [],
      ),
    ),
  );
  return new Map(
    withTexts.map(({ field, kind, isPast, texts }) => [
      field,
      { kind, isPast, texts, judgement: judgements.get(field) ?? { kind: "plain" } },
    ]),
  );
}

/**
 * Reads columns as people typed them. The order of dates and the decimal sign are judged by the whole column and by the columns of the same
 * kind beside it; where neither settles it the column is asked about, and none of its cells is repaired.
 */
export function readColumns<Id>(
  columns: readonly ReadColumn<Id>[],
  context: ReadingContext<Id>,
): ReadonlyMap<Id, ColumnReading> {
  const known = cellColumns(columns, context);
  const days = columns.flatMap(({ field, kind, values }) => {
    const column = kind === "date" ? known.get(field) : undefined;
    return column ? [{ field, values, dayOf: fullDayReader(column, context.system) }] : [];
  });
  return new Map(
    columns.flatMap(({ field, kind, values }): readonly [Id, ColumnReading][] => {
      const column = known.get(field);
      if (column === undefined) return [];
      const read = cellReader(column, context, plainField);
      const others = days.filter((date) => date.field !== field);
      const beside = (row: number) => others.flatMap((date) => date.dayOf(date.values[row] ?? "") ?? []);
      const { judgement, texts } = column;
      const kindOfColumn = kindOf(kind).column;
      const isOpen = judgement.kind === "open" && kindOfColumn !== null && texts !== null;
      return [
        [
          field,
          {
            read: (value, row) => read(value, () => beside(row)),
            question: isOpen ? questionOf(values, kindOfColumn, texts, judgement.options) : null,
            settled:
              judgement.kind === "settled" && judgement.by !== "usual"
                ? { answer: judgement.answer, by: judgement.by, cells: judgement.cells }
                : null,
          },
        ],
      ];
    }),
  );
}
