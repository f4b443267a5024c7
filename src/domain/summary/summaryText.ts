import type { WinRateId } from "../measures/conversion";
import type { ChanceBasis } from "../measures/forecast";
import type { KeyFigures } from "../measures/figures";
import { terms as enTerms } from "../schema/terms/en";
import type { Terms } from "../schema/terms/terms";
import { terms as zhTerms } from "../schema/terms/zh-CN";
import { fieldName } from "../schema/fieldName";
import type { Language } from "../values/language";

/** Lines of the table of periods: each period and the one before it, and all time. */
export type PeriodLine =
  ("week" | "weekBefore" | "days30" | "days30Before") | ("quarter" | "quarterBefore" | "year" | "yearBefore" | "all");

/** What stands before and behind a number in a sentence. */
type Around = readonly [string, string];

/** What stands on the Summary sheet. */
export interface SummaryText {
  readonly heading: string;
  readonly asOf: string;
  /** Pieces of the sentence that says the week. */
  readonly week: {
    readonly noneOverdue: string;
    readonly overdue: Around;
    readonly worth: string;
    readonly between: string;
    readonly won: Around;
    readonly sum: Around;
    readonly before: Around;
    readonly end: string;
  };
  /** Unit in which a sentence says money, and what it is of the currency. */
  readonly money: { readonly unit: string; readonly of: number };
  readonly needsYou: {
    readonly heading: string;
    readonly none: string;
    readonly all: Around;
    readonly notWatched: string;
    readonly customer: string;
    readonly owner: string;
    readonly stage: string;
    readonly days: string;
    readonly why: string;
    readonly row: string;
  };
  readonly periods: {
    readonly heading: string;
    readonly period: string;
    readonly from: string;
    readonly to: string;
    readonly name: Readonly<Record<PeriodLine, string>>;
    readonly undated: Around;
  };
  readonly oldestOverdue: string;
  readonly touches: (days: number) => string;
  readonly noOwner: string;
  readonly otherOwners: string;
  /** Above the cells by which the owners are sorted. */
  readonly order: string;
  readonly targets: {
    readonly heading: string;
    readonly won: string;
    readonly target: string;
    readonly gap: string;
    readonly needed: string;
    readonly all: string;
  };
  readonly figures: Readonly<Record<keyof KeyFigures, string>>;
  readonly notMeasured: string;
  /** Stands under a figure of which the sheet knows only what stands there now. */
  readonly asNow: string;
  /** After `3/5`: of so many open stages so many have a limit. */
  readonly watched: string;
  /** After a number: customers whose amount is blank or no number, and such whose amount is an error. */
  readonly withoutAmount: string;
  readonly amountErrors: string;
  /** Why figures are not known: before and after the names of the columns, and after the number of rows. */
  readonly unreadable: { readonly columns: readonly [string, string]; readonly rows: string };
  readonly winRateOf: string;
  readonly byOwner: string;
  readonly byStage: string;
  readonly customers: string;
  readonly amount: string;
  readonly notListed: string;
  readonly interval: string;
  /** Columns of the funnel, in the table of stages. */
  readonly reached: string;
  /** Behind a header, and the name of a stage in the chart, where it is not known of some customers how far they came. */
  readonly atLeast: string;
  readonly about: string;
  /** How the chart names the stages. */
  readonly inChart: string;
  readonly toNext: string;
  readonly ofAll: string;
  readonly winRates: {
    readonly heading: string;
    readonly method: string;
    readonly of: string;
    readonly rate: string;
    readonly knownFrom: string;
    readonly name: Readonly<Record<WinRateId, string>>;
  };
  readonly reasons: { readonly heading: string; readonly reason: string };
  readonly ageing: {
    readonly heading: string;
    readonly band: string;
    readonly silent: string;
    readonly inStage: string;
    /** Around the days of a band, and of the last one, which has no end. */
    readonly between: readonly [string, string];
    readonly over: readonly [string, string];
    readonly neverContacted: string;
    /** Before the shortest limit, by which the bands are made. */
    readonly limitNote: string;
  };
  readonly charts: { readonly funnel: string; readonly ageing: string; readonly owners: string };
  /** The block of values that no formula keeps up to date. */
  readonly values: {
    readonly heading: string;
    readonly hint: string;
    readonly asOf: string;
    readonly noCases: string;
    readonly noLog: string;
    readonly weighted: string;
    /** While rows of the list cannot be read. */
    readonly unreadable: string;
    /** In place of a forecast: from how many decided customers on there is one. */
    readonly noForecast: (decided: number) => string;
    readonly weightedNote: (
      counted: number,
      withoutAmount: number,
      withoutChance: number,
      bases: readonly ChanceBasis[],
    ) => string;
    readonly low: string;
    readonly high: string;
    readonly rangeNote: string;
    readonly neglected: string;
    readonly neglectedNote: string;
    readonly velocity: string;
    readonly velocityNote: string;
    readonly cycle: string;
    readonly cycleNote: (customers: number) => string;
    readonly converted: (age: number) => string;
    readonly convertedNote: (customers: number) => string;
    readonly coverage: (days: number) => string;
    readonly coverageNote: string;
    readonly onTime: (days: number) => string;
    readonly onTimeNote: string;
    readonly firstResponse: string;
    readonly firstResponseNote: (customers: number) => string;
    readonly touches: (days: number) => string;
    readonly touchesNote: (substantive: number, customers: number) => string;
    /** The most frequent pair of reason and stage comes first. */
    readonly losses: (place: number) => string;
    readonly lossesNote: (reason: string, stage: string | null, all: number) => string;
    /** The owner with the lowest coverage comes first. */
    readonly care: (days: number, place: number) => string;
    readonly careNote: (owner: string, coverage: string, days: number, onTime: string) => string;
  };
  readonly notes: readonly string[];
}

