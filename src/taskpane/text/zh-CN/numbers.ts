import type { WinRateId } from "../../../domain/measures/conversion";
import type { CountId } from "../../../domain/measures/rowsBehind/numberRef";
import type { Promised } from "../../../domain/measures/followUp";
import type { FunnelMode } from "../../../domain/measures/funnel";
import type { Grouping } from "../../../domain/measures/people";
import type { PersonSignalId, SignalId } from "../../../domain/measures/signals/signal";
import type { Standing } from "../../../domain/measures/wilson";
import { terms } from "../../../domain/schema/terms/zh-CN";
import type {
  ActivityText,
  FigureText,
  FilterText,
  NumbersText,
  PageText,
  PeriodText,
  TargetText,
  TrendText,
} from "../types/numbers";

function text(name: string, definition: string, elsewhere = ""): FigureText {
  return { name, definition, elsewhere };
}

const { figure, measure, winRateBy } = terms;

const counts: Readonly<Record<CountId, FigureText>> = {
  open: text(figure.open, "阶段是进行中的客户；阶段没人认识的也算进行中。", "Salesforce、HubSpot：Open"),
  overdue: text(figure.overdue, "进行中，下次跟进日期早于复盘日。", "Pipedrive：Overdue activity"),
  dueToday: text(figure.dueToday, "进行中，下次跟进日期就是复盘日；不算逾期。"),
  stale: text(
    figure.stale,
    "进行中，没联系的天数超过阶段或客户类型的停滞天数（两个都设了取小的）。",
    "Pipedrive：Rotting deals",
  ),
  stuck: text(figure.stuck, "进行中，停在本阶段的天数超过该阶段的卡住天数。", "Salesforce：Stage duration"),
  noNextStep: text(figure.noNextStep, "进行中，下次跟进日期空着。", "Pipedrive：黄色三角（没有安排活动）"),
  revisit: text(figure.revisit, "流失或搁置，再跟进日期已到。"),
  won: text(figure.won, "阶段是成交的客户。", "Closed Won"),
  lost: text(figure.lost, "阶段是流失的客户。", "Closed Lost"),
  parked: text(figure.parked, "阶段是搁置的客户。"),
};

const winRates: Readonly<Record<WinRateId, FigureText>> = {
  closed: text(
    winRateBy.closed,
    "成交 ÷（成交 + 流失）。进行中和搁置的不算。",
    "Salesforce、HubSpot、Pipedrive：Win rate",
  ),
  created: text(
    winRateBy.created,
    "成交 ÷ 全部客户。进行中的也在分母里，所以新客户多的时候会偏低。",
    "HubSpot：Close rate；Salesforce 的另一种算法",
  ),
  broad: text(
    winRateBy.broad,
    "成交 ÷（成交 + 流失 + 搁置）。把客户搁置起来不会让数字变好看。",
    "Kellblog：Broad win rate",
  ),
  strict: text(
    winRateBy.strict,
    "成交 ÷（成交 + 流失 + 逾期或停滞的进行中客户）。拖着不关的客户也算数。",
    "Zoho：Motivator",
  ),
};

const modes: Readonly<Record<FunnelMode, FigureText>> = {
  passed: text("到达或越过", "到过这一阶段或更后面的客户；跳过的也算，退回不减。"),
  all: text("依次经过", "从第一个阶段起依次经过、走到这里的客户。", "HubSpot：All stages"),
  any: text("到达过", "在这一阶段停留过的客户，不管有没有经过前面的。", "HubSpot：Any stages"),
};

const groupings: Readonly<Record<Grouping, string>> = {
  owner: "负责人",
  team: terms.team,
  source: "来源",
  customerType: "客户类型",
  tag: "标签",
};

