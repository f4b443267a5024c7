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

test("on one day the touch entered last comes first, then the one further down; a touch without a day counts by its entry", () => {
  const at = (id: string, date: CellValue, enteredAt: CellValue) =>
    good.map((cell, column) => (column === 0 ? id : column === 5 ? date : column === 1 ? enteredAt : cell));
  const { touches } = read(own, [
    at("morning", day, day + 0.4),
    at("evening", day, day + 0.8),
    at("unknown", day, ""),
    at("evening again", day, day + 0.8),
    at("undated", "", day + 1.2),
    at("before", day - 1, day + 2),
  ]);
  expect(timelineOf(touches, "A1").map(({ id }) => id)).toEqual([
    "undated",
    "evening again",
    "evening",
    "morning",
    "unknown",
    "before",
  ]);
});

test("dates are whole days, times of entry are not; what is no date is none", () => {
  const cells = (date: CellValue) => own.map((header) => (header === "联系日期" || header === "录入时间" ? date : ""));
  const dates = [day + 0.75, 0, -3, true, "改天"].map((date) => {
    const [touch] = read(own, [cells(date)]).touches;
    return [touch?.date, touch?.enteredAt];
  });
  expect(dates).toEqual([[day, day + 0.75], ...Array.from({ length: 4 }, () => [null, null])]);
});

test.each([
  ["2026年8月7日 10:30", day],
  ["2026-08-07 上午10:30", day],
  ["8/15/2026 10:30 AM", day + 8],
  ["2026-08-07T10:30:00Z", day],
  ["15 Aug 2026", day + 8],
  ["2026-08-07 25:99", null],
  ["8/7/2026", null],
])("%s is a day in the log as it is for the check", (date, serial) => {
  const row = own.map((header) => (header === "联系日期" || header === "下次跟进日期" ? date : ""));
  expect(read(own, [row]).touches[0]?.date).toBe(serial);
});

test("the first of two equal headers counts, and the words of both languages are read", () => {
  const headers = ["客户编号", "客户编号", "类别", "上次约定"];
  const { touches } = read(headers, [["A1", "A2", "transfer", "Late"]]);
  expect(touches).toMatchObject([{ customerId: "A1", kind: "transfer", promise: "late" }]);
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
