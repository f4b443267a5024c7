import type { DueGroup } from "../measures/due";
import type { Language } from "./language";

/** Words of what people take along out of the workbook: the calendar file and the digest. In the pane's language. */
export interface TakeAlongWords {
  readonly calendar: string;
  readonly event: (customer: string, nextStep: string) => string;
  readonly eventDetail: (stage: string, nextStep: string) => string;
  readonly reminder: string;
  readonly title: (who: string | null, date: string) => string;
  readonly date: (year: number, month: number, day: number) => string;
  readonly group: Readonly<Record<DigestGroup, string>>;
  readonly line: (customer: string, stage: string, days: string, words: string) => string;
  readonly days: (group: DigestGroup, days: number | null) => string;
  readonly more: (count: number) => string;
  readonly nothing: string;
  readonly tomorrow: (count: number) => string;
}

/** Groups of the to-do list, and the lost customers that are worth another contact. */
export type DigestGroup = DueGroup | "secondFollowUp";

export const takeAlongWords: Readonly<Record<Language, TakeAlongWords>> = {
  "zh-CN": {
    calendar: "客户跟进",
    event: (customer, nextStep) => `跟进 ${customer}${nextStep === "" ? "" : `：${nextStep}`}`,
    eventDetail: (stage, nextStep) =>
      [stage === "" ? "" : `阶段：${stage}`, nextStep === "" ? "" : `下一步：${nextStep}`].filter(Boolean).join("\n"),
    reminder: "上周跟进周报",
    title: (who, date) => `【跟进】${who ?? "团队"} ${date}`,
    date: (_, month, day) => `${String(month)}月${String(day)}日`,
    group: {
      overdue: "逾期",
      today: "今天",
      stale: "停滞",
      stuck: "卡在阶段",
      revisit: "搁置到期",
      noNextStep: "无下一步",
      secondFollowUp: "二次跟进",
    },
    line: (customer, stage, days, words) =>
      `· ${customer}${stage === "" ? "" : `（${stage}）`}${days === "" ? "" : ` ${days}`}${words === "" ? "" : `：${words}`}`,
    days: (group, days) => {
      if (days === null) return "";
      if (group === "overdue") return `逾期${String(days)}天`;
      return group === "stale" ? `${String(days)}天没联系` : "";
    },
    more: (count) => `……另有 ${String(count)} 个`,
    nothing: "今天没有要跟进的客户。",
    tomorrow: (count) => `明天 ${String(count)} 个`,
  },
  en: {
    calendar: "Customer follow-up",
    event: (customer, nextStep) => `Follow up: ${customer}${nextStep === "" ? "" : ` – ${nextStep}`}`,
    eventDetail: (stage, nextStep) =>
      [stage === "" ? "" : `Stage: ${stage}`, nextStep === "" ? "" : `Next step: ${nextStep}`]
        .filter(Boolean)
        .join("\n"),
    reminder: "Last week's follow-up report",
    title: (who, date) => `Follow-up, ${who ?? "whole team"}, ${date}`,
    date: (year, month, day) => `${String(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    group: {
      overdue: "Overdue",
      today: "Today",
      stale: "Stale",
      stuck: "Stuck in stage",
      revisit: "To revisit",
      noNextStep: "No next step",
      secondFollowUp: "Second follow-up",
    },
    line: (customer, stage, days, words) =>
      `- ${customer}${stage === "" ? "" : ` (${stage})`}${days === "" ? "" : `, ${days}`}${words === "" ? "" : `: ${words}`}`,
    days: (group, days) => {
      if (days === null) return "";
      const count = `${String(days)} ${days === 1 ? "day" : "days"}`;
      if (group === "overdue") return `${count} late`;
      return group === "stale" ? `${count} silent` : "";
    },
    more: (count) => `… and ${String(count)} more`,
    nothing: "Nothing to follow up today.",
    tomorrow: (count) => `Tomorrow: ${String(count)}`,
  },
};
