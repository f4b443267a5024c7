/**
 * What the words of headers mean, in Chinese, English and Pinyin. A word of several parts is written without spaces: `followup`
 * is follow up, follow-up and follow_up.
 */
export const vocabulary = {
  // Who and what a row is about.
  customer: "客户 客户方 顾客 客商 甲方 买家 买方 客源户 customer client buyer cust patron kehu guke",
  company:
    "公司 企业 单位 机构 组织 厂商 商户 商家 company organization organisation org business corporation firm enterprise employer gongsi qiye danwei",
  account: "account acct",
  deal: "商机 机会 销售机会 deal opportunity opp oppty shangji xiaoshoujihui",
  project: "项目 project proj xiangmu",
  lead: "线索 销售线索 潜客 潜在客户 意向客户 询盘 lead prospect potential enquiry inquiry xiansuo qianzaikehu",
  user: "用户 会员 学员 业主 家长 user member yonghu",
  contact: "contact cont poc",
  contactPerson: "联系人 对接人 接口人 联络人 连络人 客户联系人 lianxiren duijieren",
  person: "人 人员 person people",
  personName: "姓名 名字 fullname personname xingming",
  name: "名称 名 全称 简称 全名 name nm mingcheng",
  // What tells of them.
  id: "编号 id guid uuid identifier bianhao",
  code: "编码 代码 代号 识别码 code bianma",
  number: "号码 号 number no num nr haoma",
  phone:
    "电话 手机 手机号 手机号码 电话号码 联系电话 联系手机 联络电话 连络电话 移动电话 行动电话 固话 固定电话 座机 联系方式 联络方式 联系号码 phone mobile cell telephone tel cellphone handphone mobilephone msisdn dianhua shouji shoujihao shoujihaoma lianxidianhua lianxifangshi",
  wechat: "微信 微信号 微信账号 企业微信 企微 联系微信 wechat weixin wecom weixinhao",
  mail: "邮箱 邮件 电子邮箱 电子邮件 邮箱地址 电邮 邮箱号 email mail youxiang youjian dianziyouxiang",
  owner:
    "负责人 负责 分配给 分配到 跟进人 跟进人员 跟进者 业务员 销售员 跟单员 跟单人 归属人 归属者 客户经理 所属人 销售人员 销售代表 业务代表 业务经理 业务人员 拥有者 所有者 所有人 责任人 主办人 承办人 担当 业务担当 销售顾问 置业顾问 跟进销售 跟进业务员 对应销售 客户负责人 owner ownr salesperson salesrep rep representative agent assignee assigned assignedto salesman seller closer bdm sdr responsible incharge personincharge accountmanager accountexec accountexecutive relationshipmanager keyaccountmanager ae handledby salesowner fuzeren yewuyuan genjinren guishuren xiaoshoudaibiao",
  manager: "经理 主管 manager mgr",
  sales: "销售 业务 sales sale xiaoshou yewu",
  belongs: "所属 归属 belongs suoshu guishu",
  together:
    "协作人 协同人 协办人 协助人 协作者 共同负责人 协同跟进人 协同负责人 参与人 coowner coowners collaborator teammember participant xiezuoren",
  co: "co",
  source: "来源 渠道 获客渠道 来源渠道 客源 source channel origin laiyuan qudao",
  stage: "阶段 stage phase jieduan",
  status: "状态 状况 进度 status progress zhuangtai jindu",
  pipeline: "漏斗 管道 pipeline funnel",
  amount:
    "金额 额 总额 总金额 销售额 价值 标的额 合同额 订单额 成交额 成交价 amount amt value revenue worth turnover jine",
  size: "size",
  contract: "合同 contract hetong",
  order: "订单 order dingdan",
  quote: "报价 quote quotation quoted baojia",
  total: "合计 总计 总 total",
  currency: "币种 货币 currency",
  // When.
  date: "日期 时间 日 时刻 时点 date time day datetime dt on at timestamp riqi shijian",
  first: "首次 初次 第一次 最初 首 first initial shouci chuci",
  last: "最近 上次 最后 最新 前次 上一次 最近一次 最后一次 上回 近期 末次 last latest recent mostrecent previous zuijin shangci zuihou",
  next: "下次 下一次 下回 下轮 次回 下 next upcoming xiaci",
  later: "后续 接下来 later houxu",
  touch:
    "联系 跟进 沟通 回访 拜访 接触 联络 连络 洽谈 走访 随访 追踪 跟踪 互动 交流 会谈 面谈 访问 电联 followup follow touch touchpoint call called contacted engage engaged engagement visit visited communication outreach interaction meeting followed touched reached fu lianxi genjin huifang baifang goutong gengjin",
  activity: "活动 动态记录 activity activitie huodong",
  created:
    "创建 录入 建档 登记 新增 添加 新建 建立 created create creation added add entered entry inserted chuangjian luru",
  expected:
    "预计 预期 预估 估计 拟 目标 计划中 expected expect estimated est forecast forecasted projected target targeted anticipated planned yuji yuqi",
  plan: "计划 安排 规划 预约 预定 plan scheduled schedule jihua",
  due: "due 到期 待",
  deadline: "deadline 截止",
  remind: "提醒 reminder remind",
  close:
    "成交 签约 签单 结单 成单 关闭 赢单 结案 关单 签订 签署 下单 close closing closure sign signing chengjiao qianyue qiandan",
  closed: "closed signed",
  won: "赢 won win",
  lost: "流失 丢单 输单 失单 战败 丢失 lost loss lose churn churned liushi",
  parked:
    "搁置 暂停 放弃 终止 未成交 parked hold onhold disqualified disqualification disqualify unqualified junk dead",
  actual: "实际 actual real",
  enter: "进入 进 entered since enter moved",
  change: "更新 修改 变更 变动 update updated change changed modified modification gengxin",
  current: "当前 目前 现 现在 current present dangqian",
  revisit:
    "再跟进 再联系 重启 重新跟进 再次跟进 二次跟进 再次联系 重新联系 二次联系 再回访 revisit recontact reengage reengagement reactivate reactivation",
  // What was said, and what to do.
  comingStep: "下一步 下步 xiayibu",
  step: "步骤 动作 行动 step action",
  task: "任务 事项 待办 待办事项 工作 task todo todos matter",
  need: "需求 诉求 需 需要 所需 need requirement xuqiu",
  feedback: "反馈 feedback fankui",
  opinion: "意见 response opinion",
  objection: "异议 顾虑 疑虑 抗拒点 objection concern yiyi guly",
  pain: "痛点 pain painpoint tongdian",
  point: "点 要点 point",
  prepare: "准备 筹备 prepare prepared preparation zhunbei",
  material: "资料 材料 物料 material document collateral ziliao cailiao",
  pending: "待解决 未解决 遗留 待确认 存在 待处理 未决 open outstanding unresolved pending daijiejue",
  question: "问题 疑问 question issue wenti",
  reason: "原因 理由 缘由 reason why yuanyin",
  competitor: "竞争对手 竞品 竞争者 对手 友商 竞对 竞争公司 竞争品牌 competitor rival competition jingzhengduishou",
  department: "部门 团队 事业部 小组 销售组 department dept team division bumen tuandui",
  tag: "标签 标记 tag label biaoqian",
  note: "备注 说明 附注 备忘 注释 描述 详情 note remark comment memo description detail beizhu shuoming",
  record: "记录 纪录 日志 小结 纪要 总结 record log history summary jilu",
  content: "内容 情况 概况 content situation neirong qingkuang",
  progress: "进展 动态 jinzhan",
  type: "类型 type leixing",
  category: "类别 分类 性质 种类 category kind class segment leibie",
  level: "级别 等级 分级 层级 level tier grade dengji jibie",
  other: "其他 其它 其 other",
  main: "主要 主 首要 办公 工作用 常用 primary main work office direct default original",
  by: "by",
  one: "1 一 yi",
  jobTitle: "职务 职位 职称 岗位 头衔 title jobtitle position role zhiwei zhiwu",
  // Understood, and none of our fields.
  foreign:
    "创建者 行业 产品 商品 品类 型号 服务 地区 区域 大区 省 市 区 省份 城市 国家 地址 邮编 网址 网站 官网 性别 年龄 生日 规模 人数 员工 数量 单价 价格 概率 赢率 胜率 可能性 成功率 成交率 优先级 评分 得分 星级 税号 开户行 银行 账号 信用代码 法人 传真 次数 天数 周期 序号 附件 图片 方式 方法 结果 发票 付款 回款 收款 应收 已收 交货 发货 售后 预算 公海 锁定 是否 创建人 修改人 录入人 推荐人 介绍人 审批 满意度 开始 结束 起始 注册资本 注册 学历 部位 店铺 年 月 周 季度 industry sector product service region territory area country city state province zip postal postcode street address website web url domain linkedin facebook twitter instagram job designation gender age birthday birth employee headcount quantity qty price discount probability chance likelihood priority score rating rank tax vat fax campaign medium days count ip timezone language subject method mode result outcome attachment payment paid invoice budget annual weighted start end begin end score sku unit model brand year month week quarter satisfaction parent subsidiary merged duplicate deleted converted forecastcategory gdpr consent unsubscribed optout bounce sessions pageviews latitude longitude salutation middle suffix prefix ownership approval approved createdby modifiedby updatedby lastmodifiedby enteredby addedby",
} as const;

export type Concept = keyof typeof vocabulary;
