/** Workbooks as others wrote them, opened, set up and saved: what the grid knows nothing of is as it was. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { blankSheet } from "../../src/workbench/data/blankSheet";
import type { BookData } from "../../src/workbench/data/bookData";
import { cellAt } from "../../src/workbench/files/namedCells";
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
const amounts = [100_000, 200_000, 300_000];
const owners = ["王磊", "李静", "赵强"];
const ownerFormula = (row: number) => `=VLOOKUP(A${row + 1},[1]名单!$A:$B,2,FALSE)`;
const amountFormula = (row: number) => `=SUMIF('[1]订 单'!$A:$A,A${row + 1},'[1]订 单'!$C:$C)`;

const list: BookData = {
  date1904: false,
  activeSheet: "客户",
  names: [],
  formats: [],
  sheets: [
    {
      ...blankSheet("客户"),
      rows: [
        { row: 0, cells: headers.map((value, column) => ({ column, value })) },
        ...amounts.map((amount, i) => ({
          row: i + 1,
          cells: [
            { column: 0, value: `客户${i}` },
            { column: 1, value: owners[i] ?? "", formula: ownerFormula(i + 1) },
            { column: 2, value: "线索" },
            { column: 3, value: amount, formula: amountFormula(i + 1) },
            { column: 4, value: 46_200 },
            { column: 5, value: 46_300 },
          ],
        })),
      ],
    },
  ],
};

/** The list with parts that Excel would have put there. */
function withParts(change: (parts: Record<string, string>) => Record<string, string>): Uint8Array {
  const texts = Object.entries(unzipSync(writeXlsx(list, null))).map(([name, bytes]) => [name, strFromU8(bytes)]);
  return zipSync(
    Object.fromEntries(Object.entries(change(Object.fromEntries(texts))).map(([name, text]) => [name, strToU8(text)])),
  );
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentTypes = "[Content_Types].xml";
const workbookRelations = "xl/_rels/workbook.xml.rels";

/** The other workbook that the formulas read: only its sheets are known, not its cells. */
const otherBook = (parts: Record<string, string>): Record<string, string> => ({
  ...parts,
  "xl/externalLinks/externalLink1.xml": `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook xmlns:r="${office}" r:id="rId1"><sheetNames><sheetName val="名单"/><sheetName val="订 单"/></sheetNames></externalBook></externalLink>`,
  "xl/externalLinks/_rels/externalLink1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/externalLinkPath" Target="list.xlsx" TargetMode="External"/></Relationships>`,
  [contentTypes]: (parts[contentTypes] ?? "").replace(
    "</Types>",
    '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>',
  ),
  [workbookRelations]: (parts[workbookRelations] ?? "").replace(
    "</Relationships>",
    `<Relationship Id="rId90" Type="${office}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`,
  ),
  "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace(
    "</sheets>",
    '</sheets><externalReferences><externalReference r:id="rId90"/></externalReferences>',
  ),
});

const macros = (parts: Record<string, string>): Record<string, string> => ({
  ...parts,
  "xl/vbaProject.bin": "macros",
  [contentTypes]: (parts[contentTypes] ?? "")
    .replace(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    .replace("</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
  [workbookRelations]: (parts[workbookRelations] ?? "").replace(
    "</Relationships>",
    '<Relationship Id="rId91" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
  ),
});

test("results that formulas had from another workbook stay, and what counts them has them; macros stay too", async () => {
  const bytes = withParts((parts) => macros(otherBook(parts)));
  desk = await openDesk({ name: "list.xlsm", bytes });
  expect(await setUp(desk)).toBeGreaterThan(0);
  await desk.settled();
  expect(await desk.cell("客户", "B3")).toBe("李静");
  const saved = await desk.save();
  const { book } = readXlsx(saved, "en");
  const rows = book.sheets.find(({ name }) => name === "客户")?.rows.slice(1, 4) ?? [];
  expect(rows.map(({ cells }) => [1, 3].map((column) => cells.find((cell) => cell.column === column)))).toEqual(
    amounts.map((amount, i) => [
      expect.objectContaining({ value: owners[i], formula: ownerFormula(i + 1) }) as unknown,
      expect.objectContaining({ value: amount, formula: amountFormula(i + 1) }) as unknown,
    ]),
  );
  expect(cellAt(book, "FU_PipelineAmount")).toBe(600_000);
  const parts = unzipSync(saved);
  expect(strFromU8(parts["xl/vbaProject.bin"] ?? new Uint8Array())).toBe("macros");
  expect(strFromU8(parts[contentTypes] ?? new Uint8Array())).toContain("sheet.macroEnabled.main+xml");
});

test("a renamed sheet keeps what the file had on it", async () => {
  const sheetPart = "xl/worksheets/sheet1.xml";
  const bytes = withParts((parts) => ({
    ...otherBook(parts),
    [sheetPart]: (parts[sheetPart] ?? "").replace("</sheetData>", '</sheetData><phoneticPr fontId="0"/>'),
  }));
  desk = await openDesk({ name: "list.xlsx", bytes });
  await desk.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("客户").name = "老客户";
      await context.sync();
    }),
  );
  const saved = await desk.save();
  expect(readXlsx(saved, "en").book.sheets.map(({ name }) => name)).toEqual(["老客户"]);
  expect(strFromU8(unzipSync(saved)[sheetPart] ?? new Uint8Array())).toContain("<phoneticPr");
});
