import type { StageKind } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";

/** What becomes of the cells that hold one value of a list field. */
export type ValueAnswer =
  /** They hold this entry from then on. */
  | { readonly kind: "entry"; readonly entry: string }
  /** The value stays an entry of its own; of a stage: with this kind, null for the one that its name suggests. */
  | { readonly kind: "own"; readonly stage: StageKind | null }
  | { readonly kind: "blank" }
  /** The value stays in its cells, is on no list, and the check tells of it. */
  | { readonly kind: "leave" };

/** What people decided, by field and by the value's key (`valueKey`). What is not in it is as it was proposed. */
export type ValueAnswers = ReadonlyMap<FieldId, ReadonlyMap<string, ValueAnswer>>;

export const nothingAnswered: ValueAnswers = new Map();
