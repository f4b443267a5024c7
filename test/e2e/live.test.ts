/** The pane follows what people do in the grid while it is open, and only that. */
import { chooseCustomer, openLog, rowsOf } from "../support/sampleDesk";
import { csvBook, openDesk, review, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const sheet = "客户跟进";
/** Judged on 2026-08-07: one overdue customer, nothing missing. Columns: customer, stage, next date, owner. */
const rows = [
  ["客户名称", "销售阶段", "下次跟进日期", "负责人"],
  ["海风贸易", "商务谈判", "2026-08-05", "陈晨"],
  ["青山食品", "方案演示", "2026-08-20", "林悦"],
  ["云帆物流", "初步接触", "2026-08-21", "陈晨"],
  ["北辰教育", "方案演示", "2026-08-22", "林悦"],
];
const customers = csvBook(sheet, rows);

/** Excel's number of 2026-08-01. */
const longAgo = 46_235;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(customers);
  await setUp(desk);
  await review(desk, "2026-08-07");
  await desk.press("tab-today");
}, 240_000);
afterAll(() => desk.close());

/** Waits until the pane shows so many overdue customers. */
async function overdue(count: number): Promise<void> {
  await desk.byId("figure-overdue").getByText(String(count), { exact: true }).waitFor({ timeout: 15_000 });
}

test("an edit, a fill, rows that come and go, a sort and undo each show in the pane", async () => {
  await overdue(1);
  await desk.type(sheet, "C3", "2026-08-01");
  await overdue(2);
  await desk.page.evaluate((name) => window.workbench!.fillAsPerson(name, "C3", "C3:C5"), sheet);
  await overdue(4);
  await desk.page.evaluate(() => window.workbench!.undo());
  await overdue(2);
  await desk.page.evaluate((name) => window.workbench!.deleteRows(name, 1, 1), sheet);
  await overdue(1);
  await desk.page.evaluate(() => window.workbench!.undo());
  await overdue(2);
  // A row in the middle of the table, filled in afterwards: what stands below it has moved.
  await desk.page.evaluate((name) => window.workbench!.insertRows(name, 2, 1), sheet);
  await desk.type(sheet, "A3", "长河制造");
  await desk.page.waitForFunction(
    async (name) => (await window.workbench!.cellValue(name, "A3")) === "长河制造",
    sheet,
  );
  await desk.page.evaluate(([name, day]) => window.workbench!.editAsPerson(name, "C3", day), [sheet, longAgo] as const);
  await overdue(3);
  await desk.page.evaluate((name) => window.workbench!.sortAsPerson(name, "A2:D6", 0, false), sheet);
  await desk.page.waitForFunction(
    async (name) => (await window.workbench!.cellValue(name, "A2")) === "青山食品",
    sheet,
  );
  // Sorting is told at once, and looked at after a pause.
  await desk.settled();
  expect(await desk.byId("due-item").count()).toBe(3);
  // The card leads to where the customer stands now, not to where it stood.
  await desk.byId("due-name").filter({ hasText: "海风贸易" }).click();
  await desk.byId("card-row").click();
  await desk.page.waitForFunction(async () => {
    const { sheet: open, address } = window.workbench!.selected();
    return (await window.workbench!.cellValue(open, address)) === "海风贸易";
  });
  await desk.byId("card-back").click();
});

test("a co-author's edit shows too, and what the pane writes itself starts no check of its own", async () => {
  await desk.page.evaluate(([name, day]) => window.workbench!.editAsCoauthor(name, "C5", day), [
    sheet,
    longAgo,
  ] as const);
  await desk.settled();
  await review(desk, "2026-08-08");
  await desk.press("tab-today");
  await desk.idle();
  await desk.page.evaluate(() => window.workbench!.resetStats());
  // A change of its own that it took for somebody's would stand there as one that it has still to look at.
  await desk.settled();
  expect((await desk.page.evaluate(() => window.workbench!.stats())).roundTrips).toBe(0);
  expect(desk.errors).toEqual([]);
});

