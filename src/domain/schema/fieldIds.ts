/** Fields that every follow-up sheet can have. The identifiers never change; headers are the team's own. */
export const knownFieldIds = [
  "id",
  "customer",
  "customerType",
  "contact",
  "phone",
  "wechat",
  "mail",
  "owner",
  "coOwners",
  "source",
  "stage",
  "stageSince",
  "amount",
  "firstContact",
  "lastContact",
  "nextDate",
  "nextStep",
  "needs",
  "feedback",
  "objections",
  "closedOn",
  "reason",
  "competitor",
  "revisitOn",
  "tags",
  "note",
] as const;
export type KnownFieldId = (typeof knownFieldIds)[number];

/** A field that a team added in the Settings; what stands behind the colon is its name there. */
export type OwnFieldId = `own:${string}`;
export type FieldId = KnownFieldId | OwnFieldId;

const knownFields: ReadonlySet<string> = new Set(knownFieldIds);

export function isKnownField(id: FieldId): id is KnownFieldId {
  return knownFields.has(id);
}

export function ownField(name: string): OwnFieldId {
  return `own:${name}`;
}

/** Columns that the add-in calculates with live formulas; nobody types into them. */
export const calculatedIds = ["status", "daysSilent", "missing"] as const;
export type CalculatedId = (typeof calculatedIds)[number];
