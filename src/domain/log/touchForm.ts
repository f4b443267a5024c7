import type { FieldId } from "../schema/fieldIds";
import { readTypedDate } from "../values/typedDate";
import { isDateSerial } from "../values/date";
import { cellTextLimit, readPlainNumber } from "../values/text";
import { isBlank, type CellInput, type CellValue } from "../values/value";
import type { Finding } from "../rules/finding";
import { demandOf } from "../rules/required";
import { isToldWhileObserved } from "../rules/rowRules";
import { validate } from "../rules/validate";
import type { Field, StageKind } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";
import { stageIndex } from "../schema/knownStages";
import type { Records } from "../followUps/records";
import type { ContactForm } from "./drafts";
import { suggestedDates, type DateChoice } from "./nextDates";

/** The answer to "when next": one of the choices, a day in words, or no next date; null while nobody answered. */
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
  /** Day of the contact in words; blank for today. */
  readonly date: string;
  readonly content: string;
  readonly result: string;
  /** null while nobody answered; blank for "no change". */
  readonly stage: string | null;
  readonly next: NextAnswer;
  /** Cells of the customer's row, as typed. Only fields that somebody touched. */
  readonly fields: Readonly<Partial<Record<FieldId, string>>>;
}

/** What has to be put right before the form can be saved, and at which control. */
export interface FormProblem {
  readonly at: FieldId | "method" | "date" | "content" | "result";
  readonly problem:
    | {
        readonly code:
          "noCustomer" | "noStage" | "noNextDate" | "noWords" | "noName" | "notDate" | "futureContact" | "pastDate";
      }
    /** The day could be one of these. */
    | { readonly code: "whichDate"; readonly candidates: readonly number[] }
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
  /** The quick form asks for what this contact brings up; the full one for everything that the row must have. */
  readonly scope: "quick" | "full";
}

export interface FormReading {
  /** All of them, in no particular order of controls. Empty when the form can be saved. */
  readonly problems: readonly FormProblem[];
  /** Findings that do not stand in the way: fields at level warn, and what is told of observed ones. */
  readonly warnings: readonly Finding[];
  readonly contact: ContactForm;
  /** Fields that have to be filled in the row as it would stand: those at level require. */
  readonly required: ReadonlySet<FieldId>;
  /** Of these the ones that the sheet lacks and that only this contact brings up, and those that it makes doubtful. */
  readonly asked: readonly Field[];
  /** The stage's kind after saving. */
  readonly state: StageKind;
  /** The next date that the answer stands for; null for none, and while it cannot be read. */
  readonly nextDate: number | null;
}

/** An empty form. */
export function newForm(logId: string, customerId: string, isNew: boolean, method: string): TouchForm {
  return {
    logId,
    customerId,
    isNew,
    method,
    date: "",
    content: "",
    result: "",
    stage: null,
    next: null,
    fields: {},
  };
}

type DayReading = { readonly day: number } | { readonly problem: FormProblem["problem"] };

function readDay(text: string, lean: "future" | "past", { today, system, language }: ReviewContext): DayReading {
  const read = readTypedDate(text, { today, system, language, lean });
  if (read.kind === "date") return { day: read.serial };
  return {
    problem: read.kind === "ambiguous" ? { code: "whichDate", candidates: read.candidates } : { code: "notDate" },
  };
}

/** A cell's content from what was typed, by the field's kind. What cannot be read stays text: the rules say so. */
function cellOf(field: Field, text: string, context: FormContext): CellInput {
  if (text.trim() === "") return "";
  switch (field.kind) {
    case "date": {
      const read = readDay(text, field.id === "nextDate" ? "future" : "past", context);
      return "day" in read ? read.day : text.trim();
    }
    case "amount":
    case "wholeNumber":
      return readPlainNumber(text) ?? text.trim();
    default:
      return text.trim();
  }
}

/** The day that the answer stands for. */
export function nextDateOf(next: NextAnswer, review: ReviewContext): DayReading | null {
  if (next === null || next.kind === "none") return null;
  if (next.kind === "choice") return { day: suggestedDates(review)[next.choice] };
  return readDay(next.text, "future", review);
}

/** Findings of a row as it would stand. */
function findingsOf(row: readonly CellValue[], context: FormContext): readonly Finding[] {
  const { records } = context;
  const area = { ...records.area, rows: 1 };
  return validate({ ...records, area, values: [row] }, context);
}

function plain(cell: CellInput): CellValue {
  return cell === null || typeof cell === "object" ? "" : cell;
}

/**
 * Reads a form: what would be saved, and everything that stands in the way of it. The rules are those of the check, applied to
 * the row as it would stand.
 */
