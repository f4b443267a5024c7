import { usualRules } from "../../../test/support/choices";
import { inMemorySession } from "../../../test/support/inMemorySession";
import {
  cellAt,
  inMemoryPort,
  newInMemoryWorkbook,
  put,
  sheetOf,
  type InMemoryWorkbook,
} from "../../../test/support/inMemoryWorkbook";
import { reviewDay } from "../../../test/support/sheets";
import { bookkeepingSheet } from "../../domain/bookkeeping/store";
import type { CellValue } from "../../domain/values/value";
import type { GrowSession } from "./session";

const headers = ["客户名称", "联系人", "电话", "负责人", "阶段", "金额", "下次跟进日期"];
const customers: readonly (readonly CellValue[])[] = [
  ["远山能源", "周岚", "13800000001", "李敏", "需求确认", 120_000, reviewDay + 2],
  ["青禾食品", "赵川", "", "王强", "方案演示", 50_000, reviewDay - 1],
  ["北辰物流", "孙宁", "13800000003", "李敏", "成交", "", ""],
];

/** A workbook that was set up, with the session of its pane. */
async function setUp(): Promise<{
  readonly book: InMemoryWorkbook;
  readonly grow: GrowSession;
  readonly reopen: () => Promise<GrowSession>;
}> {
  const book = newInMemoryWorkbook("客户", [headers, ...customers]);
  const open = async () => {
    const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
    if (book.tables.length === 0) {
      await session.planSetUp("zh-CN", usualRules);
      await session.applySetUp();
    } else await session.open();
    expect(session.getState().problem).toBeNull();
    return session.grow();
  };
  return { book, grow: await open(), reopen: open };
}

const csv = (...lines: readonly string[]) => ({
  name: "客户导出.csv",
  bytes: new TextEncoder().encode(lines.join("\r\n")),
});

const exportLines = [
  "客户名称,电话,负责人,阶段,金额,下次跟进日期",
  "远山能源有限公司,138 0000 0001,李敏,方案演示,12万,2026-08-20",
  "青禾食品,13800000002,王强,方案演示,50000,",
  "新城建材,13800000009,李敏,需求确认,30000,2026/8/15",
] as const;

/** A cell of the follow-up sheet by its customer's place and its header. */
function cell(book: InMemoryWorkbook, row: number, header: string): unknown {
  return cellAt(sheetOf(book, "客户"), row + 1, headers.indexOf(header));
}

test("an export is opened, shown, brought over and remembered: the same one has nothing to do the second time", async () => {
  const { book, grow } = await setUp();
  await grow.openFile(csv(...exportLines));
  expect(grow.getState().problem).toBeNull();
  const { plan } = grow.getState().preview!;
  expect(plan.fresh.map(({ customer }) => customer)).toEqual(["新城建材"]);
  expect(
    plan.rows.map(({ customer, cells, conflicts }) => [customer, cells.length, conflicts.map(({ field }) => field)]),
  ).toEqual([
    ["远山能源", 0, ["stage", "nextDate"]],
    ["青禾食品", 1, []],
  ]);
  await grow.apply();
  expect(grow.getState()).toMatchObject({ problem: null, receipt: { fresh: 1, cells: 1 }, open: null });
  expect(cell(book, 0, "阶段")).toBe("需求确认");
  expect(cell(book, 1, "电话")).toBe("13800000002");
  expect([cell(book, 3, "客户名称"), cell(book, 3, "金额"), cell(book, 3, "下次跟进日期")]).toEqual([
    "新城建材",
    30_000,
    reviewDay + 8,
  ]);
  expect(sheetOf(book, bookkeepingSheet).visibility).toBe("veryHidden");

  await grow.openFile(csv(...exportLines));
  expect(grow.getState().open?.isKnown).toBe(true);
  expect(grow.getState().preview?.plan).toMatchObject({ fresh: [], rows: [], unchanged: 3 });
});

