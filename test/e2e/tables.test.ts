/** Tables under every behaviour of Excel: calculated columns, growth, filters, merges, a protected structure. */
import type { BookData, SheetData } from "../../src/workbench/data/bookData";
import { blankSheet } from "../../src/workbench/data/blankSheet";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { chooseOption } from "../support/sampleDesk";
import { csvBook, openDesk, review, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const sheet = "客户跟进";
const headers = ["客户名称", "销售阶段", "电话", "下次跟进日期", "负责人", "备注", "折算"];
const customers = csvBook(sheet, [
  headers,
  ...Array.from({ length: 12 }, (_, at) => [
    `客户${String(at + 1).padStart(2, "0")}公司`,
    at % 4 === 0 ? "商务谈判" : "方案演示",
    at < 3 ? "" : `0571-8800${String(1000 + at)}`,
    "2026-08-20",
    at % 2 === 0 ? "陈晨" : "林悦",
    "",
    "",
  ]),
]);

type Cell = string | number | boolean;

/** Formulas of a sheet's used cells, as the pane's Excel gives them. */
function formulasOf(desk: Desk, title = sheet): Promise<readonly (readonly Cell[])[]> {
  return desk.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getUsedRange(true);
        range.load("formulas");
        await context.sync();
        return range.formulas as (string | number | boolean)[][];
      }),
    title,
  );
}

const edit = (desk: Desk, address: string, value: Cell) =>
  desk.page.evaluate(([s, a, v]) => window.workbench!.editAsPerson(s, a, v), [sheet, address, value] as const);

const bookOf = (desk: Desk): Promise<BookData> => desk.page.evaluate(() => window.workbench!.read());

const sheetOf = (book: BookData, title = sheet): SheetData => book.sheets.find(({ name }) => name === title)!;

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;

/** Columns of the follow-up sheet that hold formulas of ours in their second row. */
const calculated = (rows: readonly (readonly Cell[])[]): readonly number[] =>
  (rows[1] ?? []).flatMap((cell, column) =>
    column >= headers.length && typeof cell === "string" && cell.startsWith("=") ? [column] : [],
  );

/** What a column says from its second row on, each thing once. */
const distinct = (rows: readonly (readonly Cell[])[], column: number): readonly Cell[] => [
  ...new Set(rows.slice(1).map((row) => row[column] ?? "")),
];

/** Asks for the phone number of every customer; the formulas of what is missing change with it. */
async function requirePhone(desk: Desk): Promise<void> {
  await desk.press("tab-setup");
  await desk.press("schema-open");
  await desk.byId("schema-view").waitFor();
  await desk.press("field-phone");
  await desk.byId("when-always").check();
  await desk.byId("level-require").check();
  await desk.press("schema-plan");
  await desk.byId("schema-apply").waitFor();
}

async function addCustomer(desk: Desk, name: string): Promise<void> {
  await desk.press("tab-log");
  await desk.byId("log-discard").click();
  await desk.byId("log-new").click();
  await desk.byId("log-new-name").fill(name);
  while (!(await desk.byId("log-stage").isVisible())) {
    if (await desk.byId("field-owner").isVisible()) await chooseOption(desk, "field-owner", 1);
    if (await desk.byId("field-phone").isVisible()) await desk.byId("field-phone").fill("0571-88009999");
    if (await desk.byId("log-content").isVisible()) await desk.byId("log-content").fill("来访");
    await desk.byId("log-forward").click();
  }
  await chooseOption(desk, "log-stage", 1);
  await desk.byId("log-next").locator("input").first().check();
  await desk.press("log-save");
  await desk.byId("receipt").waitFor();
}

