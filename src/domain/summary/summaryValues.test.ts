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
  return valueLines(numbers, workbookText["zh-CN"], { owners: [], lines: 0 });
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

describe("owners at the end of the block", () => {
  const care: readonly FieldId[] = ["id", "customer", "stage", "owner"];
  const customers = ["张敏", "张敏", "王强", ""].map((owner, at): readonly CellValue[] => [
    ...[`C${at}`, `客户${at}`, "线索", owner],
  ]);
  const spoken = touch({ customerId: "C2", who: "王强", date: today - 1, content: "谈了报价", promised: today - 1 });
  const kept = touch({ customerId: "C2", who: "王强", date: today - 3, content: "约好再谈", promised: today - 1 });
  const owned = (log: Parameters<typeof allMeasures>[1], lines: number) => {
    const records = {
      sheet: "客户",
      area: { row: 1, column: 0, rows: customers.length, columns: care.length },
      values: customers,
      columns: new Map(care.map((field, column) => [field, column])),
    };
    const numbers = allMeasures(records, log, reviewStub({ schema: schemaStub({ stages }), today }));
    return valueLines(numbers, workbookText["zh-CN"], { owners: ["张敏", "王强", "新人"], lines }).slice(-lines);
  };

  test("come with the lowest coverage first, nobody's customers among them, and who has none last", () => {
    const lines = owned([kept, { ...spoken, promised: null }], 4);
    expect(lines.map(({ label }) => label)).toEqual([1, 2, 3, 4].map((place) => `负责人近 7 天跟进覆盖率 ${place}`));
    expect(lines.map(({ note }) => note)).toEqual([
      "张敏：0/2；近 30 天按时跟进率 –",
      "没填负责人：0/1；近 30 天按时跟进率 –",
      "王强：1/1；近 30 天按时跟进率 1/1",
      "新人：–；近 30 天按时跟进率 –",
    ]);
    // Fewer than five cases are counts only.
    expect(lines.map(({ value }) => value)).toEqual([null, null, null, null]);
  });

  test("keep the place of a block that stands, with more or fewer lines than there are owners", () => {
    expect(owned([kept], 2).map(({ note }) => note.slice(0, 2))).toEqual(["张敏", "没填"]);
    expect(
      owned([kept], 6)
        .map(({ note }) => note)
        .slice(4),
    ).toEqual(["", ""]);
    expect(owned([], 4).map(({ note }) => note)).toEqual(Array<string>(4).fill("跟进记录里还没有内容"));
  });
});
