import { usualRules } from "../support/choices";
import { fail } from "../../src/app/fault";
import type { WorkbookPort } from "../../src/app/ports";
import type { ListedCustomer } from "../../src/domain/log/customers";
import type { NewTouch } from "../../src/domain/log/drafts";
import { logColumns, logTable, type LogColumn } from "../../src/domain/log/logColumns";
import { inMemorySession } from "../support/inMemorySession";
import { cellAt, newInMemoryWorkbook, inMemoryPort, sheetOf, type InMemoryWorkbook } from "../support/inMemoryWorkbook";

const today = 46_241;

// The Summary's values follow a save after a while: not after the tests have ended.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 2000)));

function team(): InMemoryWorkbook {
  return newInMemoryWorkbook("客户", [
    ["客户名称", "负责人", "阶段", "最近联系日期", "下次跟进日期", "备注"],
    ["远山能源", "李敏", "方案演示", today - 9, today - 2, ""],
    ["绿源食品", "王强", "需求确认", "", today + 3, ""],
    ["金桥建设", "王强", "需求确认", "", today + 4, ""],
  ]);
}

/** A set-up workbook with a session over it. `wrap` may spoil the port after the set-up. */
async function open(wrap: (port: WorkbookPort) => WorkbookPort = (port) => port) {
  const book = team();
  const plain = inMemoryPort(book, today);
  let port = plain;
  const through: WorkbookPort = { ...plain, apply: (...given) => port.apply(...given) };
  const session = inMemorySession(through, today, "zh-CN");
  await session.open();
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  port = wrap(plain);
  const customer = (name: string) => session.rep.customers().find((each) => each.name === name)!;
  return { book, session, rep: session.rep, customer, heal: () => void (port = plain) };
}

function logRows(book: InMemoryWorkbook, ...columns: readonly LogColumn[]) {
  const table = book.tables.find(({ name }) => name === logTable)!;
  return Array.from({ length: table.area.rows - 1 }, (_, index) =>
    columns.map((column) => cellAt(sheetOf(book, table.sheet), index + 1, logColumns.indexOf(column))),
  ).filter((row) => row.some((cell) => cell !== ""));
}

function form(customer: ListedCustomer, logId: string): NewTouch {
  return {
    logId,
    customer,
    isNew: false,
    date: today,
    method: "电话",
    content: "=等法务",
    feedback: "",
    result: "",
    changes: new Map([["nextDate", today + 7]]),
  };
}

test("a touch stands in the log and in the customer's row, and can be undone", async () => {
  const { book, rep, customer } = await open();
  expect(await rep.logTouch(form(customer("远山能源"), "L1"), null)).toBe(true);
  expect(logRows(book, "id", "customer", "who", "content", "promised", "promise")).toEqual([
    ["L1", "远山能源", "李敏", "=等法务", today + 7, "晚了"],
  ]);
  expect([3, 4].map((column) => cellAt(sheetOf(book, "客户"), 1, column))).toEqual([today, today + 7]);
  expect(rep.getState().receipt).toMatchObject({ customers: ["远山能源"], days: [today + 7], to: null, undone: null });
  await rep.undo();
  expect(logRows(book, "id")).toEqual([]);
  expect([3, 4].map((column) => cellAt(sheetOf(book, "客户"), 1, column))).toEqual([today - 9, today - 2]);
});

test("rows that others sorted or put in between are found again", async () => {
  const { book, rep, customer } = await open();
  const far = customer("远山能源");
  const { rows } = sheetOf(book, "客户");
  rows.splice(1, 3, rows[3]!, rows[2]!, rows[1]!);
  await rep.logTouch(form(far, "L1"), "李敏");
  expect([1, 2, 3].map((row) => cellAt(sheetOf(book, "客户"), row, 4))).toEqual([today + 4, today + 3, today + 7]);
});

test("a customer who has gone is said by name, and nothing is written", async () => {
  const { book, rep, customer } = await open();
  const far = customer("远山能源");
  sheetOf(book, "客户").rows.splice(1, 1);
  book.tables.find(({ name }) => name === "FollowUps")!.area = { row: 0, column: 0, rows: 3, columns: 10 };
  expect(await rep.logTouch(form(far, "L1"), null)).toBe(false);
  expect(rep.getState().problem).toMatchObject({
    kind: "refusal",
    refusal: { kind: "row", customer: "远山能源", problem: { code: "gone" } },
  });
  expect(logRows(book, "id")).toEqual([]);
});