describe("calculated columns", () => {
  /** A workbook that was set up where Excel fills formulas: each column of ours has its formula beside the cells too. */
  let installed: Uint8Array;

  beforeAll(async () => {
    const desk = await openDesk(customers, { host: "microsoft365,fillFormulas:lastFormula" });
    // Theirs: one odd formula in a column that is blank otherwise, and a column in which each row's formula reads otherwise.
    await edit(desk, "F5", "=1+1");
    for (let row = 2; row <= 13; row += 1) await edit(desk, `G${row}`, `=LEN(A${row})*${row}`);
    await setUp(desk);
    await review(desk, "2026-08-07");
    installed = await desk.save();
    await desk.close();
  }, 240_000);

  const theirs = (rows: readonly (readonly Cell[])[]) => rows.slice(1, 13).map((row) => row.slice(5, 7));

  test.each(["off", "lastFormula", "firstFormula"])(
    "fill formulas: %s. A changed formula stands in all rows and in new ones, and nobody else's is touched",
    async (fill) => {
      const desk = await openDesk(
        { name: `${sheet}.xlsx`, bytes: installed },
        { host: `microsoft365,fillFormulas:${fill}` },
      );
      const before = await formulasOf(desk);
      const columns = calculated(before);
      expect(columns.length).toBeGreaterThan(2);
      // Somebody typed over one of our cells, and put a formula of their own into another.
      for (const column of columns) await edit(desk, `${letters(column)}6`, "手写");
      for (const column of columns) await edit(desk, `${letters(column)}9`, '="另算"');
      await desk.settled();
      await requirePhone(desk);
      await desk.press("schema-apply");
      await desk.byId("schema-applied").waitFor();
      const changed = await formulasOf(desk);
      const renewed = columns.filter((column) => changed[1]?.[column] !== before[1]?.[column]);
      expect(renewed.length).toBeGreaterThan(0);
      for (const column of renewed) expect(distinct(changed, column)).toEqual([changed[1]?.[column]]);
      expect(theirs(changed)).toEqual(theirs(before));

      await addCustomer(desk, "新安江电器");
      const grown = await formulasOf(desk);
      expect(grown).toHaveLength(14);
      expect(sheetOf(await bookOf(desk)).tables[0]?.area.rows).toBe(14);
      for (const column of renewed) expect(distinct(grown, column)).toEqual([changed[1]?.[column]]);
      for (const column of calculated(grown)) expect(grown[13]?.[column]).toBe(grown[1]?.[column]);
      expect(theirs(grown)).toEqual(theirs(before));
      await desk.close();
    },
  );

  test.each(["off", "lastFormula", "firstFormula"])(
    "fill formulas: %s. A change that is taken back leaves each row the formula that it had",
    async (fill) => {
      const desk = await openDesk(
        { name: `${sheet}.xlsx`, bytes: installed },
        { host: `microsoft365,fillFormulas:${fill}` },
      );
      const columns = calculated(await formulasOf(desk));
      for (const column of columns) await edit(desk, `${letters(column)}6`, "手写");
      for (const row of [2, 9, 13])
        for (const column of columns) await edit(desk, `${letters(column)}${row}`, `="第${row}行"`);
      await desk.settled();
      const before = await formulasOf(desk);
      await requirePhone(desk);
      // The write is carried out and its answer lost.
      await desk.page.evaluate(() =>
        window.workbench!.faults.push({ at: "next", naming: "Formulas", kind: "accessDenied", afterwards: true }),
      );
      await desk.press("schema-apply");
      expect((await desk.byId("problem").allInnerTexts()).join()).toMatch(/和之前一样/);
      expect(await formulasOf(desk)).toEqual(before);
      await desk.close();
    },
  );
});

/** A workbook file with one sheet that holds the given rows. */
function xlsxOf(rows: readonly (readonly Cell[])[], more: Partial<SheetData>) {
  const book: BookData = {
    date1904: false,
    activeSheet: sheet,
    names: [],
    formats: [],
    sheets: [
      {
        ...blankSheet(sheet),
        rows: rows.map((cells, row) => ({
          row,
          cells: cells.flatMap((value, column) => (value === "" ? [] : [{ column, value }])),
        })),
        ...more,
      },
    ],
  };
  return { name: `${sheet}.xlsx`, bytes: writeXlsx(book, null) };
}

const short: readonly (readonly Cell[])[] = [
  ["客户名称", "销售阶段", "负责人"],
  ["青木机械", "线索", "陈晨"],
  ["白石食品", "方案演示", "林悦"],
  ["东港物流", "商务谈判", "陈晨"],
];

/** What the pane says once the plan of a set-up was asked for; a list that cannot be read is told by the first check. */
async function planOf(
  desk: Desk,
): Promise<{ readonly lines: string; readonly problem: string; readonly obstacle: string }> {
  await desk.press("first-check");
  if ((await desk.byId("problem").count()) === 0) {
    await desk.press("tab-setup");
    await desk.press("setup-plan");
    await desk.byId("setup-apply").or(desk.byId("problem")).first().waitFor();
  }
  return {
    lines: (await desk.byId("setup-change").allTextContents()).join("\n"),
    problem: (await desk.byId("problem").allInnerTexts()).join("\n"),
    obstacle: (await desk.byId("adopt-obstacle").allInnerTexts()).join("\n"),
  };
}

