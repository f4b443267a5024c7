/** Headers as people type them, set up on paper: spaces, line breaks and signs that mean something to formulas, blanks, numbers, repeats. */
import { usualRules } from "../support/choices";
import fc from "fast-check";
import type { CellValue } from "../../src/domain/values/value";
import { columnSpans, unescapeColumn } from "../../src/workbench/data/columnNames";
import { inMemorySession } from "../support/inMemorySession";
import { cellAt, inMemoryPort, newInMemoryWorkbook, sheetOf, type InMemoryWorkbook } from "../support/inMemoryWorkbook";
import { reviewDay } from "../support/sheets";
import { setUpInMemory } from "../support/setUpInMemory";

const fields = ["客户名称", "负责人", "阶段", "预计金额", "最近联系日期", "下次跟进日期", "原因"];
const customers: readonly (readonly CellValue[])[] = [
  ["甲公司", "张敏", "方案演示", 1000, reviewDay - 3, reviewDay - 1, ""],
  ["乙公司", "李强", "成交", 500, reviewDay - 40, "", ""],
  ["丙公司", "张敏", "流失", 7, reviewDay - 90, reviewDay - 30, "价格"],
  ["", "李强", "", "", "", reviewDay, ""],
];

const spaces = [" ", "\n", "\u00a0", "\u3000", "\r\n"];
const signs = [..."'#@,:;.\"!?%&*+-=<>/\\{}$^`~|_", ...spaces];
const text = (of: readonly string[]) => fc.array(fc.constantFrom(...of), { maxLength: 4 }).map((all) => all.join(""));

/** A header with spaces and line breaks anywhere, and a unit in brackets full of signs. */
const dressed = fc
  .record({
    at: fc.nat(3),
    space: text(spaces),
    before: text(spaces),
    unit: fc.option(text(signs)),
    after: text(spaces),
  })
  .map(({ at, space, before, unit, after }) => (header: string) => {
    const name = header.slice(0, at) + space + header.slice(at);
    return before + name + (unit === null ? "" : `（${unit}）`) + after;
  });

/** A header that is no field's. */
const strange: fc.Arbitrary<CellValue> = fc.oneof(
  text([...signs, "[", "]", "x"]),
  fc.constantFrom<CellValue>(
    "",
    "地区",
    "地区",
    "地区 ",
    "REGION",
    "Region",
    2026,
    46_023,
    true,
    "2026",
    "=1+1",
    "#N/A",
  ),
);

/** Columns that formulas refer to and no table of the workbook has. */
function brokenReferences(book: InMemoryWorkbook): readonly string[] {
  const headers = new Set(
    book.tables.flatMap(({ sheet, area }) =>
      Array.from({ length: area.columns }, (_, at) => cellAt(sheetOf(book, sheet), area.row, area.column + at)),
    ),
  );
  const cells = book.sheets.flatMap(({ rows }) => rows.flat());
  const formulas = new Set(cells.flatMap((cell) => (typeof cell === "object" ? [cell.formula] : [])));
  return [...formulas].flatMap((formula) =>
    columnSpans(formula)
      .map(({ from, to }) => unescapeColumn(formula.slice(from, to)))
      .filter((header) => !headers.has(header)),
  );
}

test("figures, findings and references are those of plain headers", async () => {
  const usual = await setUpInMemory([fields, ...customers], "zh-CN");
  expect(brokenReferences(usual.book)).toEqual([]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(dressed, { minLength: fields.length, maxLength: fields.length }),
      fc.array(strange, { maxLength: 4 }),
      async (dress, others) => {
        const headers = [...fields.map((field, at) => dress[at]!(field)), ...others];
        const rows = customers.map((row, at) => [...row, ...others.map(() => `x${at}`)]);
        const { book, check } = await setUpInMemory([headers, ...rows], "zh-CN");
        expect(check.figures.key).toEqual(usual.check.figures.key);
        expect(check.due.map(({ customer }) => customer)).toEqual(usual.check.due.map(({ customer }) => customer));
        expect(brokenReferences(book)).toEqual([]);
        // Headers that a table can have stay as they are, sign for sign.
        const sheet = sheetOf(book, "Sheet1");
        expect(fields.map((_, column) => cellAt(sheet, 0, column))).toEqual(headers.slice(0, fields.length));
        const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
        await session.planSetUp("zh-CN", usualRules);
        expect(session.getState().plan?.actions).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test("the preview names every header that will be another, and no other", async () => {
  const headers = ["客户名称", "阶段", "", "地区", "地区", 2026];
  const rows = [["甲公司", "成交", "x", "华东", "上海", 5]];
  const book = newInMemoryWorkbook("Sheet1", [headers, ...rows]);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  expect(session.getState().plan?.changes.find(({ kind }) => kind === "headers")).toEqual({
    kind: "headers",
    cells: [
      { cell: "C1", from: "", to: "列3", why: "blank" },
      { cell: "E1", from: "地区", to: "地区2", why: "repeated" },
      { cell: "F1", from: "2026", to: "2026", why: "noText" },
    ],
  });
  await session.applySetUp();
  const sheet = sheetOf(book, "Sheet1");
  expect(headers.map((_, column) => cellAt(sheet, 0, column))).toEqual([
    ...["客户名称", "阶段", "列3", "地区", "地区2", "2026"],
  ]);
});
