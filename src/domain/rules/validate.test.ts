import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { defaultFields } from "../settings/proposeSchema";
import type { Schema } from "../schema/field";
import type { Records } from "../followUps/records";
import { owners, reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import { validate } from "./validate";

const today = 46_241;
const columns: readonly FieldId[] = ["customer", "stage", "owner", "nextDate", "amount", "source", "note"];
const good: readonly CellValue[] = ["甲", "线索", "张敏", today, 100, "展会", "x"];

const schema: Schema = schemaStub({
  fields: defaultFields((field) => (columns.includes(field) ? `列-${field}` : null)),
  stages: [stage("线索", "open", 3), stage("Won", "won")],
  owners: owners("张敏", "Lily"),
  lists: [{ key: "source", entries: ["展会"] }],
});

function list(unknown: readonly string[], suggestion: string | null = null, by: string | null = null) {
  return { rule: "list", unknown, suggestion, by };
}

function check(rows: readonly (readonly CellValue[])[], rules: Schema = schema) {
  const records: Records = {
    sheet: "客户",
    area: { row: 1, column: 2, rows: rows.length, columns: columns.length },
    values: rows,
    columns: new Map(columns.map((field, column) => [field, column])),
  };
  return validate(records, reviewStub({ schema: rules, today }));
}

/** The good row with one cell changed. */
function withCell(field: FieldId, value: CellValue): readonly CellValue[] {
  return good.map((cell, column) => (columns[column] === field ? value : cell));
}

test("a good row gives nothing", () => {
  expect(check([good])).toEqual([]);
});

test("a finding says what is wrong, where, in whose row, and how much it matters", () => {
  expect(check([good, withCell("owner", "")])).toEqual([
    {
      reason: { rule: "required", because: { kind: "always" } },
      severity: "error",
      sheet: "客户",
      cell: "E3",
      row: 3,
      field: "owner",
      header: "列-owner",
      value: "",
      customer: "甲",
    },
  ]);
});

test.each<[string, FieldId, CellValue, object]>([
  ["a blank customer", "customer", "", { rule: "required", because: { kind: "always" } }],
  ["spaces alone", "owner", "  ", { rule: "required", because: { kind: "always" } }],
  ["an open customer without next date", "nextDate", "", { rule: "required", because: { kind: "open" } }],
  ["a date as text", "nextDate", "2026/8/9", { rule: "textDate", repaired: 46_243 }],
  ["text that is no date", "nextDate", "下周", { rule: "notDate", repaired: null }],
  ["a date as a number of eight digits", "nextDate", 20_260_807, { rule: "textDate", repaired: 46_241 }],
  ["a number that no date has", "nextDate", 12, { rule: "notDate", repaired: null }],
  ["a truth value for a date", "nextDate", true, { rule: "notDate", repaired: null }],
  ["an amount as text", "amount", "1.5万", { rule: "textNumber", repaired: 15_000 }],
  ["an amount in words", "amount", "待定", { rule: "notNumber", repaired: null }],
  ["a customer with spaces around the name", "customer", " 甲 ", { rule: "untidy", repaired: "甲" }],
  ["a stage that is not listed", "stage", "观望", list(["观望"])],
  ["a stage with a space behind it", "stage", "线索 ", list(["线索 "], "线索", "look")],
  ["a stage in full width", "stage", "Ｗｏｎ", list(["Ｗｏｎ"], "Won", "look")],
  ["a stage by another of its names", "stage", "已签约", list(["已签约"], "Won", "alias")],
  ["an owner nobody knows", "owner", "赵六", list(["赵六"])],
  ["an error in a note", "note", "#REF!", { rule: "errorValue" }],
  ["an error in a key cell", "owner", "#N/A", { rule: "errorValue" }],
])("%s is found, once", (_, field, value, reason) => {
  const findings = check([withCell(field, value)]);
  expect(findings.map((finding) => [finding.field, finding.reason])).toEqual([[field, reason]]);
});

test.each<[string, FieldId, CellValue]>([
  ["a list entry in another case", "stage", "WON"],
  ["a date with a time of day", "nextDate", today + 0.5],
  ["an amount of 0", "amount", 0],
  ["a blank amount", "amount", ""],
  ["a blank source", "source", ""],
])("%s is right", (_, field, value) => {
  expect(check([withCell(field, value)])).toEqual([]);
});

test("a closed customer needs no next date, but an owner", () => {
  const row = withCell("stage", "won").map((cell, column) => (columns[column] === "nextDate" ? "" : cell));
  expect(check([row])).toEqual([]);
  expect(check([row.map((cell, column) => (columns[column] === "owner" ? "" : cell))])).toHaveLength(1);
});

test("a row that is no customer gives nothing, whatever else stands in it", () => {
  expect(check([["", "", " ", "", "待定", "", "合计"]])).toEqual([]);
});

test("findings stand in sheet order and carry the field's severity", () => {
  const findings = check([["甲", "观望", "", today, "x", "官网", ""], withCell("customer", "")]);
  expect(findings.map(({ cell, severity }) => [cell, severity])).toEqual([
    ["D2", "error"],
    ["E2", "error"],
    ["G2", "info"],
    ["H2", "info"],
    ["C3", "error"],
  ]);
});

describe("a column of dates as text", () => {
  const next = (texts: readonly CellValue[]) =>
    check(texts.map((text) => withCell("nextDate", text))).map(({ row, reason }) => [
      row,
      reason.rule,
      "repaired" in reason ? reason.repaired : null,
    ]);

  test("is repaired as a whole where one of them says in which order it is written", () => {
    expect(next(["8/9/2026", today, "8/15/2026", "下周"])).toEqual([
      [2, "textDate", 46_243],
      [4, "textDate", 46_249],
      [5, "notDate", null],
    ]);
  });

  test("is told as one kind of trouble where none does, and nothing in it is repaired", () => {
    expect(next(["8/9/2026", "2026-08-15", "3/4/2026"])).toEqual([
      [2, "dayOrder", null],
      [3, "textDate", null],
      [4, "dayOrder", null],
    ]);
  });
});

test("an amount whose sign nobody knows is no number yet", () => {
  const reasons = (texts: readonly CellValue[]) =>
    check(texts.map((text) => withCell("amount", text))).map(({ reason }) => reason);
  expect(reasons(["12.500"])).toEqual([{ rule: "decimalSign" }]);
  expect(reasons(["12.500", "980,00"])).toEqual([
    { rule: "textNumber", repaired: 12_500 },
    { rule: "textNumber", repaired: 980 },
  ]);
});

test("a list that nobody has filled takes anything", () => {
  expect(check([withCell("owner", "赵六")], { ...schema, owners: [] })).toEqual([]);
});
