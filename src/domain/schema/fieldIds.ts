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
  "department",
  "coOwners",
  "source",
  "stage",
  "stageSince",
  "amount",
  "expectedClose",
  "firstContact",
  "lastContact",
  "nextDate",
  "nextStep",
  "materials",
  "openQuestions",
  "needs",
  "feedback",
  "objections",
  "painPoints",
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

/**
 * Columns in which the add-in notes of each customer what no formula can tell from the row, hidden beside the formulas that need it.
 * Nobody has to type there; what a person corrects counts.
 */
export const notedIds = ["furthestStage"] as const;
export type NotedId = (typeof notedIds)[number];

export type FieldId = KnownFieldId | NotedId | OwnFieldId;

const knownFields: ReadonlySet<string> = new Set(knownFieldIds);

export function isKnownField(id: FieldId): id is KnownFieldId {
  return knownFields.has(id);
}

/** True for a column in which the add-in notes something. */
export function isNoted(id: FieldId): id is NotedId {
  return notedIds.some((noted) => noted === id);
}

export function ownField(name: string): OwnFieldId {
  return `own:${name}`;
}

/** Calculated columns that people read, in the order in which they stand. */
export const shownIds = ["status", "daysSilent", "daysInStage", "missing"] as const;

/**
 * Calculated columns that the shown ones work with, hidden at the table's right end: each holds one step, so that no formula
 * is long and nothing is looked up twice. The last ones are there only where a team requires more fields than one formula
 * can name.
 */
export const helperIds = [
  "stageRow",
  "staleLimit",
  "lastTouch",
  "otherFlags",
  "daysLate",
  "risk",
  "notedRow",
  "furthestRow",
  "moreMissing",
  "moreMissing2",
  "moreMissing3",
  "moreMissing4",
  "moreMissing5",
] as const;

/** Columns that the add-in calculates with live formulas; nobody types into them. */
export const calculatedIds = [...shownIds, ...helperIds] as const;
export type CalculatedId = (typeof calculatedIds)[number];

const helpers: ReadonlySet<CalculatedId> = new Set(helperIds);

/** True for a calculated column that is hidden. */
export function isHelper(id: CalculatedId): boolean {
  return helpers.has(id);
}

/** Something for each calculated column. */
export function forEachCalculated<T>(of: (id: CalculatedId) => T): Readonly<Record<CalculatedId, T>> {
  return {
    status: of("status"),
    daysSilent: of("daysSilent"),
    daysInStage: of("daysInStage"),
    missing: of("missing"),
    stageRow: of("stageRow"),
    staleLimit: of("staleLimit"),
    lastTouch: of("lastTouch"),
    otherFlags: of("otherFlags"),
    daysLate: of("daysLate"),
    risk: of("risk"),
    notedRow: of("notedRow"),
    furthestRow: of("furthestRow"),
    moreMissing: of("moreMissing"),
    moreMissing2: of("moreMissing2"),
    moreMissing3: of("moreMissing3"),
    moreMissing4: of("moreMissing4"),
    moreMissing5: of("moreMissing5"),
  };
}