export function readForm(form: TouchForm, context: FormContext): FormReading {
  const { records, schema, today, system, scope } = context;
  const problems: FormProblem[] = [];
  const complain = (at: FormProblem["at"], problem: FormProblem["problem"]) => problems.push({ at, problem });
  const at = (field: FieldId): CellValue => {
    const offset = records.columns.get(field);
    return offset === undefined ? "" : (context.row?.[offset] ?? "");
  };

  const chosen = form.customerId !== "" && (form.isNew || context.row !== null);
  if (!chosen) complain("customer", { code: "noCustomer" });
  if (form.isNew && (form.fields.customer ?? "").trim() === "") complain("customer", { code: "noName" });

  let date = today;
  if (form.date.trim() !== "") {
    const read = readDay(form.date, "past", context);
    if ("problem" in read) complain("date", read.problem);
    else if (read.day > today) complain("date", { code: "futureContact" });
    else date = read.day;
  }
  if (form.content.trim() === "" && form.result === "") complain("content", { code: "noWords" });

  const changes = new Map<FieldId, CellInput>();
  for (const field of schema.fields) {
    const text = form.fields[field.id];
    if (text === undefined || field.header === null) continue;
    changes.set(field.id, cellOf(field, text, context));
    if (text.length > cellTextLimit) complain(field.id, { code: "tooLong", length: text.length, most: cellTextLimit });
  }
  if (form.content.length > cellTextLimit)
    complain("content", { code: "tooLong", length: form.content.length, most: cellTextLimit });

  const hasStage = records.columns.has("stage");
  if (hasStage && form.stage === null) complain("stage", { code: "noStage" });
  const stage = form.stage === null || form.stage === "" ? String(at("stage")) : form.stage;
  if (form.isNew && hasStage && form.stage === "") complain("stage", { code: "noStage" });
  if (stage !== String(at("stage"))) changes.set("stage", stage);
  const state = stageIndex(schema.stages).get(stage.toLowerCase())?.kind ?? "open";

  let nextDate: number | null = null;
  if (records.columns.has("nextDate")) {
    const next = state === "open" ? nextDateOf(form.next, context) : null;
    if (state !== "open") {
      if (at("nextDate") !== "") changes.set("nextDate", "");
    } else if (form.next === null) complain("nextDate", { code: "noNextDate" });
    else if (next !== null && "problem" in next) complain("nextDate", next.problem);
    else if (next !== null && (next.day < today || !isDateSerial(next.day, system)))
      complain("nextDate", { code: "pastDate" });
    else {
      nextDate = next && next.day;
      changes.set("nextDate", nextDate ?? "");
    }
  }

  const rowWith = (kept: (field: FieldId) => boolean): readonly CellValue[] => {
    const cells = [...(context.row ?? [])];
    for (const [field, cell] of changes) {
      const offset = records.columns.get(field);
      if (offset !== undefined && kept(field)) cells[offset] = plain(cell);
    }
    return cells;
  };
  const row = rowWith(() => true);
  const before = new Set(
    scope === "quick" && context.row ? findingsOf(context.row, context).map(({ field }) => field) : [],
  );
  const findings = chosen
    ? findingsOf(row, context).filter(
        ({ field }) => field !== null && field !== "id" && (!before.has(field) || changes.has(field)),
      )
    : [];
  for (const finding of findings) {
    const { field } = finding;
    if (field !== null && finding.severity === "error" && !problems.some((each) => each.at === field))
      complain(field, { code: "rule", finding });
  }

  const asks = (values: readonly CellValue[], kind: StageKind) =>
    new Set(
      schema.fields.flatMap((field) => {
        const isAsked = field.header !== null && field.level === "require";
        return isAsked && demandOf(field, records.columns, schema)(values, kind) !== null ? [field.id] : [];
      }),
    );
  const required = asks(row, state);
  const stateBefore = stageIndex(schema.stages).get(String(at("stage")).toLowerCase())?.kind ?? "open";
  const askedBefore = context.row ? asks(context.row, stateBefore) : new Set<FieldId>();
  // While nobody is chosen there is no row that could lack anything.
  // Judged without what was typed for the fields: a control stays while its value is put right.
  const contradicted = new Set(
    findingsOf(
      rowWith((field) => form.fields[field] === undefined),
      context,
    ).flatMap(({ field, reason }) =>
      field === null || before.has(field) || !isToldWhileObserved(reason) ? [] : [field],
    ),
  );
  const asked = !chosen
    ? []
    : schema.fields.filter(
        ({ id }) => contradicted.has(id) || (required.has(id) && !askedBefore.has(id) && isBlank(at(id))),
      );

  return {
    problems,
    required,
    asked,
    warnings: findings.filter(
      ({ severity, reason }) => severity === "warning" || (severity === "info" && isToldWhileObserved(reason)),
    ),
    contact: {
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
