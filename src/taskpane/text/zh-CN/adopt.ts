import type { LeftOutKind } from "../../../domain/followUps/look/shape";
import type { Evidence, MatchReason } from "../../../domain/followUps/match/guess";
import type { ColumnAnswer } from "../../../domain/kinds/columnReading";
import { terms } from "../../../domain/schema/terms/zh-CN";
import { isoOfSerial } from "../../../domain/values/date";
import type { AdoptText } from "../types/adopt";

const leftOutKinds: Readonly<Record<LeftOutKind, string>> = {
  above: "表头上面的标题或说明",
  total: "合计行",
  headerAgain: "重复的表头",
  section: "分组标题",
  below: "表格下面的备注",
  beside: "空列右边的内容",
  fieldKeys: "第二行表头",
  otherBlock: "另一块内容",
  farBlank: "离表很远的空格",
  chosen: "您选了不算客户",
};

const columnAnswers: Readonly<Record<ColumnAnswer, string>> = {
  ymd: "年/月/日",
  mdy: "月/日/年",
  dmy: "日/月/年",
  ".": "点是小数点（1,234.5）",
  ",": "逗号是小数点（1.234,5）",
};

const kinds = terms.stageKind;

export const adoptText: AdoptText = {
  steps: "步骤",
  look: "看表",
  shape: (sheet, { headerRow, headerRows, first, last }) => {
    const head = headerRows > 1 ? `第 ${headerRow}–${headerRow + headerRows - 1} 行是列名` : `第 ${headerRow} 行是列名`;
    return `「${sheet}」：${head}，第 ${first}–${last} 行是客户。`;
  },
  leftOut: (rows) => `有 ${rows} 处没算进客户`,
  leftOutKind: (kind) => leftOutKinds[kind],
  rows: (first, last) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
  change: "改",
  headerRow: "列名在第几行",
  noCustomer: "哪一行不是客户",
  leaveOut: "不算",
  takenIn: "按您说的算作客户",
  leftOutBy: "按您说的不算客户",
  takeBack: "撤回",
  rowHint: "填 Excel 左边的行号。",
  badRow: "请填表里有内容的行号。",
  use: "用这一行",
  takeIn: "算作客户",
  otherSheets: "别的工作表也像客户表：",
  otherSheet: (sheet, rows) => `「${sheet}」约 ${rows} 行`,
  openSheet: "改看这张",
  headline: (open, overdue) =>
    overdue === null
      ? `${kinds.open}的客户 ${open} 个。没有“下次跟进日期”这一列，看不出谁逾期。`
      : overdue === 0
        ? `${kinds.open}的客户 ${open} 个，都没有过下次跟进日期。`
        : `${kinds.open}的客户 ${open} 个，其中 ${overdue} 个已过下次跟进日期。`,
  undecided: (fields) =>
    `还没找到：${fields.join("、")}。如果表里有，请在下面选出是哪一列；没有的话，相关的提醒暂时算不出来。`,
  columns: "核对列",
  columnCounts: (known, asked) => (asked === 0 ? `${known} 列已认出` : `${known} 列已认出 · ${asked} 列请您确认`),
  otherColumns: (rest) => (rest ? "其余的列" : "查看或更改各列"),
  none: "都不是，原样保留",
  choose: "（请选）",
  columnOf: (header) => `「${header}」是哪个字段`,
  reason: (reason, field) => reasonText(reason, field),
  samples: (samples) => `例：${samples.join(" · ")}`,
  values: "核对写法",
  valueCounts: (values, asked) => (asked === 0 ? `${values} 种写法都对上了` : `${values} 种写法 · ${asked} 种请您确认`),
  otherValues: (field, rest) => (rest ? `“${field}”的其余写法` : `“${field}”的写法`),
  value: (value, cells) => `${value}（${cells} 行）`,
  valueOf: (field, value) => `${field}“${value}”改成`,
  answer: (answer, value) => {
    switch (answer.kind) {
      case "entry":
        return answer.entry;
      case "own":
        return answer.stage === null ? `保留“${value}”` : `保留，算“${kinds[answer.stage]}”`;
      case "blank":
        return "当作空白";
      case "leave":
        return "先不动，检查时提醒";
    }
  },
  writing: "日期和数字的写法",
  question: (header, { kind, samples }) =>
    kind === "dayOrder"
      ? `「${header}」里的日期有两种读法，例如 ${samples.join("、")}。是哪一种？`
      : `「${header}」里的数字有两种读法，例如 ${samples.join("、")}。是哪一种？`,
  columnAnswer: (answer) => columnAnswers[answer],
  unanswered: "先不转换",
  settled: ({ header, settled: { answer, by, cells } }) => {
    const how = by === "own" ? `${cells} 处只能这样读` : by === "sister" ? "跟其他日期列一致" : "按您的选择";
    return `「${header}」按${columnAnswers[answer]}读（${how}）`;
  },
  preview: "预览",
  fieldCounts: ({ filled, valid, fixable, unresolved }) => {
    const parts = [`填了 ${filled}`, `没问题 ${valid}`];
    if (fixable > 0) parts.push(`可修正 ${fixable}`);
    if (unresolved > 0) parts.push(`看不懂 ${unresolved}`);
    return parts.join(" · ");
  },
  lost: (cells) => `其中 ${cells} 个号码的后几位已经丢了（像 1.38E+10），找不回来，请向客户再要一次`,
  cells: (cells) => `会改写 ${cells} 个单元格`,
  noCells: "不改写任何单元格的内容",
  becomes: (from, to) => (to === null ? `${from}：看不懂，先不动` : `${from} → ${to}`),
  more: (count) => `还有 ${count} 处`,
  blank: "空白",
  examples: "看例子",
  failing: "按常规要求，下面这些还不合格（现在不会拦着不让填）",
  failingRule: (field, rule, rows) => `${field} · ${rule}：${rows} 行`,
  where: "放在哪里",
  target: (target) => (target === "inPlace" ? "就在这张表上（原有的列都留着）" : "新建一张工作表（原表一个字都不动）"),
  obstacle: (obstacle) => {
    switch (obstacle.kind) {
      case "rowsInside": {
        const rows = obstacle.rows.slice(0, 5).map((row) => row + 1);
        return `客户中间夹着合计、分组之类的行（第 ${rows.join("、")} 行${obstacle.rows.length > 5 ? "等" : ""}），在原表上没法变成表格，所以放到新工作表。`;
      }
      case "mergedCells":
        return `表里有合并单元格（${obstacle.cells.slice(0, 5).join("、")}${obstacle.cells.length > 5 ? "等" : ""}），Excel 表格不允许合并，所以放到新工作表。`;
      case "twoHeaderRows":
        return "表头有两行，Excel 表格只能有一行表头，所以放到新工作表。";
      case "noRoom":
        return `右边 ${obstacle.cell} 有内容，放不下新增的列，所以放到新工作表。`;
    }
  },
  levels: "开始时管多严",
  level: (levels) =>
    levels === "observe" ? "只看：检查时提示，不拦填写（建议）" : "常规：客户、负责人、阶段、下次日期必须填",
  notes: (cells, notes) => `${cells} 个单元格里有带日期的跟进记录，共 ${notes} 条。要不要复制到跟进记录表？`,
  notesLeft: "不复制，留在原处",
  note: (day, text) => `${isoOfSerial(day, 1900)} ${text}`,
  notesBy: (author) => (author === "owner" ? "复制，跟进人填负责人" : "复制，跟进人留空"),
  safe: "随时可以在“设置 → 还原”里一键还原，之后改的内容会保留。",
};