test("rows and columns that come and go, and sorts, leave each colour rule in one piece, judging its own row", async () => {
  const rules = () =>
    desk.page.evaluate(async (name) => {
      const book = await window.workbench!.read();
      const list = book.sheets.find((each) => each.name === name);
      return (list?.conditionalFormats ?? []).map((rule) => ({
        rows: rule.areas.map(({ row, rows }) => [row, rows]),
        formula: "formula" in rule ? rule.formula : "",
      }));
    }, sheet);
  const before = await rules();
  expect(before.length).toBeGreaterThan(3);
  await desk.page.evaluate((name) => window.workbench!.insertRows(name, 3, 1), sheet);
  expect(await rules()).toEqual(
    before.map(({ rows, formula }) => ({ rows: rows.map(([row = 0, count = 0]) => [row, count + 1]), formula })),
  );
  await desk.page.evaluate(() => window.workbench!.undo());
  expect(await rules()).toEqual(before);

  await desk.page.evaluate((name) => window.workbench!.sortAsPerson(name, "A2:D6", 0, true), sheet);
  expect(await rules()).toEqual(before);

  // The owner's column goes: what stands at its right moves one to the left, and so does what the rules look at.
  const overdueColumn = (all: typeof before) =>
    all.flatMap(({ formula }) => /followup:overdue.*SEARCH\("逾期",\$([A-Z])2\)/.exec(formula ?? "")?.[1] ?? []);
  const [column = ""] = overdueColumn(before);
  expect(column > "D").toBe(true);
  await desk.page.evaluate((name) => window.workbench!.deleteColumns(name, 3, 1), sheet);
  expect(overdueColumn(await rules())).toEqual([String.fromCharCode(column.charCodeAt(0) - 1)]);
});

test.each(["web", "microsoft365"])("stages picked from the list in an Excel of %s are seen", async (host) => {
  // With one won already, the list of stages has 成交 to pick.
  const picking = await openDesk(csvBook(sheet, [...rows, ["南湖医药", "成交", "", "陈晨"]]), { host });
  await setUp(picking);
  await review(picking, "2026-08-07");
  await picking.press("tab-today");
  const shown = (count: number) =>
    picking.byId("figure-overdue").getByText(String(count), { exact: true }).waitFor({ timeout: 15_000 });
  await shown(1);
  const pick = (cell: string, stage: string) =>
    picking.page.evaluate(
      ([name, address, picked]) => {
        window.workbench!.select(name, address);
        window.workbench!.pickAsPerson(name, address, picked);
      },
      [sheet, cell, stage] as const,
    );
  // Whoever has won a customer follows up no more; the cursor goes on.
  await pick("B2", "成交");
  await picking.page.evaluate((name) => window.workbench!.select(name, "B3"), sheet);
  await shown(0);

  // The person goes straight from the list to the pane: what is saved there goes by the stage that was picked.
  await pick("B3", "商务谈判");
  await openLog(picking);
  await chooseCustomer(picking, "青山食品");
  await picking.byId("log-content").fill("谈了报价");
  await picking.byId("log-stage").selectOption("");
  await picking.byId("log-next").locator('input[value="typed"]').check();
  await picking.byId("log-next-typed").fill("2026-09-01");
  await picking.byId("log-save").click();
  await picking.byId("receipt").waitFor();
  await picking.settled();
  const log = await rowsOf(picking, "跟进记录");
  expect(log.find((row) => row["内容"] !== "")).toMatchObject({
    内容: "谈了报价",
    原阶段: "商务谈判",
    新阶段: "商务谈判",
  });
  // What was picked in the grid before stands in the log as well.
  const quiet = log.filter((row) => row["内容"] === "").map((row) => [row["原阶段"], row["新阶段"]]);
  expect(quiet).toContainEqual(["商务谈判", "成交"]);
  expect((await rowsOf(picking, sheet)).map((row) => row["销售阶段"])).toEqual([
    ...["成交", "商务谈判", "初步接触", "方案演示", "成交"],
  ]);
  expect(picking.errors).toEqual([]);
  await picking.close();
});