const essence = (book: BookData) =>
  book.sheets.map(({ name, rows, merges, autoFilter, tables }) => ({ name, rows, merges, autoFilter, tables }));

test.each([
  ["whole", "C2:C3"],
  ["corner", "C2"],
])("merged cells that are told %s are named, and the customers go to a sheet of their own", async (told, cells) => {
  const merge = { row: 1, column: 2, rows: 2, columns: 1 };
  const desk = await openDesk(xlsxOf(short, { merges: [merge] }), { host: `excel2021,mergedAreas:${told}` });
  const before = essence(await bookOf(desk));
  const { obstacle } = await planOf(desk);
  expect(obstacle).toContain(`合并单元格（${cells}）`);
  expect(essence(await bookOf(desk))).toEqual(before);
  await desk.press("setup-apply");
  await desk.byId("setup-done").waitFor();
  const after = await bookOf(desk);
  expect(essence(after).filter(({ name }) => name === sheet)).toEqual(before);
  expect(after.sheets.find(({ tables }) => tables.some(({ name }) => name === "FollowUps"))?.name).toBe("客户跟进表");
  await desk.close();
});

test.each([
  ["where the new columns come", { row: 1, column: 4, rows: 1, columns: 3 }, "E2"],
  ["blank, beside the list, and may reach into it", { row: 2, column: 0, rows: 2, columns: 1 }, "A3"],
])("a merge %s is named as the reason for a sheet of their own", async (_, merge, cell) => {
  const moved = short.map((row) => ["", ...row]);
  const desk = await openDesk(xlsxOf(moved, { merges: [merge] }), { host: "excel2021" });
  expect((await planOf(desk)).obstacle).toContain(`合并单元格（${cell}）`);
  expect((await bookOf(desk)).sheets).toHaveLength(1);
  await desk.close();
});

test("the sheet's own filter is in the preview, goes with the set-up, and comes back when that is taken back", async () => {
  const area = { row: 0, column: 0, rows: 4, columns: 3 };
  const desk = await openDesk(xlsxOf(short, { autoFilter: { area, filtered: false } }));
  expect((await planOf(desk)).lines).toContain("换掉工作表的筛选按钮");
  // The write of the set-up is carried out, and its answer lost.
  await desk.page.evaluate(() =>
    window.workbench!.faults.push({ at: "next", naming: "Formulas", kind: "busy", afterwards: true }),
  );
  await desk.press("setup-apply");
  expect(await desk.byId("problem").first().innerText()).toMatch(/和之前一样/);
  const back = await bookOf(desk);
  expect(back.sheets).toHaveLength(1);
  expect(sheetOf(back)).toMatchObject({ autoFilter: { area, filtered: false }, tables: [] });
  await desk.page.evaluate(() => window.workbench!.faults.clear());
  await desk.press("setup-apply");
  await desk.byId("setup-done").waitFor();
  expect(sheetOf(await bookOf(desk))).toMatchObject({ autoFilter: null, tables: [{ name: "FollowUps" }] });
  await desk.close();
});

test("a note below the list is left out of the table, and told", async () => {
  const noted = short.map((row, at) => [...row, at === 0 ? "备注" : ""]);
  const desk = await openDesk(xlsxOf([...noted, [], ["", "", "", "仅限内部"]], {}));
  await planOf(desk);
  await desk.byId("adopt-shape").click();
  expect(await desk.byId("adopt-left-out").innerText()).toContain("仅限内部");
  await desk.press("setup-apply");
  await desk.byId("setup-done").waitFor();
  const [table] = sheetOf(await bookOf(desk))?.tables ?? [];
  expect(table?.area).toMatchObject({ row: 0, rows: 4 });
  await desk.close();
});

