import { listedCustomer } from "../../../test/support/customerStub";
import { schemaStub, stage } from "../../../test/support/schemaStub";
import { touchStub } from "../../../test/support/touchStub";
import type { FieldId } from "../schema/fieldIds";
import { lateStageDrafts } from "./drafts";
import { logText } from "./logText";
import { unrecordedStages } from "./unrecordedStages";

const today = 46_241;
const schema = schemaStub({
  stages: [stage("需求确认", "open"), stage("方案演示", "open"), stage("成交", "won"), stage("流失", "lost")],
});
const columns = new Map<FieldId, number>([
  ["stageSince", 0],
  ["furthestStage", 1],
]);
type Row = Parameters<typeof listedCustomer>[0] & { readonly since?: number; readonly furthest?: string };
const customer = ({ since, furthest = "", ...change }: Row) =>
  listedCustomer({ stage: "方案演示", values: [since ?? "", furthest], ...change });
const find = (touches: Parameters<typeof unrecordedStages>[0], ...rows: readonly Row[]) =>
  unrecordedStages(touches, rows.map(customer), { columns }, schema, today).map(({ customer: { id }, from, day }) => [
    id,
    from,
    day,
  ]);

test("a stage that differs from the newest record was changed without one, forward, back or to an end", () => {
  const touches = [touchStub({ date: today - 9 })];
  expect(find(touches, {})).toEqual([["A1", "需求确认", null]]);
  expect(find(touches, { stage: "流失", state: "lost" })).toEqual([["A1", "需求确认", null]]);
  expect(find([touchStub({ date: today - 9, toStage: "成交" })], {})).toEqual([["A1", "成交", null]]);
  expect(find(touches, { stage: "需求确认" })).toEqual([]);
});

test("the day is taken from the row where somebody wrote it after the newest record, and is unknown else", () => {
  const touches = [touchStub({ date: today - 9, enteredAt: today - 6.5 })];
  for (const [since, day] of [
    [today - 2, today - 2],
    [today - 7, null],
    [today - 20, null],
    [today + 3, null],
  ] as const)
    expect(find(touches, { since })).toEqual([["A1", "需求确认", day]]);
});

test("what was entered late counts as written when it was entered; in doubt nothing is said", () => {
  const early = touchStub({ date: today - 3, enteredAt: today - 3, toStage: "需求确认" });
  const late = touchStub({ date: today - 9, enteredAt: today - 1, toStage: "方案演示", row: 3 });
  expect(find([early, late], {})).toEqual([]);
  expect(find([early, late], { stage: "需求确认" })).toEqual([]);
  expect(find([early, late], { stage: "成交", state: "won" })).toEqual([["A1", "方案演示", null]]);
});

test("stages that are not listed, rows without an ID and rows that share one are left alone", () => {
  const touches = [touchStub({ date: today - 9 }), touchStub({ date: today - 9, customerId: "" })];
  expect(find(touches, { stage: "没有这一步" })).toEqual([]);
  expect(find([touchStub({ date: today - 9, toStage: "旧的阶段" })], {})).toEqual([]);
  expect(find(touches, { id: "" })).toEqual([]);
  expect(find(touches, {}, { row: 3 })).toEqual([]);
});

test("without a record only a stage further than the one that was noted is told", () => {
  expect(find([], { furthest: "需求确认" })).toEqual([["A1", "", null]]);
  expect(find([], { furthest: "方案演示", stage: "成交", state: "won" })).toEqual([["A1", "", null]]);
  expect(find([], { furthest: "方案演示" })).toEqual([]);
  expect(find([], { furthest: "方案演示", stage: "需求确认" })).toEqual([]);
  expect(find([], { furthest: "方案演示", stage: "流失", state: "lost" })).toEqual([]);
  expect(find([], {})).toEqual([]);
});

test("its record is a quiet one: it sets no date, and says that it came later", () => {
  const changed = [{ customer: customer({}), from: "需求确认", day: null }];
  const entry = { enteredAt: today + 0.4, today, who: null };
  expect(lateStageDrafts(changed, ["L1"], entry, "zh-CN")).toMatchObject([
    {
      ...{ kind: "stage", logId: "L1", customerId: "A1", date: null, who: "李敏", fromStage: "需求确认" },
      ...{ content: logText["zh-CN"].recordedLater, changes: new Map([["stage", "方案演示"]]) },
    },
  ]);
});
