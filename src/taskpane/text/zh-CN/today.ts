import type { DueFlag, DueItem } from "../../../domain/clocks/due";
import type { KeyFigures } from "../../../domain/measures/figures";
import { fieldName } from "../../../domain/schema/field";
import type { FiguresText, TodayText } from "../types/today";

/** A flag in words, with the days that it stands for. */
function reasonOf({ group, days, limit }: DueFlag, stageName: string, promised: string | null): string {
  const stage = stageName === "" ? "" : `（${stageName}）`;
  switch (group) {
    case "overdue":
      return `逾期：约好${promised ?? ""}跟进，已过 ${days ?? 0} 天`;
    case "today":
      return "约好今天跟进";
    case "stale":
      return `停滞：${days ?? 0} 天 > ${limit ?? 0} 天${stage}`;
    case "stuck":
      return `卡住：停在本阶段 ${days ?? 0} 天 > ${limit ?? 0} 天${stage}`;
    case "revisit":
      return `到了再跟进的日子，已过 ${days ?? 0} 天`;
    case "noNextStep":
      return "在跟，但没有约下次跟进日期";
  }
}

/** Where the last contact stands, for whoever wants to look it up. */
function sourceOf({ evidence, row }: Pick<DueItem, "evidence" | "row">): string {
  if (evidence?.kind === "log") return `记录第 ${evidence.row} 行`;
  return evidence === null ? `第 ${row} 行` : `来自「${fieldName(evidence.field, "zh-CN")}」列，第 ${row} 行`;
}

/** The contact that silence is counted from, and where it stands. */
function lastContactOf(last: string | null, where: Pick<DueItem, "evidence" | "row">): string {
  return `${last === null ? "没有最近联系日期" : `最近一次真实沟通 ${last}`} · ${sourceOf(where)}`;
}

const figures: Readonly<Record<keyof KeyFigures, string>> = {
  open: "在跟",
  won: "成交",
  lost: "流失",
  parked: "搁置",
  winRate: "赢单率",
  overdue: "逾期",
  dueToday: "今天到期",
  stale: "停滞",
  stuck: "卡住",
  noNextStep: "无下一步",
  revisit: "该再跟进",
  incomplete: "不完整",
  pipelineAmount: "在跟金额",
  wonAmount: "成交金额",
};

export const figuresText: FiguresText = {
  label: "关键数字",
  name: (key) => figures[key],
  notMeasured: "没有这一列，无法统计",
  notMeasuredShort: "—",
  noneClosed: "还没有结案",
  rate: (won, closed) => `${won}/${closed}`,
};

export const todayText: TodayText = {
  heading: "今日",
  owner: "看谁的客户",
  team: "整个团队",
  nobody: "没有负责人",
  groups: {
    overdue: "逾期",
    today: "今天",
    stale: "停滞",
    stuck: "卡住",
    noNextStep: "无下一步",
    revisit: "二次跟进",
  },
  unnamed: "（没有客户名）",
  noStage: "没有阶段",
  flag: (item) => {
    if (item.group === "overdue") return `−${item.days ?? 0}天`;
    if (item.group === "today") return "今天";
    if (item.group === "stale") return item.days === null ? "没联系过" : `${item.days}天没联系`;
    if (item.group === "stuck") return `本阶段 ${item.days ?? 0}天`;
    if (item.group === "revisit") return item.days === 0 ? "今天" : `−${item.days ?? 0}天`;
    return "没约下次";
  },
  explain: (item, last, promised) => {
    const flags = [item, ...item.also].map((flag) => reasonOf(flag, item.stage, promised));
    return [...flags, lastContactOf(last, item)].join(" · ");
  },
  reason: reasonOf,
  lastContact: lastContactOf,
  flagLabel: (flag, customer) => `${flag}，${customer}为什么在这里`,
  go: (customer, cell) => `${customer}，选中 ${cell}`,
  more: (count) => `再显示 ${count} 个`,
  empty: (owner) => (owner === null ? "今天没有要跟进的客户。" : `${owner}今天没有要跟进的客户。`),
  tomorrow: (count) => (count === 0 ? "明天也没有。" : `明天有 ${count} 个。`),
  teamTomorrow: (count) => (count === 0 ? "团队明天也没有。" : `团队明天有 ${count} 个。`),
  noDates: "这张表没有「下次跟进日期」列，看不出谁逾期。加上这一列后再检查。",
  notChecked: "还没有检查过。",
  check: "检查这张表",
};
