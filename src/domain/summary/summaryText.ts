import type { WinRateId } from "../measures/conversion";
import type { KeyFigures } from "../measures/figures";
import { terms as enTerms } from "../schema/terms/en";
import type { Terms } from "../schema/terms/terms";
import { terms as zhTerms } from "../schema/terms/zh-CN";
import type { Language } from "../values/language";

/** What stands on the Summary sheet. */
export interface SummaryText {
  readonly heading: string;
  readonly asOf: string;
  readonly figures: Readonly<Record<keyof KeyFigures, string>>;
  readonly notMeasured: string;
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
    readonly days: (from: number, to: number | null) => string;
    readonly neverContacted: string;
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
    readonly weightedNote: (withAmount: number, without: number) => string;
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
    days: zhTerms.measure.band,
    neverContacted: "没有联系日期",
  },
  charts: {
    funnel: "漏斗：到达各阶段的客户",
    ageing: "多久没联系",
    owners: `${zhTerms.figure.open}与${zhTerms.figure.overdue}`,
  },
  values: {
    heading: "插件算出的数字",
    hint: "这些是写入的值：打开插件、登记或改复盘日期时由插件刷新；不开插件就停在计算日期那天。",
    asOf: "计算日期",
    noCases: "还没有可算的记录",
    noLog: "跟进记录里还没有内容",
    ...valuesOf(zhTerms),
    weightedNote: (withAmount, without) =>
      `${withAmount} 个有金额的进行中客户，按自己的历史赢单率折算` +
      (without > 0 ? `；${without} 个没填金额，不算在内` : ""),
    low: "较差的情况",
    high: "较好的情况",
    rangeNote: "十次里有八次落在两者之间",
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
  },
  notes: [
    "赢单率 = 成交 ÷（成交 + 流失），进行中和搁置的客户不算在内。不足 5 个时只写个数。",
    "▲ ▼ 表示区间整个高于或低于全体的赢单率；没有记号就是分不出高下。",
    "逾期：下次跟进日期早于截至日期。停滞：没联系的天数超过阶段或客户类型的停滞天数。卡住：停在本阶段的天数超过卡住天数。",
    "到达：走到过这一阶段或更后面的客户，看记下的最远阶段和现在的阶段。写“至少”时，有流失或搁置的客户不知道走到过哪一步，只算在第一步。",
    "“–”表示没有可算的数据：表里没有这一列，或分母为 0。",
  ],
};

const en: SummaryText = {
  heading: "Customer follow-up summary",
  asOf: "As of",
  ...termsOf(enTerms),
  figures: { ...enTerms.figure, open: `${enTerms.figure.open} customers` },
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
    days: enTerms.measure.band,
    neverContacted: "No contact date",
  },
  charts: { funnel: "Funnel: customers that reached a stage", ageing: "Days of silence", owners: "Open and overdue" },
  values: {
    heading: "Calculated by the add-in",
    hint: "Written values: the add-in refreshes them when it opens, after a log entry and with the review day. Without it they stay as of the day above.",
    asOf: "Calculated as of",
    noCases: "nothing to calculate from yet",
    noLog: "the follow-up log is empty",
    ...valuesOf(enTerms),
    weightedNote: (withAmount, without) =>
      `${withAmount} with an amount, by your past win rates` + (without > 0 ? `; ${without} without left out` : ""),
    low: "Worse case",
    high: "Better case",
    rangeNote: "8 times in 10 the sum ends up between the two",
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
  },
  notes: [
    "Win rate = won ÷ (won + lost); open and parked customers are left out. With fewer than 5 cases only counts are shown.",
    "▲ ▼: the whole range lies above or below everybody’s win rate; without a mark nobody can tell them apart.",
    "Overdue: the next follow-up is before the date above. Stale: silent for more days than stage or customer type allow. Stuck: too long in one stage.",
    "Reached: came to this stage or a later one, by the furthest stage noted and the present one. “At least”: of some lost or parked customers nobody knows how far they came; they count at the first step only.",
    "“–” means that there is nothing to calculate from: the sheet has no such column, or the denominator is 0.",
  ],
};

/** The words of the Summary sheet in each language a workbook can have. */
export const summaryText: Readonly<Record<Language, SummaryText>> = { "zh-CN": zhCN, en };
