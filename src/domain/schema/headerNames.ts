import { calculatedIds, notedIds, type CalculatedId, type KnownFieldId, type NotedId } from "./fieldIds";
import type { Language } from "../values/language";

interface HeaderNames {
  /** The field's own name in each language; also the header of a column that the add-in makes. */
  readonly own: Readonly<Record<Language, string>>;
  /** Other names in use, the likelier first: where a sheet has several, the earliest in this list is taken. */
  readonly aliases: readonly string[];
}

/** Header names that are known without asking. Similar-looking names are no match: 上次联系 and 下次联系 differ by one character. */
export const headerNames: Readonly<Record<KnownFieldId, HeaderNames>> = {
  id: {
    own: { "zh-CN": "客户编号", en: "Customer ID" },
    aliases: [
      "客户ID",
      "客户编码",
      "客户号",
      "编号",
      "ID",
      "record id",
      "opportunity id",
      "deal id",
      "account id",
      "lead id",
    ],
  },
  customer: {
    own: { "zh-CN": "客户名称", en: "Customer" },
    aliases: [
      ...[
        "客户",
        "客户全称",
        "客户简称",
        "公司名称",
        "企业名称",
        "单位名称",
        "客户单位",
        "客户公司",
        "公司",
        "企业",
        "客户姓名",
      ],
      ...[
        "customer name",
        "account",
        "account name",
        "company",
        "company name",
        "client",
        "client name",
        "organization",
      ],
    ],
  },
  customerType: {
    own: { "zh-CN": "客户类型", en: "Customer type" },
    aliases: ["客户类别", "客户分类", "客户性质", "类型", "account type", "client type", "type"],
  },
  contact: {
    own: { "zh-CN": "联系人", en: "Contact" },
    aliases: ["联系人姓名", "客户联系人", "主要联系人", "对接人", "contact name", "contact person", "primary contact"],
  },
  phone: {
    own: { "zh-CN": "电话", en: "Phone" },
    aliases: [
      ...["联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式"],
      ...["phone number", "mobile", "mobile phone", "telephone", "tel", "cell"],
    ],
  },
  wechat: {
    own: { "zh-CN": "微信", en: "WeChat" },
    aliases: ["微信号", "微信ID", "联系微信", "wechat id", "weixin"],
  },
  mail: {
    own: { "zh-CN": "邮箱", en: "Email" },
    aliases: ["电子邮箱", "电子邮件", "邮件", "e-mail", "email address", "mail"],
  },
  owner: {
    own: { "zh-CN": "负责人", en: "Owner" },
    aliases: [
      ...[
        "销售负责人",
        "客户经理",
        "业务员",
        "销售人员",
        "销售代表",
        "跟进人",
        "跟进人员",
        "归属人",
        "所属销售",
        "销售",
      ],
      ...[
        "account owner",
        "opportunity owner",
        "deal owner",
        "sales rep",
        "sales agent",
        "salesperson",
        "account manager",
      ],
      ...["assigned to", "rep"],
    ],
  },
  department: {
    own: { "zh-CN": "部门", en: "Department" },
    aliases: [
      ...["所属部门", "归属部门", "销售部门", "业务部门", "部门名称", "团队", "销售团队", "所属团队"],
      ...["dept", "sales department", "team", "sales team", "owner team"],
    ],
  },
  coOwners: {
    own: { "zh-CN": "协作人", en: "Co-owners" },
    aliases: ["协同人", "协助人", "协办人", "共同负责人", "协同跟进人", "co-owner", "team members", "collaborators"],
  },
  source: {
    own: { "zh-CN": "来源", en: "Source" },
    aliases: ["客户来源", "线索来源", "获客渠道", "渠道", "lead source", "channel"],
  },
  stage: {
    own: { "zh-CN": "阶段", en: "Stage" },
    aliases: [
      ...["销售阶段", "跟进阶段", "客户阶段", "商机阶段", "当前阶段", "跟进状态", "客户状态", "销售状态", "状态"],
      ...["sales stage", "deal stage", "opportunity stage", "pipeline stage", "status"],
    ],
  },
  stageSince: {
    own: { "zh-CN": "进入阶段日期", en: "Stage since" },
    aliases: [
      ...["阶段更新日期", "阶段变更日期", "进入当前阶段日期", "阶段开始日期"],
      ...["stage entered", "stage entered on", "stage date", "date entered stage", "last stage change"],
    ],
  },
  amount: {
    own: { "zh-CN": "金额", en: "Amount" },
    aliases: [
      ...[
        "预计金额",
        "商机金额",
        "预计成交金额",
        "预计销售额",
        "合同金额",
        "成交金额",
        "订单金额",
        "报价金额",
        "销售金额",
      ],
      ...[
        "deal amount",
        "opportunity amount",
        "deal value",
        "deal size",
        "close value",
        "expected revenue",
        "value",
        "revenue",
      ],
    ],
  },
  expectedClose: {
    own: { "zh-CN": "预计成交日期", en: "Expected close" },
    aliases: [
      ...["预计成交时间", "预计签约日期", "预计签单日期", "预计结单日期", "预计成单日期", "预计关闭日期"],
      ...["expected close date", "expected closing", "estimated close date", "est. close date", "target close date"],
      ...["forecast close date", "projected close date"],
    ],
  },
  firstContact: {
    own: { "zh-CN": "首次联系日期", en: "First contact" },
    aliases: [
      ...["首次联系", "首次接触日期", "首次接触", "首次沟通日期", "首次沟通", "首次跟进日期", "首次跟进"],
      ...["创建日期", "创建时间", "录入日期", "建档日期", "登记日期"],
      ...["first contact date", "engage date", "created", "created date", "created on", "create date", "date created"],
    ],
  },
  lastContact: {
    own: { "zh-CN": "最近联系日期", en: "Last contact" },
    aliases: [
      ...[
        "最近跟进日期",
        "最近联系",
        "最近跟进",
        "最近跟进时间",
        "最近联系时间",
        "最近沟通日期",
        "上次联系日期",
        "上次跟进日期",
      ],
      ...["上次联系", "上次跟进", "最后联系日期", "最后跟进日期", "最后跟进时间", "最后联系", "最后跟进"],
      ...["last contact date", "last contacted", "last activity", "last activity date", "last touch", "last follow up"],
    ],
  },
  nextDate: {
    own: { "zh-CN": "下次跟进日期", en: "Next follow-up" },
    aliases: [
      ...["下次联系日期", "下次跟进", "下次联系", "下次跟进时间", "下次联系时间", "计划跟进日期", "回访日期"],
      ...["next follow up date", "next contact", "next contact date", "next activity date", "next action date"],
      ...["next step date", "follow up date"],
    ],
  },
  nextStep: {
    own: { "zh-CN": "下一步", en: "Next step" },
    aliases: ["下一步计划", "下一步动作", "下步计划", "下次计划", "后续计划", "跟进计划", "next steps", "next action"],
  },
  materials: {
    own: { "zh-CN": "需准备的资料", en: "Materials to prepare" },
    aliases: ["需准备资料", "准备资料", "所需资料", "待准备资料", "需准备的材料", "materials", "materials needed"],
  },
  openQuestions: {
    own: { "zh-CN": "待解决的问题", en: "Open questions" },
    aliases: ["待解决问题", "未解决问题", "遗留问题", "待确认问题", "open issues", "outstanding issues", "open points"],
  },
  needs: {
    own: { "zh-CN": "客户需求", en: "Needs" },
    aliases: ["需求", "需求描述", "需求说明", "need", "requirements"],
  },
  feedback: {
    own: { "zh-CN": "客户反馈", en: "Feedback" },
    aliases: ["反馈", "反馈意见", "customer feedback"],
  },
  objections: {
    own: { "zh-CN": "客户异议", en: "Objections" },
    aliases: ["异议", "异议点", "顾虑", "客户顾虑", "objection", "concerns"],
  },
  painPoints: {
    own: { "zh-CN": "痛点", en: "Pain points" },
    aliases: ["客户痛点", "业务痛点", "需求痛点", "pain point", "pains", "challenges"],
  },
  closedOn: {
    own: { "zh-CN": "成交/流失日期", en: "Closed on" },
    aliases: [
      ...["成交日期", "关闭日期", "签约日期", "签单日期", "结单日期", "流失日期"],
      ...["close date", "closed date", "date closed", "closing date"],
    ],
  },
  reason: {
    own: { "zh-CN": "成交/流失原因", en: "Reason" },
    aliases: [
      ...["原因", "流失原因", "丢单原因", "输单原因", "成交原因", "搁置原因"],
      ...["win/loss reason", "loss reason", "lost reason", "close reason", "closed reason"],
    ],
  },
  competitor: {
    own: { "zh-CN": "竞争对手", en: "Competitor" },
    aliases: ["竞品", "竞争者", "对手", "友商", "competitors", "lost to"],
  },
  revisitOn: {
    own: { "zh-CN": "再跟进日期", en: "Revisit on" },
    aliases: ["重启日期", "再次跟进日期", "二次跟进日期", "重新跟进日期", "revisit date", "follow up again on"],
  },
  tags: {
    own: { "zh-CN": "标签", en: "Tags" },
    aliases: ["客户标签", "标记", "tag", "labels"],
  },
  note: {
    own: { "zh-CN": "备注", en: "Notes" },
    aliases: [
      ...["说明", "跟进记录", "跟进内容", "跟进情况", "沟通内容", "沟通记录"],
      ...["note", "remarks", "comments", "description"],
    ],
  },
};

