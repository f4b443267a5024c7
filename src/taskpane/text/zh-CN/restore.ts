import type { RestoreText } from "../types/restore";

const quoted = (texts: readonly string[]) => texts.map((text) => `「${text}」`).join("、");

export const restoreText: RestoreText = {
  heading: "还原",
  intro: "一键退回本加载项改过的内容：单元格、格式、下拉列表、颜色、增加的列和工作表。您和同事后来改的内容会保留。",
  look: "查看还原点",
  size: (points, size) => `${points} 个还原点，共 ${size}`,
  kilobytes: (count) => `${count} KB`,
  dropped: (points) => `较早的 ${points} 个还原点已删除，以免占用太多空间。`,
  none: "这个工作簿里没有还原点。",
  closed:
    "还原点没有保存：名为「_FollowUp」的工作表不是本加载项建的，或者工作簿受保护。请给那张工作表改名或取消保护，之后的改动就会有还原点。",
  cause: { setUp: "补全设置", schema: "修改字段和规则", fixes: "修复单元格", update: "用导出文件更新" },
  first: "首次设置",
  moment: (day, time) => `${day} ${time}`,
  choose: "退回到这一步之前…",
  earlier: "移除本加载项加进来的内容…",
  earlierHint: "这个工作簿是旧版本设置的，没有记下原来的样子：能移除加进来的内容，原来的数值、格式和列宽无法找回。",
  previewHeading: "还原预览",
  whole: "本加载项加进来的内容会全部移除，表格变回原来的样子。",
  partly: (points) => `会退回最近 ${points} 次改动，跟进表继续使用。`,
  cells: (count) => `退回 ${count} 个单元格`,
  columns: (headers) => `删去列：${quoted(headers)}`,
  sheets: (titles) => `删除工作表：${quoted(titles)}`,
  gone: (count) => `有 ${count} 处所在的行或列已被删除，不再恢复`,
  unknownBefore: "没有还原点：原来的数值、格式、列宽和筛选不知道，保持现状。",
  kept: (kept) => {
    if (kept.kind === "rows") return `更新时新增的 ${kept.rows} 行后来有人改过，保留`;
    if (kept.kind === "column")
      return kept.why === "filled"
        ? `列「${kept.header}」里有人填过内容，保留`
        : `列「${kept.header}」右边有您自己的列，清空后保留`;
    const reason = { log: "里面有跟进记录", changed: "有人改过", unknown: "不知道有没有人改过" }[kept.why];
    return `工作表「${kept.sheet}」${reason}，保留`;
  },
  deleteKept: "这些工作表也删除",
  dependents: (count, cells) => `${count} 个公式用到要移除的内容，之后可能出错：${cells.join("、")}`,
  conflicts: (count) => `${count} 个单元格后来有人改过，保留现在的内容：`,
  conflict: (cell, before, after, now) => `${cell}：原来是${before}，我们写了${after}，现在是${now}`,
  content: (text) => `「${text}」`,
  blank: "空白",
  formula: "公式",
  more: (count) => `还有 ${count} 个`,
  apply: "还原",
  cancel: "取消",
  done: (cells, columns, sheets) => `已还原：退回 ${cells} 个单元格，删去 ${columns} 列，删除 ${sheets} 张工作表。`,
  understood: "知道了",
  refusal: (refusal) => {
    switch (refusal.code) {
      case "nothing":
        return "没有可以还原的内容。";
      case "readOnly":
        return "工作簿是只读的，不能还原。请另存一份再试。";
      case "structure":
        return "工作簿结构受保护，不能删除工作表。请先在“审阅 → 保护工作簿”里取消保护。";
      case "protectedSheet":
        return `工作表「${refusal.sheet}」受保护。请先取消保护，再试一次。`;
      case "filtered":
        return `工作表「${refusal.sheet}」正在筛选，有些行被隐藏。请先清除筛选，再试一次。`;
      case "damaged":
        return "这个还原点读不出来，可能被改动或删除了。请选另一个还原点。";
    }
  },
};
