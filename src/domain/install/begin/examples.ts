import type { KnownFieldId } from "../../schema/fieldIds";
import type { Owner } from "../../schema/field";
import type { Language } from "../../values/language";
import type { ReasonKey, SourceKey, TypeKey } from "./startingSettings";

/** Places of the default stages, in pipeline order. */
export const stagePlaces = { first: 0, needs: 1, demo: 2, negotiation: 3, won: 4, lost: 5, parked: 6 } as const;
export type StageKey = keyof typeof stagePlaces;

/** Days of an example, counted from the review day: negative ones have passed. */
type ExampleDays = Partial<
  Readonly<
    Record<
      "stageSince" | "firstContact" | "lastContact" | "nextDate" | "expectedClose" | "closedOn" | "revisitOn",
      number
    >
  >
>;

type ExampleText = Exclude<
  KnownFieldId,
  | ("id" | "customer" | "phone" | "owner" | "stage" | "customerType" | "source" | "reason" | "amount")
  | keyof ExampleDays
>;
/** What stands in an example's columns of words; a column that is left out is blank. */
type ExampleWords = Partial<Readonly<Record<ExampleText, string>>>;

export interface Example {
  /** The customer's name, which says that it is made up. */
  readonly customer: Readonly<Record<Language, string>>;
  readonly stage: StageKey;
  readonly type: TypeKey;
  readonly source: SourceKey;
  /** Which of the two owners has the customer. */
  readonly owner: 0 | 1;
  readonly amount: number | null;
  readonly reason: ReasonKey | null;
  readonly days: ExampleDays;
  readonly words: Readonly<Record<Language, ExampleWords>>;
}

/** The people of the examples, where nobody gave a name of his own. Their names say that they are made up. */
export const exampleOwners: Readonly<Record<Language, readonly [Owner, Owner]>> = {
  "zh-CN": [
    { name: "小陈（示例）", team: "销售一部", monthTarget: null },
    { name: "小林（示例）", team: "销售二部", monthTarget: null },
  ],
  en: [
    { name: "Alex (sample)", team: "Team North", monthTarget: null },
    { name: "Kim (sample)", team: "Team South", monthTarget: null },
  ],
};

/**
 * Twelve made-up customers that show what the sheet tells: two are overdue, the first of them a key account; one is due today, one
 * was not called for too long, one has no next date; two are won, one is lost and one parked until a day to come.
 */
