import type { FieldId } from "../../../domain/schema/fieldIds";
import type { CellValue } from "../../../domain/values/value";
import type { Finding, RuleId } from "../../../domain/rules/finding";
import type { Condition, SimpleCondition } from "../../../domain/schema/field";
import { terms } from "../../../domain/schema/terms/zh-CN";
import type { SettingsIssue, SettingsProblem } from "../../../domain/plan/settingsIssue";
import { quoted } from "../quoted";
import type { FindingsText, FindingWords } from "../types/check";
import { settingsParts } from "./settingsParts";

/** Longest piece of a cell that a sentence repeats, in characters. */
const longestQuote = 30;
const quote = (value: CellValue) => quoted(value, longestQuote);

function rowList(rows: readonly number[], most = 5): string {
  const named = rows.slice(0, most).join("、");
  return rows.length > most ? `第 ${named} 行等 ${rows.length} 行` : `第 ${named} 行`;
}

/** Of which customers a condition speaks, where several have to hold at once. */
function whom(condition: SimpleCondition, field: (id: FieldId) => string): string {
  switch (condition.kind) {
    case "always":
      return "每个客户";
    case "open":
      return terms.stageKind.open;
    case "fromStage":
      return `从“${condition.stage}”阶段起`;
    case "outcome":
      return terms.stageKind[condition.outcome];
    case "customerType":
      return `属于“${condition.type}”类`;
    case "oneOf":
      return `没填「${condition.fields.map(field).join("」「")}」`;
  }
}

/** Who has to fill the field in. */
function because(condition: Condition, header: string, field: (id: FieldId) => string): string {
  switch (condition.kind) {
    case "all":
      return `${condition.of.map((each) => whom(each, field)).join("、")}的客户要填「${header}」`;
    case "always":
      return `每个客户都要填「${header}」`;
    case "open":
      return `${terms.stageKind.open}的客户要填「${header}」`;
    case "fromStage":
      return `从“${condition.stage}”阶段起要填「${header}」`;
    case "outcome":
      return `${terms.stageKind[condition.outcome]}的客户要填「${header}」`;
    case "customerType":
      return `“${condition.type}”类客户要填「${header}」`;
    case "oneOf": {
      const all = [header, ...condition.fields.map(field).filter((name) => name !== header)];
      return `「${all.join("」「")}」至少要填一个`;
    }
  }
}

function repair(what: string, repaired: CellValue | null, or: string): string {
  return repaired === null ? `${what}，${or}` : `${what}，应为 ${quote(repaired)}，可以一键修正`;
}

function settingsSentence(table: SettingsIssue["table"], problem: SettingsProblem, words: FindingWords): string {
  const where = `设置里的${settingsParts[table]}`;
  switch (problem.kind) {
    case "tableMissing":
      return `${where}不见了，先按默认规则检查；请撤销删除，或在“设置”页补全`;
    case "columnMissing":
      return `${where}缺少「${problem.header}」列，先按默认值；请把表头改回「${problem.header}」`;
    case "fieldMissing":
      return `${where}里没有“${words.field(problem.field)}”这一行，先按默认规则；需要时请补上这一行`;
    case "unknownWord":
      return `${where}里的${quote(problem.value)}看不懂，先按默认值；请改成：${problem.allowed.join("、")}`;
    case "notANumber":
      return `${where}里的${quote(problem.value)}不是可用的数字，先当没填；请改成数字或清空`;
    case "notADate":
      return `${where}里的${quote(problem.value)}不是日期，先不算；请改成日期`;
    case "duplicate":
      return `${where}里“${problem.value}”重复了，只算第一个；请删掉多余的`;
    case "unreadableCondition":
      return `${where}里的必填条件${quote(problem.value)}看不懂，先按默认；请照其他行的写法改`;
    case "unknownName":
      return `${where}里提到的“${problem.value}”不存在，不起作用；请改成现有的名称`;
    case "gap":
      return `${where}中间有空格，下拉列表会不完整；请把下面的内容移上来`;
    case "noWeekend":
      return `${where}的补班日 ${words.day(problem.value)} 本来就是工作日；请改成周末的日期或删掉`;
  }
}

