import type { FieldId } from "../../domain/schema/fieldIds";
import type { Fault } from "../../app/fault";
import type { Aftermath } from "../../app/ports";
import type { Task } from "../../app/session/state";
import type { DueFlag, DueItem } from "../../domain/clocks/due";
import type { KeyFigures } from "../../domain/measures/figures";
import type { Change, Refusal } from "../../domain/plan/setUpPlan";
import type { RuleId, Severity } from "../../domain/rules/finding";
import { fieldName, type StageKind } from "../../domain/schema/field";
import { findingSentence, ruleNames } from "./findings.zh-CN";
import { fixTexts } from "./fix.zh-CN";
import { repZh } from "./rep.zh-CN";
import { schemaZhCN } from "./schema.zh-CN";

/** What is wrong, and what the person can do about it. */
export interface Sentence {
  readonly what: string;
  readonly todo: string;
}

/** One line of the set-up preview: what, how many, and which. */
export interface ChangeLine {
  readonly what: string;
  readonly count: string;
  readonly which: string;
}

/** A few of many: the first ones by name, the rest as a number. */
function some(items: readonly string[], most = 5): string {
  return items.length <= most ? items.join("、") : `${items.slice(0, most).join("、")} 等 ${items.length} 处`;
}

/** The field's own name: the same word that a new column would get as its header. */
function field(field: FieldId): string {
  return fieldName(field, "zh-CN");
}

function fault(fault: Fault): Sentence {
  switch (fault.code) {
    case "cellEdit":
      return { what: "有单元格正在编辑，Excel 暂时不接受改动。", todo: "请按 Enter 或 Esc 结束编辑，再试一次。" };
    case "readOnly":
      return { what: "这个工作簿是只读的。", todo: "请点“启用编辑”，或另存一份再试。" };
    case "protected":
      return {
        what: fault.sheet === null ? "工作簿有保护，写不进去。" : `工作表「${fault.sheet}」有保护，写不进去。`,
        todo: "请在“审阅”里撤销保护，再试一次。",
      };
    case "filtered":
      return { what: "筛选隐藏了要改的行。", todo: "请先清除筛选，再试一次。" };
    case "merged":
      return { what: "要改的地方有合并单元格。", todo: "请先取消合并，再试一次。" };
    case "inTheWay":
      return { what: "下方或右侧有别的内容挡住了。", todo: "请把它们移开，留出空行和空列，再试一次。" };
    case "tooLarge":
      return { what: "内容太多，Excel 一次收不下。", todo: "请把很长的文字拆短，或删掉用不到的行，再试一次。" };
    case "busy":
      return { what: "Excel 正忙，没有回应。", todo: "请等几秒，再试一次。" };
    case "lost":
      return { what: "与 Excel 的连接断了。", todo: "请确认工作簿还开着，然后关掉面板重新打开。" };
    case "drift":
      return { what: `原来的「${fault.what}」被改名或删掉了。`, todo: "请撤销这个改动，或到“设置”里再检查一遍。" };
    case "moved":
      return { what: "正要写入时，别人移动了表里的行。", todo: "请再试一次，会按客户编号重新找到那一行。" };
    case "unsupported":
      return { what: `这个版本的 Excel 没有需要的功能（${fault.api}）。`, todo: "请更新 Excel，或改用网页版 Excel。" };
    case "cancelled":
      return { what: "已取消。", todo: "需要时可以重新开始。" };
    case "unexpected":
      return { what: `出了没有料到的问题：${fault.detail}`, todo: "请再试一次；还不行就关掉面板重新打开。" };
  }
}

