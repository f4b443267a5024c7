/** A stage that somebody changes in the grid while the pane is open. */
import { usualRules } from "../support/choices";
import { fail, succeed } from "../../src/app/fault";
import type { SheetChange, WorkbookPort } from "../../src/app/ports";
import { createSession } from "../../src/app/session/createSession";
import { notedHeaders } from "../../src/domain/schema/headerNames";
import type { CellValue } from "../../src/domain/values/value";
import {
  cellAt,
  inMemoryPort,
  inMemorySurroundings,
  newInMemoryWorkbook,
  put,
  sheetOf,
} from "../support/inMemoryWorkbook";
import { reviewDay } from "../support/sheets";

const headers = ["客户名称", "负责人", "阶段", "进入阶段日期", "最近联系日期", "下次跟进日期", "成交日期"];
const [stageColumn, sinceColumn, lastColumn, closedColumn] = [2, 3, 4, 6] as const;
const before = reviewDay - 20;
const rows: readonly (readonly CellValue[])[] = Array.from({ length: 6 }, (_, at) => [
  ...[
    `客户${at}公司`,
    at % 2 === 0 ? "陈晨" : "林悦",
    at === 5 ? "合同谈判" : "需求确认",
    before,
    before,
    reviewDay + 5,
    "",
  ],
]);

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

const isProtected = { ...fail({ code: "protected", sheet: "跟进记录" }), aftermath: "unchanged" } as const;

async function open({ writesEndUndo = false } = {}) {
  const book = newInMemoryWorkbook("客户", [headers, ...rows]);
  const port = inMemoryPort(book, reviewDay);
  const tell: ((change: SheetChange) => void)[] = [];
  let applied = 0;
  let refuses = false;
  const watch: WorkbookPort["watch"] = (sheets, onChange) => {
    if (sheets.includes("客户")) tell.push((change) => onChange("客户", change));
    return Promise.resolve(succeed(() => Promise.resolve()));
  };
  const apply: WorkbookPort["apply"] = (actions, progress) => {
    applied += 1;
    if (refuses) return Promise.resolve(isProtected);
    return port.apply(actions, progress);
  };
  const session = createSession(
    { ...port, watch, apply },
    { ...inMemorySurroundings(reviewDay), writesEndUndo },
    "zh-CN",
  );
  close = session.close;
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  await session.check();
  const sheet = sheetOf(book, "客户");
  applied = 0;
  const cell = (row: number, column: number) => cellAt(sheet, row, column);
  /** Cells that somebody writes, in one go, and what Excel tells of it. */
  async function edit(cells: readonly (readonly [row: number, column: number, value: CellValue])[], isLocal = true) {
    for (const [row, column, value] of cells) put(sheet, row, column, value);
    const touched = cells.map(([row]) => row);
    const [first, last] = [Math.min(...touched), Math.max(...touched)];
    const area = { row: first, column: stageColumn, rows: last - first + 1, columns: 2 };
    tell.forEach((say) => say({ kind: "cells", area, isLocal }));
    // The look, the record, and the look at what was recorded.
    await new Promise((resolve) => setTimeout(resolve, 1200));
  }
  const log = () => {
    const page = sheetOf(book, "跟进记录");
    return page.rows
      .slice(1)
      .map((row) => [3, 4, 5, 11, 12].map((column) => row[column] ?? ""))
      .filter((row) => row.some((each) => each !== ""));
  };
  const noted = (row: number) => {
    const at = Array.from({ length: 40 }, (_, column) => cell(0, column)).indexOf(notedHeaders.furthestStage["zh-CN"]);
    return cell(row, at);
  };
  return {
    ...{ session, cell, edit, log, noted, applied: () => applied },
    refuse: (is: boolean) => {
      refuses = is;
    },
    /** What somebody changes while no pane is open, and the look of the next one. */
    changeUnseen: async (cells: readonly (readonly [row: number, column: number, value: CellValue])[]) => {
      for (const [row, column, value] of cells) put(sheet, row, column, value);
      await session.check();
    },
  };
}

test("its date follows, the furthest stage rises, and the log has a quiet entry that is no contact", async () => {
  const { session, cell, edit, log, noted } = await open();
  await edit([[2, stageColumn, "合同谈判"]]);
  expect(cell(2, sinceColumn)).toBe(reviewDay);
  expect(cell(2, lastColumn)).toBe(before);
  expect(noted(2)).toBe("合同谈判");
  expect(log()).toEqual([["客户1公司", "改阶段", reviewDay, "需求确认", "合同谈判"]]);
  expect(session.getState().problem).toBeNull();
  expect(session.rep.getState().receipt).toBeNull();
});

test("whoever writes the date of entry too keeps theirs", async () => {
  const { cell, edit, log } = await open();
  await edit([
    [3, stageColumn, "合同谈判"],
    [3, sinceColumn, reviewDay - 2],
  ]);
  expect(cell(3, sinceColumn)).toBe(reviewDay - 2);
  expect(log()).toHaveLength(1);
});

