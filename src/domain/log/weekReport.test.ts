import { serialOf, serialOfIso } from "../values/date";
import { schemaStub, stage } from "../../../test/support/schemaStub";
import type { ListedCustomer } from "./customers";
import { listedCustomer } from "../../../test/support/customerStub";
import type { Touch } from "./touch";
import { touchStub } from "../../../test/support/touchStub";
import { mondayOf, weekReportText } from "./weekReport";

/** Monday, 10 August 2026: the week before runs from 3 to 9 August. */
const monday = serialOf({ year: 2026, month: 8, day: 10 }, 1900)!;
const schema = schemaStub({
  stages: [stage("需求确认", "open"), stage("方案演示", "open"), stage("成交", "won"), stage("流失", "lost")],
});

let row = 1;
function touch(customer: string, daysBefore: number, change: Partial<Touch> = {}): Touch {
  row += 1;
  return touchStub({ id: `L${row}`, customerId: customer, customer, date: monday - daysBefore, row, ...change });
}

function report(touches: readonly Touch[], customers: readonly ListedCustomer[] = [], who: string | null = "李敏") {
  return weekReportText({ touches, customers, schema, who, today: monday, system: 1900, language: "zh-CN" });
}

test("a week begins on Monday", () => {
  expect([0, 1, 6, 7].map((days) => mondayOf(monday + days, 1900) - monday)).toEqual([0, 0, 0, 7]);
  expect(mondayOf(monday - 1, 1900)).toBe(monday - 7);
});

test.each([
  ["a Friday", "2026-12-04", "11月23日–11月29日"],
  ["a Saturday", "2026-11-28", "11月16日–11月22日"],
  ["a Sunday", "2026-11-01", "10月19日–10月25日"],
  ["a Monday", "2027-03-01", "2月22日–2月28日"],
  ["31 December", "2026-12-31", "12月21日–12月27日"],
  ["a Friday in the first week of a year", "2027-01-01", "12月21日–12月27日"],
  ["29 February", "2028-02-29", "2月21日–2月27日"],
])("on %s the report is about the whole week before", (_, day, week) => {
  const today = serialOfIso(day, 1900)!;
  const text = weekReportText({
    touches: [],
    customers: [],
    schema,
    who: null,
    today,
    system: 1900,
    language: "zh-CN",
  });
  expect(text.split("\n")[0]).toBe(`【上周跟进】团队 ${week}`);
});

test("contacts and promises of that week count, by who had them; what was moved without a contact does not", () => {
  const text = report([
    touch("华宇", 7, { promise: "kept" }),
    touch("华宇", 1, { promise: "late" }),
    touch("远山", 3),
    touch("蓝海", 8),
    touch("金桥", 0),
    touch("青禾", 4, { kind: "reschedule" }),
    touch("北屿", 4, { who: "王强" }),
  ]);
  expect(text).toBe(
    "【上周跟进】李敏 8月3日–8月9日\n联系 3 次，2 个客户\n约好的：按时 1 次，晚了 1 次\n这周已约 0 个，逾期 0 个",
  );
});

test("a stage that went there and back is no move; the first and the last count", () => {
  const text = report([
    touch("华宇", 6, { toStage: "方案演示" }),
    touch("华宇", 5, { fromStage: "方案演示", toStage: "成交" }),
    touch("远山", 6, { toStage: "方案演示" }),
    touch("远山", 5, { fromStage: "方案演示" }),
    touch("蓝海", 4, { toStage: "方案演示" }),
    touch("金桥", 2, { toStage: "流失" }),
  ]);
  expect(text.split("\n").slice(2, -1)).toEqual([
    "成交 1：华宇",
    "流失 1：金桥",
    "阶段变动 1：蓝海（需求确认 → 方案演示）",
  ]);
});

test("what is ahead counts open customers of this week, and a quiet week says so", () => {
  const customers = [-1, 0, 6, 7].map((days) => listedCustomer({ nextDate: monday + days }));
  const text = report([], [...customers, listedCustomer({ state: "lost", nextDate: monday })]);
  expect(text.split("\n").slice(1)).toEqual(["没有联系记录。", "这周已约 2 个，逾期 1 个"]);
});
