import type { CustomerType } from "../../schema/field";
import { terms as en } from "../../schema/terms/en";
import { optionalDays, text, yesNo } from "../cells";
import type { EntryTable } from "../column";

/** One row per customer type. */
export const typesTable: EntryTable<CustomerType> = {
  table: "types",
  name: "name",
  keyOf: (name) => name,
  start: (name) => ({ name, staleDays: null, keyAccount: false }),
  entries: ({ types }) => types,
  columns: {
    name: { header: { "zh-CN": "客户类型", en: "Customer type" }, width: 16, ...text },
    staleDays: { header: { "zh-CN": "停滞天数", en: "Stale after days" }, width: 12, ...optionalDays },
    keyAccount: { header: { "zh-CN": "重点", en: en.keyAccount }, width: 13, ...yesNo },
  },
};
