import { knownFieldIds, type FieldId } from "../schema/fieldIds";
import fc from "fast-check";
import { calculatedHeaders, headerNames } from "../schema/headerNames";
import { matchHeaders } from "./headers";
import { headerKey } from "./knownNames";

/** Fields found, by header. */
function found(...headers: string[]): Record<string, FieldId> {
  return Object.fromEntries(matchHeaders(headers).map(({ field, column }) => [headers[column] ?? "", field]));
}

test("finds the fields of a Chinese follow-up sheet", () => {
  expect(found("客户名称", "销售阶段", "下次跟进日期", "最近跟进日期", "预计金额(元)", "负责人", "备注")).toEqual({
    客户名称: "customer",
    销售阶段: "stage",
    下次跟进日期: "nextDate",
    最近跟进日期: "lastContact",
    "预计金额(元)": "amount",
    负责人: "owner",
    备注: "note",
  });
});

test.each([
  "客户\n名称",
  "客户\r\n名称",
  " 客户名称 ",
  "\u3000客户\u3000名称",
  "客户\u00a0名称\u00a0",
  "\u200b客户名称",
  "客户名称\n*",
])("%j is read like 客户名称", (header) => {
  expect(headerKey(header)).toBe(headerKey("客户名称"));
  expect(found(header)).toEqual({ [header]: "customer" });
});

test("finds the fields of an English sales pipeline and leaves the product alone", () => {
  const headers = ["opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date"];
  expect(found(...headers, "close_value")).toEqual({
    opportunity_id: "id",
    sales_agent: "owner",
    account: "customer",
    deal_stage: "stage",
    engage_date: "firstContact",
    close_date: "closedOn",
    close_value: "amount",
  });
});

test.each([
  ["上次联系", "lastContact", "下次联系", "nextDate"],
  ["最近跟进", "lastContact", "下次跟进", "nextDate"],
  ["首次联系", "firstContact", "最近联系", "lastContact"],
  ["Last contact", "lastContact", "Next contact", "nextDate"],
  ["负责人", "owner", "联系人", "contact"],
  ["跟进人", "owner", "对接人", "contact"],
  ["电话", "phone", "状态", "stage"],
  ["手机", "phone", "客户", "customer"],
  ["阶段", "stage", "备注", "note"],
  ["下次跟进日期", "nextDate", "下一步", "nextStep"],
] as const)("%s is %s, %s is %s, in whatever order they stand", (a, fieldOfA, b, fieldOfB) => {
  expect(found(a, b)).toEqual({ [a]: fieldOfA, [b]: fieldOfB });
  expect(found(b, a)).toEqual({ [a]: fieldOfA, [b]: fieldOfB });
  expect(found(a)).toEqual({ [a]: fieldOfA });
});

test.each([
  "联系人2",
  "开始",
  "结束",
  "上下次",
  "联系",
  "日期",
  "跟进",
  "合计",
  "",
  " ",
  "（元）",
  "客户满意度",
  "next",
  "last",
])("%j is nobody's header", (header) => {
  expect(matchHeaders([header])).toEqual([]);
});

test.each([
  ["负责人*", "owner"],
  [" 负 责 人 ", "owner"],
  ["预计金额（元）*", "amount"],
  ["预计金额【万元】", "amount"],
  ["ＯＷＮＥＲ", "owner"],
  ["next_follow-up", "nextDate"],
  ["E-Mail", "mail"],
  ["客户名称：", "customer"],
] as const)("%j reads as %s", (header, field) => {
  expect(matchHeaders([header])[0]?.field).toBe(field);
});

test("a field's own name wins over an alias, the likelier alias over the others, the left column over the right", () => {
  expect(matchHeaders(["公司", "客户名称"])).toEqual([{ field: "customer", column: 1, by: "exact" }]);
  expect(matchHeaders(["公司", "客户"])).toEqual([{ field: "customer", column: 1, by: "alias" }]);
  expect(matchHeaders(["金额（元）", "金额（美元）"])).toEqual([{ field: "amount", column: 0, by: "exact" }]);
});

test("no name stands for two fields, and none is one of the calculated columns", () => {
  const owners = new Map<string, FieldId>();
  for (const field of knownFieldIds) {
    const { own, aliases } = headerNames[field];
    for (const name of [...Object.values(own), ...aliases]) {
      const key = headerKey(name);
      expect([name, owners.get(key) ?? field]).toEqual([name, field]);
      owners.set(key, field);
    }
  }
  for (const headers of Object.values(calculatedHeaders)) {
    for (const header of Object.values(headers)) expect(owners.has(headerKey(header))).toBe(false);
  }
});

test("each field gets one column at most, and each column one field", () => {
  const names = knownFieldIds.flatMap((field) => [
    ...Object.values(headerNames[field].own),
    ...headerNames[field].aliases,
  ]);
  const header = fc.oneof(fc.constantFrom(...names), fc.string());
  fc.assert(
    fc.property(fc.array(header, { maxLength: 30 }), (headers) => {
      const matches = matchHeaders(headers);
      expect(new Set(matches.map(({ field }) => field)).size).toBe(matches.length);
      expect(new Set(matches.map(({ column }) => column)).size).toBe(matches.length);
    }),
  );
});