function termsOf({ notMeasured, measure: { toNext, ofAll } }: Terms) {
  return { notMeasured, toNext, ofAll };
}

function valuesOf({ measure: { weighted, neglected, velocity, converted, coverage, onTime, touches } }: Terms) {
  return { weighted, neglected, velocity, converted, coverage, onTime, touches };
}

const zhCN: SummaryText = {
  heading: "客户跟进汇总",
  asOf: "截至",
  ...termsOf(zhTerms),
  figures: { ...zhTerms.figure, open: `${zhTerms.figure.open}客户` },
  asNow: "按现在 ",
  watched: " 个阶段设了天数",
  withoutAmount: " 个没填金额",
  amountErrors: " 个金额是错误值",
  unreadable: {
    columns: ["跟进表里缺少列：", "。相关数字显示为“–”；请撤销删除，或在窗格“字段与规则”里补回这一列。"],
    rows: " 行有错误值，数字无法统计，显示为“–”；请在窗格“体检”里找到并改正。",
  },
  week: {
    noneOverdue: "没有逾期的客户",
    overdue: ["逾期 ", " 个"],
    worth: "，涉及 ",
    between: "；",
    won: ["本周成交 ", " 个"],
    sum: ["，", ""],
    before: ["，上周 ", " 个"],
    end: "。",
  },
  money: { unit: " 万", of: 10_000 },
  needsYou: {
    heading: "本周要管的",
    none: "没有逾期、停滞、卡住或未约下次跟进的客户。",
    all: ["共 ", " 个，按金额 × 天数排列，最多列 10 个。"],
    notWatched: "表里没有下次跟进、最近联系或进入阶段的日期，看不出谁要管。",
    customer: fieldName("customer", "zh-CN"),
    owner: fieldName("owner", "zh-CN"),
    stage: fieldName("stage", "zh-CN"),
    days: "逾期/没联系天数",
    why: "原因",
    row: "表中行号",
  },
  periods: {
    heading: "各时段的成交和流失（按成交/流失日期）",
    period: "时段",
    from: "从",
    to: "到",
    name: {
      ...{ week: "本周", weekBefore: "上周", days30: "近 30 天", days30Before: "再往前 30 天" },
      ...{ quarter: "本季度", quarterBefore: "上季度", year: "今年", yearBefore: "去年", all: "全部" },
    },
    undated: ["", " 个成交或流失的客户没填日期，只算在“全部”里。"],
  },
  oldestOverdue: "最久逾期天数",
  touches: zhTerms.measure.touches,
  noOwner: "没填负责人",
  otherOwners: "不在名单里",
  order: "负责人按逾期数、再按进行中客户数排列，顺序由下面的数决定（不打印）：",
  targets: {
    heading: "本月目标",
    won: "本月成交金额",
    target: "目标",
    gap: "还差",
    needed: "需拿下的比例",
    all: "合计",
  },
  winRateOf: "成交 ÷（成交 + 流失）",
  byOwner: "按负责人",
  byStage: "按阶段，和漏斗",
  customers: "客户数",
  amount: "金额",
  notListed: "其他或未填",
  interval: "95% 区间",
  reached: "到达",
  atLeast: "（至少）",
  about: "（约）",
  inChart: "图中名称",
  winRates: {
    heading: "赢单率的四种算法",
    method: "算法",
    of: "分母",
    rate: "比率",
    knownFrom: "谁这样算",
    name: zhTerms.winRateBy,
  },
  reasons: { heading: zhTerms.lossReasons, reason: "原因" },
  ageing: {
    heading: zhTerms.measure.ageing,
    band: "天数",
    silent: "没联系",
    inStage: "停在本阶段",
    between: ["–", " 天"],
    over: ["", " 天以上"],
    neverContacted: "没有联系日期",
    limitNote: "最短停滞上限（天）",
  },
  charts: {
    funnel: "漏斗：到达各阶段的客户（数字见“按阶段”表）",
    ageing: "多久没联系（数字见同名的表）",
    owners: `${zhTerms.figure.open}与${zhTerms.figure.overdue}（数字见“按负责人”表）`,
  },
  values: {
    heading: "加载项算出的数字",
    hint: "这些是写入的值：开着加载项时随表格改动自动刷新；在会因此清空撤销记录的 Excel 里，等下一次登记或改复盘日期；不开加载项就停在计算日期那天。",
    asOf: "计算日期",
    noCases: "还没有可算的记录",
    noLog: "跟进记录里还没有内容",
    ...valuesOf(zhTerms),
    unreadable: "有行读不出，算不出来",
    noForecast: (decided) => `已成交和流失的客户不到 ${decided} 个，也没填各阶段的赢单概率`,
    weightedNote: (counted, withoutAmount, withoutChance, bases) =>
      `${counted} 个进行中客户，` +
      (bases.length === 2 ? "部分按自己的历史、部分按设置的" : bases[0] === "set" ? "按设置的" : "按自己的历史") +
      "赢单概率折算" +
      (withoutAmount > 0 ? `；${withoutAmount} 个没填金额，不算在内` : "") +
      (withoutChance > 0 ? `；${withoutChance} 个没有可用的概率，不算在内` : ""),
    low: "较差的情况",
    high: "较好的情况",
    rangeNote: "约 80% 的情况落在此区间",
    neglectedNote: "已包含在加权金额里，没有扣掉",
    velocityNote: "进行中客户数 × 平均成交金额 × 赢单率 ÷ 成交周期",
    cycle: `${zhTerms.measure.cycle}（天，中位数）`,
    cycleNote: (customers) => `从首次联系到成交，${customers} 个日期齐全的成交客户`,
    convertedNote: (customers) => `${customers} 个客户；进行中的按已观察的天数计入，流失算另一种结局`,
    coverageNote: "进行中的客户里有过实质沟通的",
    onTimeNote: "到期的承诺里按时联系的",
    firstResponse: `${zhTerms.measure.firstResponse}（天，中位数）`,
    firstResponseNote: (customers) =>
      customers === 0 ? "表里没有客户的创建日期，算不出来" : `${customers} 个有创建日期、记录里联系过的客户`,
    touchesNote: (substantive, customers) => `其中 ${substantive} 次有实质内容，涉及 ${customers} 个客户`,
    losses: (place) => `流失、搁置最多的情形 ${place}`,
    lossesNote: (reason, stage, all) =>
      `${reason || "没写原因"}，${stage === null ? "看不出停在哪一步" : `停在“${stage}”`}；流失和搁置共 ${all} 个`,
    care: (days, place) => `负责人${zhTerms.measure.coverage(days)} ${place}`,
    careNote: (owner, coverage, days, onTime) => `${owner}：${coverage}；${zhTerms.measure.onTime(days)} ${onTime}`,
  },
  notes: [
    "赢单率 = 成交 ÷（成交 + 流失），进行中和搁置的客户不算在内。不足 5 个时只写个数。",
    "▲ ▼ 表示区间整个高于或低于全体的赢单率；没有记号就是分不出高下。",
    "逾期：下次跟进日期早于截至日期。停滞：没联系的天数超过阶段或客户类型的停滞天数。卡住：停在本阶段的天数超过卡住天数。",
    "到达：走到过这一阶段或更后面的客户，看记下的最远阶段和现在的阶段。写“至少”时，有流失或搁置的客户不知道走到过哪一步，只算在第一步。",
    "本周要管的：逾期、停滞、卡住或未约下次跟进的客户，按金额 × 逾期或没联系的天数（取大的）排列；没填金额的排在后面。",
    "多久没联系：按设置里最短的停滞上限分段，每段的上限是前一段的两倍。",
    "“–”表示算不出来：表里没有这一列、有读不出的行、金额里有错误值、没人设过限值，或分母为 0。",
  ],
};

