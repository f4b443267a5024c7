import { fittingReasons } from "../../schema/closingReasons";
import type { Outcome } from "../../schema/field";
import { remembered } from "../../values/remembered";
import { isBlank } from "../../values/value";
import type { RowRule } from "../rowRule";

/** Closed with a reason that the team gives for other outcomes only. */
export interface OtherOutcome {
  readonly rule: "otherOutcome";
  readonly stage: string;
  /** The outcomes for which the reason can be given. */
  readonly outcomes: readonly Outcome[];
  /** Which reason is right nobody knows: the cell can be cleared, and is then asked for where the team wants one. */
  readonly repaired: "";
}

/**
 * Won with a reason for losing, and the like: it stays behind when somebody changes the stage of a closed customer, and counts among the
 * reasons of the new outcome. A reason that the team has not named, or has named for any outcome, fits everywhere; so does what the form
 * offers for an outcome without reasons of its own.
 */
export const otherOutcome: RowRule<OtherOutcome> = {
  id: "otherOutcome",
  needs: ["reason", "stage"],
  toldWhileObserved: false,
  prepare: ({ columns, schema }) => {
    const outcomesOf = new Map<string, (Outcome | null)[]>();
    for (const { name, outcome } of schema.reasons) {
      const key = name.toLowerCase();
      outcomesOf.set(key, [...(outcomesOf.get(key) ?? []), outcome]);
    }
    if (outcomesOf.size === 0) return null;
    const fitting = remembered(
      (state: Outcome) => new Set(fittingReasons(state, schema).map(({ name }) => name.toLowerCase())),
    );
    const [reason = -1, stage = -1] = [columns.get("reason"), columns.get("stage")];
    return (row, state, { isSound, add }) => {
      const value = row[reason] ?? "";
      if (state !== "won" && state !== "lost" && state !== "parked") return;
      if (isBlank(value)) return;
      const name = String(value).toLowerCase();
      const outcomes = (outcomesOf.get(name) ?? []).flatMap((outcome) => outcome ?? []);
      if (outcomes.length === 0 || fitting(state).has(name)) return;
      if (isSound("reason") && isSound("stage"))
        add("reason", { rule: "otherOutcome", stage: String(row[stage] ?? ""), outcomes, repaired: "" });
    };
  },
};