function finding({ reason, header, value, field }: Finding, words: FindingWords): string {
  switch (reason.rule) {
    case "required":
      return `${because(reason.because, header, words.field)}，请补上`;
    case "textDate":
      return reason.repaired === null
        ? `「${header}」里的日期${quote(value)}不是真正的日期，请重新输入`
        : `「${header}」里的日期${quote(value)}存成了${typeof value === "number" ? "数字" : "文字"}，应为 ${words.day(Number(reason.repaired))}，可以一键修正`;
    case "notDate":
      return `「${header}」里的${quote(value)}不是日期，请改成日期，如 2026-08-07`;
    case "dayOrder":
      return `「${header}」里的${quote(value)}分不清先写月还是先写日，整列也看不出来，请改成 2026-08-07 这样的日期`;
    case "decimalSign":
      return `「${header}」里的${quote(value)}分不清“.”和“,”哪个是小数点，整列也看不出来，请改成不带分隔符的数字`;
    case "textNumber":
      return repair(
        `「${header}」里的数字${quote(value)}存成了文字，不会算进合计`,
        reason.repaired === null ? null : words.value(field, reason.repaired),
        "请改成数字",
      );
    case "notNumber":
      return `「${header}」里的${quote(value)}不是数字，请改成不带单位的数字`;
    case "notWhole":
      return `「${header}」里的${quote(value)}不是整数，请改成整数`;
    case "notPercentage":
      return reason.meant === undefined
        ? `「${header}」里的${quote(value)}不是百分比，请改成百分比，如 30%`
        : `「${header}」里的${quote(value)}不是百分比，是不是 ${words.value(field, reason.meant)}？`;
    case "hundredfold":
      return reason.meant === undefined
        ? `「${header}」是 ${words.value(field, value)}，大得不像真的，请核对`
        : `「${header}」里的 ${String(value)} 就是 ${words.value(field, value)}，是不是 ${words.value(field, reason.meant)}？真有这么大，请在设置里写“最大”`;
    case "numberPhone":
      return repair(`「${header}」里的号码${quote(value)}存成了数字，开头的 0 会丢`, reason.repaired, "请改成文字");
    case "lostDigits":
      return `「${header}」里的号码${quote(value)}被 Excel 改成了科学计数，后面的数字已经丢失，请向客户核对后重新填写`;
    case "notPhone":
      return `「${header}」里的${quote(value)}不像电话号码，请核对`;
    case "notMail":
      return `「${header}」里的${quote(value)}不像邮箱地址，请核对`;
    case "notLink":
      return `「${header}」里的${quote(value)}不像网址，也不像文件路径，请核对`;
    case "untidy":
      return `「${header}」里的${quote(value)}带多余空格、看不见的字符或全角字符，${reason.repaired === null ? "请整理" : "可以一键修正"}`;
    case "otherYesNo":
      return repair(`「${header}」里的${quote(value)}写法不统一`, reason.repaired, "请改成“是”或“否”");
    case "notYesNo":
      return `「${header}」里的${quote(value)}看不出是还是否，请改成“是”或“否”`;
    case "separators":
      return repair(`「${header}」里的${quote(value)}分隔不统一或有重复`, reason.repaired, "请用“、”分开");
    case "list": {
      const entries = reason.unknown.map(quote).join("、");
      return reason.suggestion === null
        ? `「${header}」里的${entries}不在列表里，请改选，或把它加到设置的列表`
        : `「${header}」里的${entries}不在列表里，是不是${quote(reason.suggestion)}？`;
    }
    case "range": {
      const { kind, side, value: limit } = reason.limit;
      const bound = kind === "date" ? words.day(limit) : words.value(field, limit);
      const entered = kind === "date" ? words.day(Number(value)) : words.value(field, value);
      return side === "min"
        ? `「${header}」是 ${entered}，不能${kind === "date" ? "早于" : "小于"} ${bound}，请核对`
        : `「${header}」是 ${entered}，不能${kind === "date" ? "晚于" : "大于"} ${bound}，请核对`;
    }
    case "pattern":
      return `「${header}」里的${quote(value)}不符合格式 ${reason.pattern}（* 代表任意多个字符，? 代表一个），请改正`;
    case "order":
      return `「${header}」${words.day(Number(value))} 早于「${reason.other}」${words.day(reason.day)}，请改正其中一个`;
    case "future":
      return `「${header}」${words.day(Number(value))} 还没到（今天是 ${words.day(reason.today)}），请改成已经发生的日期`;
    case "openClosed":
      return `阶段“${reason.stage}”还在${terms.stageKind.open}，却填了「${header}」，请改阶段或清空「${header}」`;
    case "notPositive":
      return `从阶段“${reason.stage}”起，「${header}」要大于 0，现在是 ${String(value)}，请填写预计金额`;
    case "otherOutcome": {
      const kinds = reason.outcomes.map((outcome) => terms.stageKind[outcome]).join("、");
      return `${quote(value)}是${kinds}的原因，阶段却是“${reason.stage}”，请在「${header}」里另选一个，也可以一键清空`;
    }
    case "unique":
      return `「${header}」的${quote(value)}重复：${rowList(reason.rows)}也是它，请改成各不相同`;
    case "duplicate":
      return reason.cause === "name"
        ? `${quote(value)}和${rowList(reason.rows)}名称相同，可能是同一个客户，请合并或写清区别`
        : `「${header}」${quote(value)}和${rowList(reason.rows)}相同，可能是同一个客户，请核对`;
    case "deals":
      return `${reason.customers} 个客户各占好几行，这张表像是一行一个商机，重复的客户就不逐个列出；若本应一行一个客户，请先合并`;
    case "formula":
      return reason.all
        ? `「${header}」整列都是公式，窗格登记时不会改它；若要登记，请改成值`
        : reason.cells === 1
          ? `「${header}」这一格是公式，窗格登记时不会改它，请改成值`
          : `「${header}」有 ${reason.cells} 格是公式，窗格登记时不会改它们，请改成值`;
    case "errorValue":
      return `「${header}」显示错误 ${String(value)}，请检查公式或重新填写`;
    case "columnMissing":
      return `设置要求有「${header}」列，表里没有；请加上这一列，或在设置里改为不要求`;
    case "settings":
      return settingsSentence(reason.issue.table, reason.issue.problem, words);
  }
}