const filter: FilterText = {
  label: "只看",
  all: "全部客户",
  by: { owner: "负责人", team: terms.team, customerType: "客户类型" },
  only: (by, name) =>
    name === "" ? { owner: "没有负责人的", team: "没有团队的", customerType: "没有类型的" }[by] : name,
  count: (shown, all) => `共 ${all} 个客户，下面只算其中 ${shown} 个`,
  clear: "看全部",
};

const period: PeriodText = {
  label: "时段",
  names: { week: "本周", days30: "近 30 天", quarter: "本季度", year: "今年", all: "全部时间" },
  before: { week: "上周", days30: "之前 30 天", quarter: "上季度", year: "去年" },
  days: (from, to) => (from === to ? from : `${from}至${to}`),
  caption: (name, days) => `${name}（${days}）`,
  head: "指标",
  figures: {
    won: text(figure.won, "关闭日期在这段时间里、阶段是成交的客户。", "Closed Won"),
    lost: text(figure.lost, "关闭日期在这段时间里、阶段是流失的客户。", "Closed Lost"),
    rate: text(
      figure.winRate,
      "关闭日期在这段时间里的客户：成交 ÷（成交 + 流失）。进行中和搁置的不算。",
      "Salesforce、HubSpot、Pipedrive：Win rate",
    ),
    amount: text(figure.wonAmount, "关闭日期在这段时间里的成交客户，金额相加。没填金额的不当作 0，另外列出。"),
    created: text("新客户", "首次联系日期在这段时间里的客户。", "New leads"),
  },
  figure: (name, of) => `${name} · ${of}`,
  withoutAmount: (count) => `另有 ${count} 个没填金额`,
  undated: (closed, created) =>
    [
      ...(closed === 0 ? [] : [`${closed} 个成交或流失的客户没有关闭日期`]),
      ...(created === 0 ? [] : [`${created} 个客户没有首次联系日期`]),
    ].join("，") + "：只算在“全部时间”里。",
};

const activity: ActivityText = {
  label: "排序",
  orders: {
    overdue: "逾期最多的在前",
    open: "进行中最多的在前",
    touches: "联系最少的在前",
    coverage: "覆盖率最低的在前",
    promises: "按时跟进率最低的在前",
    closed: "成交最多的在前",
  },
  noOwner: "未分配",
  figures: {
    touches: text("联系次数", "跟进记录里“跟进人”是这个人的联系，不管客户归谁。换负责人、改日期不算。"),
    coverage: text(
      "跟进覆盖率",
      "这段时间里在他名下进行中的客户，有多少有过有内容的联系（谁联系的都算；内容或反馈满 4 个字，没接通的不算）。",
    ),
    promises: text("按时跟进率", "他约好的、在这段时间到期的下次跟进日期，有多少当天或之前就联系了。"),
    closed: text("成交", "他名下、关闭日期在这段时间里的客户：成交 ÷（成交 + 流失）。", "Win rate by owner"),
  },
  figure: (owner, name, of) => `${owner} · ${name} · ${of}`,
  substantive: (count) => `其中 ${count} 次有内容`,
  oldest: (days) => `最久逾期 ${days} 天`,
  share: (part, whole, rate) => (rate === null ? `${part}/${whole}` : `${part}/${whole} ${rate}`),
  hint: (of) => `联系、覆盖率、按时跟进率和成交看的是${of}，进行中和逾期看的是现在。`,
};

const target: TargetText = {
  figure: text(
    "本月目标",
    "他名下、关闭日期在复盘日所在月份的成交金额，和设置里的每月目标金额比。还差：目标减成交，最少是 0。需拿下的比例：还差 ÷ 进行中金额。没填金额的不当作 0，另外列出。",
  ),
  of: (owner, name) => `${owner} · ${name}`,
  reached: (won, of, share) => (share === null ? `${won}/${of}` : `${won}/${of} = ${share}`),
  gap: (amount) => `还差 ${amount}`,
  needed: (share) => `需拿下的比例 ${share}`,
};

