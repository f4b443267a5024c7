import { knownFieldIds, ownField, type FieldId } from "../schema/fieldIds";
import { nextChoices, revisitChoices } from "./nextDates";
import { newForm, type NextAnswer, type TouchForm } from "./touchForm";

export type FormMode = "quick" | "full";

/** A form as somebody left it. */
export interface FormDraft {
  readonly form: TouchForm;
  readonly mode: FormMode;
  readonly step: number;
  /** The customer's name: it is still known when the customer has left the sheet. Blank for nobody. */
  readonly name: string;
  /** Whose draft the words came along from; null where they were typed here. */
  readonly from: string | null;
}

/** The drafts of one workbook, one for each customer. They are kept as text on the person's own computer. */
export interface DraftShelf {
  /** The newest first; it is the one that the form shows. */
  readonly drafts: readonly FormDraft[];
  /** What was saved last, for as long as the save can be undone. */
  readonly saved: FormDraft | null;
}

export const emptyShelf: DraftShelf = { drafts: [], saved: null };

/** More unfinished forms than anybody comes back to. */
const mostDrafts = 20;

/** Whether somebody has filled in anything that would be a loss. Whose customer it is and when it was closed is filled in unasked. */
export function holdsWords({ content, date, result, stage, next, revisit, fields }: TouchForm): boolean {
  const { owner: _, closedOn: __, ...typed } = fields;
  return (
    [content, date, result, stage ?? "", ...Object.values(typed)].some((text) => (text ?? "").trim() !== "") ||
    next !== null ||
    revisit !== null
  );
}

/** The draft of a customer, if it holds anything. */
export function draftOf({ drafts }: DraftShelf, customerId: string): FormDraft | null {
  return drafts.find(({ form }) => form.customerId === customerId && holdsWords(form)) ?? null;
}

/** The shelf with a draft that somebody works on; others that hold nothing are not kept. */
export function withDraft(shelf: DraftShelf, draft: FormDraft): DraftShelf {
  const { customerId } = draft.form;
  const others = shelf.drafts.filter(({ form }) => form.customerId !== customerId && holdsWords(form));
  return { ...shelf, drafts: [draft, ...others].slice(0, mostDrafts) };
}

/** The shelf without the draft of a customer. */
export function withoutDraft(shelf: DraftShelf, customerId: string): DraftShelf {
  return { ...shelf, drafts: shelf.drafts.filter(({ form }) => form.customerId !== customerId) };
}

/**
 * The shelf after a draft was saved. The draft that its words came from goes as well where it holds no more than they: they were meant
 * for the customer who has them now.
 */
export function withSaved(shelf: DraftShelf, saved: FormDraft): DraftShelf {
  const { form, from } = saved;
  const drafts = shelf.drafts.filter((each) => {
    if (each.form.customerId === form.customerId) return false;
    if (from === null || each.form.customerId !== from) return true;
    const { content, result, date, stage, next, revisit, fields } = each.form;
    const blank = newForm("", "", false, "");
    return (
      content !== form.content || result !== form.result || holdsWords({ ...blank, date, stage, next, revisit, fields })
    );
  });
  return { drafts, saved };
}

function textIn(value: object, key: string): string {
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" ? found : "";
}

function objectIn(value: object, key: string): object | null {
  const found: unknown = Reflect.get(value, key);
  return typeof found === "object" ? found : null;
}

function answerIn(value: object, key: string): NextAnswer {
  const answer = objectIn(value, key);
  if (answer === null) return null;
  switch (textIn(answer, "kind")) {
    case "choice": {
      const choice = [...nextChoices, ...revisitChoices].find((each) => each === textIn(answer, "choice"));
      return choice === undefined ? null : { kind: "choice", choice };
    }
    case "typed":
      return { kind: "typed", text: textIn(answer, "text") };
    case "none":
      return { kind: "none" };
    default:
      return null;
  }
}

function fieldNamed(name: string): FieldId | null {
  const own = "own:";
  return knownFieldIds.find((id) => id === name) ?? (name.startsWith(own) ? ownField(name.slice(own.length)) : null);
}

function readForm(value: object): TouchForm | null {
  const [logId, customerId] = [textIn(value, "logId"), textIn(value, "customerId")];
  if (logId === "") return null;
  const blank = newForm(logId, customerId, Reflect.get(value, "isNew") === true, textIn(value, "method"));
  const stage: unknown = Reflect.get(value, "stage");
  const fields = Object.entries(objectIn(value, "fields") ?? {}).flatMap(([name, text]: [string, unknown]) => {
    const id = fieldNamed(name);
    return id !== null && typeof text === "string" ? [[id, text] as const] : [];
  });
  return {
    ...blank,
    date: textIn(value, "date"),
    content: textIn(value, "content"),
    result: textIn(value, "result"),
    stage: typeof stage === "string" ? stage : blank.stage,
    next: answerIn(value, "next"),
    revisit: answerIn(value, "revisit"),
    fields: Object.fromEntries(fields),
  };
}

function readDraft(value: object): FormDraft | null {
  const kept = objectIn(value, "form");
  const form = kept && readForm(kept);
  if (form === null) return null;
  const step: unknown = Reflect.get(value, "step");
  const from: unknown = Reflect.get(value, "from");
  return {
    form,
    mode: form.isNew || textIn(value, "mode") === "full" ? "full" : "quick",
    step: typeof step === "number" && Number.isInteger(step) && step > 0 ? step : 0,
    name: textIn(value, "name"),
    from: typeof from === "string" ? from : null,
  };
}

/**
 * Reads what an earlier session kept, perhaps one of another version, perhaps damaged: what can be read of it is taken, the rest is
 * left out. Nothing here throws.
 */
export function readShelf(text: string): DraftShelf {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return emptyShelf;
  }
  if (typeof value !== "object" || value === null) return emptyShelf;
  const drafts = objectIn(value, "drafts");
  const saved = objectIn(value, "saved");
  return {
    drafts: (Array.isArray(drafts) ? drafts : []).flatMap((each: unknown) =>
      typeof each === "object" && each !== null ? (readDraft(each) ?? []) : [],
    ),
    saved: saved && readDraft(saved),
  };
}
