import type { FieldId, KnownFieldId } from "../../schema/fieldIds";

/** What the cells of a column show. */
export type Evidence =
  | "dates"
  /** Days after the review day. */
  | "futureDates"
  /** Days up to the review day. */
  | "pastDates"
  /** Open customers have a day in it. */
  | "openCustomers"
  /** Only closed customers have a day in it. */
  | "closedCustomers"
  | "phones"
  | "mails"
  | "stages"
  /** Names of persons, a few of them again and again. */
  | "people"
  /** Names of firms. */
  | "firms"
  | "allDifferent";

/** Why a column may be a field, as far as a sentence needs it: 112 个都是日期. */
export type MatchReason =
  | {
      /** The field's own name, another name in use, or words that together say it. */
      readonly by: "exact" | "alias" | "words";
      /** Whether the cells look like it; null where they do not tell. */
      readonly fits: boolean | null;
    }
  | {
      readonly by: "values";
      readonly evidence: Evidence;
      /** Cells, or customers, of which it is true, and those that were looked at. */
      readonly count: number;
      readonly of: number;
    }
  /** A person said so. */
  | { readonly by: "chosen" };

export interface ColumnCandidate {
  readonly field: FieldId;
  /** 0 to 1. */
  readonly score: number;
  readonly because: MatchReason;
}

/** What a column may be. */
export interface ColumnGuess {
  /** An index into the headers given. */
  readonly column: number;
  /** Best first, four at most. */
  readonly candidates: readonly ColumnCandidate[];
  /** The field that it is taken for; null for none. */
  readonly taken: FieldId | null;
  /** True where a person should say. */
  readonly asked: boolean;
  /** Three different cells as text, days as ISO dates. */
  readonly samples: readonly string[];
}

/** A candidate of which everything is still open. */
export interface Claimant extends ColumnCandidate {
  readonly field: KnownFieldId;
}
