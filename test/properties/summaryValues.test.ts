import { usualRules } from "../support/choices";
import type { Session } from "../../src/app/session/session";
import type { Action } from "../../src/domain/workbook/action";
import { summaryValuesName } from "../../src/domain/summary/summaryValues";
import { settingsTables } from "../../src/domain/schema/settingsNames";
import { parseReference } from "../../src/domain/workbook/reference";
import { inMemorySession } from "../support/inMemorySession";
import {
  cellAt,
  newInMemoryWorkbook,
  inMemoryPort,
  put,
  sheetOf,
  type InMemoryWorkbook,
} from "../support/inMemoryWorkbook";

const today = 46_241;
const summary = "跟进汇总";

/** A session over the workbook, and everything that it writes. */
function sessionOn(book: InMemoryWorkbook, day: number) {
  const written: Action[] = [];
  const port = inMemoryPort(book, day);
  const session = inMemorySession(
    {
      ...port,
      apply: (actions, progress) => {
        written.push(...actions);
        return port.apply(actions, progress);
      },
    },
    day,
    "zh-CN",
  );
  return { session, written };
}

async function setUp() {
  const book = newInMemoryWorkbook("客户", [
    ["客户名称", "负责人", "阶段", "最近联系日期", "下次跟进日期", "首次联系日期", "金额"],
    ["远山能源", "李敏", "方案演示", today - 9, today - 2, today - 30, 1000],
    ["绿源食品", "王强", "成交", "", today + 3, today - 30, 2000],
  ]);
  const { session, written } = sessionOn(book, today);
  await session.open();
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  written.length = 0;
  return { book, session, written };
}

const placeOf = (book: InMemoryWorkbook) => parseReference(book.names.get(summaryValuesName) ?? "")!;

/** The day that the values say they were calculated for. */
const stamp = (book: InMemoryWorkbook) => cellAt(sheetOf(book, summary), placeOf(book).area.row, 4);

/** Waits until the values have followed a save, or would have. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 2000));

async function changesLeft(session: Session): Promise<number> {
  await session.planSetUp("zh-CN", usualRules);
  return session.getState().plan!.actions.length;
}

test("a new review day brings the Summary's values along: set-up finds nothing left to do", async () => {
  const { book, session, written } = await setUp();
  await session.setAsOf(today + 1);
  expect(stamp(book)).toBe(today + 1);
  expect(written).toHaveLength(2);
  expect(await changesLeft(session)).toBe(0);
});

test("an edit in the grid brings them along, once; a check that changes none of them asks and writes nothing", async () => {
  const { book, session, written } = await setUp();
  const list = sheetOf(book, "客户");
  const day = [...Array(30).keys()].find((column) => cellAt(list, 0, column) === "首次联系日期")!;
  put(list, 1, day, "");
  await session.check();
  await quiet();
  expect(written.map(({ kind }) => kind)).toEqual(["writeCells"]);
  expect(await changesLeft(session)).toBe(0);
  written.length = 0;
  await session.check();
  await quiet();
  expect(written).toEqual([]);
});

test("a save brings them along too, once", async () => {
  const { book, session, written } = await setUp();
  const customer = session.rep.customers().find(({ name }) => name === "远山能源")!;
  await session.rep.logTouch(
    {
      ...{ logId: "L1", customer, isNew: false, date: today, method: "电话", content: "谈了报价" },
      ...{ feedback: "", result: "", changes: new Map() },
    },
    null,
  );
  await quiet();
  const onSummary = written.filter((action) => "sheet" in action && action.sheet === summary);
  expect(onSummary).toHaveLength(1);
  const values = sheetOf(book, summary).rows.slice(placeOf(book).area.row);
  expect(values.flat()).toContain("  其中 1 次有实质内容，涉及 1 个客户");
  expect(await changesLeft(session)).toBe(0);
});

test("opening on a later day writes them for that day; opening again writes nothing", async () => {
  const { book } = await setUp();
  const later = sessionOn(book, today + 5);
  await later.session.open();
  await quiet();
  expect(stamp(book)).toBe(today + 5);
  expect(later.written).toHaveLength(1);
  const again = sessionOn(book, today + 5);
  await again.session.open();
  await quiet();
  expect(again.written).toEqual([]);
});

test("an owner who is typed into the Settings makes the block no longer until a set-up, and it follows still", async () => {
  const { book } = await setUp();
  const table = book.tables.find(({ name }) => name === settingsTables.owners)!;
  table.area = { ...table.area, rows: table.area.rows + 1 };
  put(sheetOf(book, table.sheet), table.area.row + table.area.rows - 1, table.area.column, "新来的");
  const { rows } = placeOf(book).area;
  const { session, written } = sessionOn(book, today + 5);
  await session.open();
  await quiet();
  expect(session.getState().check!.schema.owners.map(({ name }) => name)).toContain("新来的");
  expect(written.filter((action) => "sheet" in action && action.sheet === summary)).toHaveLength(1);
  expect([stamp(book), placeOf(book).area.rows]).toEqual([today + 5, rows]);
});

test("a protected Summary keeps its values with their day, and nobody is bothered", async () => {
  const { book } = await setUp();
  sheetOf(book, summary).protected = true;
  const { session, written } = sessionOn(book, today + 5);
  await session.open();
  await quiet();
  expect(written).toEqual([]);
  expect(stamp(book)).toBe(today);
  expect(session.getState().problem).toBeNull();
});

test("cells that are not the block's any more are left alone", async () => {
  const { book } = await setUp();
  const { area } = placeOf(book);
  put(sheetOf(book, summary), area.row + 3, 0, "我的备注");
  const { session, written } = sessionOn(book, today + 5);
  await session.open();
  await quiet();
  expect(written).toEqual([]);
});
