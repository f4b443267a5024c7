/** An Excel that sets up no page, speaks Russian and reads formulas back in its own spelling: the set-up stands all the same. */
import { provideAdapter } from "../support/excelPort";
import { csvBook, openDesk, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const sheet = "客户";
const book = csvBook(sheet, [
  ["客户名称", "负责人", "销售阶段", "下次跟进日期", "预计金额", "备注"],
  ...Array.from({ length: 8 }, (_, row) => [
    ...[`客户${row + 1}`, row % 2 === 0 ? "陈晨" : "林悦", row % 3 === 0 ? "商务谈判" : "方案演示"],
    ...[`2026-08-${String(10 + row)}`, String(10_000 * (row + 1)), row === 2 ? "#重点客户" : "约了下周"],
  ]),
]);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(book, { host: "microsoft365,pageLayout:refused,interfaceLanguage:ru,readFormulas:withAt" });
  await setUp(desk);
}, 240_000);
afterAll(() => desk.close());

test("what was not set up is a note beside the receipt, and stays one when it fails again", async () => {
  const note = await desk.byId("left-looks").innerText();
  expect(note).toContain(
    "版面没有全部设好：「跟进汇总」的打印设置、「客户」的打印设置、「跟进设置」的打印设置、「跟进记录」的打印设置。其他内容都已完成",
  );
  expect(await desk.byId("problem").count()).toBe(0);
  await desk.press("left-looks-retry");
  await desk.byId("problem").waitFor();
  // One result at a time: once the fault is put aside the note is there again.
  await desk.press("result-close");
  expect(await desk.byId("left-looks").innerText()).toContain("「跟进汇总」的打印设置");
  const saved = await desk.page.evaluate(() => window.workbench!.read());
  const summary = saved.sheets.find(({ name }) => name === "跟进汇总");
  expect([summary?.pageSetup, summary?.showGridlines]).toEqual([{}, false]);
  expect(summary?.charts.map(({ name }) => name)).toEqual(["FU_Chart_Funnel", "FU_Chart_Owners"]);
});

test("the rules stand, however their formulas are spelt on the way back", async () => {
  await desk.press("tab-check");
  await desk.press("check-run");
  await desk.byId("health-fine").waitFor();
});

test("charts that somebody moved, and columns that they widened, are theirs", async () => {
  await desk.pane.evaluate(() =>
    Excel.run(async (context) => {
      const summary = context.workbook.worksheets.getItem("跟进汇总");
      summary.getRange("A:C").format.columnWidth = 91.5;
      summary.charts.getItem("FU_Chart_Funnel").setPosition("P30", "T50");
      await context.sync();
    }),
  );
  await desk.press("check-run");
  await desk.byId("health-fine").waitFor();
});

test("an error counts as one in the interface's language too, and people's own number signs do not", async () => {
  await desk.page.evaluate((title) => window.workbench?.editAsPerson(title, "F5", "=1/0"), sheet);
  await desk.settled();
  await desk.idle();
  await desk.press("check-run");
  const findings = (await desk.byId("finding-group").allInnerTexts()).join("\n");
  expect(findings).toContain("公式错误");
  expect(findings).not.toContain("#重点客户");
});

test("a text that looks like a date, a time or an amount stays the text that it is", async () => {
  const texts = ["1/2", "0:2", "2/3/2026", "Jan 5", "$5", "(5)", "TRUE", "1e5", "3-4"];
  await provideAdapter(desk.pane);
  const kept = await desk.pane.evaluate(async (written) => {
    const area = { row: 0, column: 25, rows: written.length, columns: 1 };
    const port = window.excelAdapter!.createExcelPort();
    const progress = { report: () => undefined, cancelled: () => false };
    await port.apply([{ kind: "writeCells", sheet: "客户", area, cells: written.map((text) => [text]) }], progress);
    return Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem("客户");
      const ours = worksheet.getRangeByIndexes(area.row, area.column, area.rows, 1);
      const plain = worksheet.getRangeByIndexes(area.row, area.column + 1, area.rows, 1);
      plain.values = written.map((text) => [text]);
      ours.load("values");
      plain.load("values");
      await context.sync();
      return { ours: ours.values.flat(), plain: plain.values.flat().map((value: unknown) => typeof value) };
    });
  }, texts);
  expect(kept.ours).toEqual(texts);
  // Written as they are, Excel makes something else of every one.
  expect(kept.plain).not.toContain("string");
  expect(desk.errors).toEqual([]);
});
