import type { Language } from "../../domain/values/language";

/** A word or sentence of the sample in both languages. Everything here is invented. */
export type Both = Readonly<Record<Language, string>>;

function both(zh: string, en: string): Both {
  return { "zh-CN": zh, en };
}

export const sheetTitle = both("客户跟进", "Customers");

export const headers: readonly Both[] = [
  both("客户名称", "Customer"),
  both("客户类型", "Customer type"),
  both("联系人", "Contact"),
  both("电话", "Phone"),
  both("负责人", "Owner"),
  both("来源", "Source"),
  both("销售阶段", "Stage"),
  both("预计金额", "Amount"),
  both("首次联系", "First contact"),
  both("最近联系", "Last contact"),
  both("下次跟进日期", "Next follow-up"),
  both("下一步", "Next step"),
  both("客户需求", "Needs"),
  both("客户反馈", "Feedback"),
  both("成交/流失日期", "Closed on"),
  both("原因", "Reason"),
  both("备注", "Notes"),
  both("客户编号", "Customer ID"),
  both("进入阶段日期", "Stage since"),
];

export const owners: readonly Both[] = [
  both("陈思远", "Chen Siyuan"),
  both("刘雨桐", "Liu Yutong"),
  both("周明轩", "Zhou Mingxuan"),
  both("吴嘉怡", "Wu Jiayi"),
  both("郑浩然", "Zheng Haoran"),
];

export const types: readonly Both[] = [
  both("新客户", "New"),
  both("老客户", "Existing"),
  both("重点客户", "Key account"),
];

export const sources: readonly Both[] = [
  both("展会", "Trade show"),
  both("转介绍", "Referral"),
  both("官网咨询", "Website"),
  both("电话开发", "Cold call"),
  both("老客户复购", "Repeat order"),
];

/** First words of company names. */
export const names: readonly Both[] = [
  both("云杉", "Yunshan"),
  both("澄湖", "Chenghu"),
  both("北屿", "Beiyu"),
  both("青禾", "Qinghe"),
  both("启川", "Qichuan"),
  both("望岭", "Wangling"),
  both("海棠湾", "Haitangwan"),
  both("墨石", "Moshi"),
  both("拓远", "Tuoyuan"),
  both("朗晴", "Langqing"),
  both("柏舟", "Baizhou"),
  both("星渡", "Xingdu"),
  both("禾木", "Hemu"),
  both("雁回", "Yanhui"),
  both("清源桥", "Qingyuanqiao"),
];

export const trades: readonly Both[] = [
  both("精密机械", "Precision Machinery"),
  both("冷链物流", "Cold Chain Logistics"),
  both("医疗器械", "Medical Devices"),
  both("包装材料", "Packaging"),
  both("连锁餐饮", "Restaurants"),
  both("新能源科技", "New Energy"),
  both("建筑设计院", "Architects"),
  both("教育科技", "Education Technology"),
];

export const surnames: readonly Both[] = [
  both("林", "Lin"),
  both("何", "He"),
  both("高", "Gao"),
  both("罗", "Luo"),
  both("宋", "Song"),
  both("谢", "Xie"),
  both("韩", "Han"),
  both("唐", "Tang"),
  both("冯", "Feng"),
  both("董", "Dong"),
  both("萧", "Xiao"),
  both("程", "Cheng"),
];

export const titles: readonly Both[] = [
  both("经理", "(manager)"),
  both("总监", "(director)"),
  both("主任", "(head of office)"),
  both("工程师", "(engineer)"),
  both("采购", "(purchasing)"),
];

export const needs: readonly Both[] = [
  both(
    "现有系统无法对接仓库，希望年内上线",
    "Present system does not talk to the warehouse; wants to go live this year",
  ),
  both("三个门店先试点，之后推广到全部 18 家", "Pilot in three shops, then all 18"),
  both("替换到期的旧设备，关注售后响应时间", "Replacing old equipment; cares about service response"),
  both("需要私有化部署，数据不能出厂区", "Must be installed on site; data may not leave the plant"),
  both("预算有限，希望分两期付款", "Tight budget; asks for two instalments"),
  both("要求提供同行业案例和验收标准", "Wants references of the same trade and acceptance criteria"),
  both("集团统一采购，需要参加年度招标", "Group purchasing; we must take part in the yearly tender"),
];

export const feedback: readonly Both[] = [
  both("认可方案，价格还要再谈", "Likes the proposal, price still open"),
  both("技术部门已通过，等领导签字", "Technical department agreed; waiting for the signature"),
  both("正在和另外两家比较", "Comparing with two others"),
  both("对交付周期有顾虑", "Worried about delivery time"),
  both("反馈积极，主动要了样品", "Positive; asked for a sample"),
  both("暂时没有明确意见", "No clear opinion yet"),
];

export const methods: readonly Both[] = [
  both("电话", "Call"),
  both("电话", "Call"),
  both("微信", "WeChat"),
  both("微信", "WeChat"),
  both("拜访", "Visit"),
  both("会议", "Meeting"),
  both("邮件", "Email"),
];

