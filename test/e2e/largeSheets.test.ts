import { sheetColumns, sheetRows } from "../../src/workbench/data/areas";
import { blankSheet } from "../../src/workbench/data/blankSheet";
import type { BookData, RowData, SheetData } from "../../src/workbench/data/bookData";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { openDesk, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(300_000);

let desk: Desk | null = null;
beforeAll(startBrowser);
afterEach(async () => {
  await desk?.close();
  desk = null;
});
afterAll(stopBrowser);

const headers = ["客户名称", "跟进人", "跟进阶段", "预计金额", "最近跟进日期", "下次跟进日期"];
const customers = (count: number): RowData[] =>
  [headers, ...Array.from({ length: count }, (_, i) => [`客户${i}`, "张敏", "线索", 100 + i, 46_200, 46_300])].map(
    (cells, row) => ({ row, cells: cells.map((value, column) => ({ column, value })) }),
  );

function openSheet(sheet: Partial<SheetData>): Promise<Desk> {
  const book: BookData = {
    date1904: false,
    activeSheet: "客户",
    names: [],
    formats: [{ fill: "#FFFF00" }],
    sheets: [{ ...blankSheet("客户"), ...sheet }],
  };
  return openDesk({ name: "large.xlsx", bytes: writeXlsx(book, null) }, { drawn: true });
}

const wholeSheet = { row: 0, column: 0, rows: sheetRows, columns: sheetColumns } as const;
const silent = { show: true, title: "", message: "" };
const rule = {
  areas: [wholeSheet],
  operator: "between",
  formula2: null,
  ignoreBlanks: true,
  inCellDropDown: true,
  error: { ...silent, style: "stop" },
  prompt: silent,
  original: null,
} as const;

test("rules over all cells of the sheet do not stop opening, set-up and saving", async () => {
  desk = await openSheet({
    rows: customers(40),
    validations: [{ ...rule, type: "custom", formula1: "=LEN(A1)<400" }],
    conditionalFormats: [
      {
        areas: [wholeSheet],
        priority: 1,
        stopIfTrue: false,
        type: "expression",
        formula: '=$A1="客户7"',
        format: { fill: "#FF0000" },
        original: null,
      },
    ],
  });
  await desk.settled();
  const before = await desk.page.evaluate(() => window.workbench?.work().formulasOfRules);
  expect(before).toBeLessThan(1_000);
  expect(await desk.page.evaluate(() => window.workbench?.shownFill("客户", "C9"))).toBe("#FF0000");
  expect(await setUp(desk)).toBeGreaterThan(0);
  expect((await desk.save()).length).toBeGreaterThan(0);
});

test("looks down to the last row and column stop nothing, count as used, and are saved as they were", async () => {
  const look = (column: number) => ({ column, value: null, format: 0 });
  const [first, ...others] = customers(40);
  const rows: RowData[] = [
    { row: 0, cells: [...(first?.cells ?? []), look(sheetColumns - 1)] },
    ...others,
    { row: 60_000, cells: [], height: 33 },
    { row: sheetRows - 1, cells: [look(0), look(sheetColumns - 1)] },
  ];
  desk = await openSheet({ rows });
  await desk.settled();
  const used = await desk.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("客户");
      const areas = [sheet.getUsedRange(), sheet.getUsedRange(true)].map((range) => range.load("rowCount,columnCount"));
      await context.sync();
      return areas.map(({ rowCount, columnCount }) => [rowCount, columnCount]);
    }),
  );
  expect(used).toEqual([
    [sheetRows, sheetColumns],
    [41, headers.length],
  ]);
  expect(await setUp(desk)).toBeGreaterThan(0);
  const { book } = readXlsx(await desk.save(), "en");
  const saved = book.sheets.find(({ name }) => name === "客户")?.rows ?? [];
  const filled = saved.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, format }) => (book.formats[format ?? -1]?.fill === "#FFFF00" ? [[row, column]] : [])),
  );
  expect(filled).toEqual([
    [0, sheetColumns - 1],
    [sheetRows - 1, 0],
    [sheetRows - 1, sheetColumns - 1],
  ]);
  expect(saved.find(({ row }) => row === 60_000)?.height).toBe(33);
});

test("a rule far down the sheet is worked out when somebody looks there", async () => {
  desk = await openSheet({
    rows: customers(2_000),
    conditionalFormats: [
      {
        areas: [{ row: 1, column: 0, rows: 2_000, columns: 6 }],
        priority: 1,
        stopIfTrue: false,
        type: "expression",
        formula: '=$A2="客户1500"',
        format: { fill: "#FF0000" },
        original: null,
      },
    ],
  });
  await desk.settled();
  const fill = () => desk?.page.evaluate(() => window.workbench?.shownFill("客户", "D1502"));
  await fill();
  await desk.settled();
  expect(await fill()).toBe("#FF0000");
  expect(await desk.page.evaluate(() => window.workbench?.shownFill("客户", "D1501"))).toBeNull();
});

test("a set-up calculates once, and works a rule out once in each row that is drawn", async () => {
  desk = await openSheet({ rows: customers(600) });
  await desk.settled();
  const work = () => desk?.page.evaluate(() => window.workbench?.work());
  const before = await work();
  await setUp(desk);
  await desk.settled();
  const after = await work();
  // Once for all, and once more where the Summary's values as of today are put down.
  expect((after?.calculations ?? 0) - (before?.calculations ?? 0)).toBeLessThan(4);
  // Seven rules in the first 256 rows: the grid itself works three of them out in each of its nine columns, in all rows.
  expect(after?.formulasOfRules).toBeLessThan(300 * 7);
});
