/** The workbench's own promises: Microsoft's client library against our host, in a browser. */
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "../../src/workbench/cli/browser";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { serveWorkbench, type WorkbenchServer } from "../../src/workbench/cli/server";
import type {} from "../../src/workbench/page/testHooks";
import { moveClock } from "../support/clock";
import { officePaneOf } from "../support/officePane";

jest.setTimeout(180_000);

let browser: Browser;
let server: WorkbenchServer;
let page: Page;
let frame: Frame;
let close: () => Promise<void>;

beforeAll(async () => {
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
  frame = await officePaneOf(page);
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
const draw = (title: string) =>
  frame.evaluate(
    (text) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        const chart = sheet.charts.add("BarClustered", sheet.getRange("C2:C4"), "Columns");
        chart.name = "FU_ChartDeals";
        chart.setPosition(sheet.getRange("E3"), sheet.getRange("I12"));
        const bars = chart.series.getItemAt(0);
        bars.setValues(sheet.getRange("C2:C4"));
        bars.setXAxisValues(sheet.getRange("A2:A4"));
        bars.name = "Amount";
        bars.hasDataLabels = true;
        chart.title.visible = true;
        chart.title.text = text;
        chart.legend.visible = false;
        chart.axes.valueAxis.majorGridlines.visible = false;
        chart.axes.valueAxis.visible = false;
        await context.sync();
      }),
    title,
  );
const charts = () =>
  frame.evaluate(() =>
    Excel.run(async (context) => {
      const { charts: all } = context.workbook.worksheets.getItem("Sheet1");
      all.load("items/name,items/chartType,items/left,items/top,items/width,items/height,items/title/text");
      await context.sync();
      const values = all.items.map((chart) => chart.series.getItemAt(0).getDimensionValues("Values"));
      await context.sync();
      return all.items.map(({ name, chartType, left, top, width, height, title }, index) => ({
        name,
        chartType,
        place: [left, top, width, height],
        title: title.text,
        values: values[index]?.value,
      }));
    }),
  );
const shown = () => page.locator(".charts svg");
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

test("what a formula says of today changes with the day, at the next calculation, and chance at each", async () => {
  const answers = (cells: readonly string[]) =>
    page.evaluate(async (addresses) => {
      const values: number[] = [];
      for (const cell of addresses) values.push(Number(await window.workbench!.cellValue("Sheet1", cell)));
      return values;
    }, cells);
  await type("F1", "=TODAY()");
  await type("F2", "=IF(F1>0,F1+7,0)");
  await type("F3", "=RAND()");
  const [today = 0, due = 0, chance = 0] = await answers(["F1", "F2", "F3"]);
  expect(due).toBe(today + 7);
  await type("C2", 5);
  const [sameDay, sameDue, otherChance] = await answers(["F1", "F2", "F3"]);
  expect([sameDay, sameDue]).toEqual([today, due]);
  expect(otherChance).not.toBe(chance);
  await page.evaluate(moveClock, 86_400_000);
  await type("C2", 6);
  expect(await answers(["F1", "F2"])).toEqual([today + 1, due + 1]);
});

test("a page that was too busy to calculate answers with what the last edit makes of its formulas", async () => {
  await type("F1", "=C2*2");
  const answer = await page.evaluate(async () => {
    await window.workbench!.settled();
    window.workbench!.editAsPerson("Sheet1", "C2", 21);
    await new Promise((done) => setTimeout(done, 20));
    const start = performance.now();
    while (performance.now() - start < 400);
    return window.workbench!.cellValue("Sheet1", "F1");
  });
  expect(answer).toBe(42);
});