function refusal(refusal: Refusal): Sentence {
  switch (refusal.code) {
    case "emptySheet":
      return { what: `工作表「${refusal.sheet}」是空的。`, todo: "请打开放着客户的那张表，再检查。" };
    case "noHeaders":
      return {
        what:
          refusal.headers.length === 0
            ? `在「${refusal.sheet}」里没有找到标题行。`
            : `在「${refusal.sheet}」里没有找到认识的列名，第一行是：${some(refusal.headers)}。`,
        todo: "请让第一行写列名，比如客户名称、负责人、阶段、下次跟进日期。",
      };
    case "missingColumns":
      return {
        what: `「${refusal.sheet}」里没有找到${refusal.missing.map(field).join("、")}。现有的列：${some(refusal.found)}。`,
        todo: "至少要有客户名称，再加上阶段、负责人、下次跟进日期中的一列；列名改好后再检查。",
      };
    case "noRows":
      return { what: `「${refusal.sheet}」只有列名，还没有客户。`, todo: "请在列名下面至少填一行，再检查。" };
    case "mergedCells":
      return {
        what: `「${refusal.sheet}」里有合并单元格：${some(refusal.cells)}。`,
        todo: "请选中它们取消合并，每行各填各的内容，再试一次。",
      };
    case "titleRows":
      return {
        what: `「${refusal.sheet}」的列名在第 ${refusal.headerRow} 行，上面还有别的内容。`,
        todo: `请删掉或移走第 ${refusal.headerRow} 行以上的内容，让列名在第一行，再试一次。`,
      };
    case "duplicateHeaders":
      return {
        what: `「${refusal.sheet}」里列名「${refusal.header}」出现了多次：${some(refusal.cells)}。`,
        todo: "请给它们各起一个不同的名字，再试一次。",
      };
    case "blankHeader":
      return {
        what: `「${refusal.sheet}」的 ${refusal.cell} 没有列名，下面却有内容。`,
        todo: `请在 ${refusal.cell} 写上列名，或清空这一列，再试一次。`,
      };
    case "protectedSheet":
      return { what: `工作表「${refusal.sheet}」有保护。`, todo: "请在“审阅”里撤销保护，再试一次。" };
    case "readOnly":
      return { what: "这个工作簿是只读的，不能设置。", todo: "请点“启用编辑”，或另存一份再试。检查仍然可以用。" };
    case "filtered":
      return { what: `「${refusal.sheet}」正在筛选，有些行看不见。`, todo: "请先清除筛选，再试一次。" };
    case "otherTables":
      return {
        what: `「${refusal.sheet}」里有别的表格：${some(refusal.tables)}。`,
        todo: "请把其他表格移到另一张工作表，这里只留一张从第一个单元格开始的表，再试一次。",
      };
    case "noRoom":
      return {
        what: `「${refusal.sheet}」的 ${refusal.cell} 有内容，表格右边放不下新增的列。`,
        todo: "请把表格右边的内容移到别处，再试一次。",
      };
    case "noRoomInSettings":
      return {
        what: `「${refusal.sheet}」的 ${refusal.cell} 有内容，设置表格放不下新增的行或列。`,
        todo: "请把它移到别处，再试一次。",
      };
    case "notSetUp":
      return { what: "没有找到跟进表或它的设置，规则没有地方可放。", todo: "请先在“设置”里把客户表设为跟进表。" };
    case "otherFollowUpSheet":
      return {
        what: `这个工作簿的跟进表是「${refusal.followUpSheet}」，不是「${refusal.sheet}」。`,
        todo: `请打开「${refusal.followUpSheet}」，再试一次。`,
      };
  }
}

/** A flag in words, with the days that it stands for. */
function reasonOf({ group, days, limit }: DueFlag, stageName: string, promised: string | null): string {
  const stage = stageName === "" ? "" : `（${stageName}）`;
  switch (group) {
    case "overdue":
      return `逾期：约好${promised ?? ""}跟进，已过 ${days ?? 0} 天`;
    case "today":
      return "约好今天跟进";
    case "stale":
      return `停滞：${days ?? 0} 天 > ${limit ?? 0} 天${stage}`;
    case "stuck":
      return `卡住：停在本阶段 ${days ?? 0} 天 > ${limit ?? 0} 天${stage}`;
    case "revisit":
      return `到了再跟进的日子，已过 ${days ?? 0} 天`;
    case "noNextStep":
      return "在跟，但没有约下次跟进日期";
  }
}

