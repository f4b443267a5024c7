import type { CellValue } from "../values/value";
import type { TableFacts, ValueGrid } from "../workbook/snapshot";
import { logColumns } from "./logColumns";
import { logText } from "./logText";
import { promiseOutcome } from "./promise";
import { readLog, timelineOf } from "./readLog";

const day = 46_241;
const own = logColumns.map((column) => logText["zh-CN"].headers[column]);

function read(headers: readonly string[], rows: readonly (readonly CellValue[])[]) {
  const area = { row: 0, column: 1, rows: rows.length + 1, columns: headers.length };
  const table: TableFacts = { name: "FollowUpLog", sheet: "跟进记录", area, headers, totals: false };
  const grid: ValueGrid = { sheet: "跟进记录", area, values: [headers, ...rows] };
  return readLog(table, grid, { language: "zh-CN", system: 1900 });
}

const good: readonly CellValue[] = [
  ...["L1", day + 0.5, "A1", "远山能源", "联系", day, "李敏", "电话", "聊了条款", "在等法务", "有进展"],
  ...["方案演示", "合同谈判", day + 7, "按时"],
];

test("a row is read with its place as evidence", () => {
  expect(read(own, [good]).touches).toEqual([
    {
      id: "L1",
      customerId: "A1",
      customer: "远山能源",
      kind: "contact",
      enteredAt: day + 0.5,
      date: day,
      who: "李敏",
      method: "电话",
      content: "聊了条款",
      feedback: "在等法务",
      result: "有进展",
      fromStage: "方案演示",
      toStage: "合同谈判",
      promised: day + 7,
      promise: "kept",
      row: 2,
    },
  ]);
});

test("headers in the other language, in another order and with columns between are found", () => {
  const headers = ["Contact date", "Mood", "Customer ID", "Kind"];
  const { touches, problems } = read(headers, [[day, "good", "A1", "Transfer"]]);
  expect(touches).toMatchObject([{ date: day, customerId: "A1", kind: "transfer", id: "" }]);
  expect(problems).toHaveLength(logColumns.length - 3);
});

test("what people typed is read as far as it goes, and a blank row is none", () => {
  const typed = own.map((header) => (header === "联系日期" ? "2026-08-03" : header === "客户编号" ? 1001 : ""));
  const { touches } = read(own, [typed, own.map(() => ""), own.map(() => "#N/A")]);
  expect(touches[0]).toMatchObject({ customerId: "1001", kind: "contact", date: 46_237, promise: "none", row: 2 });
  expect(touches).toHaveLength(2);
  expect(touches[1]).toMatchObject({ customerId: "", date: null });
});

test("a renamed header and a copied row are said", () => {
  const renamed = own.map((header) => (header === "内容" ? "聊了啥" : header));
  expect(read(renamed, [good, good]).problems).toEqual([
    { code: "missingColumn", column: "content", header: "内容", sheet: "跟进记录" },
    { code: "doubledId", id: "L1", rows: [2, 3], sheet: "跟进记录" },
  ]);
});

test("a timeline is the customer's own, the latest first", () => {
  const at = (id: string, customer: string, date: number) =>
    good.map((cell, column) => (column === 0 ? id : column === 2 ? customer : column === 5 ? date : cell));
  const { touches } = read(own, [at("a", "A1", day - 3), at("b", "A2", day), at("c", "A1", day)]);
  expect(timelineOf(touches, "A1").map(({ id }) => id)).toEqual(["c", "a"]);
});

test.each([
  [null, day, "none"],
  [day, day, "kept"],
  [day + 0.5, day, "kept"],
  [day + 3, day, "kept"],
  [day - 1, day, "late"],
])("promised %p, contact %p: %s", (promised, contact, outcome) => {
  expect(promiseOutcome(promised, contact)).toBe(outcome);
});
