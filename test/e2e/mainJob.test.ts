import { Workbook } from "exceljs";
import {
  csvBook,
  hostOfRun,
  openDesk,
  overflowOf,
  placeOfName,
  review,
  seriousFaults,
  setUp,
  startBrowser,
  stopBrowser,
  valueOfName,
  type Desk,
} from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

/** A made-up list, judged on 2026-08-07: two overdue (one of them silent for long), one due that day, one won, one lost. */
const customers = csvBook("客户跟进", [
  ["客户名称", "销售阶段", "下次跟进日期", "最近跟进日期", "预计金额(元)", "负责人", "备注"],
  ["海风贸易", "商务谈判", "2026-08-05", "2026-07-20", "120000", "陈晨", "等合同"],
  ["青山食品", "方案演示", "2026-08-06", "2026-08-05", "80000", "林悦", "第二次演示"],
  ["云帆物流", "初步接触", "2026-08-07", "2026-08-06", "", "陈晨", ""],
  ["北辰教育", "方案演示", "2026-08-20", "2026-08-06", "50000", "", "负责人还没定"],
  ["长河制造", "赢单", "", "2026-07-01", "200000", "林悦", ""],
  ["南湖传媒", "丢单", "", "2026-06-01", "30000", "陈晨", ""],
]);

/** Ends when a figure of the Summary shows a value. */
async function figureBecomes(desk: Desk, name: string, value: number): Promise<void> {
  await desk.page.waitForFunction(
    async ([sheet, address, wanted]) => (await window.workbench!.cellValue(sheet, address)) === wanted,
    [...(await placeOfName(desk, name)), value] as const,
  );
}

async function finding(desk: Desk): Promise<readonly string[]> {
  await desk.byId("finding").first().waitFor();
  return (await desk.byId("finding").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
}

describe("the main job", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(customers, { drawn: true });
    await setUp(desk);
    await review(desk, "2026-08-07");
  }, 240_000);
  afterAll(() => desk.close());

  test("gives the Summary's figures by live formulas", async () => {
    const named = (name: string) => valueOfName(desk, name);
    expect(await named("FU_Open")).toBe(4);
    expect(await named("FU_Overdue")).toBe(2);
    expect(await named("FU_DueToday")).toBe(1);
    expect(await named("FU_Stale")).toBe(1);
    expect(await named("FU_WinRate")).toBe(0.5);
    expect(await named("FU_PipelineAmount")).toBe(250000);
    expect(await named("FU_WonAmount")).toBe(200000);
  });

  test("done twice changes nothing, and neither does saving and reopening", async () => {
    await desk.press("tab-check");
    const findings = await finding(desk);
    // The review day has moved since: what the Summary holds as values with their date moved with it.
    await desk.press("tab-setup");
    await desk.press("setup-plan");
    await desk.byId("setup-nothing").waitFor();

    const again = await openDesk({ name: "again.xlsx", bytes: await desk.save() });
    await again.idle();
    await again.press("tab-check");
    expect(await finding(again)).toEqual(findings);
    await again.press("tab-setup");
    await again.press("setup-plan");
    await again.byId("setup-nothing").waitFor();
    expect(await again.page.evaluate(() => window.workbench?.unknownMembers())).toEqual([]);
    await again.close();
  });

  test("lists what is missing in plain words, and a click goes to the cell", async () => {
    await desk.press("tab-check");
    const findings = await finding(desk);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain("北辰教育");
    await desk.byId("finding").first().click();
    await desk.page.waitForFunction(() => window.workbench?.selected().address === "F5");
    expect(await desk.page.evaluate(() => window.workbench?.selected().sheet)).toBe("客户跟进");
  });

  test("a date typed in the grid turns the row, its words, the Summary and the pane's list", async () => {
    await desk.press("tab-today");
    expect(await desk.byId("figure-overdue").innerText()).toContain("2");
    const before = await desk.page.evaluate(() => window.workbench?.shownFill("客户跟进", "A4"));
    await desk.type("客户跟进", "C4", "2026-08-01");
    // What waits for the formulas also waits for the keys to reach the cell.
    await desk.page.waitForFunction(async () => (await window.workbench!.cellValue("客户跟进", "I4")) === "逾期");
    await figureBecomes(desk, "FU_Overdue", 3);
    const after = await desk.page.evaluate(() => window.workbench?.shownFill("客户跟进", "A4"));
    expect(after).not.toBe(before);
    await desk.byId("figure-overdue").getByText("3").waitFor();
    expect((await desk.byId("due-item").allInnerTexts())[0]).toContain("云帆物流");
  });

  test("the figures stay right while the pane is closed", async () => {
    await desk.page.evaluate(() => document.querySelector("iframe")?.remove());
    await desk.page.evaluate(() => window.workbench?.editAsPerson("客户跟进", "B2", "赢单"));
    // What waits for the formulas also waits for the edit to reach them.
    await figureBecomes(desk, "FU_Won", 2);
    expect(await valueOfName(desk, "FU_WinRate")).toBeCloseTo(2 / 3, 10);
    expect(await desk.cell("客户跟进", "I2")).toBe("成交");
  });

  test("nothing left the machine, and no error went unseen", () => {
    expect(desk.strangers).toEqual([]);
    expect(desk.errors).toEqual([]);
  });
});

