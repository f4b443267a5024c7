import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { blankSheet } from "../data/blankSheet";
import type { BookData, ChartData, SheetData } from "../data/bookData";
import { readXlsx } from "./readXlsx";
import { writeXlsx } from "./writeXlsx";

const funnel: ChartData = {
  name: "FU_ChartFunnel",
  type: "barClustered",
  title: '漏斗 <"&"> 1',
  area: { row: 5, column: 1, rows: 10, columns: 4 },
  legend: null,
  reversed: true,
  tickMarks: false,
  valueAxis: { visible: false, gridlines: false, minimum: 0 },
  series: [
    {
      name: "客户数",
      values: "'汇总'!$B$2:$B$4",
      categories: "'汇总'!$A$2:$A$4",
      color: "#0F6CBD",
      gap: 60,
      labels: { position: "OutsideEnd", format: '#,##0;;"无"' },
    },
  ],
};
const people: ChartData = {
  ...funnel,
  name: "FU_ChartPeople",
  type: "barStacked",
  title: null,
  area: { row: 5, column: 6, rows: 10, columns: 4 },
  legend: "Bottom",
  series: [1, 2].map((index) => ({
    name: `=${index}`,
    values: "'汇总'!$B$2:$B$4",
    categories: "'汇总'!$A$2:$A$4",
    color: null,
    gap: 60,
    labels: { position: "Center" as const, format: null },
  })),
};

const sheet: SheetData = {
  ...blankSheet("汇总"),
  rows: [
    [1, "初步沟通", 4],
    [2, "方案 & 演示", 2],
    [3, "成交", 0],
  ].map(([row, stage = "", count = 0]) => ({
    row: Number(row),
    cells: [
      { column: 0, value: stage },
      { column: 1, value: count, formula: `=${count}+0`, format: 1 },
    ],
  })),
};
const bookWith = (charts: readonly ChartData[], parts: Partial<SheetData> = {}): BookData => ({
  date1904: false,
  sheets: [{ ...sheet, ...parts, charts }],
  activeSheet: parts.name ?? "汇总",
  names: [],
  formats: [{}, { numberFormat: "#,##0" }],
});
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const chartsOf = (bytes: Uint8Array) => readXlsx(bytes, "en").book.sheets[0]?.charts;

test("charts come back from a file as they were", () => {
  expect(chartsOf(writeXlsx(bookWith([funnel, people]), null))).toEqual([funnel, people]);
});

test("a chart carries what its cells hold, so that it can be drawn without calculating", () => {
  const chart = partsOf(writeXlsx(bookWith([funnel]), null))["xl/charts/chart1.xml"];
  expect(chart).toContain(
    '<c:cat><c:strRef><c:f>\'汇总\'!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>初步沟通</c:v></c:pt><c:pt idx="1"><c:v>方案 &amp; 演示</c:v></c:pt>',
  );
  expect(chart).toContain(
    '<c:formatCode>#,##0</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>4</c:v></c:pt><c:pt idx="1"><c:v>2</c:v></c:pt><c:pt idx="2"><c:v>0</c:v></c:pt>',
  );
});

test("a workbook that nobody changed is saved with the same charts, byte for byte", () => {
  const once = writeXlsx(bookWith([funnel, people]), null);
  const twice = writeXlsx(readXlsx(once, "en").book, once);
  const [first, second] = [partsOf(once), partsOf(twice)];
  for (const path of ["xl/charts/chart1.xml", "xl/charts/chart2.xml", "xl/drawings/drawing1.xml"])
    expect(second[path]).toBe(first[path]);
});

test("new results reach a chart that a person has formatted, and leave its looks alone", () => {
  const files = partsOf(writeXlsx(bookWith([funnel]), null));
  files["xl/charts/chart1.xml"] = (files["xl/charts/chart1.xml"] ?? "").replace(
    "<c:plotVisOnly",
    '<c:spPr><a:solidFill><a:srgbClr val="FFF4CE"/></a:solidFill></c:spPr><c:plotVisOnly',
  );
  const formatted = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const { book } = readXlsx(formatted, "en");
  const rows = (book.sheets[0]?.rows ?? []).map((row) =>
    row.row === 1 ? { ...row, cells: [row.cells[0]!, { column: 1, value: 77 }] } : row,
  );
  const saved = partsOf(writeXlsx({ ...book, sheets: [{ ...book.sheets[0]!, rows }] }, formatted));
  expect(saved["xl/charts/chart1.xml"]).toContain('<c:pt idx="0"><c:v>77</c:v></c:pt>');
  expect(saved["xl/charts/chart1.xml"]).toContain('<a:srgbClr val="FFF4CE"/>');
});

