/** A sheet whose headers are as people leave them, in Excel builds that name columns in a language of their own. */
import type { CellData } from "../../src/workbench/data/bookData";
import { blankSheet } from "../../src/workbench/data/blankSheet";
import { cellAt } from "../../src/workbench/files/namedCells";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { openDesk, review, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(300_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const headers: readonly Omit<CellData, "column">[] = [
  { value: "客户\n名称" },
  { value: " 负责人 " },
  { value: "阶段（#）" },
  { value: "预计金额[元]" },
  { value: "下次跟进日期（@'）" },
  { value: null },
  { value: "地区" },
  { value: "地区" },
  { value: 2026 },
  { value: "8月", formula: '=8&"月"' },
  { value: 46_023, format: 1 },
];
/** Judged on 2026-08-07: one is overdue. */
const rows = [
  ["甲公司", "张敏", "方案演示", 1000, 46_235, "x", "华东", "一", 5, 1, 8],
  ["乙公司", "李强", "成交", 500, "", "y", "华南", "二", 6, 2, 9],
];

function bookOfHeaders() {
  const cells = [headers, ...rows.map((row) => row.map((value) => ({ value })))];
  const bytes = writeXlsx(
    {
      date1904: false,
      activeSheet: "客户",
      names: [],
      formats: [{}, { numberFormat: "yyyy/m/d" }],
      sheets: [
        {
          ...blankSheet("客户"),
          rows: cells.map((row, at) => ({ row: at, cells: row.map((cell, column) => ({ ...cell, column })) })),
        },
      ],
    },
    null,
  );
  return { name: "headers.xlsx", bytes };
}

async function headersOf(desk: Desk): Promise<readonly unknown[]> {
  const read = await desk.page.evaluate(() => window.workbench!.read());
  return read.sheets[0]!.rows[0]!.cells.slice(0, headers.length).map(({ value, formula }) => formula ?? value);
}

async function figuresOf(desk: Desk): Promise<readonly unknown[]> {
  await desk.settled();
  const { book } = readXlsx(await desk.save(), "zh-CN");
  return ["FU_Open", "FU_Won", "FU_Overdue", "FU_PipelineAmount", "FU_WonAmount"].map((name) => cellAt(book, name));
}

test.each(["microsoft365", "excel2021,interfaceLanguage:ru", "hostile"])(
  "in %s the table has the headers that the preview named, and the figures are right",
  async (host) => {
    const desk = await openDesk(bookOfHeaders(), { host });
    await setUp(desk);
    await review(desk, "2026-08-07");
    expect(await headersOf(desk)).toEqual([
      ...["客户\n名称", " 负责人 ", "阶段（#）", "预计金额[元]", "下次跟进日期（@'）"],
      ...["列6", "地区", "地区2", "2026", "8月", "2026/1/1"],
    ]);
    expect(await figuresOf(desk)).toEqual([1, 1, 1, 1000, 500]);
    await desk.close();
  },
);

test("headers that Excel made up in its own language stay when the table becomes the follow-up table", async () => {
  const desk = await openDesk(bookOfHeaders(), { host: "hostile" });
  await desk.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("客户").tables.add("A1:K3", true);
      await context.sync();
    }),
  );
  const made = ["Столбец6", "地区", "地区2", "2026", "8月", "2026/1/1"];
  expect((await headersOf(desk)).slice(5)).toEqual(made);
  await setUp(desk);
  await review(desk, "2026-08-07");
  expect((await headersOf(desk)).slice(5)).toEqual(made);
  expect(await figuresOf(desk)).toEqual([1, 1, 1, 1000, 500]);
  await desk.close();
});
