import { usualRules } from "../support/choices";
import type { FieldId } from "../../src/domain/schema/fieldIds";
import fc from "fast-check";
import type { CellValue } from "../../src/domain/values/value";
import { fixKinds, planFixes } from "../../src/domain/rules/planFixes";
import { checkRowsAgain, checkSheet } from "../../src/domain/rules/checkSheet";
import { defaultFields } from "../../src/domain/settings/proposeSchema";
import type { Field } from "../../src/domain/schema/field";
import { owners, reviewStub, schemaStub, stage } from "../support/schemaStub";
import type { Records } from "../../src/domain/followUps/records";
import { inMemorySession } from "../support/inMemorySession";
import { cellAt, newInMemoryWorkbook, inMemoryPort, put, sheetOf } from "../support/inMemoryWorkbook";

/** 2026-08-07. */
const today = 46_241;

const columns: readonly FieldId[] = [
  ...(["id", "customer", "phone", "mail", "owner", "stage", "amount", "firstContact", "lastContact"] as const),
  ...(["nextDate", "closedOn", "tags"] as const),
];

const fields = defaultFields((id) => (columns.includes(id) ? id : null)).map((field): Field => {
  if (field.id === "amount") return { ...field, min: 0, max: 1_000_000 };
  if (field.id === "mail") return { ...field, unique: true };
  return field.id === "id" ? { ...field, pattern: "C*" } : field;
});
const schema = schemaStub({
  fields,
  stages: [stage("线索", "open", 3), stage("成交", "won"), stage("流失", "lost")],
  owners: owners("张敏", "Lily"),
  lists: [{ key: "tags", entries: ["展会", "老客户"] }],
});
const review = reviewStub({ schema, today });

const day = fc.integer({ min: today - 40, max: today + 10 });
const dateCell = fc.oneof(
  day,
  day,
  fc.constantFrom<CellValue>("", "2026/8/1", "2026年8月3日", "下周", 20_260_807, "#N/A"),
  // These say by what is in the rest of the column, and beside it, what they are.
  fc.constantFrom<CellValue>("8/6/2026", "7/15/2026", "15/7/2026", "7/6", "8月6日", "06-08-26"),
);
/** Few different values, so that rows meet. */
/** Mostly nobody else's: rows that are like no other one. */
const oneOfMany: fc.Arbitrary<CellValue> = fc.nat(500).map((number) => `客户${number}`);
const cells: Readonly<Record<string, fc.Arbitrary<CellValue>>> = {
  id: fc.oneof(fc.constantFrom<CellValue>("C1", "C2", "c2", "C3", "Ｃ3", "X9", ""), oneOfMany),
  customer: fc.oneof(
    fc.constantFrom<CellValue>("远山能源", "远山能源有限公司", " 绿源食品 ", "金桥", "Acme Ltd", "ACME", ""),
    oneOfMany,
  ),
  phone: fc.constantFrom<CellValue>("13800138000", 13_800_138_000, "138 0013 8000", "13900139000", "见名片", ""),
  mail: fc.constantFrom<CellValue>("a@b.com", "A@b.com", " c@d.cn", "没有", ""),
  owner: fc.constantFrom<CellValue>("张敏", "Lily", "lily ", "赵六", ""),
  stage: fc.constantFrom<CellValue>("线索", "成交", "流失", "赢单", "线索 ", "观望", ""),
  amount: fc.constantFrom<CellValue>(100, "1,200", "1.5万", "12.500", "980,00", "3,5", -5, "待定", ""),
  tags: fc.constantFrom<CellValue>("展会", "展会,老客户", "展会、展会", "别的", ""),
};
const row: fc.Arbitrary<readonly CellValue[]> = fc.tuple(...columns.map((field) => cells[field] ?? dateCell));
const rows = fc.array(row, { minLength: 1, maxLength: 25 });

function recordsOf(values: readonly (readonly CellValue[])[]): Records {
  return {
    sheet: "客户",
    area: { row: 1, column: 0, rows: values.length, columns: columns.length },
    values,
    columns: new Map(columns.map((field, column) => [field, column])),
  };
}