test("what stands right below a table is in the preview, and a new customer is refused, not written over it", async () => {
  const book = xlsxOf([...short, ["合计 3 家", "", ""]], {
    tables: [
      {
        name: "表1",
        area: { row: 0, column: 0, rows: 4, columns: 3 },
        headerRow: true,
        totalsRow: false,
        filterButtons: true,
        bandedRows: true,
        style: "TableStyleMedium2",
        columns: (short[0] ?? []).map((name) => ({ name: String(name) })),
        filtered: false,
      },
    ],
  });
  const desk = await openDesk(book);
  expect((await planOf(desk)).lines).toMatch(/紧挨着的内容先不动\s*A5/);
  await desk.press("setup-apply");
  await desk.byId("setup-done").waitFor();
  const before = await formulasOf(desk);
  expect(before[4]?.[0]).toBe("合计 3 家");
  await desk.press("tab-log");
  await desk.byId("log-new").click();
  await desk.byId("log-new-name").fill("新安江电器");
  while (!(await desk.byId("log-stage").isVisible())) {
    if (await desk.byId("field-owner").isVisible()) await chooseOption(desk, "field-owner", 1);
    if (await desk.byId("log-content").isVisible()) await desk.byId("log-content").fill("来访");
    await desk.byId("log-forward").click();
  }
  await chooseOption(desk, "log-stage", 1);
  await desk.press("log-save");
  expect(await desk.byId("rep-problem").innerText()).toMatch(/挡住了/);
  expect(await formulasOf(desk)).toEqual(before);
  await desk.close();
});

test("a workbook whose structure is protected is told so before anything changes", async () => {
  const desk = await openDesk(xlsxOf(short, {}), { host: "microsoft365,structure:protected" });
  const before = essence(await bookOf(desk));
  expect((await planOf(desk)).problem).toMatch(/结构有保护.*保护工作簿/s);
  expect(essence(await bookOf(desk))).toEqual(before);
  await desk.close();
});

