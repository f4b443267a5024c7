/** A workbook that is changed behind the add-in's back: the live figures say that they do not know, never 0. */
import { figureNames } from "../../src/domain/measures/figures";
import { summaryText } from "../../src/domain/summary/summaryText";
import {
  csvBook,
  openDesk,
  review,
  setUp,
  startBrowser,
  stopBrowser,
  valueOfName,
  type Desk,
} from "../support/workbench";

jest.setTimeout(300_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

/** Judged on 2026-08-07: two overdue, one due that day, one won, one lost. */
const customers = csvBook("客户跟进", [
  ["客户名称", "销售阶段", "下次跟进日期", "最近跟进日期", "预计金额(元)", "负责人", "结案日期", "进入阶段日期"],
  ["海风贸易", "商务谈判", "2026-08-05", "2026-07-20", "120000", "陈晨", "", "2026-07-01"],
  ["青山食品", "方案演示", "2026-08-06", "2026-08-05", "80000", "林悦", "", "2026-08-01"],
  ["云帆物流", "初步接触", "2026-08-07", "2026-08-06", "", "陈晨", "", "2026-08-01"],
  ["长河制造", "赢单", "", "2026-07-01", "200000", "林悦", "2026-07-20", "2026-07-20"],
  ["南湖传媒", "丢单", "", "2026-06-01", "30000", "陈晨", "2026-06-02", "2026-06-02"],
]);
const list = "客户跟进";
const { notMeasured, unreadable } = summaryText["zh-CN"];

async function figures(desk: Desk): Promise<Readonly<Record<string, unknown>>> {
  await desk.settled();
  const entries = Object.entries(figureNames);
  return Object.fromEntries(
    await Promise.all(entries.map(async ([key, name]) => [key, await valueOfName(desk, name)])),
  );
}

/** The red line under the week's sentence. */
function warning(desk: Desk): Promise<unknown> {
  return desk.cell("跟进汇总", "A4");
}

async function withCustomers(): Promise<Desk> {
  const desk = await openDesk(customers);
  await setUp(desk);
  await review(desk, "2026-08-07");
  return desk;
}

test("a column that every status needs is deleted: each figure is a sign, and a line says which column", async () => {
  const desk = await withCustomers();
  expect(await figures(desk)).toMatchObject({ open: 3, won: 1, overdue: 2, stuck: notMeasured });
  expect(await warning(desk)).toBe("");
  await desk.page.evaluate((name) => window.workbench!.deleteColumns(name, 1, 1), list);
  expect(new Set(Object.values(await figures(desk)))).toEqual(new Set([notMeasured]));
  expect(await warning(desk)).toBe(`⚠ ${unreadable.columns[0]}销售阶段${unreadable.columns[1]}`);
  await desk.idle();
  await desk.close();
});

test("a column that one figure needs is deleted: that one is a sign, the others count on", async () => {
  const desk = await withCustomers();
  await desk.page.evaluate((name) => window.workbench!.deleteColumns(name, 3, 1), list);
  expect(await figures(desk)).toMatchObject({ open: 3, won: 1, overdue: 2, stale: notMeasured });
  expect(await warning(desk)).toContain("最近跟进日期");
  await desk.close();
});

test("an error in a key cell, or among the amounts, is no zero either", async () => {
  const desk = await withCustomers();
  await desk.page.evaluate((name) => window.workbench!.editAsPerson(name, "E2", "=1/0"), list);
  expect(await figures(desk)).toMatchObject({ open: 3, pipelineAmount: notMeasured, wonAmount: notMeasured });
  await desk.page.evaluate((name) => window.workbench!.editAsPerson(name, "B4", "=NA()"), list);
  expect(new Set(Object.values(await figures(desk)))).toEqual(new Set([notMeasured]));
  expect(await warning(desk)).toBe(`⚠ 1${unreadable.rows}`);
  await desk.close();
});
