/** What the pane asks Excel for while somebody works in a large sheet. */
import { usualRules } from "../support/choices";
import type { Area } from "../../src/domain/workbook/area";
import { succeed } from "../../src/app/fault";
import type { SheetChange, WorkbookPort } from "../../src/app/ports";
import { inMemorySession } from "../support/inMemorySession";
import { cellAt, newInMemoryWorkbook, inMemoryPort, put, sheetOf } from "../support/inMemoryWorkbook";
import { reviewDay } from "../support/sheets";

const count = 10_000;
const headers = ["客户名称", "负责人", "销售阶段", "下次跟进日期"];
const rows = Array.from({ length: count }, (_, at) => [`客户${at}公司`, "陈晨", "方案演示", reviewDay + 5]);

/** A port that notes what it is asked for, with the changes that a test makes up. */
function listening(port: WorkbookPort) {
  const asked: string[] = [];
  const tell: ((change: SheetChange) => void)[] = [];
  const noted = Object.fromEntries(
    Object.entries(port).map(([name, ask]) => [
      name,
      (...given: never[]) => {
        asked.push(name);
        return (ask as (...all: never[]) => unknown)(...given);
      },
    ]),
  ) as unknown as WorkbookPort;
  const select: ((area: Area) => void)[] = [];
  /** What is followed: sheets, and which one is open. */
  const followed = new Set<string>();
  const following = (what: string) => {
    followed.add(what);
    return Promise.resolve(succeed(() => Promise.resolve(void followed.delete(what))));
  };
  const watch: WorkbookPort["watch"] = (sheets, onChange, onSelect) => {
    if (sheets.includes("客户")) {
      tell.push((change) => onChange("客户", change));
      select.push((area) => onSelect("客户", [area]));
    }
    return following(sheets.join());
  };
  const watchActivation = () => following("activation");
  return { port: { ...noted, watch, watchActivation }, asked, tell, select, followed };
}

test("in 10,000 rows a check reads values only, and one edited row is checked again with one more question", async () => {
  const book = newInMemoryWorkbook("客户", [headers, ...rows]);
  const { port, asked, tell } = listening(inMemoryPort(book, reviewDay));
  const session = inMemorySession(port, reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  asked.length = 0;
  await session.check();
  expect(session.getState().check?.figures.rows).toBe(count);
  expect(session.getState().check?.findings).toEqual([]);
  expect(asked).toEqual(["readWorkbook"]);

  asked.length = 0;
  const sheet = sheetOf(book, "客户");
  const nextDate = headers.indexOf("下次跟进日期");
  expect(cellAt(sheet, 5000, nextDate)).toBe(reviewDay + 5);
  put(sheet, 5000, nextDate, "下周");
  for (const say of tell) say({ kind: "cells", area: { row: 5000, column: nextDate, rows: 1, columns: 1 } });
  await new Promise<void>((resolve) => {
    const stop = session.subscribe(() => {
      if ((session.getState().check?.findings.length ?? 0) === 0) return;
      stop();
      resolve();
    });
  });
  expect(session.getState().check?.findings).toMatchObject([{ row: 5001, reason: { rule: "notDate" } }]);
  expect(asked).toEqual(["readValues"]);
});

test("a pick that Excel does not tell of is seen with one small question, and a cursor in other columns asks none", async () => {
  const book = newInMemoryWorkbook("客户", [headers, ...rows.slice(0, 50)]);
  const { port, asked, select } = listening(inMemoryPort(book, reviewDay));
  const session = inMemorySession(port, reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  const cell = (header: string, row: number): Area => ({ row, column: headers.indexOf(header), rows: 1, columns: 1 });
  const go = async (...areas: readonly Area[]) => {
    for (const area of areas) for (const say of select) say(area);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await session.findFormulas();
  };
  const stage = headers.findIndex((header) => header.includes("阶段"));
  await session.findFormulas();
  asked.length = 0;
  await go(cell("客户名称", 4), cell("下次跟进日期", 4), cell("客户名称", 3));
  expect(asked).toEqual([]);

  const before = session.getState().check;
  await go({ ...cell("客户名称", 7), column: stage }, cell("客户名称", 8));
  expect(asked).toEqual(["readValues"]);
  // Nothing was picked: what is shown stays as it is.
  expect(session.getState().check).toBe(before);

  asked.length = 0;
  await go({ ...cell("客户名称", 9), column: stage });
  put(sheetOf(book, "客户"), 9, stage, "没有这个阶段");
  session.turnTo();
  await go();
  // Nothing is read but values, and nothing is written: a stage that nobody listed is a slip. The Summary's values may be looked at meanwhile.
  expect(new Set(asked)).toEqual(new Set(["readValues"]));
  expect(asked.length).toBeLessThanOrEqual(2);
  expect(session.getState().check?.findings).toMatchObject([{ row: 10, reason: { rule: "list" } }]);
});

test("a pane that is closed follows nothing any more", async () => {
  const book = newInMemoryWorkbook("客户", [headers, ...rows.slice(0, 5)]);
  const { port, followed } = listening(inMemoryPort(book, reviewDay));
  const session = inMemorySession(port, reviewDay, "zh-CN");
  await session.open();
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  expect([...followed].sort()).toEqual(["activation", "客户,跟进设置"]);
  await session.close();
  expect([...followed]).toEqual([]);
});
