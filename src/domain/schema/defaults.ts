import type { FieldId, FieldKind, Level, RequiredWhen } from "./field";

interface FieldDefault {
  readonly kind: FieldKind;
  readonly requiredWhen: RequiredWhen;
  readonly level: Level;
}

const observed = { requiredWhen: "never", level: "observe" } as const;

/** A field's rule before a team changes it. Only what no follow-up works without is required: customer, owner, stage, and the next date of open customers. */
export const fieldDefaults: Readonly<Record<FieldId, FieldDefault>> = {
  id: { kind: "text", ...observed },
  customer: { kind: "text", requiredWhen: "always", level: "require" },
  customerType: { kind: "list", ...observed },
  contact: { kind: "text", ...observed },
  phone: { kind: "phone", ...observed },
  mail: { kind: "mail", ...observed },
  owner: { kind: "person", requiredWhen: "always", level: "require" },
  source: { kind: "list", ...observed },
  stage: { kind: "list", requiredWhen: "always", level: "require" },
  amount: { kind: "amount", ...observed },
  firstContact: { kind: "date", ...observed },
  lastContact: { kind: "date", ...observed },
  nextDate: { kind: "date", requiredWhen: "open", level: "require" },
  nextStep: { kind: "longText", ...observed },
  needs: { kind: "longText", ...observed },
  feedback: { kind: "longText", ...observed },
  closedOn: { kind: "date", ...observed },
  reason: { kind: "list", ...observed },
  note: { kind: "longText", ...observed },
};
