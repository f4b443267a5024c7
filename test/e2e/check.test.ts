/** What the check finds on a sheet that people kept by hand, how somebody walks through it, and the repairs with their way back. */
import { Workbook } from "exceljs";
import { openDesk, review, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const sheet = "客户跟进";
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Each row has one thing wrong, judged on 2026-08-07; the first and the last have nothing. */
async function messyBook(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const page = workbook.addWorksheet(sheet);
  page.addRows([
    ["客户名称", "销售阶段", "电话", "最近跟进日期", "下次跟进日期", "预计金额", "负责人", "成交日期", "流失原因"],
    ["海风贸易", "商务谈判", "0571-8801", day("2026-08-05"), day("2026-08-20"), 120000, "陈晨", "", ""],
    ["青山食品", "方案演示", "0571-8802", day("2026-08-05"), "2026.8.21", 80000, "林悦", "", ""],
    ["云帆物流", "方案演示", "0571-8803", day("2026-08-05"), "下周", 80000, "林悦", "", ""],
    ["北辰教育", "方案演示", "0571-8804", day("2026-08-05"), day("2026-08-22"), "8万元", "林悦", "", ""],
    ["长河制造", "方案演示", "0571-8805", day("2026-09-30"), day("2026-10-08"), 80000, "林悦", "", ""],
    ["南湖传媒", "方案演示", "０５７１-8806", day("2026-08-05"), day("2026-08-22"), 80000, "林悦", "", ""],
    ["金桥建设集团有限公司", "方案演示", "0571-8807", day("2026-08-05"), day("2026-08-22"), 80000, "陈晨", "", ""],
    ["金桥建设集团", "商务谈判", "0571-8808", day("2026-08-05"), day("2026-08-22"), 90000, "陈晨", "", ""],
    ["白石医药", "丢单", "0571-8809", day("2026-07-05"), "", 50000, "陈晨", "", ""],
    ["晴川设计", "方案演示", "0571-8810", day("2026-08-05"), day("2026-08-01"), 50000, "陈晨", "", ""],
    ["远山旅行", "方案演示", "0571-8811", day("2026-08-05"), day("2026-08-22"), 50000, "陈晨", "", ""],
    ["星河科技", "方案演示", "0571-8812", day("2026-08-05"), { formula: "D13+17" }, 50000, "陈晨", "", ""],
  ]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ name: "messy.xlsx", bytes: await messyBook() });
  await setUp(desk);
  // The set-up has put right what can be: people write on as they did before.
  for (const [cell, text] of Object.entries({ E3: "2026.8.21", F5: "8万元", C7: "０５７１-8806" }))
    await desk.page.evaluate(
      ([name = "", at = "", value = ""]) => window.workbench!.editAsCoauthor(name, at, value),
      [...[sheet, cell, text]],
    );
  await review(desk, "2026-08-07");
  await desk.press("tab-check");
}, 240_000);
afterAll(() => desk.close());

