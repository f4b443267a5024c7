/** For component tests only: a follow-up sheet from the few cells that a test is about. */
import { knownFieldIds, type FieldId } from "../../src/domain/schema/fieldIds";
import type { RepBook } from "../../src/app/log/session";
import type { CellValue } from "../../src/domain/values/value";
import { customersOf, type ListedCustomer } from "../../src/domain/log/customers";
import { defaultField } from "../../src/domain/schema/defaults";
import { type Schema } from "../../src/domain/schema/field";
import { owners, schemaStub, stage } from "./schemaStub";

const headers: Partial<Record<FieldId, string>> = {
  id: "客户编号",
  customer: "客户名称",
  customerType: "客户类型",
  contact: "联系人",
  phone: "电话",
  owner: "负责人",
  coOwners: "协作人",
  stage: "销售阶段",
  nextDate: "下次跟进日期",
  lastContact: "最近联系日期",
  reason: "原因",
  closedOn: "结案日期",
  revisitOn: "再跟进日期",
};

type Cells = Partial<Record<FieldId, CellValue>>;

const shown = knownFieldIds.filter((field) => field in headers);

/** Customers on rows 2, 3 …, and the book that forms are built from. */
export function repDesk(
  rows: readonly Cells[],
  today: number,
  change: Partial<Schema> = {},
): { readonly book: RepBook; readonly customers: readonly ListedCustomer[] } {
  const columns = new Map<FieldId, number>(shown.map((field, column) => [field, column]));
  const schema = schemaStub({
    fields: knownFieldIds.map((field) => defaultField(field, headers[field] ?? null)),
    stages: [stage("方案演示", "open"), stage("成交", "won"), stage("流失", "lost")],
    owners: owners("李敏", "王强"),
    lists: [
      { key: "method", entries: ["电话", "拜访"] },
      { key: "result", entries: ["有进展"] },
    ],
    ...change,
  });
  const records = {
    sheet: "客户",
    area: { row: 1, column: 0, rows: rows.length, columns: columns.size },
    values: rows.map((cells) => shown.map((field) => cells[field] ?? "")),
    columns,
  };
  const book: RepBook = { records, schema, system: 1900, language: "zh-CN", today };
  return { book, customers: customersOf(records, book) };
}
