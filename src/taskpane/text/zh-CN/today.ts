import type { DueFlag, DueItem } from "../../../domain/clocks/due";
import { fieldName } from "../../../domain/schema/fieldName";
import { terms } from "../../../domain/schema/terms/zh-CN";
import type { FiguresText, TodayText } from "../types/today";

const { figure } = terms;
const { overdue, dueToday, stale, stuck, noNextStep, revisit } = figure;

/** A flag in words, with the days that it stands for. */
function reasonOf({ group, days, limit }: DueFlag, stageName: string, promised: string | null): string {
  const stage = stageName === "" ? "" : `（${stageName}）`;
  switch (group) {
    case "overdue":
      return `${overdue}：约好${promised ?? ""}跟进，已过 ${days ?? 0} 天`;
    case "today":
      return "约好今天跟进";
    case "stale":
      return `${stale}：${days ?? 0} 天 > ${limit ?? 0} 天${stage}`;
    case "stuck":
      return `${stuck}：停在本阶段 ${days ?? 0} 天 > ${limit ?? 0} 天${stage}`;
    case "revisit":
      return `到了再跟进的日子，已过 ${days ?? 0} 天`;
    case "noNextStep":
      return `${figure.open}，但没有约下次跟进日期`;
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

export const figuresText: FiguresText = {
  label: "关键数字",
  name: (key) => figure[key],
  notMeasured: "没有这一列，无法统计",
  notMeasuredShort: terms.notMeasured,
  unreadable: (columns, rows) =>
    columns.length > 0
      ? `跟进表里缺少列：${columns.join("、")}。相关数字显示为“–”。请撤销删除，或在“字段与规则”里补回这一列。`
      : `${rows} 行的客户、负责人、阶段或下次跟进日期是错误值。改正之前数字显示为“–”；“检查”里列出了是哪些单元格。`,
  noneClosed: "还没有结案",
  rate: (won, closed) => `${won}/${closed}`,
};

export const todayText: TodayText = {
  heading: "今日",
  owner: "看谁的客户",
  team: "整个团队",
  nobody: "没有负责人",
  groups: { overdue, today: dueToday, stale, stuck, noNextStep, revisit },
  trends: { rising: "↗ 上升", cooling: "↘ 降温" },
  later: { tomorrow: "明天", thisWeek: "本周稍后", others: "其他客户" },
  count: (shown, total) => (total > shown ? `${shown}（共 ${total} 个）` : String(shown)),
  partOf: "其余的已经列在前面的组里",
  search: "搜名称、联系人、电话、拼音",
  found: (count) => `找到 ${count} 个客户`,
  notFound: (query) => `没有找到“${query}”。可以换个写法，或改看整个团队的客户。`,
  shows: (who, due) => `${who}：今天要跟进 ${due} 个`,
  unnamed: "（没有客户名）",
  noStage: "没有阶段",
  noDate: noNextStep,
  flag: (item) => {
    if (item.group === "overdue") return `逾期${item.days ?? 0}天`;
    if (item.group === "today") return "今天";
    if (item.group === "stale") return item.days === null ? "没联系过" : `${item.days}天没联系`;
    if (item.group === "stuck") return `本阶段 ${item.days ?? 0}天`;
    if (item.group === "revisit") return item.days === 0 ? "今天" : `晚了${item.days ?? 0}天`;
    return noNextStep;
  },
  explain: (item, last, promised) => {
    const flags = [item, ...item.also].map((flag) => reasonOf(flag, item.stage, promised));
    return [...flags, lastContactOf(last, item)].join(" · ");
  },
  reason: reasonOf,
  lastContact: lastContactOf,
  flagLabel: (flag, customer) => `${flag}，${customer}为什么在这里`,
  more: (count) => `再显示 ${count} 个`,
  empty: (owner) => (owner === null ? "今天没有要跟进的客户。" : `${owner}今天没有要跟进的客户。`),
  tomorrow: (count) => (count === 0 ? "明天也没有。" : `明天有 ${count} 个。`),
  teamTomorrow: (count) => (count === 0 ? "团队明天也没有。" : `团队明天有 ${count} 个。`),
  noDates: "这张表没有「下次跟进日期」列，看不出谁逾期。加上这一列后再检查。",
  notChecked: "还没有检查过。",
  check: "检查这张表",
};
