import type { NumberRef, NumbersBasis } from "./numberRef";
import type { FieldId } from "../../schema/fieldIds";
import { defaultFields } from "../../settings/proposeSchema";
import { reviewStub, schemaStub, stage } from "../../../../test/support/schemaStub";
import type { Records } from "../../followUps/records";
import type { CellValue } from "../../values/value";
import { touch } from "../../../../test/support/customers";
import { rowsBehind } from "./rowsBehind";
import { allMeasures } from "../allMeasures";

const today = 46_241;
const fields: readonly FieldId[] = ["id", "customer", "stage", "nextDate", "lastContact", "amount", "reason"];
const rows: readonly (readonly CellValue[])[] = [
  ["C1", "甲", "需求", today - 2, today - 9, 100, ""],
  ["C2", "乙", "需求", today + 3, today - 1, "", ""],
  ["C3", "丙", "流失", "", today - 40, 70, "价格"],
];

function basisOf(log: NumbersBasis["touches"]): NumbersBasis {
  const records: Records = {
    sheet: "客户",
    area: { row: 1, column: 0, rows: rows.length, columns: fields.length },
    values: rows,
    columns: new Map(fields.map((field, column) => [field, column])),
  };
  const schema = schemaStub({
    fields: defaultFields((field) => (fields.includes(field) ? field : null)),
    stages: [stage("线索", "open"), stage("需求", "open"), stage("成交", "won"), stage("流失", "lost")],
  });
  const review = reviewStub({ schema, today });
  return { ...review, records, touches: log, measures: allMeasures(records, log, review) };
}

const because = (ref: NumberRef, log: NumbersBasis["touches"] = []) =>
  rowsBehind(ref, basisOf(log)).rows.map(({ customer, because: why }) => [customer?.name, ...why]);

test("a stale customer shows its days, its limit, and the log row of the last contact; then its other flags", () => {
  const log = [touch({ customerId: "C1", date: today - 9, row: 214 })];
  expect(because({ kind: "count", id: "stale" }, log)).toEqual([
    [
      "甲",
      { kind: "flag", flag: { group: "stale", days: 9, limit: 7 }, stage: "需求" },
      { kind: "flag", flag: { group: "overdue", days: 2, limit: null }, stage: "需求" },
      { kind: "lastContact", day: today - 9, evidence: { kind: "log", row: 214 } },
    ],
  ]);
});

test("where the log says nothing of that day, the column is the evidence", () => {
  expect(because({ kind: "count", id: "overdue" })[0]).toContainEqual({
    kind: "lastContact",
    day: today - 9,
    evidence: { kind: "column", field: "lastContact" },
  });
});

test("a weighted amount shows its factors, and a customer without an amount is no zero in it", () => {
  const chance = overviewChance();
  expect(because({ kind: "weighted" })).toEqual([["甲", { kind: "worth", amount: 100, chance }]]);
  expect(because({ kind: "withoutAmount" })).toEqual([["乙", { kind: "noAmount" }]]);
});

test("a reason shows the stage that its customers were last in, as far as the log knows", () => {
  const log = [touch({ customerId: "C3", date: today - 40, fromStage: "线索", toStage: "需求" })];
  expect(because({ kind: "reason", name: "价格" }, log)).toEqual([
    ["丙", { kind: "state", state: "lost", day: null }, { kind: "reached", stage: "需求", known: true }],
  ]);
  expect(because({ kind: "reason", name: "价格" })).toEqual([["丙", { kind: "state", state: "lost", day: null }]]);
});

test("a log row whose customer has gone still counts as a touch", () => {
  const log = [touch({ customerId: "C9", date: today, row: 7 })];
  expect(because({ kind: "touches" }, log)).toEqual([
    [undefined, { kind: "contact", day: today, logRow: 7, substantive: true }],
  ]);
});

function overviewChance(): number {
  return basisOf([]).measures.probabilities[1]!.probability;
}
