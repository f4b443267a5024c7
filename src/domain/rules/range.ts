import type { Field } from "../schema/field";
import type { CellRule } from "./kind";

/** Numbers and dates outside the field's limits; a date counts as its whole day. */
export function rangeRule({ kind, min, max }: Field): CellRule | null {
  if (min === null && max === null) return null;
  if (kind !== "date" && kind !== "amount" && kind !== "wholeNumber") return null;
  const what = kind === "date" ? "date" : "number";
  return (value) => {
    if (typeof value !== "number") return null;
    const measured = kind === "date" ? Math.floor(value) : value;
    if (min !== null && measured < min) return { rule: "range", limit: { kind: what, side: "min", value: min } };
    if (max !== null && measured > max) return { rule: "range", limit: { kind: what, side: "max", value: max } };
    return null;
  };
}