test("won in the grid gets its closing date, and the furthest stage", async () => {
  const { cell, edit, noted } = await open();
  await edit([[1, stageColumn, "成交"]]);
  expect(cell(1, closedColumn)).toBe(reviewDay);
  expect(noted(1)).toBe("成交");
});

test("many rows that are pasted over are one change; those that stay in their stage are left alone", async () => {
  const { cell, edit, log, applied } = await open();
  await edit([
    [1, stageColumn, "合同谈判"],
    [2, stageColumn, "需求确认"],
    [3, stageColumn, "流失"],
    [4, stageColumn, "没有这一步"],
  ]);
  expect(applied()).toBe(1);
  expect(log().map(([name, , , from, to]) => [name, from, to])).toEqual([
    ["客户0公司", "需求确认", "合同谈判"],
    ["客户2公司", "需求确认", "流失"],
  ]);
  expect([cell(2, sinceColumn), cell(4, sinceColumn)]).toEqual([before, before]);
});

test("changed back on the same day: entry and date are taken back", async () => {
  const { cell, edit, log } = await open();
  await edit([[2, stageColumn, "合同谈判"]]);
  await edit([[2, stageColumn, "需求确认"]]);
  expect(cell(2, sinceColumn)).toBe(before);
  expect(log()).toEqual([]);
});

test.each([
  ["a co-author's change, which their own pane records", {}, false],
  ["a change where a write of ours would empty the list of steps to undo", { writesEndUndo: true }, true],
])("nothing is written for %s", async (_, surroundings, isLocal) => {
  const { cell, edit, log, applied } = await open(surroundings);
  await edit([[2, stageColumn, "合同谈判"]], isLocal);
  expect([applied(), cell(2, sinceColumn), log()]).toEqual([0, before, []]);
});

test("a touch that moves the stage is recorded once", async () => {
  const { session, log } = await open();
  const customer = session.rep.customers()[0]!;
  await session.rep.logTouch(
    {
      ...{ logId: "L1", customer, isNew: false, date: reviewDay, method: "电话", content: "谈了报价" },
      ...{ feedback: "", result: "", changes: new Map([["stage", "合同谈判"] as const]) },
    },
    null,
  );
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(log().map(([, kind]) => kind)).toEqual(["联系"]);
});

test("where the log cannot be written the stage stands, which is said once, and again after recording has worked", async () => {
  const { session, cell, edit, log, refuse } = await open();
  const told = () => session.rep.getState().notRecorded;
  refuse(true);
  await edit([[2, stageColumn, "合同谈判"]]);
  expect([cell(2, stageColumn), log()]).toEqual(["合同谈判", []]);
  expect(told()).toMatchObject({ customers: ["客户1公司"], problem: { fault: { code: "protected" } } });
  expect([session.getState().problem, session.rep.getState().problem]).toEqual([null, null]);
  session.rep.dismiss();
  await edit([[3, stageColumn, "合同谈判"]]);
  expect(told()).toBeNull();
  refuse(false);
  await edit([[4, stageColumn, "合同谈判"]]);
  expect(log()).toHaveLength(1);
  refuse(true);
  await edit([[1, stageColumn, "合同谈判"]]);
  expect(told()).toMatchObject({ customers: ["客户0公司"] });
});

test("changed while no pane was open: recorded on request without a day that nobody knows, and taken back by the same undo", async () => {
  const { session, cell, log, noted, changeUnseen } = await open();
  await changeUnseen([
    [1, stageColumn, "合同谈判"],
    [2, stageColumn, "成交"],
  ]);
  const ids = new Set(session.rep.customers().map(({ id }) => id));
  expect([noted(1), noted(2)]).toEqual(["需求确认", "需求确认"]);
  expect(await session.rep.recordStages(ids)).toBe(true);
  expect(log()).toEqual([
    ["客户0公司", "改阶段", "", "", "合同谈判"],
    ["客户1公司", "改阶段", "", "", "成交"],
  ]);
  expect([noted(1), noted(2)]).toEqual(["合同谈判", "成交"]);
  expect([cell(1, sinceColumn), cell(1, lastColumn), cell(2, closedColumn)]).toEqual([before, before, ""]);
  expect(session.rep.getState().receipt).toMatchObject({ kind: "stages", customers: ["客户0公司", "客户1公司"] });
  await session.rep.undo();
  expect(log()).toEqual([]);
  expect([noted(1), noted(2), cell(1, stageColumn)]).toEqual(["需求确认", "需求确认", "合同谈判"]);
});

test("the record of it names the stage of the newest entry; a second press records nothing more", async () => {
  const { session, log, edit, changeUnseen } = await open();
  await edit([[1, stageColumn, "合同谈判"]]);
  await changeUnseen([[1, stageColumn, "需求确认"]]);
  const ids = new Set(session.rep.customers().map(({ id }) => id));
  await session.rep.recordStages(ids);
  expect(log().at(-1)).toEqual(["客户0公司", "改阶段", "", "合同谈判", "需求确认"]);
  expect(await session.rep.recordStages(ids)).toBe(false);
  expect(log()).toHaveLength(2);
});