/** The workbench's own promises: what Excel was seen to do to tables by itself. */
describe("played", () => {
  const open = (options: string) =>
    openDesk(
      xlsxOf(
        [
          ["", "", "", ""],
          ["", "Name", "Sales", ""],
          ["", "a", 1, ""],
          ["", "", "", ""],
        ],
        {},
      ),
      { host: `microsoft365${options}` },
    );

  /** Makes the table B2:C3, writes, and tells where the table stands then. */
  const areaAfter = (desk: Desk, address: string, values: readonly (readonly (Cell | null)[])[]) =>
    desk.pane.evaluate(
      async ([title, where, cells]) =>
        Excel.run(async (context) => {
          const own = context.workbook.worksheets.getItem(title);
          const table = own.tables.add("B2:C3", true);
          await context.sync();
          own.getRange(where).values = cells.map((row) => [...row]);
          const range = table.getRange();
          range.load("address");
          await context.sync();
          const { address: grown } = range;
          range.getRowsBelow(3).clear();
          table.getDataBodyRange().clear("Contents");
          table.convertToRange();
          own.getRange("B3:C3").values = [["a", 1]];
          own.getRange("B4:D9").clear();
          await context.sync();
          return grown.slice(grown.indexOf("!") + 1);
        }),
      [sheet, address, values] as const,
    );

  test("a table takes in any part of the row right below it that gets a value", async () => {
    const desk = await open("");
    const grown: Record<string, string> = {};
    const cases: readonly (readonly [string, readonly (readonly (Cell | null)[])[]])[] = [
      ["B4:C4", [["b", 2]]],
      ["C4", [[2]]],
      [
        "B4:C5",
        [
          ["b", 2],
          ["c", 3],
        ],
      ],
      ["B5:C5", [["b", 2]]],
      ["D4", [[2]]],
    ];
    for (const [address, values] of cases) grown[address] = await areaAfter(desk, address, values);
    expect(grown).toEqual({ "B4:C4": "B2:C4", C4: "B2:C4", "B4:C5": "B2:C5", "B5:C5": "B2:C3", D4: "B2:C3" });
    expect(await areaAfter(desk, "B4:C4", [["", ""]])).toBe("B2:C3");
    expect(await areaAfter(desk, "B4:C4", [[null, null]])).toBe("B2:C3");
    await desk.close();
  });

  test("where a blank first cell or a block of 1,500 rows stops it, it stops", async () => {
    const first = await open(",tableGrowth:firstCell");
    expect(await areaAfter(first, "B4:C4", [["", 2]])).toBe("B2:C3");
    expect(await areaAfter(first, "B4:C4", [["b", 2]])).toBe("B2:C4");
    await first.close();
    const blocks = await open(",tableBlocks:rows1500");
    const rows = Array.from({ length: 1501 }, (_, at): Cell[] => ["b", at < 1500 ? 1 : ""]);
    expect(await areaAfter(blocks, "B4:C1504", rows)).toBe("B2:C1503");
    await blocks.close();
  });

  test.each([
    ["off", ["=1+1", "=2+2", "=3+3"], ["=9", "=2+2", "=3+3"], ""],
    ["lastFormula", ["=3+3", "=3+3", "=3+3"], ["=9", "=9", "=9"], "=9"],
    ["firstFormula", ["=1+1", "=1+1", "=1+1"], ["=9", "=9", "=9"], "=9"],
  ])(
    "fill formulas: %s. Formulas put into a blank column of a table, then one of them changed",
    async (fill, ...seen) => {
      const desk = await open(`,fillFormulas:${fill}`);
      const found = await desk.pane.evaluate(
        (title) =>
          Excel.run(async (context) => {
            const own = context.workbook.worksheets.getItem(title);
            own.getRange("B4:B5").values = [["b"], ["c"]];
            own.getRange("C3:C5").values = [[""], [""], [""]];
            own.tables.add("B2:C5", true);
            const column = own.getRange("C3:C5");
            column.formulas = [["=1+1"], ["=2+2"], ["=3+3"]];
            column.load("formulas");
            await context.sync();
            const first = column.formulas.flat() as string[];
            own.getRange("C3").formulas = [["=9"]];
            column.load("formulas");
            await context.sync();
            const then = column.formulas.flat() as string[];
            // A copy over the cells does not change what new rows get.
            own.getRange("C3:C5").copyFrom("C3", "Formulas");
            own.getRange("B6").values = [["d"]];
            const next = own.getRange("C6");
            next.load("formulas");
            await context.sync();
            return [first, then, String(next.formulas[0]?.[0])];
          }),
        sheet,
      );
      expect(found).toEqual(seen);
      await desk.close();
    },
  );

  test("a header row alone, a sheet's filter, and a table that becomes a range", async () => {
    const area = { row: 1, column: 1, rows: 4, columns: 2 };
    const desk = await openDesk(
      xlsxOf([[], ["", "Name", "Sales"], ["", "a", 1], ["", "b", 2], ["", "c", 3]], {
        autoFilter: { area, filtered: true },
      }),
    );
    const found = await desk.pane.evaluate(
      (title) =>
        Excel.run(async (context) => {
          const own = context.workbook.worksheets.getItem(title);
          const table = own.tables.add("B2:C5", true);
          table.name = "Deals";
          own.getRange("E2:E3").formulas = [["=SUM(Deals[Sales])"], ["=Deals[[#This Row],[Sales]]*2"]];
          context.workbook.names.add("AllSales", "=Deals[Sales]");
          own.autoFilter.load("enabled");
          await context.sync();
          table.convertToRange();
          const formulas = own.getRange("E2:E3");
          formulas.load("formulas");
          const name = context.workbook.names.getItem("AllSales");
          name.load("formula");
          await context.sync();
          own.tables.add("B2:C2", true);
          const pushed = own.getRange("B3:C4");
          pushed.load("values");
          await context.sync();
          return [own.autoFilter.enabled, formulas.formulas.flat(), name.formula, pushed.values];
        }),
      sheet,
    );
    expect(found).toEqual([
      false,
      [`=SUM('${sheet}'!$C$3:$C$5)`, `='${sheet}'!$C$3*2`],
      `='${sheet}'!$C$3:$C$5`,
      [
        ["", ""],
        ["a", 1],
      ],
    ]);
    await desk.close();
  });

  test("a protected structure lets no sheet be added, deleted, renamed or hidden", async () => {
    const desk = await open(",structure:protected");
    const codes = await desk.pane.evaluate(async (title) => {
      const works: readonly ((context: Excel.RequestContext) => void)[] = [
        ({ workbook }) => void workbook.worksheets.add("x"),
        ({ workbook }) => workbook.worksheets.getItem(title).delete(),
        ({ workbook }) => Object.assign(workbook.worksheets.getItem(title), { name: "x" }),
        ({ workbook }) => Object.assign(workbook.worksheets.getItem(title), { visibility: "Hidden" }),
      ];
      const found: string[] = [];
      for (const work of works) {
        try {
          await Excel.run(async (context) => {
            work(context);
            await context.sync();
          });
          found.push("done");
        } catch (error) {
          found.push(String(Reflect.get(Object(error), "code")));
        }
      }
      return found;
    }, sheet);
    expect(codes).toEqual(["AccessDenied", "AccessDenied", "AccessDenied", "AccessDenied"]);
    await desk.close();
  });
});
