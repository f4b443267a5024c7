import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { defaultFields } from "../settings/proposeSchema";
import type { Records } from "../followUps/records";
import { reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import { touch } from "../../../test/support/customers";
import { allMeasures } from "./allMeasures";
import { readCustomers } from "./readCustomers";

const today = 46_241;
const ids: readonly FieldId[] = [
  ...([
    "id",
    "customer",
    "stage",
    "owner",
    "nextDate",
    "lastContact",
    "firstContact",
    "closedOn",
    "amount",
    "tags",
  ] as const),
];
const schema = schemaStub({
  fields: defaultFields((id) => (ids.includes(id) ? id : null)),
  stages: [
    stage("New", "open"),
    { ...stage("Offer", "open", 3), probability: 0.6 },
    stage("Won", "won"),
    stage("Lost", "lost"),
    stage("OFFER", "open"),
  ],
  owners: [{ name: "Lily", team: "East", monthTarget: null }],
});
const review = reviewStub({ schema, today });
type Cells = Partial<Record<FieldId, CellValue>>;

function recordsOf(rows: readonly Cells[]): Records {
  return {
    sheet: "客户",
    area: { row: 1, column: 0, rows: rows.length, columns: ids.length },
    values: rows.map((row) => ids.map((id) => row[id] ?? "")),
    columns: new Map(ids.map((id, column) => [id, column])),
  };
}

describe("a row as a customer", () => {
  const read = (cells: Cells) => readCustomers(recordsOf([{ customer: "甲", ...cells }]), review)[0];

  test.each<[string, Cells, object]>([
    [
      "text is trimmed, an owner has a team whatever the case",
      { customer: " 乙 ", owner: "LILY " },
      { name: "乙", owner: "LILY", team: "East" },
    ],
    ["an owner that nobody listed has none", { owner: "Bob" }, { team: "" }],
    ["an open stage has its place", { stage: "offer" }, { state: "open", step: 1 }],
    ["a stage that nobody knows has none", { stage: "Trial" }, { state: "open", step: null }],
    ["a closed one neither", { stage: "WON" }, { state: "won", step: null }],
    ["an error in a key cell: open", { stage: "#N/A" }, { state: "open", stage: "#N/A" }],
    [
      "days are whole",
      { firstContact: today - 0.5, stage: "Won", closedOn: today + 0.9 },
      { created: today - 1, closed: today },
    ],
    [
      "a day to come is none",
      { firstContact: today + 1, stage: "Won", closedOn: today + 1 },
      { created: null, closed: null },
    ],
    ["the first day of the calendar", { firstContact: 1 }, { created: 1 }],
    [
      "what lies before it, and text, is none",
      { firstContact: 0.5, stage: "Won", closedOn: "昨天" },
      { created: null, closed: null },
    ],
    ["an open one has no closing day", { stage: "New", closedOn: today - 3 }, { closed: null }],
    ["an amount of 0 is one", { amount: 0 }, { amount: 0 }],
    ["an amount in words is none", { amount: "待定" }, { amount: null }],
    ["several tags", { tags: "A、 B ,;C" }, { tags: ["A", "B", "C"] }],
    ["no tags", { tags: " " }, { tags: [] }],
    ["due today is not overdue", { nextDate: today }, { overdue: false }],
    ["due yesterday is", { nextDate: today - 1 }, { overdue: true }],
    ["without a next date it is not", {}, { overdue: false }],
  ])("%s", (_, cells, expected) => {
    expect(read(cells)).toMatchObject(expected);
  });

  test("rows that are none are left out, the others keep their places", () => {
    expect(
      readCustomers(recordsOf([{}, { customer: "甲" }, { amount: 5 }, { owner: "Lily" }]), review).map(
        ({ index }) => index,
      ),
    ).toEqual([1, 3]);
  });
});

describe("all measures of a sheet", () => {
  const rows: readonly Cells[] = [
    { id: "C1", customer: "a", stage: "New", firstContact: today - 40, lastContact: today - 1, amount: 100 },
    { id: "C2", customer: "b", stage: "Offer", firstContact: today - 30, lastContact: today - 20, amount: 200 },
    { id: "C3", customer: "c", stage: "Trial", amount: 50, nextDate: today - 1 },
    { id: "C4", customer: "d", stage: "Won", firstContact: today - 60, closedOn: today - 40, amount: 300 },
    { id: "C5", customer: "e", stage: "Lost", firstContact: today - 60, closedOn: today - 55 },
    { id: "C6", customer: "f", stage: "Lost" },
    { id: "C7", customer: "g", stage: "Won", firstContact: today - 60, closedOn: today - 20, amount: 500 },
  ];
  const numbers = allMeasures(recordsOf(rows), [], review);

  test("chances begin with what the team set; what nobody set nobody knows", () => {
    const { probabilities } = allMeasures(recordsOf([]), [], review);
    expect(probabilities.map(({ probability }) => probability)).toEqual([null, 0.6, null]);
  });

  test("the forecast weighs open customers by their stage's chance, those of an unknown stage by the first one's", () => {
    const stages = schema.stages.map((each) => (each.name === "New" ? { ...each, probability: 0.3 } : each));
    const { forecast } = allMeasures(recordsOf(rows), [], { ...review, schema: { ...schema, stages } });
    expect(forecast).toMatchObject({ deals: 3, total: 350, withoutAmount: 0, withoutChance: 0, bases: ["set"] });
    expect(forecast.weighted).toBeCloseTo(150 * 0.3 + 200 * 0.6, 9);
    // Silent for too long, and overdue.
    expect(forecast.neglected).toBeCloseTo(200 * 0.6 + 50 * 0.3, 9);
    expect(numbers.forecast).toMatchObject({ weighted: 200 * 0.6, total: 200, withoutChance: 2 });
  });

  test("velocity is open customers × average won amount × win rate ÷ cycle", () => {
    expect(numbers.velocity).toBeCloseTo((3 * 400 * 0.5) / 30, 9);
  });

  test("decided customers without both dates are counted, and in no curve", () => {
    expect([numbers.undated, numbers.incidence.customers]).toEqual([1, 5]);
    expect(allMeasures(recordsOf([{ customer: "a", stage: "New" }]), [], review).undated).toBe(0);
  });

  test("each rate is of its own definition", () => {
    const { closed, created, broad, strict } = numbers.winRates;
    expect([closed, created, broad, strict].map((rate) => rate && [rate.part, rate.whole])).toEqual([
      [2, 4],
      [2, 7],
      [2, 4],
      [2, 6],
    ]);
  });

  test("what the sheet has no columns for is not known, and is no zero", () => {
    const without = (...gone: readonly FieldId[]) =>
      allMeasures(
        recordsOf(rows.map((row) => ({ ...row, ...Object.fromEntries(gone.map((id) => [id, ""])) }))),
        [],
        review,
      );
    const columnless = (...gone: readonly FieldId[]) => {
      const records = recordsOf(rows);
      const columns = new Map([...records.columns].filter(([id]) => !gone.includes(id)));
      return allMeasures({ ...records, columns }, [], review);
    };
    const unknown = columnless("stage");
    expect(unknown.winRates).toEqual({ closed: null, created: null, broad: null, strict: null });
    expect(unknown.converted).toEqual([null, null, null]);
    for (const { winRates, forecast } of [
      columnless("lastContact"),
      columnless("nextDate"),
      without("lastContact", "firstContact"),
    ]) {
      expect(winRates.strict).toBeNull();
      expect(winRates.broad).toMatchObject({ part: 2, whole: 4 });
      expect(forecast).toMatchObject({ weighted: 120, neglected: null });
    }
    expect(without("nextDate").winRates.strict).toMatchObject({ part: 2, whole: 5 });
  });

  test("the log is looked at over a week and a month that end today", () => {
    expect(numbers.logged).toBeNull();
    const log = [touch({ customerId: "C1", date: today - 6 }), touch({ customerId: "C2", date: today - 7 })];
    const { logged } = allMeasures(recordsOf(rows), log, review);
    expect(logged).toMatchObject({
      week: { from: today - 6, to: today },
      month: { from: today - 29, to: today },
      touches: { all: 1, customers: 1 },
    });
    expect(logged?.coverage.contacted.map(({ id }) => id)).toEqual(["C1"]);
  });
});