const ruleNames: Readonly<Record<RuleId, string>> = {
  required: "必填缺失",
  textDate: "日期存成了文字",
  notDate: "不是日期",
  dayOrder: "月日先后不清",
  textNumber: "数字存成了文字",
  notNumber: "不是数字",
  decimalSign: "小数点不清",
  notWhole: "不是整数",
  notPercentage: "不是百分比",
  hundredfold: "百分比大了 100 倍",
  numberPhone: "号码存成了数字",
  lostDigits: "号码丢了数字",
  notPhone: "不像电话号码",
  notMail: "不像邮箱",
  notLink: "不像链接或文件",
  untidy: "多余空格或全角",
  otherYesNo: "是否写法不统一",
  notYesNo: "看不出是或否",
  separators: "分隔不统一",
  list: "不在列表里",
  range: "超出范围",
  pattern: "格式不符",
  order: "日期先后不对",
  future: "日期还没到",
  openClosed: "阶段和关闭日期矛盾",
  notPositive: "金额不大于 0",
  otherOutcome: "原因和结果不符",
  unique: "编号等重复",
  duplicate: "疑似重复客户",
  deals: "一个客户多行",
  formula: "该填值的地方是公式",
  errorValue: "公式错误",
  columnMissing: "缺少列",
  settings: "设置有误",
};

export const findingsText: FindingsText = { rule: (rule) => ruleNames[rule], finding };
