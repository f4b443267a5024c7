import type { HealthItem } from "../../../domain/plan/healthItem";
import { settingsTableOf } from "../settingsTableOf";
import type { HealthText } from "../types/health";
import { settingsParts } from "./settingsParts";

function validation({ damage, what, count }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `「${what}」有 ${count} 格没有了填写规则`;
    case "fragmented":
      return `「${what}」的填写规则太碎，有 ${count} 格要再看一遍`;
    default:
      return `「${what}」有 ${count} 格的填写规则被改过`;
  }
}

function highlight({ damage, count }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `少了 ${count} 条颜色规则`;
    case "doubled":
      return `${count} 条颜色规则重复了`;
    case "fragmented":
      return `${count} 条颜色规则被拆散，或没有盖住所有行`;
    case "reordered":
      return `${count} 条颜色规则的先后被调过，被较弱的规则盖住了`;
    default:
      return `${count} 条颜色规则被改过`;
  }
}

function formula({ damage, what, count }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `少了计算列「${what}」`;
    case "overwritten":
      return `「${what}」有 ${count} 格的公式被盖掉`;
    case "outdated":
      return `${count} 列公式是旧版的：换成更短、更快的写法，结果不变`;
    default:
      return `「${what}」的公式被改过`;
  }
}

function settings({ damage, what }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `设置里少了“${what}”，按现在用的规则补上`;
    case "fragmented":
      return `设置里“${what}”中间有空行，往上并拢`;
    default:
      return `设置里的“${what}”读不出，换回原来的`;
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
      return damage === "missing" ? `名称 ${what} 不见了` : `名称 ${what} 指错了地方`;
    case "id":
      return `「${what}」全空了，${found.count} 个客户都没有编号：补上，跟进记录里有的用原来的`;
    case "summary":
      return damage === "missing" ? `汇总表「${what}」不见了，重新做一张` : `汇总表「${what}」有内容要补`;
    case "log":
      return `跟进记录表「${what}」不见了，重新做一张空的`;
    case "settingsSheet":
      return `设置表「${what}」不见了，按客户表重新做一张`;
    case "settingsTable": {
      const table = settingsTableOf(what);
      return `设置里少了${table === null ? what : settingsParts[table]}，按现在用的规则补上`;
    }
    case "settingsCell":
      return settings(found);
  }
}

export const healthText: HealthText = {
  label: "表里的规则",
  healthy: "表里的规则都在：下拉列表、填写限制、颜色和公式都完好。",
  heading: (count) => `表里的规则有 ${count} 处损坏`,
  why: "复制粘贴会带走下拉列表和填写限制，也会拆散颜色规则。修复只补回这些，填好的内容、您自己的规则和格式都不动。",
  item,
  more: (count) => `还有 ${count} 处`,
  repair: "全部修复",
  left: (count) => `设置里还有 ${count} 处要您来定，见下面的列表。`,
  done: (count) => `已修复 ${count} 处`,
  close: "知道了",
};
