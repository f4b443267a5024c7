import { isBlank } from "../../values/value";
import type { RowRule } from "../rowRule";

/** Open by its stage, and closed by its closing date. */
export interface OpenClosed {
  readonly rule: "openClosed";
  readonly stage: string;
}

/**
 * Open by its stage and with a closing date: one of the two is wrong. What a closed customer lacks (date, amount, reason) is
 * asked for by the conditions of those fields, and a stage that nobody knows is the list's business.
 */
export const openClosed: RowRule<OpenClosed> = {
  id: "openClosed",
  needs: ["closedOn", "stage"],
  toldWhileObserved: false,
  prepare: ({ columns }) => {
    const [closed = -1, stage = -1] = [columns.get("closedOn"), columns.get("stage")];
    return (row, state, { isSound, add }) => {
      if (state !== "open" || isBlank(row[closed] ?? "") || !isSound("closedOn") || !isSound("stage")) return;
      const name = row[stage] ?? "";
      if (!isBlank(name)) add("closedOn", { rule: "openClosed", stage: String(name) });
    };
  },
};
