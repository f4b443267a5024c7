/** A follow-up sheet brought up to date from an export, as a person does it: choose, look, update, and once more in one press. */
import { Workbook } from "exceljs";
import {
  csvBook,
  openDesk,
  overflowOf,
  seriousFaults,
  setUp,
  startBrowser,
  stopBrowser,
  type Desk,
} from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const rows = [
  ["客户名称", "联系人", "电话", "负责人", "阶段", "金额", "下次跟进日期"],
  ["远山能源", "周岚", "13800000001", "李敏", "需求确认", "120000", "2026-08-20"],
  ["青禾食品", "赵川", "", "王强", "方案演示", "50000", "2026-08-21"],
  ["北辰物流", "孙宁", "13800000003", "李敏", "成交", "80000", ""],
];

/** An export as a CRM writes one: days as days, a title on top, a column that the sheet does not have. */
async function exported(amount: number): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("导出");
  sheet.addRow(["商机导出"]);
  sheet.addRow(["客户名称", "电话", "负责人", "阶段", "金额", "下次跟进日期", "备注"]);
  sheet.addRow([
    "远山能源有限公司",
    "138 0000 0001",
    "王强",
    "方案演示",
    amount,
    new Date(Date.UTC(2026, 7, 25)),
    "催过两次",
  ]);
  sheet.addRow(["青禾食品", "13800000002", "王强", "方案演示", 50_000, new Date(Date.UTC(2026, 7, 21)), ""]);
  sheet.addRow(["新城建材", "13800000009", "李敏", "需求确认", 30_000, new Date(Date.UTC(2026, 7, 28)), ""]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function openExport(desk: Desk, amount: number): Promise<void> {
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await desk.byId("grow-file").setInputFiles({ name: "商机.xlsx", mimeType, buffer: await exported(amount) });
  await desk.byId("grow-counts").waitFor();
  await desk.idle();
}

test.each(["zh-CN", "en"] as const)("%s: an update, its way back, and the next one", async (lang) => {
  const desk = await openDesk(csvBook("客户", rows), { lang });
  const box = await desk.page.locator("iframe").boundingBox();
  await desk.page.setViewportSize({ width: 1280, height: 640 + Math.ceil(box?.y ?? 0) });
  await setUp(desk);
  await desk.press("tab-setup");
  await desk.byId("grow-open").waitFor();
  await desk.screenshot(`grow-offer-${lang}`);

  await openExport(desk, 150_000);
  expect(await desk.byId("grow-fresh").allInnerTexts()).toEqual(["新城建材"]);
  expect(await desk.byId("grow-conflict").count()).toBe(1);
  await desk.byId("grow-counts").scrollIntoViewIfNeeded();
  await desk.screenshot(`grow-preview-${lang}`);
  expect(await overflowOf(desk)).toBe(0);
  expect(await seriousFaults(desk)).toEqual([]);

  await desk.press("grow-apply");
  await desk.byId("grow-done").waitFor();
  await desk.screenshot(`grow-done-${lang}`);
  // The second customer had no telephone number; the first one's cells stay as the sheet has them.
  expect(await desk.cell("客户", "C3")).toBe("13800000002");
  expect(await desk.cell("客户", "F2")).toBe(120_000);
  expect([await desk.cell("客户", "A5"), await desk.cell("客户", "F5")]).toEqual(["新城建材", 30_000]);
  expect(await desk.save()).toBeInstanceOf(Uint8Array);

  // The next export is shown without a question, and only what it changed since comes.
  await openExport(desk, 180_000);
  expect(await desk.byId("grow-changed").count()).toBe(0);
  expect(await desk.byId("grow-conflict").count()).toBe(1);
  await desk.press("grow-cancel");

  expect(desk.errors).toEqual([]);
  expect(desk.strangers).toEqual([]);
  await desk.close();
});

test("an update is taken back: cells as before, new rows blank again, and what was edited since stays", async () => {
  const desk = await openDesk(csvBook("客户", rows));
  await setUp(desk);
  await desk.press("tab-setup");
  await desk.byId("grow-open").waitFor();
  await openExport(desk, 150_000);
  await desk.press("grow-apply");
  await desk.byId("grow-done").waitFor();
  await desk.press("grow-undo");
  expect(await desk.cell("客户", "C3")).toBe("");
  expect(await desk.cell("客户", "A5")).toBe("");
  expect(await desk.byId("grow-undo").count()).toBe(0);
  expect(desk.errors).toEqual([]);
  await desk.close();
});

test("a file that is no table says so, and the sheet stays as it is", async () => {
  const desk = await openDesk(csvBook("客户", rows));
  await setUp(desk);
  await desk.press("tab-setup");
  await desk.byId("grow-open").waitFor();
  const broken = { name: "坏.xlsx", mimeType: "", buffer: Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]) };
  await desk.byId("grow-file").setInputFiles(broken);
  await desk.byId("grow-problem").waitFor();
  expect(await desk.byId("grow-problem").innerText()).toContain("文件不完整或已损坏");
  await desk.close();
});
