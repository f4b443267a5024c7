import type { FieldId } from "../schema/fieldIds";
import { readTypedDate } from "../values/typedDate";
import { isDateSerial } from "../values/date";
import { cellTextLimit } from "../values/text";
import { isBlank, plainValue, type CellInput, type CellValue } from "../values/value";
import { kindOf } from "../kinds/allKinds";
import type { TypedReading } from "../kinds/kind";
import type { Finding } from "../rules/finding";
import { demandOf } from "../rules/required";
import { isToldWhileObserved } from "../rules/rowRules";
import { validate } from "../rules/validate";
import type { Field, StageKind } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";
import { stageIndex } from "../schema/knownStages";
import type { Records } from "../followUps/records";
import type { NewTouch } from "./drafts";
import { nextChoices, revisitChoices, suggestedDates, type DateChoice } from "./nextDates";
import { reasonRule } from "./secondFollowUp";

/** The answer to "when next", or to "when again" of a parked customer: one of the choices, a day in words, or no next date; null while nobody answered. */
export type NextAnswer =
  | { readonly kind: "choice"; readonly choice: DateChoice }
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "none" }
  | null;

/** What somebody has filled in so far, as typed. Plain data: a draft is kept as JSON. */
export interface TouchForm {
  readonly logId: string;
  /** Blank while no customer is chosen. A new customer has a fresh ID from the start. */
  readonly customerId: string;
  readonly isNew: boolean;
  readonly method: string;
  /** Day of the touch in words; blank for today. */
  readonly date: string;
  readonly content: string;
  readonly result: string;
  /** null while nobody answered; blank for "no change". */
  readonly stage: string | null;
  readonly next: NextAnswer;
  /** When to look at the customer again who is parked. */
  readonly revisit: NextAnswer;
  /** Cells of the customer's row, as typed. Only fields that somebody touched. */
  readonly fields: Readonly<Partial<Record<FieldId, string>>>;
}

/** What is wrong with a day that somebody typed for the future. */
export type DayProblem =
  | { readonly code: "notDate" | "pastDate" }
  /** The day could be one of these. */
  | { readonly code: "whichDate"; readonly candidates: readonly number[] };

/** What has to be put right before the form can be saved, and at which control. */
export interface FormProblem {
  readonly at: FieldId | "author" | "method" | "date" | "content" | "result";
  readonly problem:
    | {
        readonly code:
          "noAuthor" | "noCustomer" | "noStage" | "noNextDate" | "noRevisit" | "noWords" | "noName" | "futureContact";
      }
    | DayProblem
    | { readonly code: "tooLong"; readonly length: number; readonly most: number }
    /** A rule of the schema, as the check would report it. */
    | { readonly code: "rule"; readonly finding: Finding };
}

export interface FormContext extends ReviewContext {
  /** Columns and place of the follow-up table; its rows are not looked at. */
  readonly records: Records;
  /** The row of the chosen customer; null for a new one. */
  readonly row: readonly CellValue[] | null;
  readonly name: string;
  readonly owner: string;
  /** The quick form asks for what this touch brings up; the full one for everything that the row must have. */
  readonly scope: "quick" | "full";
}

export interface FormReading {
  /** All of them, in no particular order of controls. Empty when the form can be saved. */
  readonly problems: readonly FormProblem[];
  /** Findings that do not stand in the way: fields at level warn, and what is told of observed ones. */
  readonly warnings: readonly Finding[];
  readonly touch: NewTouch;
  /** Fields that have to be filled in the row as it would stand: those at level require. */
  readonly required: ReadonlySet<FieldId>;
  /** Of these the ones that the sheet lacks and that only this touch brings up, and those that it makes doubtful. */
  readonly asked: readonly Field[];
  /** The stage's kind after saving. */
  readonly state: StageKind;
  /** The next date that the answer stands for; null for none, and while it cannot be read. */
  readonly nextDate: number | null;
}

/** An empty form. A customer of the list stays in its stage unless somebody says otherwise; a new one has none to stay in. */
export function newForm(logId: string, customerId: string, isNew: boolean, method: string): TouchForm {
  return {
    logId,
    customerId,
    isNew,
    method,
    date: "",
    content: "",
    result: "",
    stage: isNew ? null : "",
    next: null,
    revisit: null,
    fields: {},
  };
}

