import type { DueGroup } from "../clocks/due";
import type { StageKind } from "../schema/field";
import { terms as enTerms } from "../schema/terms/en";
import type { Terms } from "../schema/terms/terms";
import { terms as zhTerms } from "../schema/terms/zh-CN";
import type { Language } from "../values/language";

/** What a calendar says of a customer; blank where there is nothing to say. */
interface EventFacts {
  readonly stage: string;
  readonly contact: string;
  readonly phone: string;
  readonly owner: string;
  readonly nextStep: string;
  /** The day that was agreed, where the event stands on a later one. */
  readonly planned: string;
}

/** The week before the review day's, or the review day's own. */
export type Week = "last" | "this";

/** Words of what people take along out of the workbook: the calendar file, the digest and the weekly report. In the pane's language. */
export interface TakeAlongText {
  readonly calendar: string;
  readonly event: (customer: string, nextStep: string, isLate: boolean) => string;
  readonly eventDetail: (facts: EventFacts) => string;
  readonly reminder: string;
  readonly title: (who: string | null, date: string) => string;
  readonly date: (year: number, month: number, day: number) => string;
  readonly group: Readonly<Record<DigestGroup, string>>;
  /** How many are named under a heading, and of how many, where those are more. */
  readonly count: (named: number, total: number) => string;
  /** A customer with its facts in brackets, its days, and what there is to say. */
  readonly line: (customer: string, facts: readonly string[], days: string, words: readonly string[]) => string;
  readonly days: (group: DigestGroup, days: number | null) => string;
  /** The next step, its day, or both. */
  readonly next: (step: string, on: string) => string;
  /** What was said on a day (blank where it is not known), and what came of it; one of both may be blank. */
  readonly said: (on: string, words: string, result: string) => string;
  readonly more: (count: number) => string;
  readonly nothing: string;
  readonly tomorrow: (count: number) => string;
  readonly week: {
    readonly title: (week: Week, who: string | null, from: string, to: string) => string;
    readonly touches: (touches: number, customers: number) => string;
    readonly promises: (kept: number, late: number) => string;
    readonly move: (move: StageMove) => string;
    /** A customer with facts in brackets. */
    readonly named: (customer: string, facts: readonly string[]) => string;
    /** `open` stands for a move between stages in progress. */
    readonly outcome: Readonly<Record<StageKind, string>>;
    /** A number under its title, with the names that it counts. */
    readonly list: (title: string, count: number, names: readonly string[], more: number) => string;
    /** Heading over what was said to whom. */
    readonly said: string;
    readonly nothing: string;
    /** Title of what is ahead: the rest of this week, or the next one. */
    readonly ahead: Readonly<Record<Week, string>>;
  };
}

/** A customer's stage before a week and after it. */
export interface StageMove {
  readonly customer: string;
  readonly from: string;
  readonly to: string;
}

/** Groups of the to-do list, and the lost customers that are worth another touch. */
export type DigestGroup = DueGroup | "secondFollowUp";

function groupsOf({ figure, secondFollowUp }: Terms): Readonly<Record<DigestGroup, string>> {
  const { overdue, dueToday: today, stale, stuck, revisit, noNextStep } = figure;
  return { overdue, today, stale, stuck, revisit, noNextStep, secondFollowUp };
}

const bracketed = (
  name: string,
  facts: readonly string[],
  [open, between, close]: readonly [string, string, string],
) => (facts.length === 0 ? name : `${name}${open}${facts.join(between)}${close}`);
const zhBrackets = ["（", "，", "）"] as const;
const enBrackets = [" (", ", ", ")"] as const;

/** Whose customers they are, as titles say it. */
const whoZh = (who: string | null) => (who === "" ? "没有负责人" : (who ?? "团队"));
const whoEn = (who: string | null) => (who === "" ? "no owner" : (who ?? "whole team"));

