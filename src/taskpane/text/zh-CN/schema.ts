import type { DriftAnswer } from "../../../domain/install/planDrift";
import type { DraftChange, DraftProblem, Part } from "../../../domain/schema/draft";
import type { Drift } from "../../../domain/settings/drift";
import { terms } from "../../../domain/schema/terms/zh-CN";
import type { SettingsProblem } from "../../../domain/plan/settingsIssue";
import type { ImportProblem } from "../../../domain/exchange/descriptor";
import type { SchemaText } from "../types/schema";

const { condition, level } = terms;

const partNames: Readonly<Record<Part | "calendar", string>> = {
  fields: "字段",
  stages: "阶段",
  types: "客户类型",
  owners: "负责人",
  reasons: "原因",
  lists: "列表",
  calendar: "休息日",
};

function change({ part, what, to }: DraftChange, name: string, keys: readonly string[]): string {
  const where = partNames[part];
  switch (what) {
    case "added":
      return `${where}：加上「${name}」`;
    case "removed":
      return `${where}：去掉「${name}」`;
    case "renamed":
      return `${where}：「${name}」改名为「${to}」`;
    case "moved":
      return `${where}：顺序`;
    case "changed":
      return name === "" ? `${where}：${keys.join("、")}` : `${where}「${name}」：${keys.join("、")}`;
  }
}

function draftProblem({ kind, part }: DraftProblem, name: string): string {
  switch (kind) {
    case "blankName":
      return `${partNames[part]}里有一项没有名称，请填上名称或去掉它。`;
    case "sameName":
      return `${partNames[part]}里「${name}」已经有了，请换一个名称。`;
    case "sameHeader":
      return `两个字段用了同一列「${name}」，请给其中一个换一列。`;
    case "noOpenStage":
      return `至少要有一个${terms.stageKind.open}的阶段。`;
    case "minAboveMax":
      return `「${name}」的最小值大于最大值，请改一个。`;
    case "listMissing":
      return `「${name}」要从列表里选，请指定一个列表。`;
  }
}

function issue(problem: SettingsProblem, table: string, field: string): string {
  switch (problem.kind) {
    case "tableMissing":
      return `设置里没有“${table}”这张表了，先按默认处理。`;
    case "columnMissing":
      return `“${table}”表里没有「${problem.header}」这一列了，请把表头改回来。`;
    case "fieldMissing":
      return `“${table}”表里没有「${field}」这一行了，先按默认处理。`;
    case "unknownWord":
      return `“${table}”表里的“${String(problem.value)}”看不懂，请写：${problem.allowed.join(" / ")}。`;
    case "notANumber":
      return `“${table}”表里的“${String(problem.value)}”不是数字，请改成数字或清空。`;
    case "notADate":
      return `“${table}”表里的“${String(problem.value)}”不是日期，请改成日期或清空。`;
    case "duplicate":
      return `“${table}”表里「${problem.value}」写了两次，只算第一次，请删掉一个。`;
    case "unreadableCondition":
      return `“${table}”表里的“${problem.value}”看不懂，请写：${condition.always}、${condition.open}、${condition.fromStage}：…、${condition.outcome}：…。`;
    case "unknownName":
      return `“${table}”表里提到了没有的「${problem.value}」，请改名或先加上它。`;
    case "gap":
      return `“${table}”表中间有空行，请删掉空行。`;
    case "noWeekend":
      return `“${table}”表里的补班日不在周末，本来就是工作日，请删掉。`;
  }
}

function drift(drift: Drift): string {
  if (drift.kind === "table")
    return `表格“FollowUps”不见了，现在叫“${drift.now}”。没有这个名称，检查和公式都找不到它。`;
  if (drift.isNew === "yes") return `新字段「${drift.header}」在表里还没有列，现在没人能填它。`;
  if (drift.isNew === "maybe")
    return `表里没有「${drift.header}」这一列。新加的字段可以现在加上这一列；如果是被删掉的，补回来的是空列，原来的内容只有用 Excel 的“撤销”才能找回。`;
  return drift.now === null
    ? `列「${drift.header}」不见了。补回来的是空列，原来的内容只有用 Excel 的“撤销”才能找回。`
    : `列「${drift.header}」不见了（可能改名为「${drift.now}」）。`;
}

function driftAnswer(answer: DriftAnswer, drift: Drift): string {
  if (answer === "addColumn") return drift.kind === "column" && drift.isNew ? "加上这一列" : "补回这一列";
  if (answer === "takeNew") return "用新列名";
  return drift.kind === "table" ? "改回表格名" : "改回原名";
}

