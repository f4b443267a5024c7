import { mondayOf, serialOf, serialOfIso } from "../values/date";
import { schemaStub, stage } from "../../../test/support/schemaStub";
import type { ListedCustomer } from "./customers";
import { listedCustomer } from "../../../test/support/customerStub";
import type { Touch } from "./touch";
import { touchStub } from "../../../test/support/touchStub";
import { weekReportText, type WeekReport } from "./weekReport";

/** Monday, 10 August 2026: the week before runs from 3 to 9 August. */
const monday = serialOf({ year: 2026, month: 8, day: 10 }, 1900)!;
const schema = schemaStub({
  stages: [stage("需求确认", "open"), stage("方案演示", "open"), stage("成交", "won"), stage("流失", "lost")],
});

const base: WeekReport = {
  week: "last",
  touches: [],
  customers: [],
  columns: new Map([["amount", 0]]),
  schema,
  who: "李敏",
  today: monday,
  system: 1900,
  language: "zh-CN",
};

let row = 1;
function touch(customer: string, daysBefore: number, change: Partial<Touch> = {}): Touch {
  row += 1;
  return touchStub({ id: `L${row}`, customerId: customer, customer, date: monday - daysBefore, row, ...change });
}

function report(touches: readonly Touch[], customers: readonly ListedCustomer[] = [], who: string | null = "李敏") {
  return weekReportText({ ...base, touches, customers, who });
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
  const text = weekReportText({ ...base, who: null, today });
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
  expect(text.split("\n").slice(0, 3)).toEqual([
    "【上周跟进】李敏 8月3日–8月9日",
    "联系 3 次，2 个客户",
    "约好的：按时 1 次，晚了 1 次",
  ]);
});

test("each customer that was contacted stands on a line, with what was said, what came of it and what comes next", () => {
  const customers = [
    listedCustomer({ id: "A1", name: "华宇", values: [380_000], nextStep: "回条款", nextDate: monday + 2 }),
    listedCustomer({ id: "A2", name: "远山", stage: "成交", state: "won", nextStep: "旧的", nextDate: null }),
  ];
  const text = report(
    [
      touch("A1", 6, { content: "要\n新报价", result: "有意向" }),
      touch("A1", 4, { feedback: "价格高" }),
      touch("A2", 3, { customer: "远山", content: "签了" }),
      touch("A9", 2, { customer: "已删除的客户", content: "打过电话" }),
    ],
    customers,
  );
  const lines = text.split("\n");
  expect(lines.slice(lines.indexOf("跟进内容") + 1, -2)).toEqual([
    "· 已删除的客户：8月8日 打过电话",
    "· 远山（成交）：8月7日 签了",
    "· 华宇（需求确认，38万）：8月4日 要 新报价（有意向）；8月6日 价格高；下一步 回条款（8月12日）",
  ]);
});

test("the team's report says whose customer it is", () => {
  const text = report([touch("A1", 4, { content: "谈了" })], [listedCustomer({ id: "A1", owner: "王强" })], null);
  expect(text).toContain("· 远山能源（王强，需求确认）：8月6日 谈了");
});

test("a long week is cut, with how many more there are", () => {
  const touches = Array.from({ length: 26 }, (_, index) => touch(`C${index}`, 3, { content: "谈了" }));
  expect(report(touches)).toContain("\n……还有 6 个\n");
});

test("what was won stands with its amount, what was lost with its reason", () => {
  const customers = [
    listedCustomer({ id: "A1", state: "won", stage: "成交", values: [380_000], nextDate: null }),
    listedCustomer({ id: "A2", state: "lost", stage: "流失", reason: "价格\n太高", nextDate: null }),
  ];
  const text = report(
    [touch("A1", 5, { customer: "华宇", toStage: "成交" }), touch("A2", 5, { customer: "金桥", toStage: "流失" })],
    customers,
  );
  expect(text).toContain("\n成交 1：华宇（38万）\n流失 1：金桥（价格 太高）\n");
});

test("this week's report goes to the review day, and looks at the next week", () => {
  const thursday = monday + 3;
  const text = weekReportText({
    ...base,
    week: "this",
    today: thursday,
    touches: [
      touch("A1", 0, { content: "周一" }),
      touch("A1", -3, { content: "今天" }),
      touch("A1", 1),
      touch("A1", -4),
    ],
    customers: [6, 7, 13, 14].map((days) => listedCustomer({ id: "", name: `下周${days}`, nextDate: monday + days })),
  });
  expect(text.split("\n")[0]).toBe("【本周跟进】李敏 8月10日–8月13日");
  expect(text).toContain("联系 2 次，1 个客户");
  expect(text).toContain("\n下周已约 2：下周7、下周13\n");
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
  expect(text.split("\n").slice(2, 5)).toEqual([
    "成交 1：华宇",
    "流失 1：金桥",
    "阶段变动 1：蓝海（需求确认 → 方案演示）",
  ]);
});

test("a move of which nobody knows the day counts on the day of its entry, behind what was before it", () => {
  const text = report([
    touch("华宇", 6, { fromStage: "方案演示", toStage: "需求确认" }),
    touch("华宇", 0, { kind: "stage", date: null, enteredAt: monday - 2.5, toStage: "成交" }),
  ]);
  expect(text.split("\n")).toContain("成交 1：华宇");
});

test("what is ahead counts open customers of this week by name, and a quiet week says so", () => {
  const customers = [-1, 0, 6, 7].map((days) => listedCustomer({ name: `客户${days}`, nextDate: monday + days }));
  const text = report([], [...customers, listedCustomer({ state: "lost", nextDate: monday })]);
  expect(text.split("\n").slice(1)).toEqual(["没有联系记录。", "这周已约 2：客户0、客户6", "逾期 1：客户-1"]);
});