type DayReading = { readonly day: number } | { readonly problem: DayProblem };

function readDay(text: string, lean: "future" | "past", { today, system, language }: ReviewContext): DayReading {
  const read = readTypedDate(text, { today, system, language, lean });
  if (read.kind === "date") return { day: read.serial };
  return {
    problem: read.kind === "ambiguous" ? { code: "whichDate", candidates: read.candidates } : { code: "notDate" },
  };
}

/** Fields whose day, typed without a year, lies ahead; other days have been. */
const aheadFields: readonly FieldId[] = ["nextDate", "expectedClose", "revisitOn"];

/** How the form reads what was typed into a field's control, which is not blank. What it says of it and what it saves are this one reading. */
export function readControl(field: Field, text: string, { today, system, language }: ReviewContext): TypedReading {
  const lean = aheadFields.includes(field.id) ? "future" : "past";
  return kindOf(field.kind).readTyped(text, { today, system, language, lean });
}

/** A cell's content from what was typed. What cannot be read stays text: the rules say so. */
function cellOf(field: Field, text: string, context: FormContext): CellInput {
  if (text.trim() === "") return "";
  const read = readControl(field, text, context);
  return read.kind === "value" ? read.value : text.trim();
}

/**
 * The day that the answer stands for, or what is wrong with it; null for "no date" and while nobody answered.
 * @param choices those that the answer was one of
 */
export function nextDateOf(next: NextAnswer, choices: readonly DateChoice[], review: ReviewContext): DayReading | null {
  if (next === null || next.kind === "none") return null;
  if (next.kind === "choice") {
    const chosen = suggestedDates(choices, review).find(({ choice }) => choice === next.choice);
    return chosen ? { day: chosen.day } : null;
  }
  if (next.text.trim() === "") return null;
  const read = readDay(next.text, "future", review);
  const isPast = "day" in read && (read.day < review.today || !isDateSerial(read.day, review.system));
  return isPast ? { problem: { code: "pastDate" } } : read;
}

/** Findings of a row as it would stand. */
function findingsOf(row: readonly CellValue[], context: FormContext): readonly Finding[] {
  const { records } = context;
  const area = { ...records.area, rows: 1 };
  return validate({ ...records, area, values: [row] }, context);
}

/** What has been read of a form so far. */
interface Found {
  readonly problems: FormProblem[];
  /** Cells of the customer's row that will be set, in the order in which they were read. */
  readonly changes: Map<FieldId, CellInput>;
}

function add({ problems }: Found, at: FormProblem["at"], problem: FormProblem["problem"]): void {
  problems.push({ at, problem });
}

/** A cell of the customer's row as it stands now. */
function cellNow({ records, row }: FormContext, field: FieldId): CellValue {
  const offset = records.columns.get(field);
  return offset === undefined ? "" : (row?.[offset] ?? "");
}

/** @returns true when it is said whose touch it is */
function readCustomer(form: TouchForm, { row }: FormContext, found: Found): boolean {
  const isChosen = form.customerId !== "" && (form.isNew || row !== null);
  if (!isChosen) add(found, "customer", { code: "noCustomer" });
  if (isNameless(form)) add(found, "customer", { code: "noName" });
  return isChosen;
}

function isNameless({ isNew, fields }: TouchForm): boolean {
  return isNew && (fields.customer ?? "").trim() === "";
}

/** What stands for the name of a new customer while there is none. */
const nameToCome = "–";

/** @returns the day of the touch; today while it cannot be read */
function readTouchDay(form: TouchForm, context: FormContext, found: Found): number {
  const { today } = context;
  if (form.date.trim() === "") return today;
  const read = readDay(form.date, "past", context);
  if ("problem" in read) add(found, "date", read.problem);
  else if (read.day > today) add(found, "date", { code: "futureContact" });
  else return read.day;
  return today;
}