/** Where the last contact stands, for whoever wants to look it up. */
function sourceOf({ evidence, row }: Pick<DueItem, "evidence" | "row">): string {
  if (evidence?.kind === "log") return `记录第 ${evidence.row} 行`;
  return evidence === null ? `第 ${row} 行` : `来自「${field(evidence.field)}」列，第 ${row} 行`;
}

/** The contact that silence is counted from, and where it stands. */
function lastContactOf(last: string | null, where: Pick<DueItem, "evidence" | "row">): string {
  return `${last === null ? "没有最近联系日期" : `最近一次真实沟通 ${last}`} · ${sourceOf(where)}`;
}

const sheetRoles = { settings: "设置表", summary: "汇总表", log: "跟进记录表" } as const;

function change(change: Change): ChangeLine {
  switch (change.kind) {
    case "table":
      return {
        what: `把「${change.sheet}」变成表格`,
        count: `${change.rows} 行 × ${change.columns} 列`,
        which: "内容和格式不动",
      };
    case "columns":
      return { what: "新增列", count: `${change.headers.length} 列`, which: change.headers.join("、") };
    case "ids":
      return {
        what: "补上客户编号",
        count: `${change.count} 个`,
        which:
          change.restored === 0
            ? "只填空着的"
            : `只填空着的；其中 ${change.restored} 个按客户名称找回跟进记录里的原编号`,
      };
    case "formulas":
      return { what: "写入计算列公式", count: `${change.headers.length} 列`, which: change.headers.join("、") };
    case "sheet":
      return {
        what: `${change.isNew ? "新建" : "补全"}${sheetRoles[change.role]}`,
        count: "1 张",
        which: `「${change.title}」`,
      };
    case "summaryBlocked":
      return {
        what: "汇总表先不改",
        count: change.cell,
        which: `「${change.sheet}」下方这里有您的内容。请把它移到右边，再检查一次`,
      };
    case "settings":
      return { what: "修复设置表", count: `${change.count} 处`, which: "只补缺的和读不出的，其余不动" };
    case "validations":
      return { what: "加上下拉列表和填写提示", count: `${change.headers.length} 列`, which: change.headers.join("、") };
    case "validationsRemoved":
      return { what: "去掉不再需要的填写限制", count: `${change.headers.length} 列`, which: change.headers.join("、") };
    case "highlights":
      return { what: "加上逾期、停滞等行的颜色", count: `${change.count} 条规则`, which: "" };
    case "names":
      return { what: "加上给公式用的名称", count: `${change.count} 个`, which: "以 FU_ 开头" };
  }
}

const figures: Readonly<Record<keyof KeyFigures, string>> = {
  open: "在跟",
  won: "成交",
  lost: "流失",
  parked: "搁置",
  winRate: "赢单率",
  overdue: "逾期",
  dueToday: "今天到期",
  stale: "停滞",
  stuck: "卡住",
  noNextStep: "无下一步",
  revisit: "该再跟进",
  incomplete: "不完整",
  pipelineAmount: "在跟金额",
  wonAmount: "成交金额",
};

const tasks: Readonly<Record<Task, string>> = {
  opening: "正在读取工作簿",
  checking: "正在检查",
  planning: "正在比对要改什么",
  applying: "正在设置",
  saving: "正在保存",
};

const aftermaths: Readonly<Record<Aftermath, string>> = {
  unchanged: "工作簿没有任何改动。",
  restored: "已经写入的部分都已退回，工作簿和之前一样。",
  partial: "有一部分已经写入；再做一次就会补完，不会重复。",
};

const severities: Readonly<Record<Severity, string>> = { error: "要求", warning: "提醒", info: "仅查看" };

const kinds: Readonly<Record<StageKind, string>> = { open: "在跟", won: "成交", lost: "流失", parked: "搁置" };

const weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

