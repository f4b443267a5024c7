import { stageKinds, type Stage } from "../../schema/field";
import { stageOf } from "../../schema/knownStages";
import { terms as en } from "../../schema/terms/en";
import { terms as zh } from "../../schema/terms/zh-CN";
import { days, optionalDays, optionalText, share, text, word } from "../cells";
import type { EntryTable } from "../column";

/** One row per stage, in pipeline order: its kind, limits and odds. */
export const stagesTable: EntryTable<Stage> = {
  table: "stages",
  name: "name",
  keyOf: (name) => name,
  start: (name) => stageOf(name),
  entries: ({ stages }) => stages,
  columns: {
    name: { header: { "zh-CN": "阶段", en: "Stage" }, width: 18, ...text },
    kind: {
      header: { "zh-CN": "阶段类型", en: "Stage kind" },
      width: 12,
      ...word(stageKinds, (kind, words) => words.stageKind[kind]),
    },
    staleDays: { header: { "zh-CN": "停滞天数", en: "Stale after days" }, width: 12, ...days },
    warnDays: { header: { "zh-CN": "预警天数", en: "Warn from days" }, width: 12, ...optionalDays },
    stuckDays: { header: { "zh-CN": "卡住天数", en: "Stuck after days" }, width: 12, ...optionalDays },
    probability: { header: { "zh-CN": zh.winProbability, en: en.winProbability }, width: 12, ...share },
    nextOwner: { header: { "zh-CN": "默认接手人", en: "Next owner" }, width: 14, ...optionalText },
  },
};
