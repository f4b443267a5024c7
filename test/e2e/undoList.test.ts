/** What an add-in's writes do to a person's undo list, in the Excels that the workbench plays. */
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "../../src/workbench/cli/browser";
import { serveWorkbench, type WorkbenchServer } from "../../src/workbench/cli/server";
import type {} from "../../src/workbench/page/testHooks";
import { officePaneOf } from "../support/officePane";

jest.setTimeout(90_000);

let browser: Browser;
let server: WorkbenchServer;
const open = new Set<BrowserContext>();

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveWorkbench(null, 0)]);
}, 120_000);

afterEach(async () => {
  for (const context of open) await context.close();
  open.clear();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openHost(host: string): Promise<{ readonly page: Page; readonly frame: Frame }> {
  const { page, context } = await openWorkbench(browser, `${server.url}?lang=en&draw=no&host=${host}`);
  open.add(context);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench!.ready);
  return { page, frame: await officePaneOf(page) };
}

/** A person types in A1; then the add-in writes in two requests of one run. */
async function write({ page, frame }: { page: Page; frame: Frame }, mergeUndoGroup: boolean): Promise<void> {
  await page.evaluate(() => window.workbench!.editAsPerson("Sheet1", "A1", "typed"));
  await frame.evaluate(
    (merge) =>
      Excel.run({ mergeUndoGroup: merge }, async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.getRange("C1:D3").formulas = [
          ["Name", "Twice"],
          ["a", "=1+1"],
          ["b", "=2+2"],
        ];
        sheet.getRange("C1").format.font.bold = true;
        sheet.getRange("C:C").format.columnWidth = 120;
        await context.sync();
        const other = context.workbook.worksheets.add("Other");
        other.getRange("A1").values = [["x"]];
        const table = sheet.tables.add("C1:D3", true);
        table.name = "Deals";
        context.workbook.names.add("FU_One", "=1");
        const rule = sheet.getRange("C2:C3").conditionalFormats.add("Custom");
        rule.custom.rule.formula = '=C2="a"';
        sheet.getRange("C2:C3").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
        sheet.freezePanes.freezeRows(1);
        sheet.pageLayout.orientation = "Landscape";
        await context.sync();
      }),
    mergeUndoGroup,
  );
}

/** What of the workbook a person would notice. */
const look = (page: Page) =>
  page.evaluate(async () => {
    const book = await window.workbench!.read();
    const sheet = book.sheets[0]!;
    return {
      sheets: book.sheets.map(({ name }) => name),
      names: book.names.map(({ name }) => name),
      tables: sheet.tables.map(({ name }) => name),
      cells: sheet.rows.flatMap(({ cells }) => cells.map(({ formula, value }) => formula ?? value)),
      bold: book.formats.some(({ bold }) => bold === true),
      rules: sheet.conditionalFormats.length,
      lists: sheet.validations.length,
      frozen: sheet.frozenRows,
      page: sheet.pageSetup.orientation ?? "portrait",
    };
  });

const undo = (page: Page) => page.evaluate(() => window.workbench!.undo());
const redo = (page: Page) => page.evaluate(() => window.workbench!.redo());

const typed = {
  sheets: ["Sheet1"],
  names: [],
  tables: [],
  cells: ["typed"],
  bold: false,
  rules: 0,
  lists: 0,
  frozen: 0,
  page: "portrait",
};
const half = { ...typed, cells: ["typed", "Name", "Twice", "a", "=1+1", "b", "=2+2"], bold: true };
const whole = {
  ...half,
  sheets: ["Sheet1", "Other"],
  names: ["FU_One"],
  tables: ["Deals"],
  rules: 1,
  lists: 1,
  frozen: 1,
  page: "landscape",
};

test.each([
  ["microsoft365,undo:steps", true],
  ["microsoft365", false],
])("in %s each request is a step of its own", async (host, merge) => {
  const desk = await openHost(host);
  await write(desk, merge);
  const { page } = desk;
  expect(await look(page)).toEqual(whole);
  await undo(page);
  expect(await look(page)).toEqual(half);
  await undo(page);
  expect(await look(page)).toEqual(typed);
  await redo(page);
  expect(await look(page)).toEqual(half);
  await undo(page);
  await undo(page);
  expect((await look(page)).cells).toEqual([]);
});

test("requests of a group are one step, and a step of a person's between two groups stays apart", async () => {
  const desk = await openHost("microsoft365");
  await write(desk, true);
  const { page, frame } = desk;
  await page.evaluate(() => window.workbench!.editAsPerson("Sheet1", "A2", "more"));
  await frame.evaluate(() =>
    Excel.run({ mergeUndoGroup: true }, async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A3").values = [["last"]];
      await context.sync();
    }),
  );
  await undo(page);
  await undo(page);
  expect(await look(page)).toEqual(whole);
  await undo(page);
  expect(await look(page)).toEqual(typed);
});

test("where Excel keeps no steps of add-ins a write empties the list, and a look does not", async () => {
  const desk = await openHost("excel2021");
  const { page, frame } = desk;
  await page.evaluate(() => window.workbench!.editAsPerson("Sheet1", "A1", "typed"));
  await frame.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("values");
      await context.sync();
    }),
  );
  await undo(page);
  expect((await look(page)).cells).toEqual([]);
  await write(desk, true);
  await undo(page);
  expect(await look(page)).toEqual(whole);
});

test("a sheet that is deleted ends the list, and has no place in a group", async () => {
  const desk = await openHost("microsoft365");
  const { page, frame } = desk;
  await write(desk, true);
  const remove = (merge: boolean) =>
    frame.evaluate(
      (mergeUndoGroup) =>
        Excel.run({ mergeUndoGroup }, async (context) => {
          context.workbook.worksheets.getItem("Other").delete();
          await context.sync();
          return "";
        }).catch((error: OfficeExtension.Error) => error.code),
      merge,
    );
  expect(await remove(true)).toBe("UndoNotSupported");
  expect(await look(page)).toEqual(whole);
  expect(await remove(false)).toBe("");
  await undo(page);
  expect(await look(page)).toEqual({ ...whole, sheets: ["Sheet1"] });
});

test.each([
  ["mac", "Mac", false, true],
  ["web", "OfficeOnline", true, false],
  ["microsoft365", "PC", true, true],
])("the pane in %s finds itself on %s", async (host, platform, downloads, copies) => {
  const { page, frame } = await openHost(host);
  let files = 0;
  page.on("download", () => (files += 1));
  const told = await frame.evaluate(async () => {
    const link = Object.assign(document.createElement("a"), { href: "data:text/plain,x", download: "x.txt" });
    link.click();
    // A browser without a person in front of it may refuse for reasons of its own, in other words.
    const refusal = await navigator.clipboard.writeText("x").then(
      () => "",
      (error: Error) => error.message,
    );
    const copies = refusal !== "The Clipboard API has been blocked";
    return { platform: Office.context.platform, same: Office.context.diagnostics.platform, copies };
  });
  expect(told).toEqual({ platform, same: platform, copies });
  await page.waitForTimeout(300);
  expect(files > 0).toBe(downloads);
});

test("a sheet with lists on it can be deleted while the undo list is kept", async () => {
  const { page, frame } = await openHost("microsoft365");
  await frame.evaluate(async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Other");
      sheet.getRange("A1:A9").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      await context.sync();
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Other").delete();
      await context.sync();
    });
  });
  expect((await look(page)).sheets).toEqual(["Sheet1"]);
});
