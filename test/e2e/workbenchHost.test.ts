/** The workbench's own promises: Microsoft's client library against our host, in a browser. */
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "../../src/workbench/cli/browser";
import { buildIfNeeded } from "../../src/workbench/cli/build";
import { serveWorkbench, type WorkbenchServer } from "../../src/workbench/cli/server";
import type {} from "../../src/workbench/page/testHooks";

jest.setTimeout(180_000);

let browser: Browser;
let server: WorkbenchServer;
let page: Page;
let frame: Frame;
let close: () => Promise<void>;

async function paneOf(target: Page): Promise<Frame> {
  for (;;) {
    const found = target.frames().find((one) => one !== target.mainFrame() && one.url().includes("taskpane.html"));
    const ready = await found?.evaluate(() => Office.onReady().then(() => true)).catch(() => false);
    if (found && ready) return found;
    await target.waitForTimeout(100);
  }
}

beforeAll(async () => {
  await buildIfNeeded(() => undefined);
  [browser, server] = await Promise.all([launchBrowser(), serveWorkbench(null, 0)]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A table `Deals` with a column name that holds brackets, a calculated column, and a summary on a sheet of its own. */
beforeEach(async () => {
  const opened = await openWorkbench(browser, `${server.url}?lang=en`);
  page = opened.page;
  close = () => opened.context.close();
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench!.ready);
  frame = await paneOf(page);
  await frame.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:C4").values = [
        ["Name", "Stage", "Amount (CNY)"],
        ["a", "Won", 1],
        ["b", "Lost", 2],
        ["c", "Won", 3],
      ];
      sheet.tables.add("A1:C4", true).name = "Deals";
      const summary = context.workbook.worksheets.add("Summary");
      summary.getRange("A1:A3").formulas = [
        ["=SUM(Deals[Amount (CNY)])"],
        ['=COUNTIFS(Deals[Stage],"Won")'],
        ["=ROWS(Deals[Name])"],
      ];
      await context.sync();
    }),
  );
});

afterEach(() => close());

const summary = () =>
  page.evaluate(async () => {
    const values: unknown[] = [];
    for (const cell of ["A1", "A2", "A3"]) values.push(await window.workbench!.cellValue("Summary", cell));
    return values;
  });
const type = (address: string, value: string | number) =>
  page.evaluate(([cell, content]) => window.workbench!.editAsPerson("Sheet1", cell, content), [
    address,
    value,
  ] as const);

/** Runs add-in code in the pane; an error comes back as its code. */
const codeOf = (work: (context: Excel.RequestContext) => void) =>
  frame.evaluate(async (source) => {
    const run = new Function("context", `return (${source})(context)`) as (context: Excel.RequestContext) => void;
    try {
      await Excel.run(async (context) => {
        run(context);
        await context.sync();
      });
      return "done";
    } catch (error) {
      return error instanceof OfficeExtension.Error ? error.code : String(error);
    }
  }, work.toString());

test("formulas are right when a structured reference was typed by hand and given up", async () => {
  expect(await summary()).toEqual([6, 2, 3]);
  await page.evaluate(() => window.workbench!.focusCell("Sheet1", "F1"));
  await page.keyboard.type("=SUM(Deals[Am", { delay: 10 });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.workbench!.editAsPerson("Summary", "B1", "=1+2+0"));
  expect(await page.evaluate(() => window.workbench!.cellValue("Summary", "B1"))).toBe(3);
});

test("formulas follow a table that grows, is cut and comes back by undo", async () => {
  await type("A5", "d");
  await type("C5", 10);
  expect(await summary()).toEqual([16, 2, 4]);
  await page.evaluate(() => window.workbench!.insertRows("Sheet1", 2, 2));
  await type("C3", 100);
  expect(await summary()).toEqual([116, 2, 6]);
  await page.evaluate(() => window.workbench!.deleteRows("Sheet1", 1, 1));
  expect(await summary()).toEqual([115, 1, 5]);
  await page.evaluate(() => window.workbench!.undo());
  expect(await summary()).toEqual([116, 2, 6]);
});

