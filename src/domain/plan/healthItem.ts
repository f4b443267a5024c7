import type { CellValue } from "../values/value";
import type { Area } from "../workbook/area";

/** What happened to a rule that was installed. */
export type Damage =
  | "missing"
  /** It stands there more than once, or on cells where it has no business. */
  | "doubled"
  /** Cut into pieces, or no longer over all rows. */
  | "fragmented"
  /** Not as the Settings have it, or left over from what they said before. */
  | "altered"
  /** Another one of ours, weaker than it, comes first. */
  | "reordered"
  /** A value was typed, or nothing is left, where a formula belongs. */
  | "overwritten"
  | "pointsElsewhere"
  /** As an earlier version of the add-in made it. */
  | "outdated";

export type HealthPart =
  | "validation"
  | "highlight"
  | "formula"
  | "name"
  /** The customers' IDs, all of them. */
  | "id"
  /** How far each customer came, of all of them. */
  | "furthest"
  | "summary"
  | "log"
  /** The whole Settings sheet: its tables are made anew from what the follow-up sheet holds. */
  | "settingsSheet"
  | "settingsTable"
  /** A header, a row or a word of a Settings table. */
  | "settingsCell";

/** One thing that is not as it was installed, and where. */
export interface HealthItem {
  readonly damage: Damage;
  readonly part: HealthPart;
  /** Header of the column, or name of the table, sheet or defined name; blank where there is but one. */
  readonly what: string;
  /** Null where there is nothing to go to. */
  readonly place: { readonly sheet: string; readonly area: Area } | null;
  /** How many cells, rules or names. */
  readonly count: number;
  /** What a repair would change of one cell; left out where it changes no cell that somebody wrote. */
  readonly change?: CellChange;
}

/** A cell of the Settings before and after its repair. */
export interface CellChange {
  /** The entry whose row it is; blank for a header and for a cell that belongs to no entry. */
  readonly entry: string;
  readonly from: CellValue;
  readonly to: CellValue;
  /** Where the new content comes from: what was last readable there, what somebody said now, or the one thing that can stand there. */
  readonly source: "remembered" | "said" | "only";
}
