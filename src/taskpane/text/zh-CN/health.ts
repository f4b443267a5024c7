import type { CellChange, HealthItem } from "../../../domain/plan/healthItem";
import { terms } from "../../../domain/schema/terms/zh-CN";
import { nameUse } from "../nameUse";
import { settingsTableOf } from "../settingsTableOf";
import type { HealthText } from "../types/health";
import { settingsParts } from "./settingsParts";

function validation({ damage, what, count }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `「${what}」有 ${count} 格丢了填写规则，现在什么都能填。修复会补上`;
    case "fragmented":
      return `「${what}」的填写规则太碎，有 ${count} 格要再看一遍。修复会重新装上`;
    default:
      return `「${what}」有 ${count} 格的填写规则被改过，可能放过错的内容。修复会换回设置里的规则`;
  }
}

function highlight({ damage, count }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `少了 ${count} 条颜色规则，该变色的行没有颜色。修复会补上`;
    case "doubled":
      return `${count} 条颜色规则重复了，表会变慢。修复会去掉多余的`;
    case "fragmented":
      return `${count} 条颜色规则被拆散，或没有盖住所有行，有的行不变色。修复会合回一条`;
    case "reordered":
      return `${count} 条颜色规则的先后被调过，被较弱的规则盖住了。修复会排回原来的顺序`;
    default:
      return `${count} 条颜色规则被改过，颜色可能不对。修复会换回原样`;
  }
}

function formula({ damage, what, count }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `少了计算列「${what}」，用到它的颜色和汇总都不准。修复会补上`;
    case "overwritten":
      return `「${what}」有 ${count} 格的公式被盖掉，这些格不再自己更新。修复会放回公式`;
    case "outdated":
      return `${count} 列公式是旧版的。修复会换成更短、更快的写法，结果不变`;
    default:
      return `「${what}」的公式被改过，结果可能不对。修复会换回原来的公式`;
  }
}

function name({ damage, what }: HealthItem): string {
  const use = nameUse(what, "zh-CN");
  const lost = damage === "missing" ? "找不到了" : "指到了别的地方";
  switch (use.of) {
    case "today":
      return `“复盘日期”那一格${lost}，逾期和天数可能按别的日期算。修复会指回设置表`;
    case "language":
      return `“表格语言”那一格${lost}，检查可能用错语言。修复会指回设置表`;
    case "counting":
      return `“天数计算”那一格${lost}，不知道按日历日还是工作日算。修复会指回设置表`;
    case "summary":
      return `汇总表里由加载项计算的那一块${lost}，那里的数不再更新。修复会重新找准位置`;
    case "list":
      return `「${use.list}」下拉列表的选项${lost}，单元格里选不到正确的内容。修复会指回设置表`;
    case "ownList":
      return `一个自建下拉列表的选项${lost}，单元格里选不到正确的内容。修复会指回设置表`;
    case "figure":
      return `汇总里“${terms.figure[use.figure]}”的位置${lost}，引用这个数的地方会显示错误或别的数。修复会指回汇总表`;
    case "other":
      return `加载项要用的一个位置${lost}（名称 ${what}）。修复会指回原处，内容不变`;
  }
}

const sources: Readonly<Record<CellChange["source"], string>> = {
  remembered: "（上次能读的值）",
  said: "（您填的）",
  only: "",
};

function settings({ damage, what, change }: HealthItem): string {
  if (change) {
    const { entry, from, to, source } = change;
    const where = entry === "" ? `设置里的“${what}”` : `设置里「${entry}」的“${what}”`;
    if (source === "only") return `设置里的表头“${String(from)}”认不出，这一列没有起作用。修复会改回“${String(to)}”`;
    return `${where}读不出：“${String(from)}” → ${String(to)}${sources[source]}`;
  }
  switch (damage) {
    case "missing":
      return `设置里少了“${what}”，先按默认处理。修复会补上，有记录的按上次的内容`;
    case "fragmented":
      return `设置里“${what}”中间有空行，下拉列表会多出空选项。修复会往上并拢`;
    default:
      return `设置里的“${what}”读不出。修复会改回上次能读的内容`;
  }
}

function item(found: HealthItem): string {
  const { damage, part, what } = found;
  switch (part) {
    case "validation":
      return validation(found);
    case "highlight":
      return highlight(found);
    case "formula":
      return formula(found);
    case "name":
      return name(found);
    case "id":
      return `「${what}」全空了，${found.count} 个客户对不上跟进记录。修复会补上编号，记录里有的用原来的`;
    case "furthest":
      return `「${what}」全空了，漏斗只看得到客户现在的阶段。修复会按跟进记录和现在的阶段补上 ${found.count} 个客户`;
    case "summary":
      return damage === "missing"
        ? `汇总表「${what}」不见了。修复会重新做一张`
        : `汇总表「${what}」缺了内容，或还是旧的样子。修复会补全，您加的内容不动`;
    case "log":
      return `跟进记录表「${what}」不见了，没有地方记跟进。修复会做一张空的，原来的记录只能用 Excel 的“撤销”或备份找回`;
    case "settingsSheet":
      return `设置表「${what}」不见了，规则按默认处理。修复会按客户表重新做一张`;
    case "settingsTable": {
      const table = settingsTableOf(what);
      return `设置里少了${table === null ? what : settingsParts[table]}，先按默认处理。修复会补上，有记录的按上次的内容`;
    }
    case "settingsCell":
      return settings(found);
  }
}

const entryKinds = {
  fields: "字段",
  stages: "阶段",
  types: "客户类型",
  owners: "负责人",
  reasons: "原因",
  holidays: "休息日或补班日",
  lists: "列表",
} as const;

export const healthText: HealthText = {
  label: "表里的规则",
  healthy: "表里的规则都在：下拉列表、填写限制、颜色和公式都完好。",
  heading: (count) => `表里的规则有 ${count} 处损坏`,
  why: "复制粘贴会带走下拉列表和填写限制，也会拆散颜色规则。修复只补回这些，填好的内容、您自己的规则和格式都不动。",
  item,
  more: (count) => `还有 ${count} 处`,
  repair: "全部修复",
  left: (count) => `设置里还有 ${count} 处要您来定，见下面的列表。`,
  ask: (entry, column, typed) =>
    entry === ""
      ? `“${column}”写着“${typed}”，读不出，也没有记下原来的值。应该是什么？`
      : `「${entry}」的“${column}”写着“${typed}”，读不出，也没有记下原来的值。应该是什么？`,
  askHint: "不填就不动这一格，先按默认处理。",
  choose: "（请选择）",
  noNumber: "这不是数字。",
  goneHeading: (count) => `设置里有 ${count} 项被删掉了`,
  goneWhy: "删掉工作表的一整行，会同时带走几张设置表里的内容。用到它们的客户会报为“列表里没有”。",
  gone: (table, name, list) => (list === null ? `${entryKinds[table]}「${name}」` : `列表“${list}”里的「${name}」`),
  putBack: (count) => (count === 1 ? "放回去" : `全部放回（${count} 项）`),
  letGo: "是有意删的",
  done: (count) => `已修复 ${count} 处`,
};
