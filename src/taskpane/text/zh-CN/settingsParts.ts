import type { SettingsIssue } from "../../../domain/plan/settingsIssue";

/** What the tables of the Settings, and the cell beside them, are called in a sentence. */
export const settingsParts: Readonly<Record<SettingsIssue["table"], string>> = {
  fields: "字段表",
  stages: "阶段表",
  types: "客户类型表",
  owners: "负责人表",
  reasons: "原因表",
  holidays: "休息日表",
  lists: "列表",
  counting: "天数计算",
};