export const takeAlongText: Readonly<Record<Language, TakeAlongText>> = {
  "zh-CN": {
    calendar: "客户跟进",
    event: (customer, nextStep, isLate) =>
      `${isLate ? `${zhTerms.figure.overdue} · ` : ""}跟进 ${customer}${nextStep === "" ? "" : `：${nextStep}`}`,
    eventDetail: ({ nextStep, contact, phone, owner, stage, planned }) =>
      [
        nextStep === "" ? "" : `下一步：${nextStep}`,
        contact === "" ? "" : `联系人：${contact}`,
        phone === "" ? "" : `电话：${phone}`,
        owner === "" ? "" : `负责人：${owner}`,
        stage === "" ? "" : `阶段：${stage}`,
        planned === "" ? "" : `原定 ${planned}，已逾期，放在导出当天`,
      ]
        .filter(Boolean)
        .join("\n"),
    reminder: "写上周跟进周报",
    title: (who, date) => `【跟进】${whoZh(who)} ${date}`,
    date: (_, month, day) => `${String(month)}月${String(day)}日`,
    group: groupsOf(zhTerms),
    count: (named, total) => (total > named ? `${String(named)}（共 ${String(total)} 个）` : String(named)),
    line: (customer, facts, days, words) =>
      `· ${bracketed(customer, facts, zhBrackets)}${days === "" ? "" : ` ${days}`}${words.length === 0 ? "" : `：${words.join("；")}`}`,
    days: (group, days) => {
      if (days === null) return "";
      if (group === "overdue") return `${zhTerms.figure.overdue}${String(days)}天`;
      return group === "stale" ? `${String(days)}天没联系` : "";
    },
    next: (step, on) => (step === "" ? `下次 ${on}` : `下一步 ${bracketed(step, on === "" ? [] : [on], zhBrackets)}`),
    said: (on, words, result) =>
      [on, words === "" ? result : bracketed(words, result === "" ? [] : [result], zhBrackets)]
        .filter(Boolean)
        .join(" "),
    more: (count) => `……还有 ${String(count)} 个`,
    nothing: "今天没有要跟进的客户。",
    tomorrow: (count) => `明天 ${String(count)} 个`,
    week: {
      title: (week, who, from, to) => `【${week === "last" ? "上周" : "本周"}跟进】${whoZh(who)} ${from}–${to}`,
      touches: (touches, customers) => `联系 ${String(touches)} 次，${String(customers)} 个客户`,
      promises: (kept, late) => `约好的：按时 ${String(kept)} 次，晚了 ${String(late)} 次`,
      move: ({ customer, from, to }) => `${customer}（${from === "" ? to : `${from} → ${to}`}）`,
      named: (customer, facts) => bracketed(customer, facts, zhBrackets),
      outcome: { ...zhTerms.stageKind, open: "阶段变动" },
      list: (title, count, names, more) =>
        `${title} ${String(count)}${names.length === 0 ? "" : `：${names.join("、")}`}${more > 0 ? `，还有 ${String(more)} 个` : ""}`,
      said: "跟进内容",
      nothing: "没有联系记录。",
      ahead: { last: "这周已约", this: "下周已约" },
    },
  },
  en: {
    calendar: "Customer follow-up",
    event: (customer, nextStep, isLate) =>
      `${isLate ? `${enTerms.figure.overdue} · ` : ""}Follow up: ${customer}${nextStep === "" ? "" : ` – ${nextStep}`}`,
    eventDetail: ({ nextStep, contact, phone, owner, stage, planned }) =>
      [
        nextStep === "" ? "" : `Next step: ${nextStep}`,
        contact === "" ? "" : `Contact: ${contact}`,
        phone === "" ? "" : `Phone: ${phone}`,
        owner === "" ? "" : `Owner: ${owner}`,
        stage === "" ? "" : `Stage: ${stage}`,
        planned === "" ? "" : `Agreed for ${planned}, overdue: put on the day of the export`,
      ]
        .filter(Boolean)
        .join("\n"),
    reminder: "Write last week's follow-up report",
    title: (who, date) => `Follow-up, ${whoEn(who)}, ${date}`,
    date: (year, month, day) => `${String(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    group: groupsOf(enTerms),
    count: (named, total) => (total > named ? `${String(named)} of ${String(total)}` : String(named)),
    line: (customer, facts, days, words) =>
      `- ${bracketed(customer, facts, enBrackets)}${days === "" ? "" : `, ${days}`}${words.length === 0 ? "" : `: ${words.join("; ")}`}`,
    days: (group, days) => {
      if (days === null) return "";
      const count = `${String(days)} ${days === 1 ? "day" : "days"}`;
      if (group === "overdue") return `${count} late`;
      return group === "stale" ? `${count} silent` : "";
    },
    next: (step, on) => (step === "" ? `next on ${on}` : `next: ${bracketed(step, on === "" ? [] : [on], enBrackets)}`),
    said: (on, words, result) =>
      [on, words === "" ? result : bracketed(words, result === "" ? [] : [result], enBrackets)]
        .filter(Boolean)
        .join(" "),
    more: (count) => `… and ${String(count)} more`,
    nothing: "Nothing to follow up today.",
    tomorrow: (count) => `Tomorrow: ${String(count)}`,
    week: {
      title: (week, who, from, to) =>
        `${week === "last" ? "Last" : "This"} week's follow-up, ${whoEn(who)}, ${from} to ${to}`,
      touches: (touches, customers) => `Contacts: ${String(touches)}, customers reached: ${String(customers)}`,
      promises: (kept, late) => `Promised dates: ${String(kept)} kept, ${String(late)} late`,
      move: ({ customer, from, to }) => `${customer} (${from === "" ? to : `${from} → ${to}`})`,
      named: (customer, facts) => bracketed(customer, facts, enBrackets),
      outcome: { ...enTerms.stageKind, open: "Moved" },
      list: (title, count, names, more) =>
        `${title} ${String(count)}${names.length === 0 ? "" : `: ${names.join(", ")}`}${more > 0 ? `, and ${String(more)} more` : ""}`,
      said: "What was said",
      nothing: "No contacts were logged.",
      ahead: { last: "Set for this week", this: "Set for next week" },
    },
  },
};