export const examples: readonly Example[] = [
  {
    customer: { "zh-CN": "示例：远山能源", en: "Sample: Farhill Energy" },
    stage: "demo",
    type: "key",
    source: "fair",
    owner: 0,
    amount: 280_000,
    reason: null,
    days: { stageSince: -9, firstContact: -34, lastContact: -6, nextDate: -3, expectedClose: 25 },
    words: {
      "zh-CN": {
        contact: "周经理",
        nextStep: "把演示后的报价发过去，约采购一起看",
        needs: "三个电站要统一管理",
        feedback: "演示满意，等内部汇报",
        painPoints: "各站数据靠人工汇总，月底才看得到",
        materials: "报价单、同行业案例",
        openQuestions: "合同由总部还是各站签？",
        competitor: "明川科技",
        note: "重点客户，已经过了约定的日期",
      },
      en: {
        contact: "Ms Carter",
        nextStep: "Send the offer after the demo, ask purchasing to join",
        needs: "One view over three plants",
        feedback: "Liked the demo, reports to the board",
        painPoints: "Figures are put together by hand once a month",
        materials: "Offer, a case from the same trade",
        openQuestions: "Who signs: head office or the plants?",
        competitor: "Northbrook",
        note: "Key account, past its next date",
      },
    },
  },
  {
    customer: { "zh-CN": "示例：晨光印务", en: "Sample: Daybreak Print" },
    stage: "needs",
    type: "fresh",
    source: "website",
    owner: 1,
    amount: 42_000,
    reason: null,
    days: { stageSince: -5, firstContact: -12, lastContact: -5, nextDate: -1, expectedClose: 40 },
    words: {
      "zh-CN": { contact: "吴女士", nextStep: "电话确认需要几个账号", needs: "门店和工厂共用一张表" },
      en: { contact: "Mr Wood", nextStep: "Call: how many users?", needs: "Shop and plant share one list" },
    },
  },
  {
    customer: { "zh-CN": "示例：海棠酒店", en: "Sample: Harbour Hotel" },
    stage: "negotiation",
    type: "standing",
    source: "repeat",
    owner: 0,
    amount: 96_000,
    reason: null,
    days: { stageSince: -4, firstContact: -60, lastContact: -2, nextDate: 0, expectedClose: 7 },
    words: {
      "zh-CN": {
        contact: "何总",
        nextStep: "今天去谈付款方式",
        needs: "新开的两家分店也用",
        feedback: "价格可以，想分两次付",
        materials: "合同草稿",
      },
      en: {
        contact: "Mr Hall",
        nextStep: "Visit today: terms of payment",
        needs: "Two new houses are to join",
        feedback: "Fine with the price, wants two payments",
        materials: "Draft contract",
      },
    },
  },
  {
    customer: { "zh-CN": "示例：金穗粮油", en: "Sample: Goldfield Grain" },
    stage: "first",
    type: "fresh",
    source: "call",
    owner: 1,
    amount: null,
    reason: null,
    days: { stageSince: -5, firstContact: -5, lastContact: -5, nextDate: 4 },
    words: {
      "zh-CN": { contact: "郑主管", nextStep: "加微信，发产品介绍", note: "好几天没有联系了" },
      en: { contact: "Ms Grant", nextStep: "Send an introduction", note: "Silent for some days" },
    },
  },
  {
    customer: { "zh-CN": "示例：北辰物流", en: "Sample: Northstar Freight" },
    stage: "needs",
    type: "standing",
    source: "referral",
    owner: 0,
    amount: 68_000,
    reason: null,
    days: { stageSince: -10, firstContact: -21, lastContact: -2, expectedClose: 45 },
    words: {
      "zh-CN": { contact: "马经理", needs: "司机在手机上也能看", note: "还没定下次跟进日期" },
      en: { contact: "Mr Novak", needs: "Drivers need it on the phone", note: "No next date yet" },
    },
  },
  {
    customer: { "zh-CN": "示例：云杉软件", en: "Sample: Spruce Software" },
    stage: "negotiation",
    type: "key",
    source: "referral",
    owner: 1,
    amount: 150_000,
    reason: null,
    days: { stageSince: -3, firstContact: -48, lastContact: -1, nextDate: 1, expectedClose: 12 },
    words: {
      "zh-CN": { contact: "沈总", nextStep: "法务改完合同后再过一遍", feedback: "条款基本没有意见" },
      en: { contact: "Ms Snow", nextStep: "Go through the contract after legal", feedback: "Hardly any remarks" },
    },
  },
  {
    customer: { "zh-CN": "示例：蓝湾餐饮", en: "Sample: Bluebay Dining" },
    stage: "demo",
    type: "fresh",
    source: "fair",
    owner: 0,
    amount: 36_000,
    reason: null,
    days: { stageSince: -3, firstContact: -15, lastContact: -3, nextDate: 3, expectedClose: 30 },
    words: {
      "zh-CN": { contact: "冯店长", nextStep: "给店长们再演示一次", needs: "排班和客户一起管" },
      en: { contact: "Mr Baker", nextStep: "Second demo for the branches", needs: "Guests and shifts in one place" },
    },
  },
  {
    customer: { "zh-CN": "示例：青禾教育", en: "Sample: Greenleaf Schools" },
    stage: "first",
    type: "fresh",
    source: "website",
    owner: 1,
    amount: null,
    reason: null,
    days: { stageSince: -1, firstContact: -1, lastContact: -1, nextDate: 2 },
    words: {
      "zh-CN": { contact: "罗老师", nextStep: "发资料后电话回访" },
      en: { contact: "Ms Green", nextStep: "Call after she has read it" },
    },
  },
  {
    customer: { "zh-CN": "示例：鼎新机械", en: "Sample: Tripod Machines" },
    stage: "won",
    type: "standing",
    source: "repeat",
    owner: 0,
    amount: 156_000,
    reason: "fit",
    days: { stageSince: -12, firstContact: -75, lastContact: -12, closedOn: -12 },
    words: {
      "zh-CN": { contact: "程厂长", feedback: "安装顺利" },
      en: { contact: "Mr Turner", feedback: "Went live without trouble" },
    },
  },
  {
    customer: { "zh-CN": "示例：白鹭家居", en: "Sample: Heron Homes" },
    stage: "won",
    type: "fresh",
    source: "referral",
    owner: 1,
    amount: 58_000,
    reason: "trust",
    days: { stageSince: -20, firstContact: -52, lastContact: -20, closedOn: -20 },
    words: {
      "zh-CN": { contact: "白经理", feedback: "愿意介绍同行" },
      en: { contact: "Ms Heath", feedback: "Will recommend us" },
    },
  },
  {
    customer: { "zh-CN": "示例：长风电子", en: "Sample: Longwind Electronics" },
    stage: "lost",
    type: "fresh",
    source: "call",
    owner: 0,
    amount: 88_000,
    reason: "tooDear",
    days: { stageSince: -16, firstContact: -64, lastContact: -16, closedOn: -16, revisitOn: 74 },
    words: {
      "zh-CN": { contact: "常先生", feedback: "预算只有一半", competitor: "明川科技" },
      en: { contact: "Mr Lang", feedback: "Had half the budget", competitor: "Northbrook" },
    },
  },
  {
    customer: { "zh-CN": "示例：星河传媒", en: "Sample: Galaxy Media" },
    stage: "parked",
    type: "standing",
    source: "other",
    owner: 1,
    amount: 45_000,
    reason: "postponed",
    days: { stageSince: -8, firstContact: -41, lastContact: -8, revisitOn: 14 },
    words: {
      "zh-CN": { contact: "姜总监", feedback: "项目推迟，到时候再联系", note: "到了再跟进的日期再联系" },
      en: { contact: "Ms Gale", feedback: "Project postponed", note: "Call again on the revisit day" },
    },
  },
];
