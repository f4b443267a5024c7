import { outcomes, type ClosingReason } from "../../schema/field";
import { optionalDays, optionalWord, text } from "../cells";
import type { EntryTable } from "../column";

/** One row per reason for which customers are won, lost or parked. */
export const reasonsTable: EntryTable<ClosingReason> = {
  table: "reasons",
  name: "name",
  keyOf: (name) => name,
  start: (name) => ({ name, outcome: null, revisitDays: null }),
  entries: ({ reasons }) => reasons,
  columns: {
    name: { header: { "zh-CN": "原因", en: "Reason" }, width: 20, ...text },
    outcome: {
      header: { "zh-CN": "结果", en: "Outcome" },
      width: 12,
      ...optionalWord(outcomes, (outcome, words) => words.stageKind[outcome]),
    },
    revisitDays: { header: { "zh-CN": "再跟进天数", en: "Revisit after days" }, width: 14, ...optionalDays },
  },
};
