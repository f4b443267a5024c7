import { usualRules } from "../../../test/support/choices";
import { inMemorySession } from "../../../test/support/inMemorySession";
import { cellAt, inMemoryPort, newInMemoryWorkbook, put, sheetOf } from "../../../test/support/inMemoryWorkbook";
import { reviewDay } from "../../../test/support/sheets";
import type { AdoptionChoices } from "../../domain/adoption/choices";
import { valueKey } from "../../domain/values/valueKey";

const headers = ["客户名称", "电话", "负责人", "阶段", "下次跟进日期", "进展", "区域"];
const rows = [
  ["远山能源", "138 0000 0001", "李敏", "方案演示", "03/08/2026", "催过两次", "华东"],
  ["青禾食品", "13800000002", "王强", "在谈", "05/08/2026", "", "华南"],
  ["北辰物流", "13800000003", "李敏", "在谈", "", "已寄样品", ""],
];

/** What was said of the list when it was adopted: a column that nobody can guess, how days are written, what a value becomes. */
const said: AdoptionChoices = {
  ...usualRules,
  columns: new Map([["进展", "note"]]),
  answers: new Map([["nextDate", "mdy"]]),
  values: new Map([["stage", new Map([[valueKey("在谈"), { kind: "entry", entry: "合同谈判" }]])]]),
};

async function adopt(choices: AdoptionChoices = said) {
  const book = newInMemoryWorkbook("客户", [headers, ...rows]);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", choices);
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
  const { sheet } = session.getState();
  return { book, list: sheetOf(book, sheet ?? ""), session, grow: await session.grow() };
}

const csv = (lines: readonly (readonly string[])[], columns: readonly string[] = headers) => ({
  name: "系统导出.csv",
  bytes: new TextEncoder().encode([columns, ...lines].map((line) => line.join(",")).join("\r\n")),
});

test("the first export of an adopted list is shown without a question, and the same rows change nothing", async () => {
  const { list, grow } = await adopt();
  expect([cellAt(list, 1, 4), cellAt(list, 2, 3)]).toEqual([reviewDay - 152, "合同谈判"]);
  await grow.openFile(csv(rows));
  const { open, preview } = grow.getState();
  expect(open).toMatchObject({ isKnown: true, recognised: { asked: [] } });
  expect(open?.recognised.columns.get("note")).toBe(5);
  expect(preview).toMatchObject({ hasBase: true, remembers: true, read: { questions: [] } });
  expect(preview?.plan).toMatchObject({ fresh: [], rows: [], asked: [], unchanged: 3 });
});

test("what people edit after the adoption stays, a name included; what the export changes comes, and both is asked about", async () => {
  const { list, grow } = await adopt();
  put(list, 1, 0, "远山新能源");
  put(list, 1, 2, "赵川");
  put(list, 2, 3, "方案演示");
  const [first, second, third] = rows;
  await grow.openFile(
    csv([
      [...first!.slice(0, 5), "已签合同", "华东"],
      [...second!.slice(0, 3), "线索", ...second!.slice(4)],
      third!,
      ["新城建材", "13800000009", "李敏", "在谈", "09/01/2026", "", ""],
    ]),
  );
  const { plan } = grow.getState().preview!;
  expect(plan.rows).toMatchObject([
    { customer: "远山新能源", cells: [{ field: "note", before: "催过两次", after: "已签合同" }], conflicts: [] },
    { customer: "青禾食品", cells: [], conflicts: [{ field: "stage", mine: "方案演示", side: "mine" }] },
  ]);
  expect(plan.fresh).toMatchObject([{ customer: "新城建材" }]);
  await grow.apply();
  expect(grow.getState()).toMatchObject({ problem: null, receipt: { fresh: 1, cells: 1 } });
  expect([0, 2, 3].map((column) => cellAt(list, 1, column))).toEqual(["远山新能源", "赵川", "方案演示"]);
  expect([0, 3].map((column) => cellAt(list, 4, column))).toEqual(["新城建材", "合同谈判"]);
});

test("a list that stays as it lies, with its customers on a sheet of their own, is remembered as well", async () => {
  const { list, session, grow } = await adopt({ ...said, target: "newSheet" });
  expect(list.name).not.toBe("客户");
  put(list, 3, 5, "样品已收");
  await grow.openSheet("客户");
  expect(grow.getState().open?.isKnown).toBe(true);
  expect(grow.getState().preview?.plan).toMatchObject({ fresh: [], rows: [], unchanged: 3 });
  expect(session.getState().problem).toBeNull();
});

test("an export that lacks a column of the list is another one: nothing that people wrote counts as brought by it", async () => {
  const { grow } = await adopt();
  const [first] = rows;
  await grow.openFile(csv([[...first!.slice(0, 3), "线索", ...first!.slice(4, 6)]], headers.slice(0, 6)));
  expect(grow.getState().open?.isKnown).toBe(false);
  expect(grow.getState().preview?.hasBase ?? false).toBe(false);
});

test("the list is remembered with the set-up's restore point, and goes with it", async () => {
  const { book, session } = await adopt();
  await session.restore.look();
  const { points } = session.restore.getState().list!;
  expect(points).toMatchObject([{ cause: "setUp", first: true }]);
  await session.restore.plan({ id: points[0]!.id, deleteKept: false });
  await session.restore.apply();
  expect(session.restore.getState().problem).toBeNull();
  expect(book.sheets.map(({ name }) => name)).toEqual(["客户"]);
});
