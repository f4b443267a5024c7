/** Two people on one workbook: the second pane's changes reach the first as a co-author's, and nobody answers anybody for ever. */
import type { Frame } from "playwright-core";
import type {} from "../../src/workbench/page/testHooks";
import { csvBook, openDesk, review, setUp, startBrowser, stopBrowser, type Desk } from "./workbench";

jest.setTimeout(400_000);
beforeAll(startBrowser, 400_000);
afterAll(stopBrowser);

const customers = csvBook("客户跟进", [
  ["客户名称", "销售阶段", "下次跟进日期", "负责人"],
  ["海风贸易", "商务谈判", "2026-08-05", "陈晨"],
  ["云帆物流", "初步接触", "2026-08-20", "陈晨"],
]);

async function openOther(desk: Desk): Promise<Frame> {
  await desk.page.evaluate(() => window.workbench?.openOtherPane());
  for (;;) {
    const frame = desk.page.frames().find((one) => one.url().includes("person=other"));
    const ready = frame && (await frame.locator('[data-testid="status"][data-state="idle"]').count()) > 0;
    if (frame && ready) return frame;
    await desk.page.waitForTimeout(100);
  }
}

const listen = (pane: Frame) =>
  pane.evaluate(() =>
    Excel.run(async (context) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      context.workbook.worksheets.getItem("客户跟进").onChanged.add(async ({ address, source, triggerSource }) => {
        heard.push([address, source, triggerSource].join(" "));
      });
      await context.sync();
    }),
  );
const write = (pane: Frame, address: string, value: string | number) =>
  pane.evaluate(
    ([cell, content]) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("客户跟进").getRange(cell).values = [[content]];
        await context.sync();
      }),
    [address, value] as const,
  );
const heard = (pane: Frame) => pane.evaluate(() => Reflect.get(window, "heard") as string[]);

/** Ends when neither pane has asked for anything for two seconds, and gives the requests that it took. */
async function requestsUntilQuiet(desk: Desk): Promise<readonly number[]> {
  const count = () =>
    desk.page.evaluate(() => [window.workbench!.stats().roundTrips, window.workbench!.otherStats().roundTrips]);
  const before = await count();
  let last = before;
  for (;;) {
    await desk.page.waitForTimeout(2000);
    const now = await count();
    if (now.join() === last.join()) return now.map((requests, index) => requests - (before[index] ?? 0));
    last = now;
  }
}

test("an edit through the second pane is checked by the first, and then all is quiet", async () => {
  const desk = await openDesk(customers);
  await setUp(desk);
  await review(desk, "2026-08-07");
  const other = await openOther(desk);
  await desk.press("tab-today");
  expect(await desk.byId("figure-overdue").innerText()).toContain("1");
  await requestsUntilQuiet(desk);

  // 2026-08-01, so that the second customer is overdue too.
  await write(other, "C3", 46235);
  await desk.byId("figure-overdue").getByText("2").waitFor();
  const requests = await requestsUntilQuiet(desk);
  expect(Math.max(...requests)).toBeLessThan(12);
  expect(await requestsUntilQuiet(desk)).toEqual([0, 0]);

  for (const pane of [desk.pane, other]) await listen(pane);
  await write(other, "D2", "林悦");
  await write(desk.pane, "D3", "林悦");
  await desk.page.evaluate(() => window.workbench?.editAsPerson("客户跟进", "D3", "陈晨"));
  await other.waitForFunction(() => (Reflect.get(window, "heard") as string[]).length >= 3);
  expect(await heard(desk.pane)).toEqual(["D2 Remote Unknown", "D3 Local ThisLocalAddin", "D3 Local Unknown"]);
  expect(await heard(other)).toEqual(["D2 Local ThisLocalAddin", "D3 Remote Unknown", "D3 Remote Unknown"]);

  // What one person's pane remembers is none of the other's business.
  await other.evaluate(() => localStorage.setItem("mine", "林悦"));
  expect(await desk.pane.evaluate(() => localStorage.getItem("mine"))).toBeNull();
  expect(await other.evaluate(() => localStorage.getItem("mine"))).toBe("林悦");
  expect([desk.strangers, desk.errors]).toEqual([[], []]);
  await desk.close();
});

test("writes of both panes at once are all there, each once", async () => {
  const desk = await openDesk(customers);
  const other = await openOther(desk);
  const append = (pane: Frame, who: string) =>
    pane.evaluate(async (name) => {
      for (let index = 0; index < 25; index++) {
        // Finding the row and writing it travel in one request, so nobody can come between.
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("客户跟进");
          const last = sheet.getUsedRange(true).getLastRow();
          last.getOffsetRange(1, 0).getCell(0, 0).values = [[`${name}${index}`]];
          await context.sync();
        });
      }
    }, who);
  await Promise.all([append(desk.pane, "甲"), append(other, "乙")]);
  const names = await desk.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("客户跟进").getRange("A4:A60");
      range.load("values");
      await context.sync();
      return range.values.flat().filter((value) => value !== "");
    }),
  );
  const wanted = ["甲", "乙"].flatMap((who) => Array.from({ length: 25 }, (_, index) => `${who}${index}`));
  expect([...names].sort()).toEqual([...wanted].sort());
  await desk.close();
});
