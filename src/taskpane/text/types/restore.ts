import type { RestoreCause } from "../../../domain/restore/point";
import type { Kept, RestoreRefusal } from "../../../domain/restore/restorePlan";

/** Giving back what the add-in changed: its points, its preview, its receipt. */
export interface RestoreText {
  readonly heading: string;
  readonly intro: string;
  readonly look: string;
  /** How many points there are, and how large they are together. */
  readonly size: (points: number, size: string) => string;
  readonly kilobytes: (count: number) => string;
  readonly dropped: (points: number) => string;
  readonly none: string;
  /** Nothing is kept, and nothing could be. */
  readonly closed: string;
  readonly cause: Readonly<Record<RestoreCause, string>>;
  readonly first: string;
  /** A day and a time of day. */
  readonly moment: (day: string, time: string) => string;
  readonly choose: string;
  /** The way out without restore points. */
  readonly earlier: string;
  readonly earlierHint: string;
  readonly previewHeading: string;
  readonly whole: string;
  readonly partly: (points: number) => string;
  readonly cells: (count: number) => string;
  readonly columns: (headers: readonly string[]) => string;
  readonly sheets: (titles: readonly string[]) => string;
  readonly gone: (count: number) => string;
  readonly unknownBefore: string;
  readonly kept: (kept: Kept) => string;
  readonly deleteKept: string;
  readonly dependents: (count: number, cells: readonly string[]) => string;
  readonly conflicts: (count: number) => string;
  /** One cell that stays as people have it, with its sheet where that is not the list's. */
  readonly conflict: (cell: string, before: string, after: string, now: string) => string;
  /** What stands in a cell. */
  readonly content: (text: string) => string;
  readonly blank: string;
  /** Stands for a formula, which would fill the pane. */
  readonly formula: string;
  readonly more: (count: number) => string;
  readonly apply: string;
  readonly cancel: string;
  readonly done: (cells: number, columns: number, sheets: number) => string;
  readonly understood: string;
  readonly refusal: (refusal: RestoreRefusal) => string;
}