const trend: TrendText = {
  kinds: {
    rising: text("上升", "进行中；近 14 天阶段往前走了，而且有内容的联系比之前 14 天多。"),
    cooling: text("降温", "进行中；之前 14 天有过有内容的联系，近 14 天变少或没有了，阶段也没有往前走。"),
  },
  signs: { rising: "↗", cooling: "↘" },
  none: "近 28 天的跟进记录里，没有看得出上升或降温的客户。",
  more: (count) => `还有 ${count} 个`,
};

const page: PageText = {
  heading: "跟进单",
  save: "保存可打印的跟进单",
  hint: "每个负责人一页：名下进行中的客户，逾期的在前，以及这段时间成交和流失的。用浏览器打开后打印；表格不会改动。",
  copied: "跟进单已复制",
  title: (owner) => `${owner} 跟进单`,
  asOf: (day) => `复盘日 ${day}`,
  open: (count) => `${terms.stageKind.open} ${count}`,
  closed: (of, count) => `${of}成交和流失 ${count}`,
  customer: "客户",
  stage: "阶段",
  amount: "金额",
  lastContact: "最近联系",
  nextDate: "下次跟进",
  nextStep: "下一步",
  late: (days) => `逾期${days}天`,
  outcome: "结果",
  closedOn: "关闭日期",
  reason: "原因",
};

const standing: Readonly<Record<Standing, string>> = {
  above: "▲ 高于全体",
  below: "▼ 低于全体",
  notToldApart: "分不出高下",
  tooFew: "太少，只看个数",
};

const outcomes: Readonly<Record<Promised["outcome"], string>> = {
  kept: "按时联系了",
  late: "联系晚了",
  missed: "没有联系",
  moved: "到期前改了日期",
  pending: "还没到期满",
};

const signals: Readonly<Record<SignalId, FigureText>> = {
  burst: text("短时间集中登记", "同一个人 10 分钟内登记了 5 条以上联系。也可能是回来以后一起补记。"),
  lateEntry: text("事后补记", "录入时间比联系日期晚 2 天以上。手工填的行没有录入时间，看不出来。"),
  futureContact: text(
    "联系日期还没到",
    "登记的时候联系日期还没到；没有录入时间的行，联系日期晚于复盘日。日期没到之前，别的数字都不算它。",
  ),
  copied: text("内容雷同", "至少 3 个客户的沟通内容一字不差（6 个字以上）。"),
  similar: text(
    "内容相近",
    "至少 3 个客户的沟通内容几乎一样：每 3 个字为一段，八成以上的段相同（6 个字以上）。一字不差的算在「内容雷同」里。",
  ),
  sameDay: text("当天成交", "首次联系和成交是同一天。"),
  flipFlop: text(
    "阶段来回改",
    "离开一个阶段，7 天内又回到这个阶段。按每条记录登记时的阶段看；直接在表里改过去又改回来的，看不出来。",
  ),
  jump: text("跳过阶段", "一次往前越过至少 2 个进行中的阶段。直接成交的不算在这里。"),
  earlyWin: text(
    "成交前阶段一直靠前",
    "认识客户至少 14 天，登记成交时后面还有至少 2 个进行中的阶段没走过。直接在表里改的阶段看不出来。",
  ),
  wonBeforeDate: text(
    "比约好的日期早很多成交",
    "成交前 30 天内约的下次跟进日期，比成交日期晚 30 天以上。表里没有预计成交日期的变化，所以只看下次跟进日期。",
  ),
  noMovement: text("联系多、没进展", "上次换阶段以后联系了至少 6 次，都没有客户反馈。"),
  pushed: text("一再改期", "上次联系以后，下次跟进日期往后改了至少 3 次。", "HubSpot：Close date pushed"),
};

