import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { touch } from "../../../test/support/customers";
import { allMeasures } from "../measures/allMeasures";
import { reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import { workbookText } from "../schema/workbookText";
import { valueLines } from "./summaryValues";

const today = 46_241;
const fields: readonly FieldId[] = ["id", "customer", "stage", "reason"];
const stages = [stage("线索", "open"), stage("报价", "open"), stage("成交", "won"), stage("流失", "lost")];

/** Lost customers with their reasons, and the stage each was lost at by the log, where it says so. */
function linesOf(lost: readonly (readonly [reason: string, from: string | null])[]) {
  const values: readonly (readonly CellValue[])[] = [
    ["C0", "还在谈", "报价", "价格"],
    ...lost.map(([reason], index) => [`L${index}`, `流失${index}`, "流失", reason]),
  ];
  const log = lost.flatMap(([, from], index) =>
    from === null ? [] : [touch({ customerId: `L${index}`, date: today - 5, fromStage: from, toStage: "流失" })],
  );
  const records = {
    sheet: "客户",
    area: { row: 1, column: 0, rows: values.length, columns: fields.length },
    values,
    columns: new Map(fields.map((field, column) => [field, column])),
  };
  const numbers = allMeasures(records, log, reviewStub({ schema: schemaStub({ stages }), today }));
  return valueLines(numbers, workbookText["zh-CN"]);
}

test("the most frequent pairs of reason and stage come first, each with its count and what it is a part of", () => {
  const lines = linesOf([
    ["竞品", "线索"],
    ["价格", "报价"],
    ["价格", "报价"],
    ["价格", "线索"],
    ["", null],
    ["", null],
    ["", null],
  ]).slice(-3);
  expect(lines.map(({ value, note }) => [value, note])).toEqual([
    [3, "没写原因，看不出停在哪一步；流失和搁置共 7 个"],
    [2, "价格，停在“报价”；流失和搁置共 7 个"],
    [1, "价格，停在“线索”；流失和搁置共 7 个"],
  ]);
});

test("there are as many lines with nobody lost: the block keeps its place", () => {
  const [none, some] = [linesOf([]), linesOf([["价格", "报价"]])];
  expect(none.map(({ label }) => label)).toEqual(some.map(({ label }) => label));
  expect(none.slice(-3).map(({ value }) => value)).toEqual([null, null, null]);
});