function importProblem(problem: ImportProblem): string {
  switch (problem.kind) {
    case "notJson":
      return "这个文件不是 JSON，请选择导出的规则文件。";
    case "notDescriptor":
      return "这个文件里没有字段清单（fields），不是 Table Schema，请选择别的文件。";
    case "unknownVersion":
      return `这个文件是更新的版本（${problem.version}）写的，请先更新加载项。`;
    case "wrongType":
      return `文件里的 ${problem.path} 不对，应为 ${problem.expected}。请改好文件再导入。`;
  }
}

export const schemaText: SchemaText = {
  open: "字段与规则",
  openHint: "字段、必填、严格程度、阶段、列表；和设置表里是同一份。",
  back: "返回",
  heading: "字段与规则",
  intro: "改动先攒成草稿，看过会改什么再应用。",
  part: (part) => partNames[part],
  count: (count) => `${count} 项`,
  dormant: (count) => `表里没有的字段（${count}）`,
  issues: (count) => `设置表里有 ${count} 处要改`,
  issue,
  goTo: (cell) => `选中 ${cell}`,
  tighten: (count) => `可以收紧（${count}）`,
  proposal: (header, clean, customers, percent) => `${header}：${clean}/${customers} 个客户合格（${percent}%）`,
  raise: (level) => `改为${level}`,
  addField: "添加字段",
  fieldName: "字段名称",
  own: "自定义",
  column: "表里的列",
  newColumn: (header) => `新增一列「${header}」`,
  unusedColumn: (header) => `用现有的列「${header}」`,
  noColumn: "暂时不用",
  unnamed: "（未命名）",
  fixed: "编号和计算列由加载项维护，不能修改。",
  failing: (count, customers) =>
    customers === 0 ? "还没有可以判断的客户" : count === 0 ? `${customers} 个客户都合格` : `${count} 行会不合格`,
  failingRows: "看是哪些行",
  observeNote: `“${level.observe}”只在体检里列出，不拦任何输入。`,
  warnNote: `“${level.warn}”会标出颜色，输入不符时先问一句。`,
  requireNote: `“${level.require}”会标出颜色，不符的输入不让进。`,
  when: "何时必填",
  anyOf: "下面任一条成立，就要填",
  allOf: (number) => `组合 ${number}：下面选中的要同时成立（且）`,
  addAll: "加一个组合（几条同时成立）",
  removeAll: (number) => `去掉组合 ${number}`,
  state: "状态",
  notAsked: "（不限）",
  noStage: "（不按阶段）",
  oneOf: "以下至少填一个",
  rules: "其他规则",
  noList: "（没有列表）",
  patternHint: "* 代表任意字符，? 代表一个字符",
  remove: (name) => `去掉「${name}」`,
  removeKeeps: "列和内容都留在表里。",
  up: (name) => `「${name}」上移`,
  down: (name) => `「${name}」下移`,
  add: "添加一项",
  empty: "还没有内容。",
  entries: (name) => `「${name}」的选项，每行一个`,
  newName: (number) => `新项 ${number}`,
  days: (what) => `${what}，每行一个日期，如 2026-10-01`,
  badDays: (lines) => `这些不是日期：${lines.join("、")}`,
  renameRows: "客户表和跟进记录里也一起改名",
  draft: (count) => `会改 ${count} 处`,
  preview: "看看会改什么",
  drop: "放弃改动",
  apply: "应用",
  applied: (count) => `已应用 ${count} 处改动。`,
  change,
  renamed: (from, to, cells) => `表和记录里共 ${cells} 处「${from}」改为「${to}」`,
  aheadFailing: (header, before, after) =>
    before === 0 ? `「${header}」：${after} 行会不合格` : `「${header}」：${after} 行会不合格（现在 ${before} 行）`,
  aheadStale: (before, after) => `${terms.figure.stale}的客户会从 ${before} 个变成 ${after} 个`,
  aheadStuck: (before, after) => `${terms.figure.stuck}的客户会从 ${before} 个变成 ${after} 个`,
  moved: (from, to, cells) => `${cells} 格从「${from}」移到「${to}」，跟进记录里的历史不变`,
  moves: "去掉的项里还有客户",
  moveFrom: (from, customers) => `${customers} 个客户用着「${from}」，移到`,
  moveChoose: "（请选择）",
  moveLeave: "留着不动（会报为未知）",
  newColumns: (headers) => `表格右边新增列：${headers.join("、")}`,
  draftProblem,
  exportSchema: "导出规则（Table Schema）",
  copied: "规则已复制。",
  importSchema: "导入规则",
  imported: "已读入，作为草稿列在下面，还没有应用。",
  sameAsNow: "文件里的规则和现在的一样。",
  notMapped: (items) => `这些没有对应的规则，没有导入：${items.join("、")}`,
  importProblem,
  drift,
  driftAnswer,
  driftLater: "先不管",
};
