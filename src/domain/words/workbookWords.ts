import type { FieldKind, Level, RequiredWhen, StageKind } from "../schema/field";
import type { Language } from "./language";

/** Every word that the add-in writes into a workbook, in the workbook's language. */
export interface WorkbookWords {
  /** Title of the alert and hint of our validations; it marks a rule as ours. */
  readonly product: string;
  readonly settingsTitle: string;
  readonly summaryTitle: string;
  readonly stageKind: Readonly<Record<StageKind, string>>;
  readonly level: Readonly<Record<Level, string>>;
  readonly requiredWhen: Readonly<Record<RequiredWhen, string>>;
  readonly fieldKind: Readonly<Record<FieldKind, string>>;
  /** What stands in the status column. None is part of another, so that counting by "contains" is exact. */
  readonly status: {
    readonly overdue: string;
    readonly today: string;
    readonly stale: string;
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
    readonly fieldsTable: readonly [id: string, header: string, kind: string, requiredWhen: string, level: string];
    readonly stagesTable: readonly [stage: string, kind: string, staleDays: string];
    readonly ownersTable: readonly [owner: string, team: string];
    readonly listsTable: readonly [customerType: string, source: string, reason: string];
  };
  readonly summary: {
    readonly heading: string;
    readonly asOf: string;
    readonly figures: {
      readonly open: string;
      readonly won: string;
      readonly lost: string;
      readonly parked: string;
      readonly winRate: string;
      readonly overdue: string;
      readonly dueToday: string;
      readonly stale: string;
      readonly noNextStep: string;
      readonly incomplete: string;
      readonly pipelineAmount: string;
      readonly wonAmount: string;
    };
    readonly notMeasured: string;
    readonly winRateOf: string;
    readonly byOwner: string;
    readonly byStage: string;
    readonly customers: string;
    readonly amount: string;
    readonly notListed: string;
    readonly notes: readonly string[];
  };
  readonly hints: {
    readonly list: string;
    readonly date: string;
    readonly amount: string;
  };
  readonly alerts: {
    readonly list: (header: string) => string;
    readonly date: (header: string) => string;
    readonly amount: (header: string) => string;
  };
}

const zhCN: WorkbookWords = {
  product: "跟进表",
  settingsTitle: "跟进设置",
  summaryTitle: "跟进汇总",
  stageKind: { open: "进行中", won: "成交", lost: "流失", parked: "搁置" },
  level: { observe: "看", warn: "提醒", require: "要求" },
  requiredWhen: { never: "不要求", always: "总是", open: "进行中" },
  fieldKind: {
    text: "文本",
    longText: "长文本",
    date: "日期",
    amount: "金额",
    phone: "电话",
    mail: "邮箱",
    list: "列表",
    person: "人员",
  },
  status: {
    overdue: "逾期",
    today: "今天到期",
    stale: "停滞",
    noNextStep: "无下一步",
    unclearDate: "日期有误",
    onTrack: "正常",
    won: "成交",
    lost: "流失",
    parked: "搁置",
    broken: "有错误值",
  },
  separator: "、",
  settings: {
    today: "复盘日期",
    todayHint: "默认是今天；改成某个日期，全部数字就按那一天计算",
    language: "表格语言",
    intro: "这里的表决定跟进表的规则，可以直接修改。",
    fieldsTable: ["字段", "表头", "类型", "何时必填", "严格程度"],
    stagesTable: ["阶段", "阶段类型", "停滞天数"],
    ownersTable: ["负责人", "团队"],
    listsTable: ["客户类型", "来源", "原因"],
  },
  summary: {
    heading: "客户跟进汇总",
    asOf: "截至",
    figures: {
      open: "在跟客户",
      won: "成交",
      lost: "流失",
      parked: "搁置",
      winRate: "成交率",
      overdue: "逾期",
      dueToday: "今天到期",
      stale: "停滞",
      noNextStep: "无下一步",
      incomplete: "缺必填项",
      pipelineAmount: "在跟金额",
      wonAmount: "成交金额",
    },
    notMeasured: "–",
    winRateOf: "成交 ÷（成交 + 流失）",
    byOwner: "按负责人",
    byStage: "按阶段",
    customers: "客户数",
    amount: "金额",
    notListed: "其他或未填",
    notes: [
      "成交率 = 成交 ÷（成交 + 流失），进行中和搁置的客户不算在内。",
      "逾期：下次跟进日期早于复盘日期。停滞：没有联系的天数超过该阶段的停滞天数。",
      "“–”表示没有可算的数据：表里没有这一列，或分母为 0。",
    ],
  },
  hints: {
    list: "从列表中选择；列表在“跟进设置”表里修改。",
    date: "填写日期，例如 2026-08-07。",
    amount: "填写数字，不带单位。",
  },
  alerts: {
    list: (header) => `“${header}”要从列表中选择。需要新的选项时，请先加到“跟进设置”表里。`,
    date: (header) => `“${header}”要填日期，例如 2026-08-07。`,
    amount: (header) => `“${header}”要填数字，不带单位。`,
  },
};

