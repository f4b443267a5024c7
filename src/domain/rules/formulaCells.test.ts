import type { CellValue } from "../values/value";
import { defaultField } from "../schema/defaults";
import { schemaStub } from "../../../test/support/schemaStub";
import type { Records } from "../followUps/records";
import { formulaFindings } from "./formulaCells";

const schema = schemaStub({
  fields: [
    { ...defaultField("customer", "客户名称"), level: "warn" },
    { ...defaultField("amount", "金额"), level: "require" },
  ],
});

function records(values: readonly (readonly CellValue[])[]): Records {
  const columns = new Map([
    ["customer", 0],
    ["amount", 2],
  ] as const);
  return { sheet: "客户", area: { row: 1, column: 0, rows: values.length, columns: 3 }, values, columns };
}

test("a formula among values is named at its first cell, as loud as the field's rule; the team's own columns are theirs", () => {
  const list = records([
    ["海风", 5, 100],
    ["青山", 6, 200],
    ["云帆", 7, 300],
  ]);
  expect(formulaFindings(list, schema, [{ field: "amount", cells: 2, first: 1 }])).toMatchObject([
    {
      reason: { rule: "formula", cells: 2, all: false },
      severity: "error",
      cell: "C3",
      row: 3,
      header: "金额",
      value: 200,
      customer: "青山",
    },
  ]);
});

test("a column of nothing but formulas is mentioned once, and quietly", () => {
  const list = records([
    ["海风", 5, 100],
    ["青山", 6, 200],
  ]);
  expect(formulaFindings(list, schema, [{ field: "amount", cells: 2, first: 0 }])).toMatchObject([
    { reason: { rule: "formula", cells: 2, all: true }, severity: "info", cell: "C2" },
  ]);
});
