import type { CellInput } from "../values/value";
import type { Action } from "../workbook/action";
import type { FormulaCell } from "./now";
import type { PointEntry } from "./point";

/** A cell that stays as people have it: it holds neither what the change found nor what it wrote. */
export interface Conflict {
  readonly sheet: string;
  /** As A1. */
  readonly cell: string;
  /** Before our change, by our change, and now; days as texts. */
  readonly before: CellInput;
  readonly after: CellInput;
  readonly now: CellInput;
}

/** What stays though we made it, and why. */
export type Kept =
  /** People have filled it in. */
  | { readonly kind: "column"; readonly sheet: string; readonly header: string; readonly why: "filled" | "inside" }
  | { readonly kind: "sheet"; readonly sheet: string; readonly why: "log" | "changed" | "unknown" }
  /** Rows that an update brought and people have changed since. */
  | { readonly kind: "rows"; readonly sheet: string; readonly rows: number };

/** What people decide before the press. */
export interface RestoreWishes {
  /** Everything of ours goes out, whether or not a restore point knows the first set-up. */
  readonly all: boolean;
  /** Also delete sheets of ours that hold something of people's. */
  readonly deleteKept: boolean;
}

/** What giving back would do: the one plan behind its preview and its execution. */
export interface RestorePlan {
  /** The points that are given back, the newest first; none in a workbook that an earlier version set up. */
  readonly points: readonly PointEntry[];
  /** True where everything of ours goes out. */
  readonly whole: boolean;
  /** False where no restore point says what was there before: former values, formats and widths stay unknown. */
  readonly known: boolean;
  readonly cells: number;
  /** Headers of the columns that go. */
  readonly columns: readonly string[];
  /** Sheets that go. */
  readonly sheets: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly kept: readonly Kept[];
  /** Rows and columns that people have deleted since: they are not made again. */
  readonly gone: number;
  /** Formulas of people's that use what goes. */
  readonly dependents: readonly FormulaCell[];
  /** Title of the list's sheet; where it goes, of the sheet that it was taken from; null where there is neither. */
  readonly sheet: string | null;
  readonly actions: readonly Action[];
}

/** Why nothing can be given back. */
export type RestoreRefusal =
  | { readonly code: "nothing" }
  | { readonly code: "readOnly" }
  | { readonly code: "structure" }
  | { readonly code: "protectedSheet"; readonly sheet: string }
  | { readonly code: "filtered"; readonly sheet: string }
  /** The restore point is gone, or its text was damaged. */
  | { readonly code: "damaged" };

export type RestoreResult =
  { readonly ok: true; readonly plan: RestorePlan } | { readonly ok: false; readonly refusal: RestoreRefusal };
