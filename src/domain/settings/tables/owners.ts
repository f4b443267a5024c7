import type { Owner } from "../../schema/field";
import { terms as en } from "../../schema/terms/en";
import { terms as zh } from "../../schema/terms/zh-CN";
import { limit, text } from "../cells";
import type { EntryTable } from "../column";

/** One row per person who can own customers. */
export const ownersTable: EntryTable<Owner> = {
  table: "owners",
  name: "name",
  keyOf: (name) => name,
  start: (name) => ({ name, team: "", monthTarget: null }),
  entries: ({ owners }) => owners,
  columns: {
    name: { header: { "zh-CN": "负责人", en: "Owner" }, width: 16, ...text },
    team: { header: { "zh-CN": zh.team, en: en.team }, width: 14, ...text },
    monthTarget: {
      header: { "zh-CN": "每月目标金额", en: "Monthly target" },
      width: 14,
      isOptional: true,
      ...limit,
      format: "#,##0",
    },
  },
};
