import type { Calendar, KnownListKey, Level, SimpleCondition, StageKind } from "./field";
import type { Language } from "../values/language";
import { terms as enTerms } from "./terms/en";
import type { Terms } from "./terms/terms";
import { terms as zhTerms } from "./terms/zh-CN";

/** Every word that the add-in writes into a workbook, in the workbook's language. */
export interface WorkbookText {
  readonly language: Language;
  /** Title of the alert and hint of our validations; it marks a rule as ours. */
  readonly product: string;
  readonly settingsTitle: string;
  readonly summaryTitle: string;
  readonly stageKind: Readonly<Record<StageKind, string>>;
  readonly level: Readonly<Record<Level, string>>;
  /** How a condition begins, or the whole of it; `never` for none. */
  readonly condition: Readonly<Record<SimpleCondition["kind"] | "never", string>>;
  /** Between two conditions: both have to hold, or one is enough. */
  readonly joins: Readonly<Record<"and" | "or", string>>;
  readonly yes: string;
  readonly no: string;
  readonly counting: Readonly<Record<Calendar["counting"], string>>;
  /** The customer type whose customers come first. */
  readonly keyAccount: string;
  /** What a touch can be and can bring, until a team has its own words. */
  readonly defaultLists: Readonly<Record<"method" | "result", readonly string[]>>;
  /** What stands in the status column. None is part of another, so that counting by "contains" is exact. */
  readonly status: {
    readonly overdue: string;
    readonly today: string;
    readonly stale: string;
    /** Not stale yet, but silent for long enough to call. */
    readonly goingQuiet: string;
    readonly stuck: string;
    readonly noNextStep: string;
    /** Something stands where the next date should be, and it is no date. */
    readonly unclearDate: string;
    readonly onTrack: string;
    readonly won: string;
    readonly lost: string;
    readonly parked: string;
    readonly broken: string;
  };
  /** Between two words of the status or missing column. One to two characters. */
  readonly separator: string;
  readonly settings: {
    readonly today: string;
    readonly todayHint: string;
    readonly language: string;
    readonly intro: string;
    readonly counting: string;
    readonly countingHint: string;
    /** Headers of the lists that are there from the start. */
    readonly lists: Readonly<Record<KnownListKey, string>>;
  };
}

function termsOf({ product, stageKind, level, condition, joins, yes, no, keyAccount }: Terms) {
  return { product, stageKind, level, condition, joins, yes, no, keyAccount };
}

/** Words of the status column that the figures have too: a customer is counted by the word that stands there. */
function flagsOf({ figure }: Terms) {
  const { overdue, dueToday: today, stale, stuck, noNextStep, won, lost, parked } = figure;
  return { overdue, today, stale, stuck, noNextStep, won, lost, parked };
}

const zhCN: WorkbookText = {
  language: "zh-CN",
  ...termsOf(zhTerms),
  settingsTitle: "跟进设置",
  summaryTitle: "跟进汇总",
  counting: { calendar: "日历日", working: "工作日" },
  defaultLists: {
    method: ["电话", "微信", "拜访", "邮件", "会议", "其他"],
    result: ["有进展", "已答复", "待回复", "没联系上", "有异议"],
  },
  status: {
    ...flagsOf(zhTerms),
    goingQuiet: "待联系",
    unclearDate: "日期有误",
    onTrack: "正常",
    broken: "有错误值",
  },
  separator: "、",
  settings: {
    today: "复盘日期",
    todayHint: "默认是今天；改成某个日期，全部数字就按那一天计算",
    language: "表格语言",
    intro: "这里的表决定跟进表的规则，可以直接修改。",
    counting: "天数计算",
    countingHint: "写“日历日”或“工作日”；按工作日算时，周末和右边的休息日不算，补班日算",
    lists: { source: "来源", tags: "标签", method: "跟进方式", result: "跟进结果" },
  },
};

const en: WorkbookText = {
  language: "en",
  ...termsOf(enTerms),
  settingsTitle: "Follow-up Settings",
  summaryTitle: "Follow-up Summary",
  counting: { calendar: "Calendar days", working: "Working days" },
  defaultLists: {
    method: ["Call", "WeChat", "Visit", "Email", "Meeting", "Other"],
    result: ["Progress", "Answered", "Waiting for reply", "Not reached", "Objection"],
  },
  status: {
    ...flagsOf(enTerms),
    goingQuiet: "Going quiet",
    unclearDate: "Unclear date",
    onTrack: "On track",
    broken: "Has errors",
  },
  separator: ", ",
  settings: {
    today: "Review day",
    todayHint: "Today unless you type a date here: then every figure is as of that day",
    language: "Workbook language",
    intro: "These tables hold the rules of the follow-up sheet. Edit them as you like.",
    counting: "Days are",
    countingHint:
      "“Calendar days” or “Working days”; with working days, weekends and the days off on the right do not count, make-up days do",
    lists: { source: "Source", tags: "Tags", method: "Method", result: "Result" },
  },
};

/** The words of each language a workbook can have. */
export const workbookText: Readonly<Record<Language, WorkbookText>> = { "zh-CN": zhCN, en };
