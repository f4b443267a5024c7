import type { CellInput } from "../../domain/values/value";
import type { Action, PlacedHighlight } from "../../domain/workbook/action";
import type { Area } from "../../domain/workbook/area";
import type { ExcelValidation } from "../parts/validation";

/** A conditional format of ours with the number of others that stand above it. */
export interface StandingHighlight extends PlacedHighlight {
  readonly above: number;
}

/**
 * What the adapter can do to a workbook: the plan's actions, and what only taking them back needs, namely things that
 * people made and that our own terms cannot say.
 */
export type Step =
  | Action
  | {
      readonly kind: "restoreValidation";
      readonly sheet: string;
      readonly area: Area;
      readonly validation: ExcelValidation;
    }
  /** Conditional formats of ours as they stood, each in its place among the others. */
  | {
      readonly kind: "restoreHighlights";
      readonly sheet: string;
      readonly marker: string;
      readonly highlights: readonly StandingHighlight[];
      /** What the change was to make: what Excel left of it goes too. */
      readonly made: readonly PlacedHighlight[];
    }
  | {
      readonly kind: "restoreFormats";
      readonly sheet: string;
      readonly area: Area;
      readonly formats: readonly (readonly string[])[];
    }
  /** Brings back rows that `withdrawRows` blanked: where they stand while their keys are there, else at the table's end. */
  | {
      readonly kind: "returnRows";
      readonly sheet: string;
      readonly table: string;
      readonly keyColumn: number;
      readonly rows: readonly (readonly CellInput[])[];
      readonly calculated: readonly number[];
    }
  /**
   * Cells of a table in which formulas stand that differ from row to row. Where Excel fills formulas in tables, it takes them for
   * one calculated column when they come into a blank column.
   */
  | {
      readonly kind: "restoreCells";
      readonly sheet: string;
      readonly area: Area;
      readonly cells: readonly (readonly CellInput[])[];
    };

/** A step on conditional formats. It travels alone, for it takes several requests. */
export type HighlightStep = Extract<Step, { readonly kind: "setHighlights" | "restoreHighlights" }>;

export function isHighlightStep(step: Step): step is HighlightStep {
  return step.kind === "setHighlights" || step.kind === "restoreHighlights";
}
