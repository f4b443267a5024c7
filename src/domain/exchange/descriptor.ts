import type { Schema } from "../schema/field";

/** The one property that holds what Table Schema has no words for. */
export const ourProperty = "followUpSheet";
/** Goes up when a descriptor written today could not be read by the pane of before. */
export const ourVersion = 1;

/** Why a file cannot be taken in. */
export type ImportProblem =
  | { readonly kind: "notJson" }
  /** JSON, but without a list of fields. */
  | { readonly kind: "notDescriptor" }
  /** Made by a later version. */
  | { readonly kind: "unknownVersion"; readonly version: string }
  /** `path` as in `followUpSheet.stages[2].name`. */
  | { readonly kind: "wrongType"; readonly path: string; readonly expected: string };

/** Something of a foreign descriptor that our schema cannot say. */
export interface NotMapped {
  /** Column, or blank for the whole descriptor. */
  readonly field: string;
  /** The property, as written there: `constraints.minLength`. */
  readonly what: string;
}

export type Import =
  | { readonly ok: true; readonly schema: Schema; readonly notMapped: readonly NotMapped[] }
  | { readonly ok: false; readonly problem: ImportProblem };
