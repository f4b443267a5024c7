/** Fields that a follow-up sheet can have. The identifiers never change; headers are the team's own. */
export const fieldIds = [
  "id",
  "customer",
  "customerType",
  "contact",
  "phone",
  "mail",
  "owner",
  "source",
  "stage",
  "amount",
  "firstContact",
  "lastContact",
  "nextDate",
  "nextStep",
  "needs",
  "feedback",
  "closedOn",
  "reason",
  "note",
] as const;
export type FieldId = (typeof fieldIds)[number];

/** Columns that the add-in calculates with live formulas; nobody types into them. */
export const calculatedIds = ["status", "daysSilent", "missing"] as const;
export type CalculatedId = (typeof calculatedIds)[number];

export type FieldKind = "text" | "longText" | "date" | "amount" | "phone" | "mail" | "list" | "person";

/** How strictly a field is held: reported, highlighted with a soft validation, or refused. */
export type Level = "observe" | "warn" | "require";
export const levels: readonly Level[] = ["observe", "warn", "require"];

export type StageKind = "open" | "won" | "lost" | "parked";
export const stageKinds: readonly StageKind[] = ["open", "won", "lost", "parked"];

/** When a value must be there. `open` asks for it only while the customer's stage is an open one. */
export type RequiredWhen = "never" | "always" | "open";

/** A field's rule, written once: it drives the cell validation, the check and the highlight. */
export interface Field {
  readonly id: FieldId;
  readonly kind: FieldKind;
  /** The header in the team's sheet; null while the sheet has no such column: the field is dormant, not missing. */
  readonly header: string | null;
  readonly requiredWhen: RequiredWhen;
  readonly level: Level;
}

export interface Stage {
  /** The team's own word. */
  readonly name: string;
  readonly kind: StageKind;
  /** Days of silence after which an open customer in this stage is stale: strictly more than this many. */
  readonly staleDays: number;
}

/** What a follow-up sheet must look like: read from the Settings tables, or proposed from the sheet at set-up. */
export interface Schema {
  readonly fields: readonly Field[];
  /** In pipeline order. */
  readonly stages: readonly Stage[];
  readonly owners: readonly string[];
  readonly lists: {
    readonly customerType: readonly string[];
    readonly source: readonly string[];
    readonly reason: readonly string[];
  };
}

/** Limit for customers whose stage is blank or unknown. Days. */
export const defaultStaleDays = 7;
