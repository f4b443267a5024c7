import { kindOf } from "../kinds/allKinds";
import type { Field } from "../schema/field";
import type { CellRule } from "./kind";

/** Values outside the field's limits, for kinds that have any. */
export function rangeRule({ kind, min, max }: Field): CellRule | null {
  const { limits } = kindOf(kind);
  if (limits === null || (min === null && max === null)) return null;
  const { of, measured } = limits;
  return (value) => {
    if (typeof value !== "number") return null;
    const size = measured(value);
    if (min !== null && size < min) return { rule: "range", limit: { kind: of, side: "min", value: min } };
    if (max !== null && size > max) return { rule: "range", limit: { kind: of, side: "max", value: max } };
    return null;
  };
}