/** A sheet with a picture and a chart of a person's own, one of them in Excel's own wrapping. */
function drawnFile(): Uint8Array {
  const files = partsOf(writeXlsx(bookWith([funnel]), null));
  files["xl/drawings/drawing1.xml"] = (files["xl/drawings/drawing1.xml"] ?? "")
    .replace("FU_ChartFunnel", "图表 1")
    .replace(
      "</xdr:wsDr>",
      '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="a14"><xdr:sp><xdr:cNvPr id="7" name="形状"/></xdr:sp></mc:Choice></mc:AlternateContent></xdr:wsDr>',
    );
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

test("what people drew on a sheet stays when a chart of ours comes, and when it goes again", () => {
  const before = drawnFile();
  const { book } = readXlsx(before, "en");
  expect(book.sheets[0]?.charts).toEqual([]);
  const withOurs = writeXlsx({ ...book, sheets: [{ ...book.sheets[0]!, charts: [people] }] }, before);
  const added = partsOf(withOurs);
  expect(chartsOf(withOurs)).toEqual([people]);
  expect(added["xl/drawings/drawing1.xml"]).toContain('<xdr:cNvPr id="8" name="FU_ChartPeople"/>');
  expect(added["xl/charts/chart1.xml"]).toBe(partsOf(before)["xl/charts/chart1.xml"]);
  const without = partsOf(writeXlsx({ ...book, sheets: [{ ...book.sheets[0]!, charts: [] }] }, withOurs));
  expect(without["xl/drawings/drawing1.xml"]).toBe(partsOf(before)["xl/drawings/drawing1.xml"]);
  expect(Object.keys(without).sort()).toEqual(Object.keys(partsOf(before)).sort());
  expect(without["[Content_Types].xml"]).not.toContain("chart2");
});

test("with the last chart the drawing goes too", () => {
  const once = writeXlsx(bookWith([funnel]), null);
  const saved = partsOf(writeXlsx({ ...readXlsx(once, "en").book, sheets: [{ ...sheet, charts: [] }] }, once));
  expect(Object.keys(saved).filter((path) => /drawing|chart/.test(path))).toEqual([]);
  expect(saved["xl/worksheets/sheet1.xml"]).not.toContain("drawing");
  expect(saved["[Content_Types].xml"]).not.toMatch(/drawing|chart/);
});

test("a moved chart keeps its part, a changed one its place in the drawing", () => {
  const once = writeXlsx(bookWith([funnel]), null);
  const area = { row: 20, column: 1, rows: 8, columns: 3 };
  const moved = writeXlsx(bookWith([{ ...funnel, area }]), once);
  expect(chartsOf(moved)).toEqual([{ ...funnel, area }]);
  expect(partsOf(moved)["xl/charts/chart1.xml"]).toBe(partsOf(once)["xl/charts/chart1.xml"]);
  const retitled = writeXlsx(bookWith([{ ...funnel, title: "改了" }]), once);
  expect(chartsOf(retitled)).toEqual([{ ...funnel, title: "改了" }]);
  expect(Object.keys(partsOf(retitled)).filter((path) => path.includes("charts/"))).toEqual(["xl/charts/chart1.xml"]);
});

test("a chart whose cells have gone is saved as broken, not over other cells", () => {
  const broken = { ...funnel, series: [{ ...funnel.series[0]!, values: null, categories: null }] };
  expect(chartsOf(writeXlsx(bookWith([broken]), null))).toEqual([broken]);
});

test("a chart of ours that somebody turned into lines is theirs now", () => {
  const files = partsOf(writeXlsx(bookWith([funnel]), null));
  files["xl/charts/chart1.xml"] = (files["xl/charts/chart1.xml"] ?? "").replaceAll("c:barChart", "c:lineChart");
  const changed = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const { book } = readXlsx(changed, "en");
  expect(book.sheets[0]?.charts).toEqual([]);
  expect(partsOf(writeXlsx(book, changed))["xl/charts/chart1.xml"]).toBe(files["xl/charts/chart1.xml"]);
});
