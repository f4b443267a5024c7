import type { FieldId } from "../../schema/fieldIds";
import { stageKinds } from "../../schema/field";
import { dayOrders } from "../../values/cellDate";
import { decimalSigns } from "../../values/writtenNumber";
import type { ColumnAnswer } from "../../kinds/columnReading";
import { isJsonObject } from "../../values/jsonObject";
import type { ValueAnswer, ValueAnswers } from "../../listValues/answers";
import { fieldOfName, hashOf } from "./base";

/** Where exports come from again and again, by what their columns are called, and what was decided about them. */
export interface Source {
  /** Tells it from the others. */
  readonly key: string;
  /** File or sheet that it came from last, for people. */
  readonly name: string;
  /** True for the list that the sheet was made from, until an export of it was brought over. */
  readonly isAdopted: boolean;
  /** Fields by header; null for a column that is none of the sheet's. */
  readonly columns: ReadonlyMap<string, FieldId | null>;
  readonly answers: ReadonlyMap<FieldId, ColumnAnswer>;
  readonly values: ValueAnswers;
}

const columnAnswers: readonly ColumnAnswer[] = [...dayOrders, ...decimalSigns];

/** As many sources as are remembered; the one that was used longest ago goes first. */
const mostSources = 8;
/** Share of the headers that two exports of one source have in common at least. */
const commonShare = 0.75;

/**
 * The source whose headers these are, for the most part: exports get a column more now and then. Null for a new one. The list that the sheet
 * was made from counts only with all its headers: people's own list and what some system exports are often much alike, and what people
 * wrote into their list is not to be taken for an export's.
 */
export function sourceFor(headers: readonly string[], sources: readonly Source[]): Source | null {
  let [best, most]: [Source | null, number] = [null, 0];
  for (const source of sources) {
    const common = headers.filter((header) => source.columns.has(header)).length;
    const share = common / Math.max(headers.length, source.columns.size);
    if (source.isAdopted && common < source.columns.size) continue;
    if (share >= commonShare && share > most) [best, most] = [source, share];
  }
  return best;
}

/** A key for a source that is met for the first time. */
export function sourceKey(headers: readonly string[]): string {
  return hashOf(headers.join("\n"));
}

/** The sources with one of them as it is now, which becomes the youngest. */
export function withSource(sources: readonly Source[], source: Source): readonly Source[] {
  return [...sources.filter(({ key }) => key !== source.key), source].slice(-mostSources);
}

/** The sources as text. */
export function encodeSources(sources: readonly Source[]): string {
  return JSON.stringify(
    sources.map(({ key, name, isAdopted, columns, answers, values }) => ({
      key,
      name,
      isAdopted,
      columns: [...columns],
      answers: [...answers],
      values: [...values].map(([field, each]) => [field, [...each]]),
    })),
  );
}

type Pair = readonly [string, unknown];

function pairsOf(value: unknown): readonly Pair[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown): readonly Pair[] =>
    Array.isArray(each) && typeof each[0] === "string" ? [[each[0], each[1]]] : [],
  );
}

function answerOf(value: unknown): ValueAnswer | null {
  if (!isJsonObject(value)) return null;
  const { kind, entry, stage } = value;
  if (kind === "blank" || kind === "leave") return { kind };
  if (kind === "entry" && typeof entry === "string") return { kind, entry };
  if (kind === "own") return { kind, stage: stageKinds.find((each) => each === stage) ?? null };
  return null;
}

function sourceOf(value: unknown): Source | null {
  if (!isJsonObject(value) || typeof value.key !== "string" || typeof value.name !== "string") return null;
  const columns = pairsOf(value.columns).map(
    ([header, field]) => [header, typeof field === "string" ? fieldOfName(field) : null] as const,
  );
  const answers = pairsOf(value.answers).flatMap(([field, answer]) => {
    const known = columnAnswers.find((each) => each === answer);
    return known ? [[fieldOfName(field), known] as const] : [];
  });
  const values = pairsOf(value.values).map(([field, each]) => {
    const known = pairsOf(each).flatMap(([key, answer]) => {
      const read = answerOf(answer);
      return read ? [[key, read] as const] : [];
    });
    return [fieldOfName(field), new Map(known)] as const;
  });
  return {
    key: value.key,
    name: value.name,
    isAdopted: value.isAdopted === true,
    columns: new Map(columns),
    answers: new Map(answers),
    values: new Map(values),
  };
}

/** Reads what `encodeSources` wrote; what is none of it is left out. */
export function decodeSources(text: string): readonly Source[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.flatMap((each: unknown) => sourceOf(each) ?? []) : [];
  } catch {
    return [];
  }
}
