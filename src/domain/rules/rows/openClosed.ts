import { isBlank } from "../../values/value";
import { dayReader, type RowRule } from "../rowRule";

/** Open by its stage, and closed by its closing date. */
export interface OpenClosed {
  readonly rule: "openClosed";
  readonly stage: string;
}

/**
 * Open by its stage and with a closing date that has passed: one of the two is wrong. A day that is still to come is when the customer is
 * expected to close, which every sales system keeps in the same column. What a closed customer lacks (date, amount, reason) is
 * asked for by the conditions of those fields, and a stage that nobody knows is the list's business.
 */
export const openClosed: RowRule<OpenClosed> = {
  id: "openClosed",
  needs: ["closedOn", "stage"],
  toldWhileObserved: false,
  prepare: (setting) => {
    const { columns, today } = setting;
    const day = dayReader(setting, "closedOn");
    const [closed = -1, stage = -1] = [columns.get("closedOn"), columns.get("stage")];
    return (row, state, { isSound, add }) => {
      if (state !== "open" || isBlank(row[closed] ?? "") || !isSound("closedOn") || !isSound("stage")) return;
      if ((day?.(row) ?? today) > today) return;
      const name = row[stage] ?? "";
      if (!isBlank(name)) add("closedOn", { rule: "openClosed", stage: String(name) });
    };
  },
};
