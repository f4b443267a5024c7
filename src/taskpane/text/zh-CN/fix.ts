import type { FixKind } from "../../../domain/rules/planFixes";
import type { FixText } from "../types/fix";

const kinds: Readonly<Record<FixKind, string>> = {
  textDate: "文字改成日期",
  textNumber: "文字改成数字",
  numberPhone: "号码改成文字",
  untidy: "去掉多余空格、全角改半角",
  otherYesNo: "统一成“是”“否”",
  separators: "统一分隔符、去掉重复",
  otherOutcome: "清空和结果不符的原因",
  list: "改成列表里的写法",
  nearList: "可能打错了一个字的列表项",
};

export const fixText: FixText = {
  label: "一键修正",
  heading: (count) => `${count} 处可以一键修正`,
  preview: "看看会改什么",
  group: (kind, count) => `${kinds[kind]} · ${count} 处`,
  change: (before, after) => `“${before}” → “${after}”`,
  blank: "（空）",
  others: (count) => `还有 ${count} 处`,
  safe: "有公式的单元格不动；改完可以撤回。",
  apply: (count) => (count === 0 ? "修正" : `修正 ${count} 处`),
  cancel: "先不改",
  done: (fixed, formulas, changed) => {
    const left = [
      ...(formulas > 0 ? [`${formulas} 处是公式`] : []),
      ...(changed > 0 ? [`${changed} 处刚被别人改过`] : []),
    ];
    return `已修正 ${fixed} 处${left.length > 0 ? `；${left.join("、")}，没有动` : ""}`;
  },
  revert: "撤回这次修正",
  reverted: (restored, kept) => `已撤回 ${restored} 处${kept > 0 ? `；${kept} 处后来改过或找不到了，没有动` : ""}`,
  close: "知道了",
};
