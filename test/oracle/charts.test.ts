/** Charts in saved workbooks, as LibreOffice opens, draws and saves them. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { blankSheet } from "../../src/workbench/data/blankSheet";
import type { BookData, ChartData, SheetData } from "../../src/workbench/data/bookData";
import { projectRoot } from "../../src/workbench/cli/build";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { printedColors, recalculate, renderPages } from "../support/libreOffice";
import { libreOffice, pagePictures, testWith } from "../support/needs";

jest.setTimeout(600_000);

const title = "汇总";
const cells = (first: string, last: string) =>
  `'${title}'!$${first.replace(/\d+/, "")}$${/\d+/.exec(first)?.[0]}:$${last.replace(/\d+/, "")}$${/\d+/.exec(last)?.[0]}`;
const plain = {
  legend: null,
  reversed: true,
  tickMarks: false,
  valueAxis: { visible: false, gridlines: false, minimum: 0 },
};
const bars = (name: string, column: string, color: string, position: "OutsideEnd" | "Center") => ({
  name,
  values: cells(`${column}2`, `${column}6`),
  categories: cells("A2", "A6"),
  color,
  gap: 60,
  labels: { position, format: "#,##0;;" },
});
const charts: readonly ChartData[] = [
  {
    ...plain,
    name: "FU_ChartFunnel",
    type: "barClustered",
    title: "漏斗：到过各阶段的客户",
    area: { row: 8, column: 0, rows: 12, columns: 4 },
    series: [bars("客户数", "B", "#0F6CBD", "OutsideEnd")],
  },
  {
    ...plain,
    name: "FU_ChartAgeing",
    type: "columnClustered",
    title: "多久没有联系",
    area: { row: 8, column: 4, rows: 12, columns: 4 },
    reversed: false,
    series: [bars("客户数", "C", "#107C10", "OutsideEnd")],
  },
  {
    ...plain,
    name: "FU_ChartOwners",
    type: "barStacked",
    title: "各负责人",
    area: { row: 21, column: 0, rows: 12, columns: 8 },
    legend: "Bottom",
    series: [bars("进行中", "B", "#8764B8", "Center"), bars("逾期", "C", "#C50F1F", "Center")],
  },
];

const sheet: SheetData = {
  ...blankSheet(title),
  rows: [
    ["阶段", "客户数", "逾期"],
    ["初步沟通", 40, 7],
    ["需求确认", 25, 5],
    ["方案演示", 12, 0],
    ["合同谈判", 6, 2],
    ["成交", 3, 1],
  ].map((row, index) => ({
    row: index,
    cells: row.map((value, column) =>
      typeof value === "number" ? { column, value, formula: `=${value}+0` } : { column, value },
    ),
  })),
  showGridlines: false,
  charts,
};
const book: BookData = { date1904: false, sheets: [sheet], activeSheet: title, names: [], formats: [{}] };

const testSaving = testWith(libreOffice);
const testDrawing = testWith(libreOffice, pagePictures);

testDrawing("LibreOffice draws the bars in their colours", async () => {
  const bytes = writeXlsx(book, null);
  const folder = path.join(projectRoot, "reports", "pages");
  mkdirSync(folder, { recursive: true });
  (await renderPages(bytes)).forEach((page, index) =>
    writeFileSync(path.join(folder, `charts-${index + 1}.png`), page),
  );
  const [colors, without] = [
    await printedColors(bytes),
    await printedColors(writeXlsx({ ...book, sheets: [{ ...sheet, charts: [] }] }, null)),
  ];
  for (const color of ["#0F6CBD", "#107C10", "#8764B8", "#C50F1F"]) {
    expect([color, (colors.get(color) ?? 0) > 200]).toEqual([color, true]);
    expect(without.get(color)).toBeUndefined();
  }
});

testSaving("charts are still ours after LibreOffice has saved the workbook, and can be saved again", async () => {
  const saved = await recalculate(writeXlsx(book, null));
  const again = readXlsx(saved, "en").book;
  const facts = (data: BookData) =>
    data.sheets[0]?.charts.map(({ name, type, title: text, area, series }) => ({
      name,
      type,
      title: text,
      area,
      series: series.map((one) => [one.name, one.values, one.categories]),
    }));
  expect(facts(again)).toEqual(facts(book));
  expect(facts(readXlsx(writeXlsx(again, saved), "en").book)).toEqual(facts(book));
});

testDrawing("a chart of ours beside a chart of a person's own: LibreOffice shows both", async () => {
  const [funnel, ageing] = charts;
  if (!funnel || !ageing) throw new Error("no charts");
  const files = unzipSync(writeXlsx({ ...book, sheets: [{ ...sheet, charts: [ageing] }] }, null));
  const drawing = strFromU8(files["xl/drawings/drawing1.xml"] ?? new Uint8Array());
  const own = zipSync({ ...files, "xl/drawings/drawing1.xml": strToU8(drawing.replace("FU_ChartAgeing", "图表 1")) });
  const opened = readXlsx(own, "en").book;
  const both = writeXlsx({ ...opened, sheets: [{ ...opened.sheets[0]!, charts: [funnel] }] }, own);
  const colors = await printedColors(both);
  expect([(colors.get("#0F6CBD") ?? 0) > 200, (colors.get("#107C10") ?? 0) > 200]).toEqual([true, true]);
});
