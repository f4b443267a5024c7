import { logText } from "../../../domain/log/logText";
import type { SuggestedDay } from "../../../domain/log/nextDates";
import type { TouchProblem } from "../../../domain/log/planTouch";
import type { PromiseOutcome } from "../../../domain/log/touch";
import { terms } from "../../../domain/schema/terms/zh-CN";
import type { Sentence } from "../types/problems";
import type { PlainFormProblem, RepText } from "../types/rep";

const formProblems: Readonly<Record<PlainFormProblem, string>> = {
  noCustomer: "请选一个客户",
  noName: "请填客户名称",
  noStage: "请选阶段",
  noNextDate: "请约下次跟进的日期",
  noRevisit: "请选什么时候再看这个客户，说不准也可以",
  noAuthor: "请先选您是哪位",
  noWords: "请写一句跟进内容，或选一个结果",
  notDate: "看不懂这个日期，请写成 8.15、下周三 或 2026-08-15",
  futureContact: "联系日期不能晚于今天",
  pastDate: "下次日期不能早于今天",
};

const { headers, kind: touchKind, promise: logPromise } = logText["zh-CN"];
const { stageKind } = terms;

const promises: Readonly<Record<PromiseOutcome, string>> = { ...logPromise, none: "" };

function choiceText({ choice, fit }: Pick<SuggestedDay, "choice" | "fit">): string {
  const about = fit === "exact" ? "" : "约";
  switch (choice) {
    case "nextWorkingDay":
      return fit === "exact" ? "明天" : "下个工作日";
    case "inThreeDays":
      return `${about}3天后`;
    case "nextMonday":
      return fit === "exact" ? "下周一" : fit === "nextWeek" ? "下下周一" : "假期后";
    case "inTwoWeeks":
      return `${about}两周后`;
    case "inAMonth":
      return `${about}一个月后`;
    case "inThreeMonths":
      return `${about}三个月后`;
  }
}

function rowProblem(problem: TouchProblem, customer: string): Sentence {
  const name = customer === "" ? "这个客户" : `「${customer}」`;
  switch (problem.code) {
    case "gone":
      return {
        what: `${name}已经不在「${problem.sheet}」里了。`,
        todo: "可能有人删了这一行或改了客户编号。请到表里看一下；填的内容还在，可以改选别的客户。",
      };
    case "doubled":
      return {
        what: `「${problem.sheet}」第 ${problem.rows.join("、")} 行的客户编号都是 ${problem.id}，分不清要写哪一行。`,
        todo: "请把其中一行的客户编号清空，再到“设置”里检查一遍，会补上新编号。",
      };
    case "filtered":
      return { what: `「${problem.sheet}」正在筛选，新的一行放不进去。`, todo: "请清除那张表的筛选，再试一次。" };
    case "totalRow":
      return {
        what: `「${problem.sheet}」的表格有汇总行，新的一行放不进去。`,
        todo: "请在“表设计”里关掉汇总行，再试一次。",
      };
    case "logColumns":
      return {
        what: `「${problem.sheet}」的列名被改过，不知道该写到哪一列。`,
        todo: `请改回原来的列名：${headers.id}、${headers.customerId}、${headers.kind}、${headers.date}，再试一次。`,
      };
  }
}

