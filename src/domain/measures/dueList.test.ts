import { clockReader } from "../clocks/clocks";
import { dueGroups } from "../clocks/due";
import type { Records } from "../followUps/records";
import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import { touchStub } from "../../../test/support/touchStub";
import { dueReader, inTurn } from "./dueList";
import { lastTouches } from "./lastContact";
import { trendsOf, type Trends } from "./trends";

const today = 46_241;
const ids: readonly FieldId[] = [
  ...(["id", "stage", "customer", "owner", "customerType", "firstContact", "lastContact", "nextDate"] as const),
  ...(["nextStep", "feedback", "note"] as const),
];
const schema = schemaStub({
  stages: [stage("方案", "open", 7), stage("成交", "won"), stage("流失", "lost")],
  types: [
    { name: "新客户", staleDays: null, keyAccount: false },
    { name: "VIP", staleDays: null, keyAccount: true },
  ],
});
const review = reviewStub({ schema, today });

function itemOf(
  cells: Partial<Record<FieldId, CellValue>>,
  fields = ids,
  log = lastTouches([], today),
  trends?: Trends,
) {
  const row = fields.map((id) => cells[id] ?? "");
  const columns = new Map(fields.map((id, at) => [id, at]));
  const records: Records = {
    sheet: "客户",
    area: { row: 3, column: 2, rows: 9, columns: fields.length },
    values: [row],
    columns,
  };
  return dueReader(records, review, log, trends)(row, 4, clockReader(columns, review)(row));
}
const late = { customer: "甲", stage: "方案", nextDate: today - 2 };

test("an item says who and where it is, and what there is to know before calling", () => {
  expect(
    itemOf({ ...late, owner: "张敏", customerType: "vip", lastContact: today - 5.5, nextStep: "报价", note: "x" }),
  ).toMatchObject({
    group: "overdue",
    days: 2,
    customer: "甲",
    owner: "张敏",
    stage: "方案",
    keyAccount: true,
    lastContact: today - 6,
    evidence: { kind: "column", field: "lastContact" },
    note: "报价",
    sheet: "客户",
    cell: "E8",
    row: 8,
  });
});

test("an open customer that cools says so; others, and one without an ID, do not", () => {
  const said = touchStub({ customerId: "C1", kind: "contact", date: today - 20, content: "谈了报价和交期" });
  const trends = trendsOf([said], schema.stages, today);
  const trendOf = (cells: Partial<Record<FieldId, CellValue>>) => itemOf(cells, ids, undefined, trends)?.trend;
  expect(trendOf({ ...late, id: "C1" })).toBe("cooling");
  expect(trendOf({ ...late, id: "C2" })).toBeNull();
  expect(trendOf(late)).toBeNull();
});

test.each<[string, Partial<Record<FieldId, CellValue>>]>([
  ["won", { customer: "甲", stage: "成交", nextDate: today - 2 }],
  ["of which nothing can be said", { customer: "甲", stage: "#N/A", nextDate: today - 2 }],
  ["on track", { customer: "甲", stage: "方案", nextDate: today + 9 }],
])("a customer that is %s wants nothing", (_, cells) => {
  expect(itemOf(cells)).toBeNull();
});

test.each<[string, Partial<Record<FieldId, CellValue>>, boolean]>([
  ["of a key account's type, in another case", { customerType: "vIP" }, true],
  ["of another type", { customerType: "新客户" }, false],
  ["of no type", { customerType: "" }, false],
])("a customer %s", (_, cells, isKey) => {
  expect(itemOf({ ...late, ...cells })?.keyAccount).toBe(isKey);
});

test("a sheet without the columns says nothing in their place", () => {
  const item = itemOf({ stage: "方案", nextDate: today - 2 }, ["stage", "nextDate"]);
  expect(item).toMatchObject({ customer: "", owner: "", note: "", keyAccount: false, cell: "C8" });
});

test.each<[string, Partial<Record<FieldId, CellValue>>, string]>([
  ["the next step", { nextStep: "报价", feedback: "嫌贵", note: "备" }, "报价"],
  ["else the feedback", { nextStep: " ", feedback: "嫌贵", note: "备" }, "嫌贵"],
  ["else the note", { note: 7 }, "7"],
  ["else nothing", {}, ""],
])("the words before a call: %s", (_, cells, words) => {
  expect(itemOf({ ...late, ...cells })?.note).toBe(words);
});

describe("the last contact", () => {
  test.each<[string, Partial<Record<FieldId, CellValue>>, number | null, unknown]>([
    ["is the later of both days", { firstContact: today - 3, lastContact: today - 9 }, today - 3, "firstContact"],
    ["of one day is the last one's", { firstContact: today - 3, lastContact: today - 3 }, today - 3, "lastContact"],
    ["counts to the end of the day", { lastContact: today + 0.9 }, today, "lastContact"],
    ["has not come yet", { firstContact: today - 3, lastContact: today + 1 }, today - 3, "firstContact"],
    ["is no text", { lastContact: "昨天" }, null, null],
  ])("%s", (_, cells, day, field) => {
    const item = itemOf({ ...late, ...cells });
    expect([item?.lastContact, item?.evidence]).toEqual([day, field === null ? null : { kind: "column", field }]);
  });

  test("is shown in the log where the log has a row of that day, the last of several", () => {
    const touches = [
      touchStub({ customerId: "C1", date: today - 4, row: 2 }),
      touchStub({ customerId: "C1", date: today - 3.5, row: 3 }),
      touchStub({ customerId: "C1", date: today - 4, row: 4 }),
      touchStub({ customerId: "C1", date: today + 1, row: 5 }),
      touchStub({ customerId: "C1", date: null, row: 6 }),
      touchStub({ customerId: "C1", kind: "transfer", date: today, row: 7 }),
      touchStub({ customerId: "C2", date: today - 4, row: 8 }),
    ];
    const log = lastTouches(touches, today);
    expect(log).toEqual(
      new Map([
        ["C1", { day: today - 4, row: 4 }],
        ["C2", { day: today - 4, row: 8 }],
      ]),
    );
    const evidenceOf = (lastContact: number) => itemOf({ ...late, id: "C1", lastContact }, ids, log)?.evidence;
    expect(evidenceOf(today - 4)).toEqual({ kind: "log", row: 4 });
    expect(evidenceOf(today - 5)).toEqual({ kind: "column", field: "lastContact" });
    const withoutIds = ids.filter((id) => id !== "id");
    expect(itemOf({ ...late, lastContact: today - 4 }, withoutIds, log)?.evidence).toMatchObject({ kind: "column" });
  });
});

test("the list goes by group, key accounts first, then who has waited longest, else by the sheet", () => {
  const item = (name: string, group: (typeof dueGroups)[number], days: number | null, keyAccount = false) => ({
    ...itemOf(late)!,
    customer: name,
    group,
    days,
    keyAccount,
  });
  const [first = "overdue", second = "today"] = dueGroups;
  const items = [
    item("e", second, 9),
    item("c", first, 5),
    item("d", first, null),
    item("b", first, 5, true),
    item("c2", first, 5),
    item("a", first, 8, true),
    item("c1", first, 6),
  ];
  expect(inTurn(items).map(({ customer }) => customer)).toEqual(["a", "b", "c1", "c", "c2", "d", "e"]);
  expect(inTurn([])).toEqual([]);
});
