import type { ClosingReason, Outcome } from "../../schema/field";
import type { FieldId } from "../../schema/fieldIds";
import { defaultFields } from "../../settings/proposeSchema";
import { reviewStub, schemaStub, stage } from "../../../../test/support/schemaStub";
import type { Records } from "../../followUps/records";
import { checkSheet } from "../checkSheet";
import { planFixes } from "../planFixes";

const columns: readonly FieldId[] = ["customer", "stage", "reason"];
const reason = (name: string, outcome: Outcome | null): ClosingReason => ({ name, outcome, revisitDays: null });
const schema = schemaStub({
  fields: defaultFields((id) => (columns.includes(id) ? id : null)),
  stages: [stage("演示", "open"), stage("成交", "won"), stage("流失", "lost"), stage("搁置", "parked")],
  reasons: [
    reason("价格高", "lost"),
    reason("性价比", "won"),
    reason("预算", "lost"),
    reason("预算", "parked"),
    reason("其他", null),
  ],
});

function findingsOf(row: readonly string[], team = schema) {
  const records: Records = {
    sheet: "客户",
    area: { row: 1, column: 0, rows: 1, columns: columns.length },
    values: [row],
    columns: new Map(columns.map((field, column) => [field, column])),
  };
  return checkSheet(records, reviewStub({ schema: team })).findings;
}

test.each([
  ["won with a reason for losing", "成交", "价格高", ["lost"]],
  ["won with a reason for losing and parking", "成交", "预算", ["lost", "parked"]],
  ["lost with a reason for winning", "流失", "性价比", ["won"]],
  ["parked with a reason for losing", "搁置", "价格高", ["lost"]],
] as const)("%s is found, and can be cleared", (_, stageName, name, outcomes) => {
  const findings = findingsOf(["远山能源", stageName, name]);
  expect(findings.map((each) => [each.field, each.reason])).toEqual([
    ["reason", { rule: "otherOutcome", stage: stageName, outcomes, repaired: "" }],
  ]);
  expect(planFixes(findings, schema)).toMatchObject([
    { kind: "otherOutcome", fixes: [{ cell: "C2", before: name, after: "" }] },
  ]);
});

test.each([
  ["a reason of its own outcome", "流失", "价格高"],
  ["a reason of two outcomes", "搁置", "预算"],
  ["a reason of any outcome", "成交", "其他"],
  ["one that is open again", "演示", "价格高"],
])("%s is right", (_, stageName, name) => {
  expect(findingsOf(["远山能源", stageName, name])).toEqual([]);
});

test("a team that has named no reason for parking parks for what others are lost for, as the form offers it, and for nothing else", () => {
  const team = { ...schema, reasons: [reason("价格高", "lost"), reason("性价比", "won")] };
  expect(findingsOf(["远山能源", "搁置", "价格高"], team)).toEqual([]);
  expect(findingsOf(["远山能源", "搁置", "性价比"], team)).toHaveLength(1);
});