const signalWords: Readonly<Record<SignalId, (count: number) => string>> = {
  burst: () => "集中登记",
  lateEntry: (days) => `晚 ${days} 天登记`,
  futureContact: (days) => `联系日期晚 ${days} 天`,
  copied: () => "内容相同",
  similar: () => "内容相近",
  sameDay: () => "首次联系当天成交",
  noMovement: (times) => `联系 ${times} 次没有反馈`,
  pushed: (times) => `往后改了 ${times} 次`,
  flipFlop: (times) => `来回 ${times} 次`,
  jump: (stages) => `跳过 ${stages} 个阶段`,
  earlyWin: (stages) => `成交时还有 ${stages} 个阶段没走过`,
  wonBeforeDate: (days) => `比约好的日期早 ${days} 天成交`,
};

const personSignals: Readonly<Record<PersonSignalId, FigureText>> = {
  lastMinute: text(
    "复盘前集中登记",
    "近 7 天的联系里，超过 60%、至少 5 条是在复盘前 24 小时内登记的。复盘只知道是哪天，所以结束在复盘日的任意 24 小时都算，取登记最多的。没有录入时间的行也在分母里。也可能只是最后一天联系得多。",
  ),
  busyOwner: text(
    "联系多、赢单率低",
    "每个客户的联系次数（自己的客户、自己的联系，只数联系过的客户）超过全体的 1.5 倍，同时赢单率区间的上端低于全体的赢单率。",
  ),
};

/** Log rows that show a signal; words that are similar are held against those of the other rows. */
function rowsOfSignal(id: SignalId, rows: readonly number[]): string {
  const [own, ...others] = rows;
  return id === "similar" ? `记录第 ${own} 行，像第 ${others.join("、")} 行` : `记录第 ${rows.join("、")} 行`;
}