export const repText: RepText = {
  tab: "登记",
  me: "我",
  log: {
    heading: "登记",
    customer: "客户",
    customerHint: "名称、联系人、电话、拼音首字母",
    noMatch: (words) => `没有找到“${words}”。要新建客户，请按 ↓ 再按回车，或点下面这一行。`,
    matches: (count) => `找到 ${count} 个`,
    newCustomer: "新客户",
    asNew: (name) => `＋ 新客户“${name}”`,
    fromSheet: "选中的那一行",
    noRowThere: "选中的单元格不在客户行里。请先在表里点一个客户，再按一次。",
    noOwner: "没有负责人",
    never: "没有联系记录",
    last: (day) => `最近 ${day}`,
    words: (text, day) => (day === null ? text : `${day}：${text}`),
    method: headers.method,
    content: "跟进内容",
    result: headers.result,
    stage: "阶段",
    choose: "请选择",
    unchanged: (stage) => (stage === "" ? "不变" : `不变（${stage}）`),
    next: "下次跟进",
    choice: choiceText,
    pick: "自选",
    none: "不约",
    pickHint: "例如 8.15、下周三、3天后",
    typedDay: (day, isOff) => (isOff ? `${day}，休息日` : day),
    revisit: "什么时候再看",
    revisitNow: (day) => `现在定的是 ${day}`,
    revisitUnknown: "说不准",
    noRevisitColumn: (header) =>
      `表里没有“${header}”列，搁置以后到了日子不会提醒。需要的话，请加上这一列，再到“设置”里补全。`,
    date: headers.date,
    dateHint: "空着就是今天",
    alsoNeeded: "这个阶段还要填",
    close: "结案",
    noStageFor: (outcomes) =>
      `设置里没有表示${outcomes.map((outcome) => `“${stageKind[outcome]}”`).join("、")}的阶段，请先补上，否则这样的客户结不了案。`,
    addStage: "去设置",
    closing: { won: `${stageKind.won}登记`, lost: `${stageKind.lost}登记`, parked: `${stageKind.parked}登记` },
    comeBack: (days) => `${days} 天后会回到“${terms.secondFollowUp}”`,
    save: "保存",
    saveNext: "保存，下一个",
    saving: "正在保存…",
    full: "完整表单",
    quick: "快速登记",
    back: "上一步",
    forward: "下一步",
    discard: "清空",
    topics: { customer: "客户与联系", talk: "沟通", next: "下一步与阶段" },
    step: (now, all, topic) => `${now}/${all} ${topic}`,
    required: "必填",
    optional: "选填",
    missing: (count) => `还有 ${count} 处要改`,
    restored: "上次没保存的内容还在。",
    cleared: "已清空。",
    bringBack: "恢复内容",
    unsaved: "还没保存的：",
    forNobody: "没选客户",
    forNew: "新客户",
    fewDigits: (count) => `只有 ${count} 位，请看一下号码是否完整`,
    pasteEntries: "多个用、隔开",
    isDay: (day) => `= ${day}`,
    isItOne: (values) => (values.length === 1 ? `是不是 ${values.join("")}？` : `是 ${values.join(" 还是 ")}？`),
  },
  author: {
    question: "您是哪位？",
    hint: "跟进记录会署这个名字。这台电脑上只问一次。",
    other: "不在名单里",
    name: "您的姓名",
    isMe: "就是我",
    signed: (name) => `署名：${name}`,
    change: "换人",
  },
  notSetUp: {
    what: "这张表还没有设置，还不能登记。",
    todo: "设置会给每个客户补上编号，并建一张跟进记录表；先看清要改什么，再决定。",
    action: "看看要改什么",
  },
  problem: (code) => formProblems[code],
  whichDate: (days) => `这个日期可能是 ${days.join(" 或 ")}，请写全`,
  tooLong: (length, most) => `${length} 个字，Excel 一格最多 ${most} 个字，请缩短`,
  rowProblem,
  noLog: { what: "这个工作簿还没有跟进记录表。", todo: "请到“设置”里点“检查设置是否完整”，补上以后再保存。" },
  noIds: { what: "跟进表里没有客户编号列。", todo: "请到“设置”里点“检查设置是否完整”，补上以后再保存。" },
  noId: (customer) => ({
    what: `${customer === "" ? "这个客户" : `「${customer}」`}还没有客户编号，还不能登记。`,
    todo: "跟进记录要靠编号认客户。再做一次设置就会补上编号，填了的内容不会丢。",
    action: "去补编号",
  }),
  noIdShort: "没有编号",
  seeWhatIsMissing: "看看缺什么",
  draftKept: "填的内容还在。",
  retry: "再试一次",
  dismiss: "关闭提示",
  saved: ({ kind, customers, isNew, to }, day) => {
    const who = customers.length === 1 ? `「${customers[0] ?? ""}」` : `${customers.length} 个客户`;
    if (kind === "transfer") return `${who}已${touchKind.transfer}${to === null ? "" : `给 ${to}`}`;
    if (kind === "reschedule") return day === null ? `${who}已${touchKind.reschedule}` : `${who}已改到 ${day}`;
    if (kind === "stages") return `已补记${who}的阶段`;
    const next = day === null ? "" : ` · 约 ${day}`;
    return `${isNew ? "已新建并记录" : "已记录"}${who}${next}`;
  },
  failed: (task, why) =>
    ({ save: `没有保存：${why}`, undo: `没有撤销：${why}`, read: `跟进记录没有读到：${why}` })[task],
  undo: "撤销",
  undone: (kept) => (kept === 0 ? "已撤销。" : `已撤销；有 ${kept} 格后来被人改过，没有动。`),
  handOver: (owner) => `${touchKind.transfer}给 ${owner}`,
  handOverReason: "进入新阶段",
  similar: {
    title: "可能已经有这个客户",
    line: (owner, last) => `${owner} · ${last}`,
    use: "用这个",
  },
  timeline: {
    title: "跟进历史",
    empty: "还没有记录。保存一次就会出现在这里。",
    kind: (kind) => touchKind[kind],
    promise: (promise) => promises[promise],
    promised: (day) => `约\u00a0${day}`,
    stage: (from, to) => `${from} → ${to}`,
    row: (row) => `第 ${row} 行`,
    problems: (count) => `跟进记录表有 ${count} 处读不了，例如列名被改过。`,
  },
  today: {
    secondFollowUp: terms.secondFollowUp,
    secondFlag: (days) => (days === 0 ? "今天再联系" : `晚了${days}天`),
    secondWhy: (stage, reason, day) => `${stage}${reason === "" ? "" : `（${reason}）`}，约在 ${day} 再联系；不算逾期`,
    keyAccount: terms.keyAccount,
    log: "记一次",
    reschedule: touchKind.reschedule,
    forCustomer: (action, customer) => `${action}：${customer}`,
    select: "选多个",
    done: "完成",
    chosen: (count) => `已选 ${count} 个`,
    choose: (customer) => `选中 ${customer}`,
    all: (count) => `全选 ${count} 个`,
    noneOf: "全不选",
    postpone: (monday) => `全部顺延到${monday}`,
    transfer: touchKind.transfer,
    transferTo: `${touchKind.transfer}给`,
    reason: "原因",
    reasonHint: "写进跟进记录",
    apply: "确定",
    moveTo: "改到",
    with: (owner) => (owner === "" ? "协作" : `协作 · ${owner}`),
    report: {
      open: "上周周报还没交。",
      copy: "复制周报",
      again: "再复制一次",
      dismiss: "已交，不再提醒",
      copied: "周报已复制，可以粘贴到微信、Teams 或邮件。",
    },
    export: {
      title: "导出：日历、今日摘要、周报",
      digest: "复制今日摘要",
      digestCopied: "摘要已复制，可以粘贴到微信、Teams 或邮件。",
      reportOf: { last: "复制上周周报", this: "复制本周周报" },
      reportCopied: "周报已复制，可以粘贴到微信、Teams 或邮件。",
      calendarGroup: "日历文件",
      calendar: "导出日历文件 .ics",
      calendarCopied: "日历已复制。",
      calendarHint: "打开 .ics 文件，就能加进自己的日历。",
      alarm: "日历提醒",
      alarmAt: (time) => `当天 ${time}`,
      noAlarm: "不提醒",
      weekly: (weeks) => `加上周报提醒：每周一 9:00，共 ${weeks} 周`,
      inFile: (count, overdue) =>
        `日历文件里有 ${count} 个客户${overdue === 0 ? "" : `，其中 ${overdue} 个已逾期，放在今天`}。`,
      noAppointments: "没有约好的日期，不用导出日历。",
      nothingSent: "只在这台电脑上生成，不会发到任何地方。",
    },
  },
};
