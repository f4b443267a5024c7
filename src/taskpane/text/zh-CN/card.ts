import { fieldName } from "../../../domain/schema/fieldName";
import type { CardText } from "../types/card";

export const cardText: CardText = {
  open: (customer) => `打开 ${customer} 的客户卡片`,
  back: "返回",
  gone: "这个客户已经不在表里了，可能有人删了这一行或改了客户编号。",
  inStage: (days) => `在本阶段 ${days} 天`,
  row: (row) => `表格第 ${row} 行`,
  noPhone: "没有电话",
  copy: "复制",
  call: "拨打",
  copied: (phone) => `已复制 ${phone}`,
  amount: fieldName("amount", "zh-CN"),
  nextStep: fieldName("nextStep", "zh-CN"),
  nextDate: fieldName("nextDate", "zh-CN"),
  owner: fieldName("owner", "zh-CN"),
  none: "—",
  recent: "最近跟进",
  more: (count) => `还有 ${count} 次`,
  close: "结案",
  closeAs: "结案为",
};
