import { remembered } from "../values/remembered";
import { isBlank, isErrorText, type CellValue } from "../values/value";
import { defaultStaleDays, type Schema, type Stage, type StageKind } from "../schema/field";
import { stageIndex } from "../schema/knownStages";
import { looksBack, type ReviewContext } from "../schema/reviewContext";
import { keyColumns, type ColumnMap } from "../followUps/records";
import { daysBetween } from "./calendar";

/** What one row says on the review day. The live formulas of the workbook say the same: see `install/formulas.ts`. */
export interface RowState {
  /**
   * `blank`: not a customer, or none yet on a review day that is over; `broken`: one of its key cells shows an Excel error, so that
   * nothing can be said; `closesLater`: closed by its stage, but on a day after the review day, so that it counts as open, and its
   * next date and its clocks on that day are not known.
   */
  readonly state: StageKind | "blank" | "broken" | "closesLater";
  /** Days since the last contact, else since the first; null where neither is known, or the customer is closed. */
  readonly daysSilent: number | null;
  /** The limit for this row: its stage's or its customer type's, the smaller of those that are set. Days. */
  readonly staleDays: number;
  /** Days between the next follow-up and the review day: positive is late, 0 is today; null without a date, or closed. */
  readonly daysLate: number | null;
  /** Open, and silent for strictly more days than the limit. */
  readonly stale: boolean;
  /** Open, not stale yet, and silent for so long that somebody should call. */
  readonly goingQuiet: boolean;
  /** Open, and nothing in the next follow-up column. False where the sheet has no such column. */
  readonly noNextStep: boolean;
  /** Open, and what stands in the next follow-up column is no date: nobody can tell whether it is overdue. */
  readonly unclearNext: boolean;
  /** Days since it came to its stage; null where nobody noted the day, or the customer is closed. */
  readonly daysInStage: number | null;
  /** Limit for the days in this stage; null where that is not watched. */
  readonly stuckDays: number | null;
  /** Open, and in its stage for strictly more days than the limit. */
  readonly stuck: boolean;
  /** Lost or parked with a day to come back to: days since then, negative while it lies ahead. Null for all others. */
  readonly revisitDays: number | null;
}

/** Limits of one kind of row, worked out once for each stage and customer type. */
interface Limits {
  readonly stale: number;
  /** Days of silence from which a warning is given. */
  readonly quiet: number;
  readonly stuck: number | null;
}

const set = (days: number | null | undefined): number | null => (typeof days === "number" && days > 0 ? days : null);

/**
 * The limits that hold for a stage and a customer type. Where both set one, the smaller counts; where neither does, the
 * default. A warning comes where the stage says so, else one day before the limit.
 */
function limitsOf(stage: Stage | null, typeDays: number | null | undefined): Limits {
  const [byStage, byType] = [set(stage?.staleDays), set(typeDays)];
  const stale = Math.min(byStage ?? byType ?? defaultStaleDays, byType ?? byStage ?? defaultStaleDays);
  return { stale, quiet: set(stage?.warnDays) ?? stale - 1, stuck: set(stage?.stuckDays) };
}

const nothing = {
  daysSilent: null,
  daysLate: null,
  stale: false,
  goingQuiet: false,
  noNextStep: false,
  unclearNext: false,
  daysInStage: null,
  stuck: false,
  revisitDays: null,
} as const;

type Row = readonly CellValue[];

/** Builds the function that looks up a row's limits: each stage's are worked out once, a customer type's where a row has one. */
function limitsReader(
  stages: ReadonlyMap<string, Stage>,
  types: Schema["types"],
  typeColumn: number | undefined,
): (stage: Stage | null, row: Row) => Limits {
  const typeDays = new Map<string, number>();
  for (const { name, staleDays } of types) {
    const days = set(staleDays);
    if (days !== null && !typeDays.has(name.toLowerCase())) typeDays.set(name.toLowerCase(), days);
  }
  const plain = new Map([...stages.values()].map((stage) => [stage, limitsOf(stage, null)]));
  const unknown = limitsOf(null, null);
  const daysOf = remembered((type: CellValue) => typeDays.get(String(type).toLowerCase()) ?? null);
  return (stage, row) => {
    if (typeColumn !== undefined && typeDays.size > 0) {
      const days = daysOf(row[typeColumn] ?? "");
      if (days !== null) return limitsOf(stage, days);
    }
    return (stage && plain.get(stage)) ?? unknown;
  };
}

/** What the clocks run by. */
type ClockContext = Pick<ReviewContext, "schema" | "today" | "now" | "system">;

