/** What the pane asks Excel for while somebody works in a large sheet. */
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
  const watch: WorkbookPort["watch"] = (sheets, onChange) => {
    if (sheets.includes("客户")) tell.push((change) => onChange("客户", change));
    return port.watch(sheets, onChange);
  };
  return { port: { ...noted, watch }, asked, tell };
}

test("in 10,000 rows a check reads values only, and one edited row is checked again with one more question", async () => {
  const book = newInMemoryWorkbook("客户", [headers, ...rows]);
  const { port, asked, tell } = listening(inMemoryPort(book, reviewDay));
  const session = inMemorySession(port, reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", new Map());
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