/** Reads the cells of the customer's row that somebody typed, and looks at the length of what was said. */
function readFields(form: TouchForm, context: FormContext, found: Found): void {
  const tooLong = (text: string) => ({ code: "tooLong", length: text.length, most: cellTextLimit }) as const;
  for (const field of context.schema.fields) {
    const text = form.fields[field.id];
    if (text === undefined || field.header === null) continue;
    found.changes.set(field.id, cellOf(field, text, context));
    if (text.length > cellTextLimit) add(found, field.id, tooLong(text));
  }
  if (form.content.length > cellTextLimit) add(found, "content", tooLong(form.content));
}

/** @returns the kind of the stage after saving */
function readStage(form: TouchForm, context: FormContext, found: Found): StageKind {
  const now = String(cellNow(context, "stage"));
  const isUnanswered = form.stage === null || (form.isNew && form.stage === "");
  if (context.records.columns.has("stage") && isUnanswered) add(found, "stage", { code: "noStage" });
  const stage = form.stage === null || form.stage === "" ? now : form.stage;
  if (stage !== now) found.changes.set("stage", stage);
  return stageKindOf(stage, context);
}

function stageKindOf(stage: string, { schema }: FormContext): StageKind {
  return stageIndex(schema.stages).get(stage.toLowerCase())?.kind ?? "open";
}

/** Reads the answer to "when next"; a customer that is closed has no next date. @returns the next date, null for none */
function readNextDate(form: TouchForm, state: StageKind, context: FormContext, found: Found): number | null {
  if (!context.records.columns.has("nextDate")) return null;
  if (state !== "open") {
    if (cellNow(context, "nextDate") !== "") found.changes.set("nextDate", "");
    return null;
  }
  const next = nextDateOf(form.next, nextChoices, context);
  if (next === null && form.next?.kind !== "none") add(found, "nextDate", { code: "noNextDate" });
  else if (next !== null && "problem" in next) add(found, "nextDate", next.problem);
  else {
    const day = next && next.day;
    found.changes.set("nextDate", day ?? "");
    return day;
  }
  return null;
}

/** Fields that say how a customer was closed, each with the outcomes of which it can be said. */
const closingFields: readonly (readonly [FieldId, readonly StageKind[]])[] = [
  ["reason", []],
  ["closedOn", ["won", "lost"]],
  ["revisitOn", ["parked"]],
];

/** What was said of the former outcome goes with it, unless somebody says it anew: a reason for losing is none for winning. */
function clearFormerOutcome(state: StageKind, context: FormContext, { changes }: Found): void {
  if (stageKindOf(String(cellNow(context, "stage")), context) === state) return;
  for (const [field, outcomes] of closingFields) {
    if (!changes.has(field) && !outcomes.includes(state) && !isBlank(cellNow(context, field))) changes.set(field, "");
  }
}

/**
 * Reads when to look at a parked customer again. Whoever parks one says so, or that nobody knows; a reason that brings it back after so
 * many days has said it already.
 */
function readRevisit(form: TouchForm, state: StageKind, context: FormContext, found: Found): void {
  if (state !== "parked" || !context.records.columns.has("revisitOn")) return;
  const read = nextDateOf(form.revisit, revisitChoices, context);
  if (read !== null && "problem" in read) add(found, "revisitOn", read.problem);
  else if (read !== null) found.changes.set("revisitOn", read.day);
  else if (form.revisit?.kind === "none") found.changes.set("revisitOn", "");
  else if (form.stage !== null && form.stage !== "" && isBlank(cellNow(context, "revisitOn"))) {
    const comesBack = reasonRule(form.fields.reason ?? "", state, context.schema)?.revisitDays ?? null;
    if (comesBack === null) add(found, "revisitOn", { code: "noRevisit" });
  }
}

/** The customer's row as it would stand with these changes. */
function rowWith({ records, row }: FormContext, changes: Iterable<[FieldId, CellInput]>): readonly CellValue[] {
  const after = [...(row ?? [])];
  for (const [field, cell] of changes) {
    const offset = records.columns.get(field);
    if (offset !== undefined) after[offset] = plainValue(cell);
  }
  return after;
}

type FieldSet = ReadonlySet<FieldId | null>;

/** Fields of which something was to be said before the touch; the quick form leaves them alone, the full one does not. */
function wrongBefore(context: FormContext): FieldSet {
  const { row, scope } = context;
  return new Set(scope === "quick" && row ? findingsOf(row, context).map(({ field }) => field) : []);
}

