import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { defaultField } from "../schema/defaults";
import type { Field } from "../schema/field";
import { reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import type { Records } from "../followUps/records";
import { outlookOf, proposals } from "./outlook";

const ids: readonly FieldId[] = ["customer", "stage", "amount", "competitor"];

function recordsOf(values: readonly (readonly CellValue[])[]): Records {
  const columns = new Map(ids.map((id, column) => [id, column]));
  return { sheet: "客户", area: { row: 1, column: 0, rows: values.length, columns: ids.length }, values, columns };
}

const amount: Field = {
  ...defaultField("amount", "金额"),
  requiredWhen: [{ kind: "outcome", outcome: "won" }],
};

function reviewOf(...fields: readonly Field[]) {
  return reviewStub({ schema: schemaStub({ fields, stages: [stage("线索", "open"), stage("成交", "won")] }) });
}

const row = (value: CellValue, at = "线索") => ["甲", at, value, ""];

describe("what a field's rule would say of the rows", () => {
  const rows = [row(5), row("待定"), row(""), row("", "成交"), row(7, "成交"), ["", "", "待定", ""]];

  test("counts whom it says anything about: those with a value and those that must have one", () => {
    const outlook = outlookOf(amount, recordsOf(rows), reviewOf(amount));
    expect([outlook.failing, outlook.customers]).toEqual([2, 4]);
    expect(outlook.findings.map(({ cell }) => cell)).toEqual(["C3", "C5"]);
  });

  test("takes the rule that is asked about, not the one in force, and says nothing of other fields", () => {
    const strict: Field = { ...amount, requiredWhen: [{ kind: "always" }] };
    const competitor: Field = { ...defaultField("competitor", "对手"), requiredWhen: [{ kind: "always" }] };
    const outlook = outlookOf(strict, recordsOf(rows), reviewOf(amount, competitor));
    expect([outlook.failing, outlook.customers, outlook.findings.length]).toEqual([3, 5, 3]);
  });

  test("says nothing of a column that is not there", () => {
    expect(outlookOf(defaultField("note", "备注"), recordsOf(rows), reviewOf(amount))).toEqual({
      findings: [],
      failing: 0,
      customers: 0,
    });
  });
});

test("a column that the sheet is to get fails from its first day where a value must be there", () => {
  const field: Field = { ...defaultField("competitor", "对手"), requiredWhen: [{ kind: "always" }] };
  const records = recordsOf(Array.from({ length: 7 }, (_, index) => ["甲", "线索", index]));
  const without: Records = { ...records, columns: new Map([...records.columns].filter(([id]) => id !== "competitor")) };
  expect(outlookOf(field, without, reviewOf(field))).toEqual({ findings: [], failing: 7, customers: 7 });
  expect(outlookOf({ ...field, requiredWhen: [] }, without, reviewOf(field)).failing).toBe(0);
  expect(outlookOf({ ...field, header: null }, without, reviewOf(field)).failing).toBe(0);
});

describe("a field whose rule could be held more strictly", () => {
  const sheet = (right: number, wrong: number) =>
    recordsOf([...Array.from({ length: right }, () => row(5)), ...Array.from({ length: wrong }, () => row("待定"))]);
  const proposed = (field: Field, records: Records) => proposals(records, reviewOf(field));

  test.each<[string, number, number, boolean]>([
    ["19 of 20 right", 19, 1, true],
    ["18 of 20 right", 18, 2, false],
    ["five customers, all right", 5, 0, true],
    ["four customers, all right", 4, 0, false],
    ["five customers, one wrong", 4, 1, false],
  ])("%s", (_, right, wrong, is) => {
    expect(proposed(amount, sheet(right, wrong))).toEqual(
      is ? [{ field: "amount", header: "金额", to: "warn", clean: right, customers: right + wrong }] : [],
    );
  });

  test.each<[string, Partial<Field>, string | null]>([
    ["the next level is proposed", { level: "warn" }, "require"],
    ["there is none above the last", { level: "require" }, null],
    ["not for a column that is not there", { header: null }, null],
  ])("%s", (_, change, to) => {
    expect(proposed({ ...amount, ...change }, sheet(9, 0)).map((each) => each.to)).toEqual(to === null ? [] : [to]);
  });

  test.each<[string, Partial<Field>, boolean]>([
    ["text of which nothing is asked", {}, false],
    ["text that must be there", { requiredWhen: [{ kind: "always" }] }, true],
    ["text that no two rows may have", { unique: true }, true],
    ["text with a pattern", { pattern: "*" }, true],
    ["a kind that asks something by itself", { kind: "amount" }, true],
    ["a largest number", { kind: "text", max: 9 }, true],
    ["a smallest number", { kind: "text", min: 0 }, true],
    ["a list that nobody chose", { kind: "list" }, false],
    ["a list", { kind: "list", list: "source" }, true],
  ])("%s: %s", (_, change, is) => {
    const field: Field = { ...defaultField("competitor", "对手"), ...change };
    const records = recordsOf(Array.from({ length: 9 }, (__, index) => ["甲", "线索", "", index]));
    expect(proposed(field, records)).toHaveLength(is ? 1 : 0);
  });

  test("an identifier is none", () => {
    const id: Field = { ...defaultField("id", "编号"), requiredWhen: [{ kind: "always" }] };
    const records: Records = { ...recordsOf(Array.from({ length: 9 }, (_, index) => [`客户${index}`, `C${index}`])) };
    expect(
      proposals(
        {
          ...records,
          columns: new Map([
            ["customer", 0],
            ["id", 1],
          ] as const),
        },
        reviewOf(id),
      ),
    ).toEqual([]);
  });
});