describe("a list in English", () => {
  let desk: Desk;
  beforeAll(async () => {
    const rows = [
      ["Customer", "Stage", "Owner", "Next follow-up"],
      ["Harbour Trading", "Kennenlernen", "Ann", "2026-08-01"],
      ["Green Hill Foods", "Won", "Ben", ""],
    ];
    desk = await openDesk(csvBook("list", rows), { lang: "en", drawn: true });
  }, 240_000);
  afterAll(() => desk.close());

  test("a stage nobody knows is asked about, and the answer counts", async () => {
    await desk.screenshot("en-1-first");
    await desk.press("first-check");
    await desk.screenshot("en-2-checked");
    await desk.press("tab-setup");
    await desk.press("setup-plan");
    await desk.byId("adopt-values").getByText("Kennenlernen", { exact: false }).first().waitFor();
    await desk.press("setup-apply");
    await desk.byId("setup-done").waitFor();
    await desk.screenshot("en-3-set-up");
    expect(await valueOfName(desk, "FU_Open")).toBe(1);
    expect(await valueOfName(desk, "FU_Overdue")).toBe(1);
  });

  // In Chinese every view is looked at by accessibility.test.ts.
  test("views at 320 px have no serious accessibility fault and do not overflow", async () => {
    await review(desk, "2026-08-07");
    for (const tab of ["tab-today", "tab-check", "tab-setup"]) {
      await desk.press(tab);
      await desk.screenshot(`en-4-${tab}`);
      expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
      expect(await seriousFaults(desk)).toEqual([]);
    }
  });
});

describe("a sheet that cannot be set up gets a sentence and stays as it is", () => {
  const cases: readonly [name: string, rows: readonly (readonly string[])[], words: RegExp][] = [
    ["a text-only sheet", [["会议纪要"], ["今天讨论了三个客户"], ["下周再谈"]], /列名/],
    [
      "two columns of one name",
      [
        ["客户名称", "阶段", "阶段"],
        ["海风", "线索", "线索"],
      ],
      /阶段/,
    ],
  ];
  test.each(cases)("%s", async (_, rows, words) => {
    const desk = await openDesk(csvBook("表", rows));
    const before = await desk.page.evaluate(async () => JSON.stringify(await window.workbench?.read()));
    await desk.press("first-check");
    expect(await desk.byId("problem").first().innerText()).toMatch(words);
    expect(await desk.page.evaluate(async () => JSON.stringify(await window.workbench?.read()))).toBe(before);
    await desk.close();
  });

  test("an empty sheet", async () => {
    const workbook = new Workbook();
    workbook.addWorksheet("表");
    const desk = await openDesk({ name: "empty.xlsx", bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) });
    await desk.press("first-check");
    expect(await desk.byId("problem").first().innerText()).toMatch(/空/);
    await desk.close();
  });

  test("a protected sheet", async () => {
    const desk = await openDesk(customers);
    await desk.page.evaluate(() => window.workbench?.protect("客户跟进", true));
    const before = await desk.page.evaluate(async () => JSON.stringify(await window.workbench?.read()));
    await desk.press("first-check");
    await desk.press("tab-setup");
    await desk.press("setup-plan");
    expect(await desk.byId("problem").first().innerText()).toMatch(/保护/);
    expect(await desk.page.evaluate(async () => JSON.stringify(await window.workbench?.read()))).toBe(before);
    await desk.close();
  });

  test("a file that is no workbook", async () => {
    const bytes = new TextEncoder().encode("this is not a workbook");
    const desk = await openDesk({ name: "notes.xlsx", bytes }, { opens: false });
    expect(await desk.page.evaluate(() => window.workbench?.problem() ?? "")).toMatch(/Excel|xlsx/);
    await desk.close();
  });
});