test("of two answers only the one that holds is worked out, whatever the other would say", async () => {
  const formulas = [
    '=IF(C2=1,"one",1/0)',
    '=IF(C2=2,1/0,"other")',
    "=IF(1/0,1,2)",
    "=IFERROR(1/0,IF(C2=1,C3,C4))",
    '=IFERROR(C2&"",1/0)',
    "=SUM(IF(C2:C4>1,C2:C4,0))",
    '=IF(D2="",IF(D2=0,"blank"),"filled")',
  ];
  for (const [index, formula] of formulas.entries()) await type(`F${index + 1}`, formula);
  const values = await page.evaluate(async (count) => {
    const found: unknown[] = [];
    for (let row = 1; row <= count; row++) found.push(await window.workbench!.cellValue("Sheet1", `F${row}`));
    return found;
  }, formulas.length);
  expect(values).toEqual(["one", "other", "#DIV/0!", 2, "1", 5, "blank"]);
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

test("a chart is drawn over its cells, follows them, and is gone when it is deleted", async () => {
  await draw("Deals");
  expect(await charts()).toEqual([
    {
      name: "FU_ChartDeals",
      chartType: "BarClustered",
      place: [192, 30, 240, 150],
      title: "Deals",
      values: ["1", "2", "3"],
    },
  ]);
  expect(await shown().count()).toBe(1);
  expect(await shown().locator("text").allTextContents()).toEqual(["Deals", "a", "1", "b", "2", "c", "3"]);
  await type("C3", 8);
  await page.evaluate(() => window.workbench!.insertRows("Sheet1", 0, 2));
  expect(await charts()).toMatchObject([{ place: [192, 60, 240, 150], values: ["1", "8", "3"] }]);
  await expect(shown().locator("text").allTextContents()).resolves.toEqual(["Deals", "a", "1", "b", "8", "c", "3"]);
  // The grid beneath takes clicks and keys as before.
  await page.evaluate(() => window.workbench!.focusCell("Sheet1", "F7"));
  await page.keyboard.type("x");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => window.workbench!.cellValue("Sheet1", "F7"))).toBe("x");
  const remove = () =>
    codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").charts.getItem("fu_chartdeals").delete();
    });
  expect([await remove(), await remove()]).toEqual(["done", "ItemNotFound"]);
  await shown().waitFor({ state: "detached" });
  await draw("Again");
  expect(await charts()).toMatchObject([{ name: "FU_ChartDeals", title: "Again" }]);
});

test("charts are saved, and their references follow a renamed sheet", async () => {
  await draw("Deals");
  await codeOf((context) => {
    context.workbook.worksheets.getItem("Sheet1").name = "2026 Q3";
  });
  const bytes = Uint8Array.from(await page.evaluate(async () => [...(await window.workbench!.save())]));
  expect(readXlsx(bytes, "en").book.sheets[0]?.charts).toMatchObject([
    {
      name: "FU_ChartDeals",
      title: "Deals",
      area: { row: 2, column: 4, rows: 10, columns: 5 },
      series: [{ name: "Amount", values: "'2026 Q3'!$C$2:$C$4", categories: "'2026 Q3'!$A$2:$A$4" }],
    },
  ]);
});

test("charts are as strict as the rest", async () => {
  await draw("Deals");
  const codes = [
    await codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").charts.getItem("FU_ChartDeals").title.text = "=A1";
    }),
    await codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").charts.getItem("FU_ChartDeals").load("style");
    }),
    await codeOf((context) => {
      const series = context.workbook.worksheets.getItem("Sheet1").charts.getItem("FU_ChartDeals").series.getItemAt(0);
      series.getDimensionDataSourceString("Values");
    }),
    await codeOf((context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.charts.add("Pie", sheet.getRange("C2:C4"));
    }),
  ];
  expect(codes).toEqual(["InvalidArgument", "ApiNotFound", "ApiNotFound", "NotImplemented"]);
  await page.evaluate(() => window.workbench!.protect("Sheet1", true));
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem("Sheet1").charts.getItem("FU_ChartDeals").delete();
    }),
  ).toBe("AccessDenied");
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
      context.workbook.worksheets.getItem("Sheet1").shapes.load("items/name");
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
