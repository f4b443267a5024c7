/** Set up and given back in the pane: the saved file holds what it held before, in each Excel. */
import { Workbook } from "exceljs";
import type { BookData } from "../../src/workbench/data/bookData";
import { hostProfiles } from "../../src/workbench/data/hostBehaviour";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { openDesk, overflowOf, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

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
    list.getCell(row, 8).value = { formula: `E${row}*0.9`, result: 0 };
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
  other.getCell("A1").value = { formula: `SUM('${sheet}'!E2:E13)`, result: 0 };
  other.mergeCells("A3:C3");
  return { name: "own.xlsx", bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

/** A saved file as people see it. Values of formulas come from whoever calculates. */
function picture(bytes: Uint8Array) {
  const { book } = readXlsx(bytes, "zh-CN");
  const formatOf = (data: BookData, index: number | undefined) => {
    const { numberFormat = "General", ...looks } = (index === undefined ? null : data.formats[index]) ?? {};
    return { numberFormat, bold: looks.bold ?? false, fill: looks.fill ?? null };
  };
  return {
    names: book.names.map(({ name, formula }) => [name, formula.replaceAll("'", "")]).sort(),
    sheets: book.sheets.map((one) => ({
      name: one.name,
      cells: one.rows.flatMap(({ row, cells }) =>
        cells.flatMap(({ column, value, formula, format }) => {
          const looks = formatOf(book, format);
          const isBlank = value === null && formula === undefined;
          if (isBlank && looks.numberFormat === "General" && looks.fill === null && !looks.bold) return [];
          return [{ row, column, content: formula ?? value, ...looks }];
        }),
      ),
      merges: one.merges,
      columns: one.columns.map(({ column, width, hidden }) => [column, Math.round(width ?? 0), hidden ?? false]),
      tables: one.tables,
      validations: one.validations.map(({ areas, type, error }) => ({ areas, type, title: error.title })),
      rules: one.conditionalFormats.map(({ areas, type, formula }) => ({ areas, type, formula })),
      page: one.pageSetup,
      filter: one.autoFilter,
    })),
  };
}

async function openRestore(desk: Desk): Promise<void> {
  await desk.press("tab-setup");
  const done = desk.pane.getByTestId("setup-done");
  if ((await done.count()) > 0) await desk.idle();
  await desk.press("restore-look");
  await desk.byId("restore-size").waitFor();
}

/** Presses, and fails with what the pane says where it says that something is wrong. */
async function giveBack(desk: Desk): Promise<void> {
  await desk.press("restore-apply");
  const said = desk.byId("restore-done").or(desk.byId("restore-problem"));
  await said.first().waitFor();
  expect(await desk.byId("restore-problem").allInnerTexts()).toEqual([]);
}

test.each(Object.keys(hostProfiles))("set up and given back in the Excel called %s", async (host) => {
  const desk = await openDesk(await ownBook(), { host });
  const before = picture(await desk.save());
  await setUp(desk);
  await openRestore(desk);
  expect(await desk.byId("restore-point").count()).toBe(1);
  await desk.press("restore-choose");
  await desk.byId("restore-preview").waitFor();
  expect(await desk.byId("restore-conflicts").count()).toBe(0);
  await giveBack(desk);
  await desk.settled();
  expect(picture(await desk.save())).toEqual(before);
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
