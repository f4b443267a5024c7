import type { FormMode } from "../../domain/log/draftShelf";
import type { FieldId } from "../../domain/schema/fieldIds";
import type { Field, Schema, StageKind } from "../../domain/schema/field";

/** A control of the form that stands for no field of the sheet, or for one that is answered in its own way. */
export type OwnControl = "customer" | "method" | "date" | "content" | "result" | "stage" | "nextDate" | "revisitOn";
export type FormControl =
  { readonly kind: "own"; readonly control: OwnControl } | { readonly kind: "field"; readonly field: Field };

export const topics = ["customer", "talk", "next"] as const;
export type Topic = (typeof topics)[number];

export interface FormStep {
  readonly topic: Topic;
  readonly controls: readonly FormControl[];
}

/** More fields than this at once are a wall, not a step. */
const mostFields = 7;

/** Written by saving itself, or asked in a way of their own. */
const notAsked: ReadonlySet<FieldId> = new Set([
  "id",
  "customer",
  "stage",
  "nextDate",
  "stageSince",
  "firstContact",
  "lastContact",
]);
const customerFields: readonly FieldId[] = [
  ...(["customerType", "contact", "phone", "wechat", "mail", "owner", "department"] as const),
  ...(["source", "coOwners", "tags"] as const),
];
const talkFields: readonly FieldId[] = ["needs", "feedback", "objections", "painPoints"];
/** Asked of customers with this outcome, in this order; of others not at all. */
const closing: Readonly<Record<StageKind, readonly FieldId[]>> = {
  open: [],
  won: ["amount", "closedOn", "reason"],
  lost: ["reason", "competitor", "closedOn"],
  parked: ["reason", "revisitOn"],
};
/** What somebody prepares for the next contact, in the order in which it is asked. */
const aheadFields: readonly FieldId[] = ["nextStep", "materials", "openQuestions"];
const onlyClosing: ReadonlySet<FieldId> = new Set(["closedOn", "reason", "competitor", "revisitOn"]);

function fieldsOf(ids: readonly FieldId[], schema: Schema): readonly Field[] {
  return ids.flatMap((id) => schema.fields.find((field) => field.id === id && field.header !== null) ?? []);
}

/** What a closing stage asks for, but for the day on which to look at a parked customer again. */
export function closingFields(state: StageKind, schema: Schema): readonly Field[] {
  return fieldsOf(closing[state], schema).filter(({ id }) => id !== "revisitOn");
}

/** Whether the sheet can hold the day on which to look at a customer in this state again. */
export function asksRevisit(state: StageKind, schema: Schema): boolean {
  return state === "parked" && fieldsOf(["revisitOn"], schema).length > 0;
}

/** True for a field that this form shows for no other kind of stage: what was typed there would be saved unseen. */
export function isOnlyAskedIn(state: StageKind, field: string, mode: FormMode): boolean {
  return closing[state].some((id) => id === field && (mode === "quick" || onlyClosing.has(id)));
}

/** The full form in steps: three topics, each in as many steps as it takes with seven fields a step. */
export function formSteps(schema: Schema, state: StageKind): readonly FormStep[] {
  const own = (...controls: readonly OwnControl[]): readonly FormControl[] =>
    controls.map((control) => ({ kind: "own", control }));
  const fields = (list: readonly Field[]): readonly FormControl[] => list.map((field) => ({ kind: "field", field }));
  const placed = new Set<FieldId>([
    ...[...customerFields, ...talkFields, ...aheadFields, ...notAsked],
    ...(state === "open" ? onlyClosing : [...closing[state], "expectedClose" as const]),
  ]);
  const others = schema.fields.filter(({ id, header }) => header !== null && !placed.has(id));
  const controls: Readonly<Record<Topic, readonly FormControl[]>> = {
    customer: [...own("customer"), ...fields(fieldsOf(customerFields, schema))],
    talk: [...own("method", "date", "content", "result"), ...fields(fieldsOf(talkFields, schema))],
    next: [
      ...own("stage"),
      ...(state === "open" ? own("nextDate") : []),
      ...fields(closingFields(state, schema)),
      ...(asksRevisit(state, schema) ? own("revisitOn") : []),
      ...fields(fieldsOf(aheadFields, schema)),
      ...fields(others),
    ],
  };
  return topics.flatMap((topic) => {
    const all = controls[topic];
    const steps = Math.ceil(all.length / mostFields);
    const size = Math.ceil(all.length / steps);
    return Array.from({ length: steps }, (_, step) => ({
      topic,
      controls: all.slice(step * size, (step + 1) * size),
    }));
  });
}
