/** Ctrl+Z after a set-up, and texts that leave the pane, in Excels that differ in it. */
import { openRestore } from "../support/restoreDesk";
import { openDesk, overflowOf, setUp, startBrowser, stopBrowser, csvBook, type Desk } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const rows = [
  ["客户名称", "销售阶段", "负责人", "下次跟进日期", "最近跟进日期", "预计金额", "备注"],
  ...Array.from({ length: 8 }, (_, row) => [
    ...[`客户${row + 1}号`, row % 3 === 0 ? "商务谈判" : "方案演示", row % 2 === 0 ? "陈晨" : "林悦"],
    ...["2026-08-05", "2026-07-20", String(10_000 * (row + 1)), "老客户"],
  ]),
];
const list = "客户";

const look = (desk: Desk) => desk.page.evaluate(() => window.workbench!.read());
const undo = async (desk: Desk) => {
  await desk.page.evaluate(() => window.workbench!.undo());
  await desk.settled();
};

/** The owner's cells, as they stand. */
async function own(desk: Desk) {
  const sheet = (await look(desk)).sheets.find(({ name }) => name === list)!;
  return sheet.rows
    .filter(({ row }) => row < rows.length)
    .map(({ cells }) => cells.filter(({ column }) => column < 7).map(({ value }) => value));
}

test.each([
  ["makes one step of a change", "microsoft365", 1],
  // Cells and names, then conditional formats, then looks.
  ["makes one step of each request", "microsoft365,undo:steps,requirementSet:1.17", 3],
])("where Excel %s, Ctrl+Z takes a set-up out, and the pane is as before it", async (_how, host, presses) => {
  const desk = await openDesk(csvBook(list, rows), { host });
  const before = await own(desk);
  await setUp(desk);
  for (let press = 0; press < presses; press += 1) await undo(desk);
  const { sheets, names } = await look(desk);
  // The blank sheet of the restore points cannot go with Ctrl+Z, and nobody sees it.
  expect(sheets.filter(({ visibility }) => visibility !== "veryHidden").map(({ name }) => name)).toEqual([list]);
  expect(sheets.filter(({ name }) => name !== list).flatMap((sheet) => sheet.rows)).toEqual([]);
  expect(names.filter(({ name }) => name.startsWith("FU_"))).toEqual([]);
  expect(sheets[0]).toMatchObject({ tables: [], conditionalFormats: [], validations: [] });
  expect(await own(desk)).toEqual(before);
  await desk.press("tab-check");
  await desk.press("check-run");
  expect(await desk.byId("health").count()).toBe(0);
  await setUp(desk);
  await desk.press("tab-check");
  await desk.byId("health-fine").waitFor();
  await openRestore(desk);
  expect(await desk.byId("restore-point").count()).toBe(1);
  expect(desk.errors).toEqual([]);
  await desk.close();
});

test("where a write ends Ctrl+Z the pane says so before it, and opening the pane costs nobody anything", async () => {
  const desk = await openDesk(csvBook(list, rows), { host: "excel2021" });
  await desk.press("first-check");
  await desk.byId("undo-ends").waitFor();
  await setUp(desk);
  expect(await desk.byId("undo-ends").count()).toBe(0);
  await desk.page.evaluate((sheet) => window.workbench!.editAsPerson(sheet, "G2", "新备注"), list);
  await desk.settled();
  await desk.reopenPane();
  await desk.settled();
  await undo(desk);
  expect(await desk.cell(list, "G2")).toBe("老客户");
  await desk.byId("undo-ends").waitFor();
  await desk.press("undo-understood");
  await desk.reopenPane();
  expect(await desk.byId("undo-ends").count()).toBe(0);
  await desk.close();
});

test("on the Mac the report and the rules are text to copy, and no download is claimed", async () => {
  const desk = await openDesk(csvBook(list, rows), { host: "mac" });
  await desk.page.setViewportSize({ width: 1280, height: 700 });
  await setUp(desk);
  await desk.press("tab-check");
  await desk.press("export-report");
  expect(await desk.byId("copy-by-hand").inputValue()).toContain(`"sheet": "${list}"`);
  expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
  await desk.screenshot("mac-report");
  await desk.press("tab-setup");
  await desk.press("schema-open");
  await desk.press("schema-export");
  expect(JSON.parse(await desk.byId("copy-by-hand").inputValue())).toHaveProperty("fields");
  expect(await desk.pane.evaluate(() => document.body.innerText)).not.toMatch(/已下载|已发起下载/);
  await desk.close();
});