const en: WorkbookWords = {
  product: "Follow-up Sheet",
  settingsTitle: "Follow-up Settings",
  summaryTitle: "Follow-up Summary",
  stageKind: { open: "Open", won: "Won", lost: "Lost", parked: "Parked" },
  level: { observe: "Observe", warn: "Warn", require: "Require" },
  requiredWhen: { never: "Never", always: "Always", open: "While open" },
  fieldKind: {
    text: "Text",
    longText: "Long text",
    date: "Date",
    amount: "Amount",
    phone: "Phone",
    mail: "Email",
    list: "List",
    person: "Person",
  },
  status: {
    overdue: "Overdue",
    today: "Due today",
    stale: "Stale",
    noNextStep: "No next step",
    unclearDate: "Unclear date",
    onTrack: "On track",
    won: "Won",
    lost: "Lost",
    parked: "Parked",
    broken: "Has errors",
  },
  separator: ", ",
  settings: {
    today: "Review day",
    todayHint: "Today unless you type a date here: then every figure is as of that day",
    language: "Workbook language",
    intro: "These tables hold the rules of the follow-up sheet. Edit them as you like.",
    fieldsTable: ["Field", "Header", "Kind", "Required when", "Level"],
    stagesTable: ["Stage", "Stage kind", "Stale after days"],
    ownersTable: ["Owner", "Team"],
    listsTable: ["Customer type", "Source", "Reason"],
  },
  summary: {
    heading: "Customer follow-up summary",
    asOf: "As of",
    figures: {
      open: "Open customers",
      won: "Won",
      lost: "Lost",
      parked: "Parked",
      winRate: "Win rate",
      overdue: "Overdue",
      dueToday: "Due today",
      stale: "Stale",
      noNextStep: "No next step",
      incomplete: "Incomplete",
      pipelineAmount: "Pipeline amount",
      wonAmount: "Won amount",
    },
    notMeasured: "–",
    winRateOf: "won ÷ (won + lost)",
    byOwner: "By owner",
    byStage: "By stage",
    customers: "Customers",
    amount: "Amount",
    notListed: "Other or blank",
    notes: [
      "Win rate = won ÷ (won + lost); open and parked customers are left out.",
      "Overdue: the next follow-up is before the review day. Stale: more days without contact than the stage allows.",
      "“–” means that there is nothing to calculate from: the sheet has no such column, or the denominator is 0.",
    ],
  },
  hints: {
    list: "Pick from the list. The list is kept on the sheet “Follow-up Settings”.",
    date: "Enter a date, for example 2026-08-07.",
    amount: "Enter a number without a unit.",
  },
  alerts: {
    list: (header) =>
      `Pick “${header}” from the list. To use a new entry, add it on the sheet “Follow-up Settings” first.`,
    date: (header) => `“${header}” takes a date, for example 2026-08-07.`,
    amount: (header) => `“${header}” takes a number without a unit.`,
  },
};

/** The words of each language a workbook can have. */
export const workbookWords: Readonly<Record<Language, WorkbookWords>> = { "zh-CN": zhCN, en };