test("after any edits, checking only the edited rows finds what a check of everything finds", () => {
  const edits = fc.array(fc.record({ at: fc.nat(), by: fc.array(row, { minLength: 1, maxLength: 3 }) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(rows, edits, (before, made) => {
      let checked = checkSheet(recordsOf(before), review);
      for (const { at, by } of made) {
        const first = at % before.length;
        checked = checkRowsAgain(checked, first, by.slice(0, before.length - first), review);
      }
      expect(checked.findings).toEqual(checkSheet(checked.records, review).findings);
    }),
  );
});

test("what can be repaired needs one repair, and none after it", () => {
  fc.assert(
    fc.property(rows, (values) => {
      const { findings } = checkSheet(recordsOf(values), review);
      const fixed = values.map((cellsOfRow) => [...cellsOfRow]);
      for (const { fixes } of planFixes(findings, schema)) {
        for (const { row: at, column, before, after } of fixes) {
          expect(fixed[at - 1]?.[column]).toBe(before);
          fixed[at - 1]![column] = after;
        }
      }
      expect(planFixes(checkSheet(recordsOf(fixed), review).findings, schema)).toEqual([]);
    }),
  );
});

describe("a fix in a workbook", () => {
  const headers = ["客户名称", "负责人", "阶段", "下次跟进日期", "预计金额", "电话"];
  const body = [
    ["远山能源", "李敏", "方案演示", "2026/8/9", "1,200", 13_800_138_000],
    ["绿源食品", "李敏", "需求确认", today + 3, 500, "13900139000"],
    [" 金桥建设", "王强", "需求确认", "2026年8月12日", { formula: "=1+1" }, ""],
  ];

  async function open() {
    const book = newInMemoryWorkbook("客户", [headers, ...body]);
    const sheet = sheetOf(book, "客户");
    sheet.formats.set("1,3", "@").set("1,4", "@").set("3,3", "yyyy/m/d");
    const session = inMemorySession(inMemoryPort(book, today), today, "zh-CN");
    await session.check();
    const grid = () => body.map((_, r) => headers.map((__, c) => cellAt(sheet, r + 1, c)));
    const format = (at: string) => sheet.formats.get(at) ?? "General";
    return { book, sheet, session, grid, format };
  }

  test("repairs values and the formats that would undo it, and reverting restores both exactly", async () => {
    const { session, grid, format } = await open();
    await session.fix.apply(fixKinds);
    expect(session.fix.getState()).toMatchObject({ problem: null, receipt: { fixed: 5, formulas: 0, changed: 0 } });
    expect(grid()).toEqual([
      ["远山能源", "李敏", "方案演示", today + 2, 1200, "13800138000"],
      ["绿源食品", "李敏", "需求确认", today + 3, 500, "13900139000"],
      ["金桥建设", "王强", "需求确认", today + 5, { formula: "=1+1" }, ""],
    ]);
    expect([format("1,3"), format("1,4"), format("3,3")]).toEqual(["yyyy-mm-dd", "General", "yyyy/m/d"]);
    await session.fix.revert();
    expect(grid()).toEqual(body);
    expect([format("1,3"), format("1,4"), format("3,3")]).toEqual(["@", "@", "yyyy/m/d"]);
    expect(session.fix.getState().receipt?.reverted).toEqual({ restored: 5, kept: 0 });
  });

  test("a kind that is left out stays", async () => {
    const { session, grid } = await open();
    await session.fix.apply(["textNumber"]);
    expect(grid()[0]?.slice(3)).toEqual(["2026/8/9", 1200, 13_800_138_000]);
  });

  test("a cell that became a formula or something else after the check is left alone, and counted", async () => {
    const { session, sheet, grid } = await open();
    put(sheet, 1, 3, { formula: "=TODAY()" });
    put(sheet, 1, 4, "1,300");
    await session.fix.apply(fixKinds);
    expect(session.fix.getState().receipt).toMatchObject({ fixed: 3, formulas: 1, changed: 1 });
    expect(grid()[0]?.slice(3, 5)).toEqual([{ formula: "=TODAY()" }, "1,300"]);
  });

  test("reverting leaves what people changed since", async () => {
    const { session, sheet, grid } = await open();
    await session.fix.apply(fixKinds);
    put(sheet, 1, 3, today + 20);
    await session.fix.revert();
    expect(grid()[0]).toEqual(["远山能源", "李敏", "方案演示", today + 20, "1,200", 13_800_138_000]);
    expect(session.fix.getState().receipt?.reverted).toEqual({ restored: 4, kept: 1 });
  });

  test("reverting finds rows by their ID where they have moved", async () => {
    const { book, sheet, session } = await open();
    await session.planSetUp("zh-CN", usualRules);
    await session.applySetUp();
    // The set-up has put the cells right: people write as they did before.
    body.forEach((row, r) => row.forEach((cell, c) => put(sheet, r + 1, c, cell)));
    await session.check();
    await session.fix.apply(fixKinds);
    const table = book.tables.find(({ name }) => name === "FollowUps")!;
    const last = table.area.row + table.area.rows - 1;
    const [first, third] = [sheet.rows[1]!, sheet.rows[last]!];
    sheet.rows[1] = third;
    sheet.rows[last] = first;
    await session.fix.revert();
    expect(session.fix.getState().receipt?.reverted).toEqual({ restored: 5, kept: 0 });
    expect(cellAt(sheet, last, 3)).toBe("2026/8/9");
    expect(cellAt(sheet, 1, 0)).toBe(" 金桥建设");
  });
});