test("a save that half came through is completed by the next try, never doubled", async () => {
  const { book, rep, customer, heal } = await open((port) => ({
    ...port,
    // The log row arrives, the customer's row does not, and nobody can take anything back.
    apply: async (actions, progress) => {
      await port.apply(actions.slice(0, 1), progress);
      return { ...fail({ code: "lost" }), aftermath: "partial" };
    },
  }));
  const touch = form(customer("远山能源"), "L1");
  expect(await rep.logTouch(touch, null)).toBe(false);
  expect(rep.getState().problem).toMatchObject({ kind: "fault", aftermath: "partial" });
  heal();
  expect(await rep.logTouch(touch, null)).toBe(true);
  expect(logRows(book, "id")).toEqual([["L1"]]);
  expect(cellAt(sheetOf(book, "客户"), 1, 4)).toBe(today + 7);
});

test("rows that move between look and write are looked for again", async () => {
  let left = 2;
  const { book, rep, customer } = await open((port) => ({
    ...port,
    apply: (actions, progress) => {
      if (left-- > 0) return Promise.resolve({ ...fail({ code: "moved" }), aftermath: "restored" as const });
      return port.apply(actions, progress);
    },
  }));
  expect(await rep.logTouch(form(customer("绿源食品"), "L1"), null)).toBe(true);
  expect(logRows(book, "id")).toEqual([["L1"]]);
});

test("several customers are handed over in one change, each with its record, and a repeated try adds none", async () => {
  let broken = true;
  const { book, rep, customer } = await open((port) => ({
    ...port,
    apply: async (actions, progress) => {
      if (!broken) return port.apply(actions, progress);
      broken = false;
      await port.apply(actions.slice(0, 2), progress);
      return { ...fail({ code: "lost" }), aftermath: "partial" };
    },
  }));
  const both = [customer("绿源食品"), customer("金桥建设")];
  expect(await rep.transfer(both, "李敏", "区域调整", null)).toBe(false);
  expect(await rep.transfer(both, "李敏", "区域调整", null)).toBe(true);
  expect(logRows(book, "kind", "customer", "content")).toEqual([
    ["转交", "绿源食品", "王强 → 李敏  区域调整"],
    ["转交", "金桥建设", "王强 → 李敏  区域调整"],
  ]);
  expect([2, 3].map((row) => cellAt(sheetOf(book, "客户"), row, 1))).toEqual(["李敏", "李敏"]);
});

test("dates are moved without counting as a contact", async () => {
  const { book, rep, customer } = await open();
  await rep.reschedule([customer("绿源食品")], ({ nextDate }) => (nextDate ?? 0) + 7, "国庆", "王强");
  expect(rep.getState().receipt).toMatchObject({ kind: "reschedule", customers: ["绿源食品"], days: [today + 10] });
  expect(logRows(book, "kind", "content", "promised")).toEqual([["改期", "国庆", today + 10]]);
  expect([3, 4].map((column) => cellAt(sheetOf(book, "客户"), 2, column))).toEqual(["", today + 10]);
});

test("an undo that comes to nothing is known as one, and a form that is gone takes its offer back", async () => {
  let broken = false;
  const { rep, customer, book } = await open((port) => ({
    ...port,
    apply: (actions, progress) =>
      broken
        ? Promise.resolve({ ...fail({ code: "protected", sheet: "客户" }), aftermath: "unchanged" as const })
        : port.apply(actions, progress),
  }));
  const again = jest.fn();
  const takeBack = rep.offerAgain(again);
  await rep.transfer([customer("绿源食品")], "李敏", "", null);
  expect(rep.getState()).toMatchObject({ failed: "save", again, receipt: { to: "李敏", days: [null] } });
  broken = true;
  await rep.undo();
  expect(rep.getState()).toMatchObject({ failed: "undo", problem: { kind: "fault", aftermath: "unchanged" } });
  takeBack();
  expect(rep.getState().again).toBeNull();
  broken = false;
  await rep.undo();
  expect(rep.getState()).toMatchObject({ problem: null, receipt: { undone: { kept: 0 } } });
  expect(cellAt(sheetOf(book, "客户"), 2, 1)).toBe("王强");
});

test("a workbook without a log says so", async () => {
  const { book, session, rep, customer } = await open();
  book.tables.splice(
    book.tables.findIndex(({ name }) => name === logTable),
    1,
  );
  await session.check();
  expect(await rep.logTouch(form(customer("绿源食品"), "L1"), null)).toBe(false);
  expect(rep.getState().problem).toEqual({ kind: "refusal", refusal: { kind: "noLog" } });
});