/** Builds the function that reads the clocks of an open customer. */
function openReader(columns: ColumnMap, review: ClockContext): (row: Row, limits: Limits) => RowState {
  const { schema, today, system } = review;
  const isPast = looksBack(review);
  const between = daysBetween(schema.calendar, system);
  const nextColumn = columns.get("nextDate");
  const firstColumn = columns.get("firstContact");
  const lastColumn = columns.get("lastContact");
  const sinceColumn = columns.get("stageSince");
  /** A day that has come, or 0. */
  const dayOf = (row: Row, column: number | undefined): number => {
    const value = column === undefined ? "" : row[column];
    return typeof value === "number" && value < today + 1 ? Math.floor(value) : 0;
  };
  return (row, limits) => {
    const next = nextColumn === undefined ? undefined : row[nextColumn];
    // The sheet keeps the last contact alone: where that came after a day that is over, nobody knows the one before.
    const isKnown = lastColumn !== undefined && !(isPast && isAfter(row[lastColumn], today));
    const touched = isKnown ? Math.max(dayOf(row, lastColumn), dayOf(row, firstColumn)) : 0;
    const daysSilent = touched > 0 ? between(touched, today) : null;
    const since = dayOf(row, sinceColumn);
    const daysInStage = since > 0 ? between(since, today) : null;
    const stale = daysSilent !== null && daysSilent > limits.stale;
    return {
      state: "open",
      daysSilent,
      staleDays: limits.stale,
      daysLate: typeof next === "number" ? today - Math.floor(next) : null,
      stale,
      goingQuiet: daysSilent !== null && !stale && daysSilent > 0 && daysSilent >= limits.quiet,
      noNextStep: next !== undefined && isBlank(next),
      unclearNext: next !== undefined && typeof next !== "number" && !isBlank(next),
      daysInStage,
      stuckDays: limits.stuck,
      stuck: daysInStage !== null && limits.stuck !== null && daysInStage > limits.stuck,
      revisitDays: null,
    };
  };
}

/** `blank` where nothing stands in the key columns, `broken` where one of them shows an Excel error; null for a customer. */
function unreadable(row: Row, keys: readonly number[]): "blank" | "broken" | null {
  let isUsed = false;
  for (const column of keys) {
    const value = row[column] ?? "";
    if (isErrorText(value)) return "broken";
    isUsed ||= !isBlank(value);
  }
  return isUsed ? null : "blank";
}

/** True for a day after the review day. */
function isAfter(value: CellValue | undefined, today: number): boolean {
  return typeof value === "number" && value >= today + 1;
}

/** Builds the function that looks up a row's stage; null where it is blank or unknown. */
function stageReader(stages: ReadonlyMap<string, Stage>, columns: ColumnMap): (row: Row) => Stage | null {
  const column = columns.get("stage");
  if (column === undefined) return () => null;
  const stageOf = remembered((value: CellValue) => stages.get(String(value).toLowerCase()) ?? null);
  return (row) => stageOf(row[column] ?? "");
}

/** Builds the function that reads a row's kind by its stage as it stands, whatever the review day: what forms work on. */
export function kindReader(columns: ColumnMap, schema: Schema): (row: Row) => StageKind | "blank" | "broken" {
  const keys = keyColumns(columns);
  const stageOf = stageReader(stageIndex(schema.stages), columns);
  return (row) => unreadable(row, keys) ?? stageOf(row)?.kind ?? "open";
}

/** Builds the functions that tell whether a row came, or was closed, only after the review day. */
function laterReader(columns: ColumnMap, review: Pick<ClockContext, "today" | "now">) {
  const createdColumn = looksBack(review) ? columns.get("firstContact") : undefined;
  const closedColumn = columns.get("closedOn");
  const isLater = (row: Row, column: number | undefined) => column !== undefined && isAfter(row[column], review.today);
  return {
    comesLater: (row: Row) => isLater(row, createdColumn),
    closesLater: (row: Row, kind: StageKind) => kind !== "open" && isLater(row, closedColumn),
  };
}

/** Builds the function that reads no more of a row than its state: what a check asks for every row. */
export function stateReader(
  columns: ColumnMap,
  review: Pick<ClockContext, "schema" | "today" | "now">,
): (row: Row) => RowState["state"] {
  const kindOf = kindReader(columns, review.schema);
  const { comesLater, closesLater } = laterReader(columns, review);
  return (row) => {
    if (comesLater(row)) return "blank";
    const kind = kindOf(row);
    return kind !== "blank" && kind !== "broken" && closesLater(row, kind) ? "closesLater" : kind;
  };
}

/**
 * Builds the function that reads one row's clocks: overdue (a promised date has passed), stale (silence), stuck (in one
 * stage), no next step. Definitions: days silent D = T - max(last contact, first contact), a contact in the future is not
 * one; stale when open and D > limit, strictly; overdue when open and next < T; due today when next = T; stuck when open and
 * the days in the stage > its limit. Silence and time in a stage are counted in calendar or working days, lateness always in
 * calendar days: a promise names a day. What came after the review day has not happened: a customer that was closed later is
 * open, and on a day that is over one that came later is none.
 */
export function clockReader(columns: ColumnMap, review: ClockContext): (row: Row) => RowState {
  const { schema, today } = review;
  const stages = stageIndex(schema.stages);
  const keys = keyColumns(columns);
  const stageOf = stageReader(stages, columns);
  const revisitColumn = columns.get("revisitOn");
  const limitsFor = limitsReader(stages, schema.types, columns.get("customerType"));
  const readOpen = openReader(columns, review);
  const { comesLater, closesLater } = laterReader(columns, review);
  return (row) => {
    const state = comesLater(row) ? "blank" : unreadable(row, keys);
    if (state !== null) return { state, staleDays: defaultStaleDays, stuckDays: null, ...nothing };
    const stage = stageOf(row);
    const kind = stage?.kind ?? "open";
    const limits = limitsFor(stage, row);
    if (kind === "open") return readOpen(row, limits);
    if (closesLater(row, kind)) {
      return { state: "closesLater", staleDays: limits.stale, stuckDays: null, ...nothing };
    }
    const revisit = kind === "won" || revisitColumn === undefined ? "" : row[revisitColumn];
    const revisitDays = typeof revisit === "number" && revisit >= 1 ? today - Math.floor(revisit) : null;
    return { state: kind, staleDays: limits.stale, stuckDays: limits.stuck, ...nothing, revisitDays };
  };
}