/** Headers of the columns that the add-in calculates. */
export const calculatedHeaders: Readonly<Record<CalculatedId, Readonly<Record<Language, string>>>> = {
  status: { "zh-CN": "跟进提示", en: "Follow-up status" },
  daysSilent: { "zh-CN": "未联系天数", en: "Days silent" },
  daysInStage: { "zh-CN": "在阶段天数", en: "Days in stage" },
  missing: { "zh-CN": "缺填项", en: "Missing items" },
  stageRow: { "zh-CN": "阶段行号", en: "Stage row" },
  staleLimit: { "zh-CN": "停滞上限", en: "Stale limit" },
  lastTouch: { "zh-CN": "最近接触日", en: "Last touch day" },
  otherFlags: { "zh-CN": "其他提示", en: "Other flags" },
  daysLate: { "zh-CN": "逾期日数", en: "Late by days" },
  risk: { "zh-CN": "风险排序值", en: "Risk order" },
  notedRow: { "zh-CN": "最远阶段行号", en: "Noted stage row" },
  furthestRow: { "zh-CN": "到达行号", en: "Furthest row" },
  moreMissing: { "zh-CN": "缺填项续", en: "More missing" },
  moreMissing2: { "zh-CN": "缺填项续二", en: "More missing 2" },
  moreMissing3: { "zh-CN": "缺填项续三", en: "More missing 3" },
  moreMissing4: { "zh-CN": "缺填项续四", en: "More missing 4" },
  moreMissing5: { "zh-CN": "缺填项续五", en: "More missing 5" },
};

/** Headers of the columns in which the add-in notes something. */
export const notedHeaders: Readonly<Record<NotedId, Readonly<Record<Language, string>>>> = {
  furthestStage: { "zh-CN": "最远阶段", en: "Furthest stage" },
};

/** Every header, in either language, of a column that the add-in makes for itself: calculated or noted. */
export const ourHeaders: ReadonlySet<string> = new Set(
  [...calculatedIds.map((id) => calculatedHeaders[id]), ...notedIds.map((id) => notedHeaders[id])].flatMap((names) =>
    Object.values(names),
  ),
);

/** What the add-in notes under a header; null for any other header. */
export function notedByHeader(header: string): NotedId | null {
  return notedIds.find((id) => Object.values(notedHeaders[id]).includes(header)) ?? null;
}
