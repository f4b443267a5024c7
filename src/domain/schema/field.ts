import type { FieldKind } from "../kinds/allKinds";
import type { FieldId } from "./fieldIds";

/** How strictly a field is held: reported, highlighted with a soft validation, or refused. */
export type Level = "observe" | "warn" | "require";
export const levels: readonly Level[] = ["observe", "warn", "require"];

export type StageKind = "open" | "won" | "lost" | "parked";
export const stageKinds: readonly StageKind[] = ["open", "won", "lost", "parked"];
export type Outcome = Exclude<StageKind, "open">;
export const outcomes: readonly Outcome[] = ["won", "lost", "parked"];

/** A reason for which a value must be there. Several of them hold as "or"; where several have to hold at once, they are one of kind `all`. */
export type Condition =
  | SimpleCondition
  /** All of these hold at once; at least one. */
  | { readonly kind: "all"; readonly of: readonly SimpleCondition[] };

export type SimpleCondition =
  | { readonly kind: "always" }
  /** While the customer's stage is an open one. */
  | { readonly kind: "open" }
  /** In this stage and the open ones behind it, and for won customers; not for lost and parked ones, which may have ended early. */
  | { readonly kind: "fromStage"; readonly stage: string }
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | { readonly kind: "customerType"; readonly type: string }
  /** One of these fields is enough; the one that carries the condition is reported when all are blank. */
  | { readonly kind: "oneOf"; readonly fields: readonly FieldId[] };

/** A field's rule, written once: it drives the form, the cell validation, the check and the highlight. */
export interface Field {
  readonly id: FieldId;
  readonly kind: FieldKind;
  /** The header in the team's sheet; null while the sheet has no such column: the field is dormant, not missing. */
  readonly header: string | null;
  /** When a value must be there; empty for never. */
  readonly requiredWhen: readonly Condition[];
  readonly level: Level;
  /** True when the sheet must have the column, whether or not its cells must be filled. */
  readonly columnRequired: boolean;
  /** Key of the list in `Schema.lists` that a list field draws from; null where it has none or another table holds it. */
  readonly list: string | null;
  /** No two customers may have the same value. */
  readonly unique: boolean;
  /** Smallest and largest number, or date as a serial of the workbook's date system; null for no limit. */
  readonly min: number | null;
  readonly max: number | null;
  /** Wildcards as Excel knows them: `*` for any characters, `?` for one. Null for none. */
  readonly pattern: string | null;
  /** The team's own words for whoever fills the field in; null for ours. */
  readonly hint: string | null;
}

export interface Stage {
  /** The team's own word. */
  readonly name: string;
  readonly kind: StageKind;
  /** Days of silence after which an open customer in this stage is stale: strictly more than this many. 0 for the default. */
  readonly staleDays: number;
  /** Days of silence from which a warning is given; null for one day before stale. */
  readonly warnDays: number | null;
  /** Days in this stage after which a customer is stuck: strictly more than this many; null where that is not watched. */
  readonly stuckDays: number | null;
  /** Probability of winning from here, 0 to 1; null where nobody set one. */
  readonly probability: number | null;
  /** Who takes over when a customer comes to this stage; null for nobody. */
  readonly nextOwner: string | null;
}

export interface CustomerType {
  readonly name: string;
  /** Own limit of silence, days; null for the stage's. Where both are set, the smaller one counts. */
  readonly staleDays: number | null;
  /** Key accounts come first in every list. */
  readonly keyAccount: boolean;
}

export interface Owner {
  readonly name: string;
  /** Blank where nobody said. */
  readonly team: string;
  /** What is to be won in a month, money; null where nobody set a target. */
  readonly monthTarget: number | null;
}

export interface ClosingReason {
  readonly name: string;
  /** Where the reason belongs; null for any outcome. */
  readonly outcome: Outcome | null;
  /** Days after which a lost or parked customer is worth another contact; null for never. */
  readonly revisitDays: number | null;
}

/** How days are counted, and which ones are no working days (or are, against the calendar). */
export interface Calendar {
  readonly counting: "calendar" | "working";
  /** Serials of the workbook's date system: holidays, and weekend days on which people work. */
  readonly off: readonly number[];
  readonly on: readonly number[];
}

/** Lists that are there from the start, in the order of their columns in the Settings. */
export const knownListKeys = ["source", "tags", "method", "result"] as const;
export type KnownListKey = (typeof knownListKeys)[number];

/** A list to pick from: one column of the lists table. */
export interface List {
  /** One of `knownListKeys`, or the column's header for a list of the team's own. */
  readonly key: string;
  readonly entries: readonly string[];
}

/** What a follow-up sheet must look like: read from the Settings tables, or proposed from the sheet at set-up. */
export interface Schema {
  readonly fields: readonly Field[];
  /** In pipeline order. */
  readonly stages: readonly Stage[];
  readonly types: readonly CustomerType[];
  readonly owners: readonly Owner[];
  readonly reasons: readonly ClosingReason[];
  readonly lists: readonly List[];
  readonly calendar: Calendar;
}

/** Limit for customers whose stage is blank or unknown. Days. */
export const defaultStaleDays = 7;
