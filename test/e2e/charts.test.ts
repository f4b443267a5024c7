/** Charts as the add-in makes them: the adapter's own code over Microsoft's client library, in the workbench. */
import type { Action, Chart } from "../../src/domain/workbook/action";
import { sameChart } from "../../src/domain/workbook/charts";
import type {} from "../../src/workbench/page/testHooks";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { provideAdapter } from "../support/excelPort";
import { csvBook, openDesk, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const title = "数字";
const numbers = csvBook(title, [
  ["阶段", "进行中", "逾期"],
  ["初步沟通", "40", "7"],
  ["需求确认", "25", "5"],
  ["方案演示", "12", "0"],
  ["成交", "3", "1"],
]);
const column = (at: number, rows: number) => ({ row: 1, column: at, rows, columns: 1 });
const funnel: Chart = {
  name: "FU_ChartFunnel",
  type: "barClustered",
  title: "=漏斗",
  source: title,
  categories: column(0, 4),
  series: [{ name: "进行中", values: column(1, 4), color: "#0F6CBD" }],
  labelFormat: "#,##0;;",
  place: { row: 7, column: 0, rows: 12, columns: 5 },
};
const owners: Chart = {
  ...funnel,
  name: "FU_ChartOwners",
  type: "barStacked",
  title: null,
  series: [
    { name: "进行中", values: column(1, 4), color: "#9FC5E8" },
    { name: "=逾期", values: column(2, 4), color: "#F4B6B6" },
  ],
  labelFormat: null,
  place: { row: 7, column: 6, rows: 12, columns: 6 },
};

const apply = (desk: Desk, actions: readonly Action[]) =>
  desk.pane.evaluate(
    (all) => window.excelAdapter!.createExcelPort().apply(all, { report: () => undefined, cancelled: () => false }),
    actions,
  );
const read = (desk: Desk) =>
  desk.pane.evaluate(async (sheet) => {
    const none = {
      dateSystem: 1900 as const,
      validationColumns: [],
      formulaColumns: [],
      fieldColumns: [],
      formatted: [],
      pages: [],
    };
    const request = { sheets: [sheet], followUpSheet: sheet, body: null, ...none };
    const installed = await window.excelAdapter!.createExcelPort().readInstalled(request);
    if (!installed.ok) throw new Error(JSON.stringify(installed.fault));
    return installed.value.installed.charts;
  }, title);
const add = (chart: Chart): Action => ({ kind: "addChart", sheet: title, chart });

test("charts are made, read as planned, saved, made anew and deleted", async () => {
  const desk = await openDesk(numbers, { drawn: true });
  await provideAdapter(desk.pane);
  expect(await read(desk)).toEqual([]);
  expect(await apply(desk, [add(funnel), add(owners)])).toEqual({ ok: true, value: 2 });
  const [first, second] = await read(desk);
  if (!first || !second) throw new Error("no charts");
  expect([first, second]).toMatchObject([
    { title: "=漏斗", series: [{ name: "进行中", points: 4 }] },
    { title: null, series: [{ points: 4 }, { name: "=逾期", points: 4 }] },
  ]);
  expect([sameChart(first, funnel), sameChart(second, owners)]).toEqual([true, true]);
  // The first chart stands at A8, 46 + 0 pixels from the left and 20 + 7 × 20 from the top of the sheet, and in front of it.
  const [chart, sheet] = await Promise.all(
    [".charts svg", 'canvas[id^="univer-sheet-main"]'].map((one) => desk.page.locator(one).first().boundingBox()),
  );
  expect([(chart?.x ?? 0) - (sheet?.x ?? 0), (chart?.y ?? 0) - (sheet?.y ?? 0)]).toEqual([46, 160]);
  const layers = await desk.page.evaluate(() =>
    [".charts", 'canvas[id^="univer-sheet-main"]'].map((one) =>
      Number(getComputedStyle(document.querySelector(one) ?? document.body).zIndex),
    ),
  );
  expect(layers[0]).toBeGreaterThan(layers[1] ?? 0);
  await desk.screenshot("charts");
  // It scrolls with its cells.
  await desk.page.mouse.move(300, 400);
  await desk.page.mouse.wheel(0, 60);
  await desk.page.waitForFunction(
    (y) => (document.querySelector(".charts svg")?.getBoundingClientRect().y ?? y) < y - 30,
    chart?.y ?? 0,
  );
  const saved = readXlsx(await desk.save(), "en").book.sheets[0]?.charts;
  expect(saved).toMatchObject([
    {
      type: "barClustered",
      legend: null,
      reversed: true,
      tickMarks: false,
      valueAxis: { visible: false, gridlines: false, minimum: 0 },
      series: [{ color: "#0F6CBD", labels: { position: "OutsideEnd", format: "#,##0;;" } }],
    },
    { type: "barStacked", legend: "Bottom", title: null, series: [{ labels: { position: "Center" } }, {}] },
  ]);

  // The list has lost a stage: the chart is made anew over fewer cells, under its name.
  const shorter = { ...funnel, categories: column(0, 3), series: [{ ...funnel.series[0]!, values: column(1, 3) }] };
  expect(sameChart(first, shorter)).toBe(false);
  const anew: readonly Action[] = [{ kind: "deleteChart", sheet: title, name: "fu_chartfunnel" }, add(shorter)];
  expect(await apply(desk, anew)).toEqual({ ok: true, value: 2 });
  expect((await read(desk)).map((facts) => sameChart(facts, facts.name === owners.name ? owners : shorter))).toEqual([
    true,
    true,
  ]);

  // What stands already is made anew and not twice; what has gone needs no deleting.
  expect(await apply(desk, [add(owners)])).toEqual({ ok: true, value: 1 });
  expect((await read(desk)).map(({ name }) => name).sort()).toEqual([funnel.name, owners.name]);
  const gone: Action = { kind: "deleteChart", sheet: title, name: owners.name };
  expect(await apply(desk, [gone])).toEqual({ ok: true, value: 1 });
  expect(await apply(desk, [gone])).toEqual({ ok: true, value: 1 });
  expect((await read(desk)).map(({ name }) => name)).toEqual([funnel.name]);
  expect(await desk.page.evaluate(() => window.workbench?.unknownMembers())).toEqual([]);
  await desk.close();
});

test("a lost answer in the middle leaves one chart, not two", async () => {
  const desk = await openDesk(numbers);
  await provideAdapter(desk.pane);
  await desk.page.evaluate(() => {
    window.workbench?.faults.push({ at: "next", naming: "Add", kind: "busy", afterwards: true });
  });
  expect(await apply(desk, [add(funnel)])).toEqual({ ok: true, value: 1 });
  expect((await read(desk)).map(({ name }) => name)).toEqual([funnel.name]);
  await desk.close();
});