const en: SummaryText = {
  heading: "Customer follow-up summary",
  asOf: "As of",
  ...termsOf(enTerms),
  figures: { ...enTerms.figure, open: `${enTerms.figure.open} customers` },
  asNow: "as now ",
  watched: " stages watched",
  withoutAmount: " without amount",
  amountErrors: " amounts are errors",
  unreadable: {
    columns: [
      "The follow-up sheet has lost a column: ",
      ". Figures that need it show “–”; undo the deletion, or put the column back under Fields and rules in the pane.",
    ],
    rows: " rows show errors, so the figures cannot be counted and show “–”; Check in the pane names the cells.",
  },
  week: {
    noneOverdue: "Nobody is overdue",
    overdue: ["", " overdue"],
    worth: ", worth ",
    between: "; ",
    won: ["won this week: ", ""],
    sum: [" (", ")"],
    before: [", last week: ", ""],
    end: ".",
  },
  money: { unit: "K", of: 1000 },
  needsYou: {
    heading: "Needs you this week",
    none: "Nobody is overdue, stale, stuck or without a next step.",
    all: ["", " in all, by amount × days; ten at the most are listed."],
    notWatched: "The sheet has no dates of next follow-up, last contact or stage: nobody can tell who needs you.",
    customer: fieldName("customer", "en"),
    owner: fieldName("owner", "en"),
    stage: fieldName("stage", "en"),
    days: "Days late or silent",
    why: "Why",
    row: "Row in the list",
  },
  periods: {
    heading: "Won and lost by closing date",
    period: "Period",
    from: "From",
    to: "To",
    name: {
      ...{ week: "This week", weekBefore: "Last week", days30: "Last 30 days", days30Before: "30 days before" },
      ...{ quarter: "This quarter", quarterBefore: "Last quarter", year: "This year", yearBefore: "Last year" },
      all: "All time",
    },
    undated: ["", " won or lost customers have no closing date and count in all time only."],
  },
  oldestOverdue: "Oldest overdue (days)",
  touches: enTerms.measure.touches,
  noOwner: "No owner",
  otherOwners: "Not listed",
  order: "Owners are sorted by overdue, then by open customers: these numbers set the order (not printed):",
  targets: {
    heading: "Target of the month",
    won: "Won this month",
    target: "Target",
    gap: "Gap",
    needed: "Needed of open",
    all: "Total",
  },
  winRateOf: "won ÷ (won + lost)",
  byOwner: "By owner",
  byStage: "By stage, with the funnel",
  customers: "Customers",
  amount: "Amount",
  notListed: "Other or blank",
  interval: "95% range",
  reached: "Reached",
  atLeast: " (min.)",
  about: " (about)",
  inChart: "In the chart",
  winRates: {
    heading: "Win rate, four ways",
    method: "Method",
    of: "Out of",
    rate: "Rate",
    knownFrom: "Used by",
    name: enTerms.winRateBy,
  },
  reasons: { heading: enTerms.lossReasons, reason: "Reason" },
  ageing: {
    heading: enTerms.measure.ageing,
    band: "Days",
    silent: "Silent",
    inStage: "In stage",
    between: ["–", " days"],
    over: ["Over ", " days"],
    neverContacted: "No contact date",
    limitNote: "Shortest limit (days)",
  },
  charts: {
    funnel: "Funnel, as in the table by stage",
    ageing: "Days of silence, as in the table",
    owners: "Open and overdue, as in the table by owner",
  },
  values: {
    heading: "Calculated by the add-in",
    hint: "Written values: while the add-in is open they follow every change or, where that would end Undo, the next log entry. Without it they stay as of the day above.",
    asOf: "Calculated as of",
    noCases: "nothing to calculate from yet",
    noLog: "the follow-up log is empty",
    ...valuesOf(enTerms),
    unreadable: "rows cannot be read, so nobody can know",
    noForecast: (decided) => `fewer than ${decided} were won or lost, and no win probability is set`,
    weightedNote: (counted, withoutAmount, withoutChance, bases) =>
      `${counted} open, ` +
      (bases.length === 2
        ? "in part by your history, in part by the set probabilities"
        : bases[0] === "set"
          ? "by the set probabilities"
          : "by your own history") +
      (withoutAmount > 0 ? `; ${withoutAmount} without amount left out` : "") +
      (withoutChance > 0 ? `; ${withoutChance} without probability left out` : ""),
    low: "Worse case",
    high: "Better case",
    rangeNote: "about 80% of the time the sum ends up between the two",
    neglectedNote: "part of the weighted amount, not taken off",
    velocityNote: "open customers × average won amount × win rate ÷ sales cycle",
    cycle: `${enTerms.measure.cycle} (days, median)`,
    cycleNote: (customers) => `from first contact to won, ${customers} won customers with both dates`,
    convertedNote: (customers) => `${customers} customers; open ones count for the days they were watched`,
    coverageNote: "of open customers had a contact of substance",
    onTimeNote: "of promised dates were kept",
    firstResponse: `${enTerms.measure.firstResponse} (days, median)`,
    firstResponseNote: (customers) =>
      customers === 0
        ? "no creation dates to count from"
        : `${customers} customers with a creation date and a logged contact`,
    touchesNote: (substantive, customers) => `${substantive} of substance, ${customers} customers`,
    losses: (place) => `Most often lost or parked, ${place}`,
    lossesNote: (reason, stage, all) =>
      `${reason || "No reason noted"}, ${stage === null ? "stage not known" : `at ${stage}`}; of ${all} lost or parked`,
    care: (days, place) => `${enTerms.measure.coverage(days)}, by owner ${place}`,
    careNote: (owner, coverage, days, onTime) => `${owner}: ${coverage}; ${enTerms.measure.onTime(days)} ${onTime}`,
  },
  notes: [
    "Win rate = won ÷ (won + lost); open and parked customers are left out. With fewer than 5 cases only counts are shown.",
    "▲ ▼: the whole range lies above or below everybody’s win rate; without a mark nobody can tell them apart.",
    "Overdue: the next follow-up is before the date above. Stale: silent for more days than stage or customer type allow. Stuck: too long in one stage.",
    "Reached: came to this stage or a later one, by the furthest stage noted and the present one. “At least”: of some lost or parked customers nobody knows how far they came; they count at the first step only.",
    "Needs you: overdue, stale, stuck or without a next step, by amount × days late or silent (the larger); without an amount last.",
    "Days of silence: the bands begin with the shortest limit in the Settings, and each ends at twice the one before.",
    "“–” means that nobody can know: the sheet has no such column, rows cannot be read, amounts are errors, nobody set a limit, or the denominator is 0.",
  ],
};

/** The words of the Summary sheet in each language a workbook can have. */
export const summaryText: Readonly<Record<Language, SummaryText>> = { "zh-CN": zhCN, en };
