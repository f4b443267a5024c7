import type { CellInput } from "../../domain/values/value";
import type { Action } from "../../domain/workbook/action";
import type { Area } from "../../domain/workbook/area";
import type { ExcelValidation } from "../parts/validation";

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
  | {
      readonly kind: "restoreFormats";
      readonly sheet: string;
      readonly area: Area;
      readonly formats: readonly (readonly string[])[];
    }
  /** Takes rows that `appendRows` wrote out again; the rows stay, blank but for the table's own formulas. */
  | {
      readonly kind: "withdrawRows";
      readonly sheet: string;
      readonly table: string;
      readonly keyColumn: number;
      readonly rows: readonly (readonly CellInput[])[];
    }
  /** Which columns were hidden. */
  | {
      readonly kind: "restoreHidden";
      readonly sheet: string;
      readonly column: number;
      readonly hidden: readonly boolean[];
    };
