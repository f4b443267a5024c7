import { simpleConditions } from "../../schema/conditionText";
import type { Condition } from "../../schema/field";
import { demandOf } from "../required";
import type { RowRule } from "../rowRule";

/** An expected amount of 0 or less where the team asks for one. */
export interface NotPositive {
  readonly rule: "notPositive";
  /** The stage from which the amount is required. */
  readonly stage: string;
}

/** The stage from which a condition asks; null where it names none. */
function stageOf(condition: Condition): string | null {
  const from = simpleConditions([condition]).find(({ kind }) => kind === "fromStage");
  return from?.kind === "fromStage" ? from.stage : null;
}

/**
 * From the stage on from which the team requires the amount ("From stage" in the Settings), it must be more than 0: a 0 that
 * was typed to have the cell filled would count as a deal that brings nothing. Where no stage is named, nothing is asked;
 * a blank amount is the business of the condition itself.
 */
export const notPositive: RowRule<NotPositive> = {
  id: "notPositive",
  needs: ["amount", "stage"],
  toldWhileObserved: true,
  prepare: ({ columns, schema }) => {
    const field = schema.fields.find(({ id }) => id === "amount");
    const requiredWhen = field?.requiredWhen.filter((each) => stageOf(each) !== null) ?? [];
    if (!field || requiredWhen.length === 0) return null;
    const demand = demandOf({ ...field, requiredWhen }, columns, schema);
    const amount = columns.get("amount") ?? -1;
    return (row, state, { isSound, add }) => {
      const value = row[amount];
      if (typeof value !== "number" || value > 0 || !isSound("amount")) return;
      const because = demand(row, state);
      const stage = because && stageOf(because);
      if (stage !== null) add("amount", { rule: "notPositive", stage });
    };
  },
};
