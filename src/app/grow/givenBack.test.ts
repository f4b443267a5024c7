import { usualRules } from "../../../test/support/choices";
import { inMemorySession } from "../../../test/support/inMemorySession";
import { cellAt, inMemoryPort, newInMemoryWorkbook, put, sheetOf } from "../../../test/support/inMemoryWorkbook";
import { reviewDay } from "../../../test/support/sheets";
import { bookkeepingSheet, readStore } from "../../domain/bookkeeping/store";

const headers = ["客户名称", "负责人", "阶段", "下次跟进日期"];
const columns = [...headers, "进展"];
const exported = [
  ["远山能源", "王强", "方案演示", reviewDay + 9, "催过两次"],
  ["青禾食品", "王强", "方案演示", reviewDay - 1, ""],
  ["新城建材", "李敏", "需求确认", reviewDay + 3, ""],
  ["东湖印务", "李敏", "需求确认", "", "已寄样品"],
];

/** A sheet that was set up, then updated from an export for which it got a column. */
async function updated() {
  const book = newInMemoryWorkbook("客户", [
    headers,
    ["远山能源", "李敏", "需求确认", reviewDay + 2],
    ["青禾食品", "王强", "方案演示", reviewDay - 1],
  ]);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  book.sheets.push(...newInMemoryWorkbook("导出", [columns, ...exported]).sheets);
  const grow = await session.grow();
  await grow.openSheet("导出");
  await grow.setColumn("进展", "note");
  await grow.choose({ all: "theirs", adopt: new Set(["note"]) });
  await grow.apply();
  expect(grow.getState()).toMatchObject({ problem: null, receipt: { fresh: 2, cells: 5 } });
  const list = sheetOf(book, "客户");
  const restore = async (cause: string) => {
    await session.restore.look();
    const { points } = session.restore.getState().list!;
    await session.restore.plan({ id: points.find((point) => point.cause === cause)!.id, deleteKept: false });
    await session.restore.apply();
    expect(session.restore.getState().problem).toBeNull();
    return session.restore.getState().done!;
  };
  const row = (at: number) => headers.map((_, column) => cellAt(list, at, column));
  const headersNow = () => book.tables.find(({ name }) => name === "FollowUps")!.area.columns;
  return { book, session, grow, list, restore, row, headersNow };
}

test("the store is written once: what the export was taken for stands beside the restore points of set-up, column and update", async () => {
  const { book, session } = await updated();
  const { rows } = sheetOf(book, bookkeepingSheet);
  const values = rows.map((row) => row.map((cell) => (typeof cell === "object" ? "" : cell)));
  const store = readStore({ area: { row: 0, column: 0, rows: rows.length, columns: 3 }, values }, "veryHidden");
  if (store === "foreign") throw new Error("Not ours.");
  await session.restore.look();
  const { points } = session.restore.getState().list!;
  expect(points.map(({ cause }) => cause)).toEqual(["setUp", "schema", "update"]);
  const kept = [...store.keys()];
  for (const { id } of points) expect(kept).toContain(`restore.${id}`);
  expect(kept).toContain("mapping");
  expect(kept.filter((key) => key.startsWith("base:"))).toHaveLength(1);
});

test("an update is given back: cells as before and new rows blank, but for cells and rows that people have edited since", async () => {
  const { list, restore, row } = await updated();
  expect(row(3).slice(0, 3)).toEqual(["新城建材", "李敏", "需求确认"]);
  put(list, 1, 1, "赵川");
  put(list, 4, 2, "成交");
  const done = await restore("update");
  expect(row(1)).toEqual(["远山能源", "赵川", "需求确认", reviewDay + 2]);
  expect(row(3)).toEqual(["", "", "", ""]);
  expect(row(4)).toEqual(["东湖印务", "李敏", "成交", ""]);
  expect(done.kept).toEqual([{ kind: "rows", sheet: "客户", rows: 1 }]);
  expect(done.conflicts).toMatchObject([{ cell: "B2", before: "李敏", after: "王强", now: "赵川" }]);
});

test("with the column that came for it: what the update put there is no reason to keep it, what people wrote is", async () => {
  const first = await updated();
  const before = first.headersNow();
  const done = await first.restore("schema");
  expect(done).toMatchObject({ columns: ["备注"], kept: [] });
  expect(first.headersNow()).toBe(before - 1);

  const second = await updated();
  const column = second.headersNow() - 1;
  expect(cellAt(second.list, 0, column)).toBe("备注");
  put(second.list, 2, column, "下周再谈");
  const kept = await second.restore("schema");
  expect(kept).toMatchObject({ columns: [], kept: [{ kind: "column", header: "备注", why: "filled" }] });
  expect([1, 2].map((at) => cellAt(second.list, at, column))).toEqual(["", "下周再谈"]);
});

test("an export whose update was given back comes again as the first time: nothing is overwritten unasked", async () => {
  const { grow, restore } = await updated();
  await restore("update");
  await grow.openSheet("导出");
  const { plan, hasBase } = grow.getState().preview!;
  expect(hasBase).toBe(false);
  expect(plan.rows).toMatchObject([{ customer: "远山能源", conflicts: [{}, {}, {}] }]);
  expect(plan.fresh.map(({ customer }) => customer)).toEqual(["新城建材", "东湖印务"]);
});