/** The pane's texts in Chinese: the source that every other language has to match, key by key. */
export const zhCN = {
  product: "跟进表",
  rep: repZh,
  /** Chinese puts no space between sentences. */
  sentences: (first: string, second: string) => `${first}${second}`,
  field,
  tabs: { label: "面板", today: "今日", log: repZh.tab, check: "体检", numbers: "数字", setup: "设置" },
  dates: {
    today: "今天",
    tomorrow: "明天",
    yesterday: "昨天",
    weekday: (day: number) => weekdays[day] ?? "",
    monthDay: (month: number, day: number) => `${month}月${day}日`,
    full: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
    header: (weekday: string, date: string) => `${weekday} ${date}`,
    reviewDay: (date: string) => `复盘日 ${date}`,
  },
  notInExcel: {
    title: "请在 Excel 里打开",
    body: "这个页面是 Excel 加载项“跟进表”的面板，要在 Excel 的工作簿旁边才能用。",
    how: "打开 Excel，在“开始”选项卡点“跟进表”。",
  },
  crash: {
    title: "面板出错了",
    body: "工作簿不受影响。请重试；还不行就重新载入面板。",
    retry: "重试",
    reload: "重新载入",
  },
  firstRun: {
    title: "让这张表自己提醒你",
    lines: ["查出漏填和填错的单元格", "列出今天该跟进的客户", "设置后，下拉列表、颜色和汇总由 Excel 自己更新"],
    action: "检查这张表",
    safe: "检查只看不改，数据不离开工作簿。",
    sheet: (name: string) => `当前工作表：${name}`,
  },
  status: {
    opening: "正在读取工作簿…",
    working: (task: string, done: number, total: number) => (total > 0 ? `${task} ${done}/${total}` : `${task}…`),
    ready: "就绪",
    checked: (at: string) => `已检查 ${at}`,
    findings: (count: number) => (count === 0 ? "没有问题" : `待处理 ${count}`),
    pending: "表有改动，稍后再查",
    waiting: {
      cellEdit: "请先结束单元格编辑",
      readOnly: "工作簿只读",
      protected: "工作表有保护",
      busy: "Excel 正忙",
      lost: "连接已断开",
      other: "有事需要处理",
    },
    cancel: "取消",
    progress: "进度",
  },
  problem: { retry: "再试一次", dismiss: "关闭提示" },
  fault,
  refusal,
  aftermath: (aftermath: Aftermath) => aftermaths[aftermath],
  task: (task: Task) => tasks[task],
  announce: {
    checked: (count: number) => (count === 0 ? "检查完成，没有问题" : `检查完成，待处理 ${count} 项`),
    applied: (count: number) => `设置完成，共 ${count} 项`,
  },
  figures: {
    label: "关键数字",
    name: (key: keyof KeyFigures) => figures[key],
    notMeasured: "没有这一列，无法统计",
    notMeasuredShort: "—",
    noneClosed: "还没有结案",
    rate: (won: number, closed: number) => `${won}/${closed}`,
  },
  today: {
    heading: "今日",
    owner: "看谁的客户",
    team: "整个团队",
    nobody: "没有负责人",
    groups: {
      overdue: "逾期",
      today: "今天",
      stale: "停滞",
      stuck: "卡住",
      noNextStep: "无下一步",
      revisit: "二次跟进",
    },
    unnamed: "（没有客户名）",
    noStage: "没有阶段",
    flag: (item: DueItem) => {
      if (item.group === "overdue") return `−${item.days ?? 0}天`;
      if (item.group === "today") return "今天";
      if (item.group === "stale") return item.days === null ? "没联系过" : `${item.days}天没联系`;
      if (item.group === "stuck") return `本阶段 ${item.days ?? 0}天`;
      if (item.group === "revisit") return item.days === 0 ? "今天" : `−${item.days ?? 0}天`;
      return "没约下次";
    },
    explain: (item: DueItem, last: string | null, promised: string | null) => {
      const flags = [item, ...item.also].map((flag) => reasonOf(flag, item.stage, promised));
      return [...flags, lastContactOf(last, item)].join(" · ");
    },
    reason: reasonOf,
    lastContact: lastContactOf,
    flagLabel: (flag: string, customer: string) => `${flag}，${customer}为什么在这里`,
    go: (customer: string, cell: string) => `${customer}，选中 ${cell}`,
    more: (count: number) => `再显示 ${count} 个`,
    empty: (owner: string | null) => (owner === null ? "今天没有要跟进的客户。" : `${owner}今天没有要跟进的客户。`),
    tomorrow: (count: number) => (count === 0 ? "明天也没有。" : `明天有 ${count} 个。`),
    teamTomorrow: (count: number) => (count === 0 ? "团队明天也没有。" : `团队明天有 ${count} 个。`),
    noDates: "这张表没有「下次跟进日期」列，看不出谁逾期。加上这一列后再检查。",
    notChecked: "还没有检查过。",
    check: "检查这张表",
  },
  check: {
    heading: "体检",
    summary: (count: number, kinds: number) => (count === 0 ? "没有问题" : `${count} 项待处理 · ${kinds} 类`),
    clean: (rows: number) => `${rows} 个客户，该填的都填了，格式也对。`,
    sheet: (name: string, rows: number) => `${name} · ${rows} 个客户`,
    run: "重新检查",
    rule: (rule: RuleId) => ruleNames[rule],
    severity: (severity: Severity) => severities[severity],
    finding: findingSentence,
    row: (row: number) => `第 ${row} 行`,
    groupBy: "分组方式",
    grouping: { rule: "按规则", field: "按列", row: "按行" },
    search: "搜索客户、列、内容",
    noneFound: (search: string) => `没有和“${search}”有关的问题。换个词，或清空搜索。`,
    found: (count: number) => `找到 ${count} 项`,
    keys: "用 ↑ ↓ 逐条查看，会选中对应的单元格。",
    more: (count: number) => `再显示 ${count} 条`,
    moreGroups: (count: number) => `再显示 ${count} 组`,
    exportReport: "导出报告",
    exported: (file: string) => `已下载 ${file}。`,
    copyInstead: "没看到文件？复制到剪贴板",
    copied: "报告已复制到剪贴板，可以粘贴到文本文件里。",
    exportFailed: "这里不能下载也不能复制。请换网页版 Excel 再导出。",
    next: "下一步：设为跟进表。动手前先给你看会改什么。",
    setUp: "设为跟进表",
  },
  fix: fixTexts,
  setup: {
    heading: "设置",
    intro: (sheet: string | null) =>
      sheet === null ? "把打开的工作表设为跟进表。" : `把「${sheet}」设为跟进表。先看会改什么，同意了再动手。`,
    installed: (sheet: string | null) => (sheet === null ? "已设为跟进表。" : `「${sheet}」已设为跟进表。`),
    plan: "看看会改什么",
    planAgain: "检查设置是否完整",
    changes: "会改什么",
    untouched: "已有的内容不会被改写或删除。",
    matches: "列怎么对上的",
    matched: (field: string, header: string) => (field === header ? field : `${field} ← ${header}`),
    alias: "按别名",
    kept: (headers: readonly string[]) => `原样保留的列：${headers.join("、")}`,
    keptValidations: (headers: readonly string[]) => `这些列已有自己的数据验证，不动：${headers.join("、")}`,
    dormant: (fields: readonly string[]) => `表里没有、暂时不用的字段：${fields.join("、")}。以后加上列就能用。`,
    questions: "这些阶段算哪一类？",
    questionsHint: "没回答的先算“在跟”。",
    question: (stage: string, rows: number) => `${stage}（${rows} 行）`,
    kind: (kind: StageKind) => kinds[kind],
    language: "工作簿的语言",
    languages: { "zh-CN": "中文", en: "English" },
    apply: "照此设置",
    repair: "照此补全",
    cancel: "先不改",
    close: "知道了",
    nothing: "没有需要改的，设置是完整的。",
    applied: (count: number) => `已完成 ${count} 项。`,
    toToday: "看今日",
    reviewDay: "复盘日期",
    reviewHint: "表里的“今天”改成这一天，逾期和停滞都按它算。",
    reviewSet: (date: string) => `现在按 ${date} 计算。`,
    applyDay: "应用",
    backToToday: "恢复为今天",
    badDay: "请填一个完整的日期。",
    change,
  },
  schema: schemaZhCN,
};

/** What each language must provide; a missing key or parameter is a type error. */
export type Texts = typeof zhCN;