test("what people write afterwards stays, in a pane that was opened anew as well; what the export changes comes", async () => {
  const { book, grow, reopen } = await setUp();
  await grow.openFile(csv(...exportLines));
  await grow.choose({ all: "theirs" });
  await grow.apply();
  expect(cell(book, 0, "阶段")).toBe("方案演示");
  put(sheetOf(book, "客户"), 1, headers.indexOf("阶段"), "合同谈判");

  const again = await reopen();
  await again.openFile(csv(exportLines[0], "远山能源有限公司,138 0000 0001,王强,方案演示,12万,2026-08-20"));
  expect(again.getState().preview?.plan.rows).toMatchObject([
    { customer: "远山能源", cells: [{ field: "owner", after: "王强" }], conflicts: [] },
  ]);
});

test("an update can be taken back, but for what people have written since", async () => {
  const { book, grow } = await setUp();
  await grow.openFile(csv(...exportLines));
  await grow.choose({ all: "theirs" });
  await grow.apply();
  put(sheetOf(book, "客户"), 1, headers.indexOf("阶段"), "合同谈判");
  await grow.undo();
  expect(grow.getState().receipt?.undone).toEqual({ restored: 4, kept: 1 });
  expect(cell(book, 0, "阶段")).toBe("合同谈判");
  expect(cell(book, 0, "下次跟进日期")).toBe(reviewDay + 2);
  expect(cell(book, 1, "电话")).toBe("");
  expect(cell(book, 3, "客户名称")).toBe("");
  // Nothing is remembered of it either: the same export is as new.
  await grow.openFile(csv(...exportLines));
  expect(grow.getState().preview?.plan.fresh).toHaveLength(1);
});

test("a column that nobody can guess is asked about once, and known the next time", async () => {
  const { grow } = await setUp();
  const lines = [
    "客户名称,进展,负责人,下次跟进日期",
    "远山能源,催过两次,李敏,2026-08-20",
    "青禾食品,已寄样品,王强,2026-08-21",
  ];
  await grow.openFile(csv(...lines));
  await grow.setColumn("进展", "note");
  expect(grow.getState().preview?.offered).toEqual([{ field: "note", cells: 2 }]);
  await grow.choose({ adopt: new Set(["note"]) });
  expect(grow.getState().preview?.plan.rows[0]?.cells).toEqual([{ field: "note", before: "", after: "催过两次" }]);
  await grow.apply();
  expect(grow.getState()).toMatchObject({ problem: null, receipt: { cells: 2 } });
  await grow.openFile(csv(...lines));
  expect(grow.getState().open).toMatchObject({ isKnown: true });
  expect(grow.getState().open?.recognised.columns.get("note")).toBe(1);
  expect(grow.getState().preview?.plan).toMatchObject({ rows: [], unchanged: 2 });
});

test("another sheet of the workbook is an export too", async () => {
  const { book, grow } = await setUp();
  const rows = [
    ["本周导出"],
    [],
    ["客户名称", "负责人", "阶段"],
    ["远山能源", "李敏", "需求确认"],
    ["东湖印务", "王强", "需求确认"],
  ];
  book.sheets.push({ ...newInMemoryWorkbook("导出", rows).sheets[0]!, name: "导出" });
  await grow.openSheet("导出");
  expect(grow.getState().preview?.plan).toMatchObject({ unchanged: 1, absent: 2 });
  expect(grow.getState().preview?.plan.fresh.map(({ customer }) => customer)).toEqual(["东湖印务"]);
});

test("what cannot be read says why", async () => {
  const { grow } = await setUp();
  const problemOf = async (name: string, bytes: readonly number[]) => {
    await grow.openFile({ name, bytes: Uint8Array.from(bytes) });
    return grow.getState().problem;
  };
  expect(await problemOf("空.csv", [])).toEqual({ kind: "file", problem: "empty", name: "空.csv" });
  expect(await problemOf("旧.xls", [0xd0, 0xcf, 0x11, 0xe0, 1, 2])).toMatchObject({ problem: "oldExcel" });
  expect(await problemOf("坏.xlsx", [0x50, 0x4b, 0x03, 0x04, 1, 2, 3])).toMatchObject({ problem: "damaged" });
  await grow.openFile(csv("随便写的一句话"));
  expect(grow.getState()).toMatchObject({ problem: { kind: "noList" }, open: null, preview: null });
});
