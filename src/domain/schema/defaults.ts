import { isKnownField, type FieldId, type KnownFieldId } from "./fieldIds";
import { type Calendar, type Condition, type Field } from "./field";

type FieldDefault = Omit<Field, "id" | "header">;

const plain: FieldDefault = {
  kind: "text",
  requiredWhen: [],
  level: "observe",
  columnRequired: false,
  list: null,
  unique: false,
  min: null,
  max: null,
  pattern: null,
  hint: null,
};
const always: readonly Condition[] = [{ kind: "always" }];
const won: Condition = { kind: "outcome", outcome: "won" };
const lost: Condition = { kind: "outcome", outcome: "lost" };
const parked: Condition = { kind: "outcome", outcome: "parked" };

/**
 * A field's rule before a team changes it. Only what no follow-up works without is required: customer, owner, stage, and the
 * next date of open customers. What a closed customer should have is observed.
 */
const fieldDefaults: Readonly<Record<KnownFieldId, FieldDefault>> = {
  id: { ...plain, unique: true },
  customer: { ...plain, requiredWhen: always, level: "require", columnRequired: true },
  customerType: { ...plain, kind: "list" },
  contact: plain,
  phone: { ...plain, kind: "phone" },
  wechat: plain,
  mail: { ...plain, kind: "mail" },
  owner: { ...plain, kind: "person", requiredWhen: always, level: "require" },
  department: plain,
  coOwners: { ...plain, kind: "multiList" },
  source: { ...plain, kind: "list", list: "source" },
  stage: { ...plain, kind: "list", requiredWhen: always, level: "require" },
  stageSince: { ...plain, kind: "date" },
  amount: { ...plain, kind: "amount", requiredWhen: [won] },
  expectedClose: { ...plain, kind: "date" },
  firstContact: { ...plain, kind: "date" },
  lastContact: { ...plain, kind: "date" },
  nextDate: { ...plain, kind: "date", requiredWhen: [{ kind: "open" }], level: "require" },
  nextStep: { ...plain, kind: "longText" },
  materials: { ...plain, kind: "longText" },
  openQuestions: { ...plain, kind: "longText" },
  needs: { ...plain, kind: "longText" },
  feedback: { ...plain, kind: "longText" },
  objections: { ...plain, kind: "longText" },
  painPoints: { ...plain, kind: "longText" },
  closedOn: { ...plain, kind: "date", requiredWhen: [won, lost] },
  reason: { ...plain, kind: "list", requiredWhen: [won, lost, parked] },
  competitor: plain,
  revisitOn: { ...plain, kind: "date", requiredWhen: [parked] },
  tags: { ...plain, kind: "multiList", list: "tags" },
  note: { ...plain, kind: "longText" },
};

/** The rule that a field starts with; a team's own field starts as plain text that is only looked at. */
export function defaultField(id: FieldId, header: string | null): Field {
  return { id, header, ...(isKnownField(id) ? fieldDefaults[id] : plain) };
}

/** Days as the calendar has them, until a team chooses working days. */
export const defaultCalendar: Calendar = { counting: "calendar", off: [], on: [] };
