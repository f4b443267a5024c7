import type { Change, HeaderCell } from "../../../domain/plan/setUpPlan";
import type { ChangeLine, SetupText } from "../types/setup";

const sheetRoles = { settings: "设置表", summary: "汇总表", log: "跟进记录表" } as const;

const headerReasons: Readonly<Record<HeaderCell["why"], string>> = {
  blank: "原来空着",
  repeated: "和前面的列重名",
  calculated: "公式算出来的，改成文字",
  noText: "数字或日期，改成文字",
  twoRows: "两行表头合在一起",
};

function change(change: Change): ChangeLine {
  switch (change.kind) {
    case "headers":
      return {
        what: "改表头（表格的每一列都要有不重复的文字表头）",
        count: `${change.cells.length} 个`,
        which: change.cells.map(({ cell, to, why }) => `${cell}「${to}」（${headerReasons[why]}）`).join("、"),
      };
    case "newSheet":
      return {
        what: `新建「${change.title}」，放入客户`,
        count: `${change.rows} 行`,
        which: `「${change.from}」不动；公式只带现在的结果`,
      };
    case "values":
      return { what: "改写单元格", count: `${change.cells} 格`, which: "只改上面“预览”里列出的" };
    case "notes":
      return { what: "把带日期的记录复制到跟进记录表", count: `${change.rows} 条`, which: "原来的单元格不动" };
    case "table":
      return {
        what: `把「${change.sheet}」变成表格`,
        count: `${change.rows} 行 × ${change.columns} 列`,
        which: "内容和格式不动",
      };
    case "autoFilter":
      return { what: "换掉工作表的筛选按钮", count: "1 处", which: "改用表格自带的筛选按钮，所有行都照常显示" };
    case "cellsBelow":
      return {
        what: "表格下面紧挨着的内容先不动",
        count: change.cell,
        which: "新客户要写在那里。新增客户前，请先把它移到别处",
      };
    case "columns":
      return { what: "新增列", count: `${change.headers.length} 列`, which: change.headers.join("、") };
    case "hiddenColumns":
      return {
        what: "新增隐藏的辅助列（公式用到的中间步骤）",
        count: `${change.headers.length} 列`,
        which: change.headers.join("、"),
      };
    case "ids":
      return {
        what: "补上客户编号",
        count: `${change.count} 个`,
        which:
          change.restored === 0
            ? "只填空着的"
            : `只填空着的；其中 ${change.restored} 个按客户名称找回跟进记录里的原编号`,
      };
    case "furthest":
      return {
        what: "记下客户到过的最远阶段",
        count: `${change.count} 个`,
        which:
          change.fromLog === 0
            ? "按现在的阶段，只填空着的"
            : `只填空着的；其中 ${change.fromLog} 个按跟进记录，其余按现在的阶段`,
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

export const setupText: SetupText = {
  heading: "设置",
  intro: (sheet) =>
    sheet === null ? "把打开的工作表设为跟进表。" : `把「${sheet}」设为跟进表。先看会改什么，同意了再动手。`,
  installed: (sheet) => (sheet === null ? "已设为跟进表。" : `「${sheet}」已设为跟进表。`),
  plan: "看看会改什么",
  planAgain: "检查设置是否完整",
  changes: "会改什么",
  allChanges: (count) => `会改什么（${count} 项）`,
  untouched: (exceptListed) =>
    exceptListed ? "除了上面列出的，已有的内容不会被改写或删除。" : "已有的内容不会被改写或删除。",
  matches: "列名对应关系",
  matched: (field, header) => (field === header ? field : `${field} ← ${header}`),
  alias: "按别名",
  kept: (headers) => `原样保留的列：${headers.join("、")}`,
  keptValidations: (headers) => `这些列已有自己的数据验证，不动：${headers.join("、")}`,
  dormant: (fields) => `表里没有、暂时不用的字段：${fields.join("、")}。以后加上列就能用。`,
  language: "工作簿的语言",
  languages: { "zh-CN": "中文", en: "English" },
  apply: "照此设置",
  repair: "照此补全",
  cancel: "先不改",
  close: "知道了",
  nothing: "没有需要改的，设置是完整的。",
  applied: ({ sheets, columns, cells }) => {
    const made = [
      sheets === 0 ? "" : `新建 ${sheets} 张表`,
      columns === 0 ? "" : `新增 ${columns} 列`,
      cells === 0 ? "" : `规范 ${cells} 个单元格`,
    ].filter((part) => part !== "");
    return made.length === 0 ? "设置完成。" : `设置完成：${made.join("、")}。`;
  },
  toToday: "看今日",
  reviewDay: "复盘日期",
  reviewHint: "表里的“今天”改成这一天，逾期和停滞都按它算。",
  reviewSet: (date) => `现在按 ${date} 计算。`,
  applyDay: "应用",
  backToToday: "恢复为今天",
  badDay: "请填一个完整的日期。",
  change,
};