export const results: readonly Both[] = [
  both("有进展", "Progress"),
  both("有进展", "Progress"),
  both("已答复", "Answered"),
  both("待回复", "Waiting for reply"),
  both("没联系上", "Not reached"),
  both("有异议", "Objection"),
];

/** How what was talked about begins, what it was, and how it ended: notes of real people are not the same twice. */
export const talkOpenings: readonly Both[] = [
  both("介绍了产品，重点讲", "Introduced the product, above all "),
  both("过了一遍需求清单，卡在", "Went through the list of needs, held up by "),
  both("演示了主要流程，对方追问", "Showed the main steps, they asked about "),
  both("谈报价，对方先问", "Talked about price, they first asked about "),
  both("发了补充材料，说明", "Sent further papers on "),
  both("约使用部门一起谈", "Talked with the users about "),
  both("电话回访，问到", "Called back and came to "),
];

export const talkTopics: readonly Both[] = [
  both("仓库接口", "the warehouse interface"),
  both("上线时间", "the start date"),
  both("老数据怎么迁", "moving the old data"),
  both("门店试点范围", "which shops to pilot"),
  both("付款节点", "payment terms"),
  both("售后响应时间", "service response"),
  both("私有化部署", "installing on site"),
  both("验收标准", "acceptance criteria"),
  both("权限怎么分", "who may see what"),
  both("移动端使用", "use on the phone"),
  both("报表口径", "how reports count"),
  both("备件库存", "spare parts"),
  both("培训安排", "training"),
  both("招标流程", "the tender"),
  both("合同主体", "the contracting party"),
  both("年度预算", "this year’s budget"),
  both("样品测试结果", "the sample’s test results"),
  both("发票类型", "the kind of invoice"),
  both("二期功能", "the second phase"),
  both("和现有系统并行", "running beside the old system"),
  both("保密条款", "confidentiality"),
  both("现场勘察", "the site survey"),
  both("交货批次", "delivery in lots"),
  both("质保年限", "the warranty"),
];

export const talkEndings: readonly Both[] = [
  both("对方要内部讨论", "they will discuss it"),
  both("下周给答复", "an answer comes next week"),
  both("请技术同事再回一次", "engineering will answer"),
  both("要同行业的例子", "they want an example of the trade"),
  both("先发一版书面说明", "a written note goes out first"),
  both("等领导出差回来", "the boss is travelling"),
  both("对方基本认可", "they mostly agree"),
  both("还要和采购碰一下", "purchasing has to be asked"),
  both("约好时间再细谈", "details at the next meeting"),
];

/** What one of the owners writes more often than is good: the measures have something to ask about. */
export const copiedTalk: Both = both("电话回访，客户说再等等", "Called back, the customer needs more time");

export interface StageWords {
  readonly name: Both;
  readonly kind: "open" | "won" | "lost" | "parked";
  readonly customers: number;
  readonly steps: readonly Both[];
}

export const stages: readonly StageWords[] = [
  {
    name: both("初步沟通", "Initial contact"),
    kind: "open",
    customers: 12,
    steps: [both("电话确认决策人", "Call to find out who decides"), both("发送产品资料", "Send product brochure")],
  },
  {
    name: both("需求确认", "Needs confirmed"),
    kind: "open",
    customers: 10,
    steps: [
      both("上门调研并确认需求清单", "Visit and agree the list of needs"),
      both("约技术同事一起沟通", "Call together with engineering"),
    ],
  },
  {
    name: both("方案演示", "Demo"),
    kind: "open",
    customers: 9,
    steps: [
      both("演示方案并收集意见", "Show the solution, collect opinions"),
      both("按意见修改方案后再发", "Send the revised proposal"),
    ],
  },
  {
    name: both("合同谈判", "Negotiation"),
    kind: "open",
    customers: 7,
    steps: [
      both("确认付款方式和交付时间", "Agree payment and delivery"),
      both("法务审合同，跟进签字", "Follow up signature after legal review"),
    ],
  },
  { name: both("成交", "Won"), kind: "won", customers: 10, steps: [] },
  { name: both("流失", "Lost"), kind: "lost", customers: 7, steps: [] },
  {
    name: both("搁置", "On hold"),
    kind: "parked",
    customers: 5,
    steps: [both("预算下达后再联系", "Contact again when there is a budget")],
  },
];

export const wonReasons: readonly Both[] = [both("方案匹配", "Good fit"), both("服务口碑", "Reputation for service")];

export const lostReasons: readonly Both[] = [
  both("价格过高", "Price"),
  both("选择竞争对手", "Chose a competitor"),
  both("项目取消", "Project cancelled"),
];

export const notes: readonly Both[] = [
  both("", ""),
  both("", ""),
  both("客户每周三下午开例会，避开", "Has a meeting every Wednesday afternoon"),
  both("上次拜访带了样品，对方满意", "Took a sample along last time; they liked it"),
  both("开票信息已更新", "Billing details updated"),
];