export const numbersText: NumbersText = {
  heading: "数字",
  empty: "检查过以后，这里会有赢单率、漏斗、跟进和预测。",
  working: "正在计算…",
  hint: "点任何一个数字，看它怎么算、是哪些客户。",
  groups: {
    now: "现在",
    period: "按时段看",
    trends: "上升和降温的客户",
    conversion: figure.winRate,
    funnel: "漏斗",
    time: "多久成交，多久没联系",
    followUp: "跟进",
    people: "人和来源",
    reasons: terms.lossReasons,
    forecast: "预测",
    signals: "需要核实",
  },
  filter,
  period,
  activity,
  target,
  trend,
  page,
  counts,
  notMeasured: terms.notMeasured,
  notMeasuredWhy: "没有这一列，无法统计",
  noCases: "还没有可算的客户",
  notSeen: "表里缺少相关的列或日期，算不出来",
  winRate: figure.winRate,
  definitionOf: `${figure.winRate}的算法`,
  winRates,
  rate: (part, whole, rate, interval) => `${part}/${whole} = ${rate}（${interval}）`,
  countsOnly: (part, whole) => `${part}/${whole}`,
  fewNote: "不足 5 个，只写个数",
  interval: "括号里是 95% 的区间：客户越少越宽。",
  cohorts: "按首次联系的月份",
  cohortHead: "月份",
  customersHead: "客户",
  stageHead: "阶段",
  daysHead: "天数",
  ofAllHead: measure.ofAll,
  toNextHead: measure.toNext,
  month: (year, month) => `${year}年${month}月`,
  cohort: text(
    "当月客户的赢单率",
    "这个月首次联系的客户里，到现在成交了多少。还在进行中的也在分母里，月份越新越低。",
    "Cohort win rate",
  ),
  cohortRate: (month, rate) => `${month}首次联系的客户，${figure.winRate} ${rate}`,
  byAge: (days, rate) => `${days}天 ${rate}`,
  tooYoung: "未满",
  byAgeHint: "几天内成交；“未满”表示这个月还有客户没到这个天数。",
  mode: "漏斗的算法",
  modes,
  won: figure.won,
  next: (from, to) =>
    text(
      `${from} → ${to}`,
      "到过前一阶段的客户里，进入后一阶段的有多少。各步相乘正好等于总的转化。",
      "Stage conversion rate",
    ),
  reached: (stage, definition) => text(stage, definition, "Deal funnel"),
  toNext: (rate) => `→ ${rate}`,
  lowerBound: "≥",
  atLeast: (count) => `至少 ${count}`,
  about: "≈",
  lowerBoundWhy: "“≥”是至少，“≈”是大约：有些客户走到过哪里没有全记下来，实际的数字只会相同或更高。",
  unknown: (count) => `${count} 个客户不知道走到过哪一步，只算在第一步。`,
  flows: (days) => `近 ${days} 天进入各阶段的去向`,
  flow: (entered, parts) => `进入 ${entered} = ${parts}`,
  flowParts: {
    advanced: "前进",
    lost: figure.lost,
    parked: figure.parked,
    movedBack: "退回",
    reassigned: "换了负责人",
    still: "还在",
  },
  converted: (days) =>
    text(
      measure.converted(days),
      "Aalen–Johansen 估计：进行中的客户按已观察的天数计入，流失是另一种结局；所以不是简单相除。观察到这个天数的客户不足 5 个就不显示。",
    ),
  halfWon: (days) => `一半的客户在 ${days} 天内成交`,
  undated: (count) => `${count} 个成交或流失的客户缺首次联系或关闭日期，没有算进去。`,
  tooFew: "客户太少，还不能说",
  ageing: measure.ageing,
  band: measure.band,
  bandText: (label) => text(`没联系 ${label}`, "进行中的客户按没联系的天数分组。"),
  asNow: "按现在",
  watched: (watched, open) =>
    watched === 0
      ? "还没有阶段设过“卡住”天数，所以看不出谁卡住了。"
      : `${open} 个阶段里有 ${watched} 个设了“卡住”天数，只统计这些阶段。`,
  limitKnown: (stage, days) => `${stage}：按自己的历史，建议 ${days} 天`,
  noLimitKnown: (stage) => `${stage}：走完的客户不到 5 个，历史还看不出来`,
  takeLimit: "采用",
  takeLimitOf: (stage, days) => `${stage}采用 ${days} 天`,
  limitTaken: (stage, days) => `已写入设置：${stage}超过 ${days} 天算卡住`,
  stageTime: "在各阶段停留（中位数）",
  stageTimeOf: (days, customers) => `${days} 天（${customers} 个走完的）`,
  needsLog: "跟进记录里还没有内容，这些数字算不出来。登记几次联系以后就有了。",
  coverage: text(
    measure.coverage(7),
    "这 7 天进行中的客户里，有过实质沟通（内容或反馈至少 4 个字，电话没接不算）的比例。",
  ),
  tooNew: (count) => `${count} 个客户进行中的天数太短，没有算进去。`,
  onTime: text(measure.onTime(30), "这 30 天到期的承诺里，当天或提前联系了的比例。"),
  pending: (pending, moved) => `另有 ${pending} 个今天到期还没定，${moved} 个在到期前改了日期。`,
  firstResponse: text(
    measure.firstResponse,
    "从客户的创建日期到记录里第一次联系的天数，取中位数。只有首次联系日期的不算：那一列填的就是第一次联系。",
    "HubSpot、Zoho：Lead response time",
  ),
  withinOneDay: (rate) => `一天内 ${rate}`,
  noCreationDay: "表里没有客户的创建日期，算不出来。加一列“创建日期”就能算。",
  touches: text(measure.touches(7), "记录里这 7 天的联系；转交和改日期不算。", "HubSpot：Number of times contacted"),
  touchCount: (substantive, customers) => `${substantive} 次有实质内容，${customers} 个客户`,
  by: "按什么看",
  groupings,
  noName: "（没填）",
  standing,
  groupHint: "按区间下端排序。区间盖住全体赢单率的，分不出高下。",
  group: {
    rate: (name) =>
      text(`${name} · ${figure.winRate}`, "成交 ÷（成交 + 流失）。进行中和搁置的不算。", "Win rate by owner"),
    open: (name) => text(`${name} · ${figure.open}`, "阶段是进行中的客户。", "Open deals by owner"),
    overdue: (name) =>
      text(`${name} · ${figure.overdue}`, "进行中，下次跟进日期早于复盘日。", "Pipedrive：Overdue activity"),
  },
  openOf: (open) => `${figure.open} ${open}`,
  overdueOf: (overdue) => `${figure.overdue} ${overdue}`,
  amounts: (open, won) => `${figure.open} ${open} · ${figure.won} ${won}`,
  traits: "成交多的客户有什么共同点",
  noTraits: "还没有哪个来源、类型或标签明显更好（至少要 10 个已有结果的客户）。",
  trait: (by, name) => `${by}：${name}`,
  reason: (name) => text(name, "流失或搁置、原因是这一个的客户，和最后停在的阶段。", "Closed lost reason"),
  lostParked: (lost, parked) => `${figure.lost} ${lost}，${figure.parked} ${parked}`,
  lastStage: (stage, count) => `${stage ?? "阶段不明"} ${count}`,
  signals,
  personSignals,
  personSignal: (name, signal) => `${name} · ${signal}`,
  lastMinuteNote: (entered, all) => `近 7 天 ${all} 条联系，${entered} 条在 24 小时内登记`,
  equals: (share, value) => `${share} = ${value}`,
  definitionHere: (definition, note) => (note === "" ? definition : `${definition}这里：${note}。`),
  busyOwnerNote: (each, rate, rateOfAll) => `联系次数 ÷ 客户，全体是 ${each}；赢单率 ${rate}，全体 ${rateOfAll}`,
  noEntryTime: (count) => `${count} 条联系没有录入时间（手工填的行），看不出是不是集中登记或事后补记。`,
  signalsNeedLog: "跟进记录里还没有内容，只看了表里的日期。",
  signalsHint: "这些不说明谁做错了，只是看数字之前值得问一句。",
  noSignals: "没有发现需要核实的情况。",
  weighted: text(
    measure.weighted,
    "每个进行中客户的金额 × 所在阶段的赢单概率之和。已成交和流失的客户满 20 个、到过这一阶段的满 5 个时，概率按自己的历史；不够就用设置里填的概率；两样都没有就不算。",
    "Salesforce、Zoho：Expected revenue；HubSpot：Weighted amount；Pipedrive：Weighted value",
  ),
  range: (low, high) => `约 80% 的情况落在 ${low} 到 ${high} 之间`,
  rangeWhy: "约 80% 的情况落在此区间（假定客户之间互不影响）；只写到有把握的位数。",
  neglected: text(measure.neglected, "加权金额里停滞或逾期的部分；已包含在上面，没有扣掉。"),
  share: (rate) => `占 ${rate}`,
  withoutAmount: {
    open: text(`${figure.open}没填金额`, "进行中、金额空着的客户：不当作 0，也不在这些数里。"),
    won: text(`${figure.won}没填金额`, "阶段是成交、金额空着的客户：不当作 0，成交金额和平均成交金额里都没有它们。"),
  },
  byClosing: "加权金额，按预计成交日期",
  closing: {
    passed: text(
      "预计日期已过",
      "进行中、预计成交日期早于复盘日的客户：金额 × 赢单概率。日期该改，或者该结案。",
      "Salesforce：Close date in the past",
    ),
    thisMonth: text(
      "本月内",
      "进行中、预计成交日期在复盘日到当月月底的客户：金额 × 赢单概率。",
      "HubSpot：按 Close date 预测",
    ),
    later: text("下月以后", "进行中、预计成交日期在复盘日当月之后的客户：金额 × 赢单概率。"),
    undated: text("没填预计日期", "进行中、没填预计成交日期的客户：金额 × 赢单概率。"),
  },
  closingOf: (customers, withoutAmount) =>
    withoutAmount === 0 ? `${customers} 个客户` : `${customers} 个客户，其中 ${withoutAmount} 个没填金额`,
  cycle: text(
    measure.cycle,
    "从首次联系到成交的天数，取中位数，只看两个日期都有的成交客户。",
    "HubSpot：Days to close；Zoho：Sales cycle duration；Pipedrive：Deal duration",
  ),
  mean: (days) => `平均 ${days} 天`,
  velocity: text(measure.velocity, "进行中客户数 × 平均成交金额 × 赢单率 ÷ 成交周期。", "Sales velocity"),
  velocityOf: (open, amount, rate, days) => `${open} × ${amount} × ${rate} ÷ ${days} 天`,
  days: (days) => `${days} 天`,
  perDay: (amount) => `${amount}/天`,
  chances: `各阶段的${terms.winProbability}`,
  chance: (won, resolved) => `到过的 ${resolved} 个里成交 ${won} 个`,
  chanceFrom: (basis) =>
    basis === "history" ? "按自己的历史" : basis === "set" ? "按设置里填的概率" : "历史不够，设置里也没填",
  chancesFrom: (bases) =>
    bases.length === 2 ? "部分按自己的历史，部分按设置的概率" : bases[0] === "set" ? "按设置的概率" : "按自己的历史",
  noForecast: (decided) =>
    `算不出来：已成交和流失的客户不到 ${decided} 个，设置里也没填各阶段的${terms.winProbability}。`,
  withoutChance: (customers) => `${customers} 个没有可用的概率，不算在内`,
  drill: {
    back: "返回数字",
    definition: "怎么算",
    elsewhere: "别处的叫法",
    numerator: "分子",
    denominator: "分母",
    noDenominator: "没有：这是个数、合计、中位数或估计",
    counted: (count) => `算在里面 ${count}`,
    others: (count) => `只在分母里 ${count}`,
    notCounted: (count) => `没算进去 ${count}`,
    noRows: "没有客户。",
    more: (count) => `再显示 ${count} 个`,
    show: "在表中选中",
    showPart: (part, parts) => `在表中选中（第 ${part} 段，共 ${parts} 段）`,
    row: (row) => `第 ${row} 行`,
    gone: "表里已没有这个客户",
    unnamed: "（没有客户名）",
    go: (customer, row) => `${customer}，选中第 ${row} 行`,
  },
  because: {
    state: (state, day) => (day === null ? state : `${state} ${day}`),
    reached: (stage, known) => (known ? `到过${stage}` : `到过${stage}（只知道现在的阶段）`),
    days: (days) => `${days} 天`,
    promise: (day, outcome, row) => `约好${day}，${outcomes[outcome]} · 记录第 ${row} 行`,
    contact: (day, substantive, row) => `${day}联系${substantive ? "" : "，没有实质内容"} · 记录第 ${row} 行`,
    signal: (id, count, rows) =>
      [signalWords[id](count ?? 0), ...(rows.length === 0 ? [] : [rowsOfSignal(id, rows)])].join(" · "),
    entered: (at, day, row) => `${day}联系，${at === null ? "没有录入时间" : `${at} 登记`} · 记录第 ${row} 行`,
    noContact: "这段时间没有实质沟通",
    worth: (amount, chance, weighted) => `${amount} × ${chance} = ${weighted}`,
    noAmount: "没填金额",
    amount: (amount) => `金额 ${amount}`,
    created: (day) => (day === null ? "没有首次联系日期" : `${day}首次联系`),
    trend: (move, recent, earlier, rows) =>
      [
        ...(move === null ? [] : [`${move.from} → ${move.to}`]),
        `近 14 天有内容的联系 ${recent} 次，之前 14 天 ${earlier} 次`,
        `记录第 ${rows.join("、")} 行`,
      ].join(" · "),
    noChance: (amount) => `${amount}，没有可用的赢单概率`,
    expectedClose: (day) => `预计${day}成交`,
  },
};