const findings = async () => (await desk.byId("finding").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
const about = async (customer: string) => (await findings()).filter((text) => text.includes(customer));
const groups = async () =>
  (await desk.byId("finding-group").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());

test("one thing wrong is one finding, in words that say what to do", async () => {
  await desk.screenshot("check-zh-CN-1-rule");
  expect(await findings()).toHaveLength(10);
  expect(await about("海风贸易")).toEqual([]);
  expect(await about("远山旅行")).toEqual([]);
  const expected: readonly [customer: string, words: RegExp][] = [
    ["青山食品", /^要求 .*E3 .*2026年8月21日，可以一键修正/],
    ["云帆物流", /^要求 .*E4 .*“下周”不是日期，请改成日期/],
    ["晴川设计", /^要求 .*E11 .*2026年8月1日 早于「最近跟进日期」2026年8月5日/],
    ["金桥建设集团", /^提醒 .*A8 .*第 9 行名称相同/],
    ["北辰教育", /^看 .*F5 .*“80000”，可以一键修正/],
    ["长河制造", /^看 .*D6 .*还没到/],
    ["南湖传媒", /^看 .*C7 .*全角/],
    ["星河科技", /^要求 .*E13 .*这一格是公式.*请改成值/],
  ];
  for (const [customer, words] of expected) {
    const found = await about(customer);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(words);
  }
  // Lost without a reason and without a date: two cells to fill in.
  expect(await about("白石医药")).toHaveLength(2);
});

test("findings stand by rule, column or row, are counted, searched, and walked by keyboard", async () => {
  expect(await groups()).toContain("必填缺失 2");
  await desk.pane.getByRole("button", { name: "按列" }).click();
  expect(await groups()).toContain("下次跟进日期 4");
  await desk.pane.getByRole("button", { name: "按行" }).click();
  expect(await groups()).toContain("白石医药 · 第 10 行 2");
  const box = desk.byId("finding-search");
  const search = (await box.evaluate((node) => node.tagName === "INPUT")) ? box : box.locator("input");
  await search.fill("白石");
  await desk.pane.waitForFunction(() => document.querySelectorAll('[data-testid="finding"]').length === 2);
  await search.fill("");
  await desk.pane.waitForFunction(() => document.querySelectorAll('[data-testid="finding"]').length === 10);
  await desk.pane.getByRole("button", { name: "按规则" }).click();
  const selected = (address: string) =>
    desk.page.waitForFunction((cell) => window.workbench!.selected().address === cell, address);
  await desk.byId("finding").first().focus();
  await desk.page.keyboard.press("Enter");
  await selected("E3");
  await desk.page.keyboard.press("ArrowDown");
  await selected("E4");
  await desk.page.keyboard.press("ArrowUp");
  await selected("E3");
});

test("repairs are shown before they are made, leave out what is not ticked, and can be taken back", async () => {
  await desk.press("fix-preview");
  await desk.screenshot("check-zh-CN-2-fix");
  expect(await desk.byId("fix-group").count()).toBe(3);
  expect((await desk.byId("fix-example").allInnerTexts()).join("\n")).toContain("“2026.8.21” → “2026年8月21日");
  await desk.byId("fix-group").filter({ hasText: "文字改成数字" }).getByRole("checkbox").uncheck();
  await desk.press("fix-apply");
  await desk.byId("fix-done").waitFor();
  expect(await desk.byId("fix-done").innerText()).toContain("已修正 2 处");
  // A date is a date now: the row's status word follows.
  expect(await desk.cell(sheet, "E3")).toBe(46_255);
  expect(await desk.cell(sheet, "C7")).toBe("0571-8806");
  expect(await desk.cell(sheet, "F5")).toBe("8万元");
  await desk.screenshot("check-zh-CN-3-fixed");
  expect(await findings()).toHaveLength(8);

  // What somebody changes afterwards is theirs: it stays when the repair is taken back.
  await desk.page.evaluate((title) => window.workbench!.editAsCoauthor(title, "C7", "0571-9999"), sheet);
  await desk.settled();
  await desk.press("fix-revert");
  await desk.byId("fix-done").getByText("已撤回 1 处").waitFor();
  expect(await desk.cell(sheet, "E3")).toBe("2026.8.21");
  expect(await desk.cell(sheet, "C7")).toBe("0571-9999");
});

test("a repair writes no cell that holds something else by then", async () => {
  await desk.press("fix-preview");
  // Between the look and the press, in the same moment: the pane has not heard of it yet.
  await desk.page.evaluate((title) => window.workbench!.editAsCoauthor(title, "F5", "9万元"), sheet);
  await desk.byId("fix-apply").click();
  await desk.idle();
  await desk.byId("fix-done").waitFor();
  expect(["9万元", 90000]).toContain(await desk.cell(sheet, "F5"));
});

test("a formula that somebody replaces by a value is no finding any more", async () => {
  await desk.page.evaluate((title) => window.workbench!.editAsPerson(title, "E13", 46_256), sheet);
  await desk.settled();
  expect(await about("星河科技")).toEqual([]);
});

test("nothing left the machine, and no error went unseen", () => {
  expect(desk.strangers).toEqual([]);
  expect(desk.errors).toEqual([]);
});
