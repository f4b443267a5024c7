import type { Severity } from "../../../domain/rules/finding";
import { terms } from "../../../domain/schema/terms/zh-CN";
import type { CheckText } from "../types/check";
import { findingsText } from "./findings";

/** Named like the levels of the Settings: that is where a finding has its severity from. */
const severities: Readonly<Record<Severity, string>> = {
  error: terms.level.require,
  warning: terms.level.warn,
  info: terms.level.observe,
};

export const checkText: CheckText = {
  ...findingsText,
  heading: "体检",
  summary: (toFix, kinds, notes) => {
    const told = notes > 0 ? ` · ${notes} 条提示` : "";
    return (toFix === 0 ? (notes > 0 ? "没有待处理" : "没有问题") : `${toFix} 项待处理 · ${kinds} 类`) + told;
  },
  clean: (rows) => `${rows} 个客户，该填的都填了，格式也对。`,
  overdue: (open, overdue) => `${terms.stageKind.open}的客户 ${open} 个，其中 ${overdue} 个已过下次跟进日期。`,
  undecided: (fields) => `没找到这些列：${fields.join("、")}。相关的提醒算不出来。`,
  sheet: (name, rows) => `${name} · ${rows} 个客户`,
  run: "重新检查",
  severity: (severity) => severities[severity],
  row: (row) => `第 ${row} 行`,
  groupBy: "分组方式",
  grouping: { rule: "按规则", field: "按列", row: "按行" },
  search: "搜索客户、列、内容",
  noneFound: (search) => `没有和“${search}”有关的问题。换个词，或清空搜索。`,
  found: (count) => `找到 ${count} 项`,
  keys: "用 ↑ ↓ 逐条查看，会选中对应的单元格。",
  more: (count) => `再显示 ${count} 条`,
  moreGroups: (count) => `再显示 ${count} 组`,
  exportReport: "导出报告",
  copied: "报告已复制。",
  next: "下一步：设为跟进表。动手前先给您看会改什么。",
  setUp: "设为跟进表",
};
