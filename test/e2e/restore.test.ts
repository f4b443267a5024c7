/** Set up and given back in the pane: the saved file holds what it held before, in each Excel. */
import { Workbook } from "exceljs";
import { hostProfiles } from "../../src/workbench/data/hostBehaviour";
import { giveAllBack, giveBack, openRestore } from "../support/restoreDesk";
import { savedPicture } from "../support/savedPicture";
import { openDesk, overflowOf, setUp, startBrowser, stopBrowser } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const sheet = "客户跟进";
const headers = ["客户名称", "销售阶段", "下次跟进日期", "最近跟进日期", "预计金额", "负责人", "备注", "税后"];

/** A list whose owner has made things of their own, with a second sheet that looks at it. */
async function ownBook() {
  const workbook = new Workbook();
  const list = workbook.addWorksheet(sheet);
  const rows = Array.from({ length: 12 }, (_, row) => [
    ...[`${row + 1}号青山`, row % 3 === 0 ? "商务谈判" : "方案演示", new Date(Date.UTC(2026, 7, 5 + row))],
    ...[new Date(Date.UTC(2026, 6, 20)), 10_000 * (row + 1), row % 2 === 0 ? "陈晨" : "林悦", "备注", null],
  ]);
  list.addRows([headers, ...rows]);
  for (let row = 2; row <= 13; row += 1) {
    list.getCell(row, 8).value = { formula: `E${row}*0.9`, result: 9000 * (row - 1) };
    for (const column of [3, 4]) list.getCell(row, column).numFmt = "yyyy-mm-dd";
    list.getCell(row, 7).dataValidation = {
      type: "textLength",
      operator: "lessThan",
      formulae: [40],
      showErrorMessage: true,
      errorTitle: "自己的规则",
      error: "备注不要太长",
    };
  }
  list.getColumn(1).width = 30;
  list.getColumn(10).width = 4;
  list.getCell("C4").note = "他说下周";
  list.addConditionalFormatting({
    ref: "E2:E13",
    rules: [{ type: "expression", priority: 1, formulae: ["$E2>50000"], style: { font: { bold: true } } }],
  });
  list.pageSetup.orientation = "landscape";
  list.pageSetup.printArea = "A1:H13";
  workbook.definedNames.add(`'${sheet}'!$E$2:$E$13`, "金额");
  const other = workbook.addWorksheet("看板");
  other.getCell("A1").value = { formula: `SUM('${sheet}'!E2:E13)`, result: 780_000 };
  other.mergeCells("A3:C3");
  return { name: "own.xlsx", bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

test.each(Object.keys(hostProfiles))("set up and given back in the Excel called %s", async (host) => {
  const desk = await openDesk(await ownBook(), { host });
  const before = savedPicture(await desk.save());
  await setUp(desk);
  await openRestore(desk);
  expect(await desk.byId("restore-point").count()).toBe(1);
  await giveAllBack(desk);
  expect(savedPicture(await desk.save())).toEqual(before);
  expect(desk.errors).toEqual([]);
  await desk.close();
});

test.each(["zh-CN", "en"] as const)(
  "what somebody changed since stays and is named, in a narrow pane (%s)",
  async (lang) => {
    const desk = await openDesk(await ownBook(), { lang });
    await setUp(desk);
    // Somebody types over a day and over what the add-in works out.
    const edit = (address: string, text: string) =>
      desk.page.evaluate(([s = "", a = "", t = ""]) => window.workbench!.editAsPerson(s, a, t), [sheet, address, text]);
    await edit("G5", "改过的备注");
    await edit("J6", "自己写的");
    await desk.settled();
    await openRestore(desk);
    await desk.press("restore-choose");
    await desk.byId("restore-conflicts").waitFor();
    expect(await desk.byId("restore-conflicts").innerText()).toContain("J6");
    expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
    await desk.byId("restore").scrollIntoViewIfNeeded();
    await desk.screenshot(`restore-${lang}`);
    await desk.press("restore-apply");
    await desk.byId("restore-done").waitFor();
    expect(await desk.cell(sheet, "G5")).toBe("改过的备注");
    expect(await desk.cell(sheet, "J6")).toBe("自己写的");
    expect(await desk.cell(sheet, "J7")).toBe("");
    await desk.close();
  },
);

test("a fault on the way leaves the file as it was, or is told to have left a part; pressed again it is given back", async () => {
  const desk = await openDesk(await ownBook());
  const before = savedPicture(await desk.save());
  await setUp(desk);
  const adopted = savedPicture(await desk.save());
  await openRestore(desk);
  for (const [at, afterwards] of [
    [1, false],
    [6, false],
    [9, false],
    [10, true],
  ] as const) {
    await desk.press("restore-choose");
    await desk.byId("restore-preview").waitFor();
    await desk.page.evaluate((fault) => window.workbench!.faults.push(fault), {
      at,
      kind: "lost",
      afterwards,
    } as const);
    await desk.press("restore-apply");
    await desk.page.evaluate(() => window.workbench!.faults.clear());
    const problem = desk.byId("restore-problem");
    if ((await problem.count()) === 0) break;
    const said = await problem.innerText();
    expect(said).toContain("与 Excel 的连接断了");
    if (!said.includes("有一部分已经写入")) expect(savedPicture(await desk.save())).toEqual(adopted);
  }
  if ((await desk.byId("restore-done").count()) === 0) {
    await desk.press("restore-choose");
    await giveBack(desk);
  }
  await desk.settled();
  expect(savedPicture(await desk.save())).toEqual(before);
  await desk.close();
});
