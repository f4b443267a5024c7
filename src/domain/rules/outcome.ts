import { isBlank } from "../values/value";
import type { RowRule, RowRuleSetting } from "./rowRule";

/**
 * Open by its stage and with a closing date: one of the two is wrong. What a closed customer lacks (date, amount, reason) is
 * asked for by the conditions of those fields, and a stage that nobody knows is the list's business.
 */
export function outcomeRule({ columns }: RowRuleSetting): RowRule | null {
  const closed = columns.get("closedOn");
  const stage = columns.get("stage");
  if (closed === undefined || stage === undefined) return null;
  return (row, state, { isSound, add }) => {
    if (state !== "open" || isBlank(row[closed] ?? "") || !isSound("closedOn") || !isSound("stage")) return;
    const name = row[stage] ?? "";
    if (!isBlank(name)) add("closedOn", { rule: "openClosed", stage: String(name) });
  };
}