test("a header that is typed over renames the column in formulas", async () => {
  await type("C1", "Value");
  expect(await page.evaluate(() => window.workbench!.cellFormula("Summary", "A1"))).toBe("=SUM(Deals[Value])");
  expect(await summary()).toEqual([6, 2, 3]);
});

test("a change of format leaves the formula of a cell that is not calculated yet", async () => {
  const code = await codeOf((context) => {
    const cell = context.workbook.worksheets.getItem("Summary").getRange("C1");
    cell.formulas = [["=SUM(Deals[Amount (CNY)])*2"]];
    cell.numberFormat = [["0.0"]];
    cell.format.font.bold = true;
  });
  expect(code).toBe("done");
  expect(await page.evaluate(() => window.workbench!.cellValue("Summary", "C1"))).toBe(12);
});

test("rows written right below a table through the API join it, with rules and calculated columns", async () => {
  await codeOf((context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2:B4").dataValidation.rule = { list: { inCellDropDown: true, source: "Won,Lost" } };
    sheet.tables.getItem("Deals").getDataBodyRange().getRowsBelow(1).values = [["d", "Won", 4]];
  });
  expect(await summary()).toEqual([10, 3, 4]);
  const type = await frame.evaluate(() =>
    Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem("Sheet1").getRange("B2:B5");
      dataValidation.load("type");
      await context.sync();
      return dataValidation.type;
    }),
  );
  expect(type).toBe("List");
});

test("events name what people did and tell it from the add-in's own", async () => {
  await frame.evaluate(() =>
    Excel.run(async (context) => {
      const events: string[] = [];
      Object.assign(window, { events });
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.onChanged.add(async ({ address, changeType, source, triggerSource }) => {
        events.push([address, changeType, source, triggerSource].join(" "));
      });
      await context.sync();
    }),
  );
  await type("C2", 5);
  await page.evaluate(() => window.workbench!.editAsCoauthor("Sheet1", "C3", 6));
  await codeOf((context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("C4").values = [[7]];
  });
  await page.evaluate(() => window.workbench!.insertRows("Sheet1", 8, 1));
  await frame.waitForFunction(() => (Reflect.get(window, "events") as string[]).length === 4);
  expect(await frame.evaluate(() => Reflect.get(window, "events"))).toEqual([
    "C2 RangeEdited Local Unknown",
    "C3 RangeEdited Remote Unknown",
    "C4 RangeEdited Local ThisLocalAddin",
    "9:9 RowInserted Local Unknown",
  ]);
});

test("is strict where Excel is strict", async () => {
  const sheet1 = "Sheet1";
  await page.evaluate((name) => window.workbench!.protect(name, true), sheet1);
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A2").values = [["x"]];
    }),
  ).toBe("AccessDenied");
  await page.evaluate((name) => window.workbench!.protect(name, false), sheet1);
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").tables.add("B1:C2", true);
    }),
  ).toBe("InvalidArgument");
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.add("a/b");
    }),
  ).toBe("InvalidArgument");
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem("none").load("name");
    }),
  ).toBe("ItemNotFound");
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1]];
    }),
  ).toBe("InvalidArgument");
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").charts.load("items/name");
    }),
  ).toBe("ApiNotFound");
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("valuesAsJson");
    }),
  ).toBe("ApiNotFound");
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:T30").values = Array.from({ length: 30 }, () =>
        Array<string>(20).fill("y".repeat(10_000)),
      );
    }),
  ).toBe("RequestPayloadSizeLimitExceeded");
  await page.evaluate(() => window.workbench!.faults.push({ at: "next", kind: "busy" }));
  expect(
    await codeOf((context) => {
      context.workbook.load("readOnly");
    }),
  ).toBe("ActivityLimitReached");
});

test("refuses every request while a person types in a cell", async () => {
  await page.evaluate(() => window.workbench!.focusCell("Sheet1", "F5"));
  await page.keyboard.type("12");
  expect(await page.evaluate(() => window.workbench!.isEditing())).toBe(true);
  expect(
    await codeOf((context) => {
      context.workbook.load("readOnly");
    }),
  ).toBe("InvalidOperationInCellEditMode");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => window.workbench!.cellValue("Sheet1", "F5"))).toBe(12);
  expect(
    await codeOf((context) => {
      context.workbook.load("readOnly");
    }),
  ).toBe("done");
});
