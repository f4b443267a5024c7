import type { DueGroup } from "../clocks/due";
import type { StageKind } from "../schema/field";
import { terms as enTerms } from "../schema/terms/en";
import type { Terms } from "../schema/terms/terms";
import { terms as zhTerms } from "../schema/terms/zh-CN";
import type { Language } from "../values/language";

/** Words of what people take along out of the workbook: the calendar file and the digest. In the pane's language. */
export interface TakeAlongText {
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
  /** Words of last week's report. */
  readonly week: {
    readonly title: (who: string | null, from: string, to: string) => string;
    readonly touches: (touches: number, customers: number) => string;
    readonly promises: (kept: number, late: number) => string;
    readonly move: (move: StageMove) => string;
    /** `open` stands for a move between stages in progress. */
    readonly outcome: (kind: StageKind, count: number, names: readonly string[], more: number) => string;
    readonly nothing: string;
    readonly ahead: (ahead: number, overdue: number) => string;
  };
}

/** A customer's stage before a week and after it. */
export interface StageMove {
  readonly customer: string;
  readonly from: string;
  readonly to: string;
}

const outcomeZh: Readonly<Record<StageKind, string>> = { ...zhTerms.stageKind, open: "阶段变动" };
const outcomeEn: Readonly<Record<StageKind, string>> = { ...enTerms.stageKind, open: "Moved" };

/** Groups of the to-do list, and the lost customers that are worth another touch. */
export type DigestGroup = DueGroup | "secondFollowUp";

function groupsOf({ figure, secondFollowUp }: Terms): Readonly<Record<DigestGroup, string>> {
  const { overdue, dueToday: today, stale, stuck, revisit, noNextStep } = figure;
  return { overdue, today, stale, stuck, revisit, noNextStep, secondFollowUp };
}

export const takeAlongText: Readonly<Record<Language, TakeAlongText>> = {
  "zh-CN": {
    calendar: "客户跟进",
    event: (customer, nextStep) => `跟进 ${customer}${nextStep === "" ? "" : `：${nextStep}`}`,
    eventDetail: (stage, nextStep) =>
      [stage === "" ? "" : `阶段：${stage}`, nextStep === "" ? "" : `下一步：${nextStep}`].filter(Boolean).join("\n"),
    reminder: "上周跟进周报",
    title: (who, date) => `【跟进】${who ?? "团队"} ${date}`,
    date: (_, month, day) => `${String(month)}月${String(day)}日`,
    group: groupsOf(zhTerms),
    line: (customer, stage, days, words) =>
      `· ${customer}${stage === "" ? "" : `（${stage}）`}${days === "" ? "" : ` ${days}`}${words === "" ? "" : `：${words}`}`,
    days: (group, days) => {
      if (days === null) return "";
      if (group === "overdue") return `${zhTerms.figure.overdue}${String(days)}天`;
      return group === "stale" ? `${String(days)}天没联系` : "";
    },
    more: (count) => `……另有 ${String(count)} 个`,
    nothing: "今天没有要跟进的客户。",
    tomorrow: (count) => `明天 ${String(count)} 个`,
    week: {
      title: (who, from, to) => `【上周跟进】${who ?? "团队"} ${from}–${to}`,
      touches: (touches, customers) => `联系 ${String(touches)} 次，${String(customers)} 个客户`,
      promises: (kept, late) => `约好的：按时 ${String(kept)} 次，晚了 ${String(late)} 次`,
      move: ({ customer, from, to }) => `${customer}（${from === "" ? to : `${from} → ${to}`}）`,
      outcome: (kind, count, names, more) =>
        `${outcomeZh[kind]} ${String(count)}：${names.join("、")}${more > 0 ? `，另有 ${String(more)} 个` : ""}`,
      nothing: "没有联系记录。",
      ahead: (ahead, overdue) => `这周已约 ${String(ahead)} 个，逾期 ${String(overdue)} 个`,
    },
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
    group: groupsOf(enTerms),
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
    week: {
      title: (who, from, to) => `Last week's follow-up, ${who ?? "whole team"}, ${from} to ${to}`,
      touches: (touches, customers) => `Contacts: ${String(touches)}, customers reached: ${String(customers)}`,
      promises: (kept, late) => `Promised dates: ${String(kept)} kept, ${String(late)} late`,
      move: ({ customer, from, to }) => `${customer} (${from === "" ? to : `${from} → ${to}`})`,
      outcome: (kind, count, names, more) =>
        `${outcomeEn[kind]} ${String(count)}: ${names.join(", ")}${more > 0 ? `, and ${String(more)} more` : ""}`,
      nothing: "No contacts were logged.",
      ahead: (ahead, overdue) => `This week: ${String(ahead)} set, ${String(overdue)} overdue`,
    },
  },
};