const evidenceWords: Readonly<Record<Evidence, (count: number, of: number) => string>> = {
  dates: (count) => `${count} 个都是日期`,
  futureDates: (count, of) => `${of} 个日期里 ${count} 个还没到`,
  pastDates: (count, of) => `${of} 个日期里 ${count} 个已经过去`,
  openCustomers: (count, of) => `${of} 个${kinds.open}的客户里 ${count} 个有日期`,
  closedCustomers: () => "只有已经结束的客户有日期",
  phones: (count, of) => `${of} 格里 ${count} 格是电话号码`,
  mails: (count, of) => `${of} 格里 ${count} 格是邮箱`,
  stages: (count, of) => `${of} 格里 ${count} 格是常见的阶段`,
  people: (count) => `像人名，${count} 格，反复出现`,
  firms: (count, of) => `${of} 格里 ${count} 格像公司名`,
  allDifferent: (count) => `${count} 个都不一样`,
};

function reasonText(reason: MatchReason, field: string): string {
  switch (reason.by) {
    case "exact":
    case "alias":
    case "words":
      return reason.fits === false ? `列名像“${field}”，但内容不像` : `列名就是“${field}”的意思`;
    case "values":
      return `像“${field}”：${evidenceWords[reason.evidence](reason.count, reason.of)}`;
    case "chosen":
      return "您选的";
  }
}