test.each([
  ["before the first write", "AutoFilter", /没有任何改动/],
  ["in the write", "Formulas", /和之前一样/],
  ["in the write of conditional formats", "Priority", /和之前一样/],
])(
  "a fault %s of the set-up is said, leaves the workbook as it was, and does not stand in the way",
  async (_, naming, words) => {
    const desk = await openDesk(customers);
    await desk.press("first-check");
    await desk.press("tab-setup");
    await desk.press("setup-plan");
    await desk.byId("setup-apply").waitFor();
    const titles = () =>
      desk.page.evaluate(async () => (await window.workbench?.read())?.sheets.map(({ name }) => name));
    const before = await titles();
    await desk.page.evaluate(
      (member) => window.workbench?.faults.push({ at: "next", naming: member, kind: "accessDenied" }),
      naming,
    );
    await desk.press("setup-apply");
    expect(await desk.byId("problem").first().innerText()).toMatch(words);
    expect(await titles()).toEqual(before);
    await desk.page.evaluate(() => window.workbench?.faults.clear());
    await desk.press("setup-apply");
    await desk.byId("setup-done").waitFor();
    expect(await valueOfName(desk, "FU_Open")).toBe(4);
    await desk.close();
  },
);

test("a fault after the last write of the set-up: it is said, and so is that the set-up is done", async () => {
  const desk = await openDesk(customers);
  await desk.press("first-check");
  await desk.press("tab-setup");
  await desk.press("setup-plan");
  await desk.byId("setup-apply").waitFor();
  // The second look at the workbook comes after all writes.
  await desk.page.evaluate(() =>
    window.workbench?.faults.push({ at: 2, naming: "GetActiveWorksheet", kind: "accessDenied" }),
  );
  await desk.press("setup-apply");
  await desk.byId("setup-done").waitFor();
  expect(await desk.byId("problem").first().innerText()).not.toBe("");
  expect(await valueOfName(desk, "FU_Open")).toBe(4);
  await desk.close();
});

test("a fault while looks are set: they are set again one by one, and nobody is bothered", async () => {
  const desk = await openDesk(customers, { host: hostOfRun("pageLayout:works") });
  await desk.press("first-check");
  await desk.press("tab-setup");
  await desk.press("setup-plan");
  await desk.byId("setup-apply").waitFor();
  await desk.page.evaluate(() =>
    window.workbench?.faults.push({ at: "next", naming: "Orientation", kind: "accessDenied" }),
  );
  await desk.press("setup-apply");
  await desk.byId("setup-done").waitFor();
  expect(await desk.byId("problem").count()).toBe(0);
  expect(await desk.byId("left-looks").count()).toBe(0);
  const summary = await desk.page.evaluate(async () =>
    (await window.workbench?.read())?.sheets.find(({ name }) => name === "跟进汇总"),
  );
  expect([summary?.charts.length, summary?.showGridlines]).toEqual([3, false]);
  await desk.close();
});
