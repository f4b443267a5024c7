import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { defaultField } from "../schema/defaults";
import type { Schema } from "../schema/field";
import { reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import { clockReader } from "./clocks";

const today = 46_241;
const schema: Schema = schemaStub({
  fields: [defaultField("customer", "客户")],
  stages: [
    stage("线索", "open", 3),
    stage("方案", "open"),
    stage("无限制", "open", 0),
    stage("Won", "won"),
    stage("流失", "lost"),
    stage("搁置", "parked"),
  ],
});

type Row = Partial<Record<FieldId, CellValue>>;
const all: readonly FieldId[] = ["customer", "owner", "stage", "nextDate", "lastContact", "firstContact"];

function read(row: Row, columns: readonly FieldId[] = all) {
  const reader = clockReader(new Map(columns.map((field, column) => [field, column])), reviewStub({ schema, today }));
  return reader(columns.map((field) => row[field] ?? ""));
}

describe("silence", () => {
  test.each([
    ["exactly the limit is not stale", today - 3, 3, false],
    ["one day more is", today - 4, 4, true],
    ["today's contact is none", today, 0, false],
    ["a time of day counts as its day", today - 3.25, 4, true],
    ["this afternoon is today", today + 0.75, 0, false],
  ])("%s", (_, lastContact, daysSilent, stale) => {
    expect(read({ customer: "甲", stage: "线索", lastContact })).toMatchObject({ daysSilent, stale });
  });

  test("the stage decides the limit, and an unknown or blank stage takes seven days", () => {
    const lastContact = today - 7;
    expect(read({ stage: "线索", lastContact })).toMatchObject({ staleDays: 3, stale: true });
    expect(read({ stage: "方案", lastContact })).toMatchObject({ staleDays: 7, stale: false });
    expect(read({ stage: "观望", lastContact })).toMatchObject({ staleDays: 7, stale: false });
    expect(read({ customer: "甲", lastContact: today - 8 })).toMatchObject({ staleDays: 7, stale: true });
    expect(read({ stage: "无限制", lastContact: today - 8 })).toMatchObject({ staleDays: 7, stale: true });
  });

  test("counts from the later of first and last contact, and from the first where there was no other", () => {
    expect(read({ stage: "方案", firstContact: today - 9, lastContact: today - 2 }).daysSilent).toBe(2);
    expect(read({ stage: "方案", firstContact: today - 1, lastContact: today - 5 }).daysSilent).toBe(1);
    expect(read({ stage: "方案", firstContact: today - 9 }).daysSilent).toBe(9);
  });

  test("a contact in the future has not happened", () => {
    expect(read({ stage: "方案", firstContact: today - 9, lastContact: today + 1 }).daysSilent).toBe(9);
    expect(read({ stage: "方案", lastContact: today + 1 }).daysSilent).toBeNull();
  });

  test.each(["", "上周", "2026-08-01", true, "#N/A", -4, 0])("%j is no contact", (lastContact) => {
    expect(read({ stage: "方案", lastContact })).toMatchObject({ daysSilent: null, stale: false });
  });

  test("is not measured on a sheet without a last contact, even where it has a first one", () => {
    expect(read({ stage: "线索", firstContact: today - 90 }, ["customer", "stage", "firstContact"])).toMatchObject({
      daysSilent: null,
      stale: false,
    });
  });
});

describe("the next date", () => {
  test.each([
    [today - 1, 1],
    [today - 0.5, 1],
    [today, 0],
    [today + 0.9, 0],
    [today + 1, -1],
  ])("%d is %d days late", (nextDate, daysLate) => {
    expect(read({ stage: "线索", nextDate })).toMatchObject({ daysLate, noNextStep: false });
  });

  test.each(["", "   "])("%j is no next step", (nextDate) => {
    expect(read({ stage: "线索", nextDate })).toMatchObject({ daysLate: null, noNextStep: true });
  });

  test("text is neither late nor missing: the check reports it", () => {
    expect(read({ stage: "线索", nextDate: "2026-08-01" })).toMatchObject({ daysLate: null, noNextStep: false });
  });

  test("a sheet without the column has no customers without a next step", () => {
    expect(read({ customer: "甲", stage: "线索" }, ["customer", "stage"]).noNextStep).toBe(false);
  });
});

describe("closed customers", () => {
  test.each([
    ["Won", "won"],
    ["WON", "won"],
    ["流失", "lost"],
    ["搁置", "parked"],
  ] as const)("%s is %s and has no clocks", (stage, state) => {
    expect(read({ customer: "甲", stage, nextDate: today - 5, lastContact: today - 50 })).toMatchObject({
      state,
      daysLate: null,
      daysSilent: null,
      stale: false,
      noNextStep: false,
    });
  });

  test.each(["Won ", " 流失", "W?n", "*", ""])("%j is not the name of a closed stage", (stage) => {
    expect(read({ customer: "甲", stage }).state).toBe("open");
  });

  test("a stage that was typed as a number is found by its digits", () => {
    const numbered: Schema = { ...schema, stages: [stage("9", "won")] };
    expect(clockReader(new Map([["stage", 0]]), reviewStub({ schema: numbered, today }))([9]).state).toBe("won");
  });
});

describe("rows that say nothing", () => {
  test("a row is no customer while its key cells are blank, whatever else stands there", () => {
    expect(read({ lastContact: today, firstContact: today }).state).toBe("blank");
    expect(read({ customer: " ", owner: "  " }).state).toBe("blank");
    expect(read({ owner: "张敏" }).state).toBe("open");
  });

  test.each(["customer", "owner", "stage", "nextDate"] as const)(
    "an error in the %s cell leaves nothing to say",
    (field) => {
      expect(read({ customer: "甲", lastContact: today - 90, [field]: "#REF!" })).toMatchObject({
        state: "broken",
        daysSilent: null,
        daysLate: null,
      });
    },
  );

  test("an error elsewhere does not matter", () => {
    expect(read({ customer: "甲", nextDate: today, lastContact: "#N/A" })).toMatchObject({
      state: "open",
      daysLate: 0,
    });
  });
});

describe("limits of stages and customer types", () => {
  const columns: readonly FieldId[] = ["customer", "stage", "customerType", "lastContact", "stageSince", "revisitOn"];
  const limited: Schema = {
    ...schema,
    stages: [
      { ...stage("线索", "open", 5), warnDays: 2, stuckDays: 10 },
      stage("方案", "open", 0),
      { ...stage("流失", "lost"), stuckDays: 1 },
      stage("搁置", "parked"),
      stage("成交", "won"),
    ],
    types: [
      { name: "重点客户", staleDays: 3, keyAccount: true },
      { name: "老客户", staleDays: 30, keyAccount: false },
      { name: "新客户", staleDays: null, keyAccount: false },
    ],
  };
  const readWith = (row: Row, of: Schema = limited, day = today) =>
    clockReader(
      new Map(columns.map((field, column) => [field, column])),
      reviewStub({ schema: of, today: day }),
    )(columns.map((field) => row[field] ?? ""));

  test.each([
    ["线索", "重点客户", 3],
    ["线索", "老客户", 5],
    ["线索", "新客户", 5],
    ["线索", "别的", 5],
    ["方案", "老客户", 30],
    ["方案", "", 7],
    ["别的", "重点客户", 3],
  ])(
    "in stage %s a customer of type %s goes stale after %d days: the smaller limit that is set",
    (name, type, limit) => {
      const row = { customer: "甲", stage: name, customerType: type };
      expect(readWith({ ...row, lastContact: today - limit })).toMatchObject({ staleDays: limit, stale: false });
      expect(readWith({ ...row, lastContact: today - limit - 1 })).toMatchObject({ stale: true, goingQuiet: false });
    },
  );

  test.each([
    ["where the stage says from when", "线索", 2, true],
    ["not a day sooner", "线索", 1, false],
    ["one day before the limit where it does not", "方案", 6, true],
    ["not two", "方案", 5, false],
  ])("a warning comes %s", (_, name, silent, goingQuiet) => {
    expect(readWith({ stage: name, lastContact: today - silent })).toMatchObject({ goingQuiet, stale: false });
  });

  test("stuck is more days in the stage than its limit, in open stages that have one", () => {
    const stuck = (name: string, since: CellValue) => readWith({ stage: name, stageSince: since }).stuck;
    expect(stuck("线索", today - 10)).toBe(false);
    expect(stuck("线索", today - 11)).toBe(true);
    expect(stuck("方案", today - 99)).toBe(false);
    expect(stuck("流失", today - 99)).toBe(false);
    expect(stuck("线索", "很久")).toBe(false);
    expect(readWith({ stage: "线索", stageSince: today + 1 }).daysInStage).toBeNull();
  });

  test("working days: a long holiday makes nobody stale", () => {
    const [friday, monday] = [46_241, 46_244];
    const working: Schema = {
      ...limited,
      calendar: { counting: "working", off: [monday, monday + 1, monday + 2, monday + 3], on: [] },
    };
    const row = { stage: "线索", lastContact: friday, stageSince: friday };
    expect(readWith(row, working, monday + 4)).toMatchObject({ daysSilent: 1, stale: false, daysInStage: 1 });
    expect(readWith(row, limited, monday + 4)).toMatchObject({ daysSilent: 7, stale: true, daysInStage: 7 });
  });

  test("lost and parked customers come back on their day; won and open ones have none", () => {
    expect(readWith({ stage: "搁置", revisitOn: today + 3 }).revisitDays).toBe(-3);
    expect(readWith({ stage: "流失", revisitOn: today - 0.5 }).revisitDays).toBe(1);
    expect(readWith({ stage: "成交", revisitOn: today }).revisitDays).toBeNull();
    expect(readWith({ stage: "线索", revisitOn: today }).revisitDays).toBeNull();
    expect(readWith({ stage: "搁置", revisitOn: "年后" }).revisitDays).toBeNull();
  });
});
