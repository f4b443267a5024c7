import type { BeginText } from "../types/begin";

/** A few names, the rest as a number. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `「${name}」`);
  return names.length > 3 ? `${shown.join("")}等 ${names.length} 个客户` : shown.join("");
}

export const beginText: BeginText = {
  heading: "从一张空表开始",
  intro: (sheet) =>
    `${sheet === null ? "这张表" : `「${sheet}」`}还是空的。选一种跟进表，列、下拉列表、到期提醒和汇总一次建好。`,
  kinds: "选一种",
  kind: { lite: "精简", default: "标准", full: "完整" },
  about: (kind, columns) => {
    switch (kind) {
      case "lite":
        return `${columns} 列：客户、电话、负责人、阶段、跟进日期和下一步，人少也够用`;
      case "default":
        return `${columns} 列：再加客户类型、来源、金额、需求和成交/流失原因`;
      case "full":
        return `${columns} 列：全部字段，含痛点、需准备的资料、部门和预计成交日期`;
    }
  },
  examples: "放入 12 个示例客户",
  examplesHint: "名称以“示例：”开头，之后可在“设置”里一键清掉",
  name: "您的名字，排在负责人名单第一位（选填）",
  create: "建立跟进表",
  otherwise: "已有客户表？请打开那张工作表，或者把客户粘贴到这里，再点“检查这张表”。",
  check: "检查这张表",
  clearing: {
    heading: "示例客户",
    there: (rows) => `表里还有 ${rows} 行示例。清掉后，这几行留空，可以直接填写；改过客户名称的行不动。`,
    clear: "清掉示例行",
    cleared: (rows, kept) =>
      [
        rows === 0 ? "表里已经没有示例行。" : `已清掉 ${rows} 行示例，空出来的行可以直接填写。`,
        kept.length === 0 ? "" : `${some(kept)}改过名称，当作您自己的客户留下了。`,
      ].join(""),
  },
};