/** What the rules say of the row as it would stand. */
function findingsAfter(
  row: readonly CellValue[],
  context: FormContext,
  { changes }: Found,
  before: FieldSet,
): readonly Finding[] {
  return findingsOf(row, context).filter(
    ({ field, value }) =>
      field !== null &&
      field !== "id" &&
      (!before.has(field) || changes.has(field)) &&
      !(field === "customer" && value === nameToCome),
  );
}

/**
 * Fields that the touch itself makes doubtful. They are looked at without what was typed for the fields: a control stays while
 * its value is put right.
 */
function doubtfulAfter(form: TouchForm, context: FormContext, { changes }: Found, before: FieldSet): FieldSet {
  const untyped = [...changes].filter(([field]) => form.fields[field] === undefined);
  return new Set(
    findingsOf(rowWith(context, untyped), context).flatMap(({ field, reason }) =>
      field === null || before.has(field) || !isToldWhileObserved(reason) ? [] : [field],
    ),
  );
}

/** Fields that a row in this state must have filled in. */
function requiredIn(row: readonly CellValue[], state: StageKind, context: FormContext): ReadonlySet<FieldId> {
  const { records, schema } = context;
  return new Set(
    schema.fields.flatMap((field) => {
      const isAsked = field.header !== null && field.level === "require";
      return isAsked && demandOf(field, records.columns, schema)(row, state) !== null ? [field.id] : [];
    }),
  );
}

/** Required fields that the sheet lacks and that only this touch brings up. */
function newlyRequired(required: ReadonlySet<FieldId>, context: FormContext): FieldSet {
  const { row } = context;
  const stateBefore = stageKindOf(String(cellNow(context, "stage")), context);
  const before = row ? requiredIn(row, stateBefore, context) : new Set<FieldId>();
  return new Set([...required].filter((id) => !before.has(id) && isBlank(cellNow(context, id))));
}

/** True for a field into which somebody has just typed: what the check would say of it is said now, however the field is held. */
function isTyped({ fields }: TouchForm, field: FieldId | null): boolean {
  return field !== null && (fields[field] ?? "").trim() !== "";
}

/**
 * Reads a form: what would be saved, and everything that stands in the way of it. The rules are those of the check, applied to
 * the row as it would stand.
 */
export function readForm(form: TouchForm, context: FormContext): FormReading {
  const found: Found = { problems: [], changes: new Map() };
  const isChosen = readCustomer(form, context, found);
  const date = readTouchDay(form, context, found);
  if (form.content.trim() === "" && form.result === "") add(found, "content", { code: "noWords" });
  readFields(form, context, found);
  const state = readStage(form, context, found);
  const nextDate = readNextDate(form, state, context, found);
  clearFormerOutcome(state, context, found);
  readRevisit(form, state, context, found);

  const { problems, changes } = found;
  // A row without a name is nobody's, of whom nothing is asked: for the time being a new customer has one.
  const row = rowWith(context, isNameless(form) ? [...changes, ["customer", nameToCome]] : changes);
  const before = wrongBefore(context);
  // While nobody is chosen there is no row that could be wrong, or lack anything.
  const findings = isChosen ? findingsAfter(row, context, found, before) : [];
  for (const finding of findings) {
    const { field, severity } = finding;
    if (field !== null && severity === "error" && !problems.some(({ at }) => at === field))
      add(found, field, { code: "rule", finding });
  }
  const required = requiredIn(row, state, context);
  const [lacking, doubtful] = [newlyRequired(required, context), doubtfulAfter(form, context, found, before)];
  return {
    problems,
    required,
    asked: isChosen ? context.schema.fields.filter(({ id }) => lacking.has(id) || doubtful.has(id)) : [],
    warnings: findings.filter(
      ({ field, severity, reason }) =>
        severity === "warning" || (severity === "info" && (isToldWhileObserved(reason) || isTyped(form, field))),
    ),
    touch: {
      logId: form.logId,
      customer: { id: form.customerId, name: (form.fields.customer ?? context.name).trim(), owner: context.owner },
      isNew: form.isNew,
      date,
      method: form.method,
      content: form.content.trim(),
      feedback: (form.fields.feedback ?? "").trim(),
      result: form.result,
      changes,
    },
    state,
    nextDate,
  };
}
