import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { blankSheet } from "../data/blankSheet";
import type { BookData, SheetData } from "../data/bookData";
import { checkPackage } from "./check/checkPackage";
import { readXlsx } from "./readXlsx";
import { writeXlsx } from "./writeXlsx";

const sheet = (parts: Partial<SheetData>): SheetData => ({ ...blankSheet("客户"), ...parts });
const book = (sheets: readonly SheetData[], parts: Partial<BookData> = {}): BookData => ({
  date1904: false,
  sheets,
  activeSheet: sheets[0]?.name ?? "",
  names: [],
  formats: [{}],
  ...parts,
});
const partText = (bytes: Uint8Array, path: string) => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
const reread = (bytes: Uint8Array) => readXlsx(bytes, "en").book;
const firstSheet = (data: BookData) => {
  const [first] = data.sheets;
  if (first === undefined) throw new Error("no sheet");
  return first;
};

/** A package as a person's Excel might have written it: things the grid knows nothing of stand beside the cells. */
function foreignFile(sheetXml: string, more: Record<string, string> = {}): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const files: Record<string, string> = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels":
      '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": `<worksheet ${main}>${sheetXml}</worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function withCell(data: BookData, row: number, column: number, value: string | number): BookData {
  const edited = firstSheet(data);
  const rows = edited.rows.map((entry) =>
    entry.row === row
      ? { ...entry, cells: entry.cells.map((cell) => (cell.column === column ? { column, value } : cell)) }
      : entry,
  );
  return { ...data, sheets: [{ ...edited, rows }, ...data.sheets.slice(1)] };
}

test("everything a sheet can hold comes back from a new file", () => {
  const data = book(
    [
      sheet({
        rows: [
          {
            row: 0,
            cells: [
              { column: 0, value: "客户\n名称" },
              { column: 1, value: "金额", format: 1 },
            ],
          },
          {
            row: 1,
            cells: [
              { column: 0, value: "=不是公式" },
              { column: 1, value: 12.5 },
            ],
            height: 30,
          },
          {
            row: 2,
            cells: [
              { column: 0, value: true },
              { column: 1, value: { error: "#N/A" } },
            ],
            hidden: true,
          },
          {
            row: 3,
            cells: [
              { column: 0, value: " a_x000D_b " },
              { column: 1, value: 3, formula: '=SUM(B2:B3)&"<"' },
            ],
          },
        ],
        columns: [
          { column: 0, width: 20 },
          { column: 3, width: 9, hidden: true },
        ],
        merges: [{ row: 5, column: 0, rows: 2, columns: 2 }],
        frozenRows: 1,
        showGridlines: false,
        pageSetup: {
          orientation: "landscape",
          fitToWidth: 1,
          fitToHeight: 0,
          printArea: { row: 0, column: 0, rows: 4, columns: 2 },
          titleRows: [0, 0],
        },
        tables: [
          {
            name: "FollowUps",
            area: { row: 0, column: 0, rows: 3, columns: 2 },
            headerRow: true,
            totalsRow: false,
            filterButtons: true,
            bandedRows: false,
            style: "TableStyleLight1",
            columns: [{ name: "客户\n名称" }, { name: "金额", formula: "=1+1" }],
            filtered: false,
          },
        ],
      }),
      sheet({ name: "隐藏's", visibility: "veryHidden" }),
    ],
    {
      formats: [
        {},
        {
          bold: true,
          numberFormat: "#,##0.00",
          fill: "#FFC7CE",
          horizontal: "center",
          wrap: true,
          borders: { bottom: { style: "thin", color: "#808080" } },
        },
      ],
      names: [{ name: "FU_Today", formula: "='隐藏''s'!$A$1", sheet: null, visible: true, comment: "" }],
    },
  );
  const back = reread(writeXlsx(data, null));
  const withoutOrigin = back.sheets.map(({ origin, ...rest }) => (origin === undefined ? data : rest));
  expect(withoutOrigin).toEqual(data.sheets);
  expect(back.formats[1]).toEqual(data.formats[1]);
  expect(back.names).toEqual(data.names);
});

test("a file that nobody changed keeps every part that matters as it was", () => {
  const original = foreignFile(
    '<sheetData><row r="1" spans="1:2" x="kept"><c r="A1" s="0" cm="1"><v>1</v></c></row></sheetData><legacyDrawing r:id="rId9"/>',
    { "xl/comments1.xml": "<comments/>", "xl/charts/chart1.xml": "<chart/>" },
  );
  const saved = writeXlsx(reread(original), original);
  expect(partText(saved, "xl/worksheets/sheet1.xml")).toContain(
    '<row r="1" spans="1:2" x="kept"><c r="A1" s="0" cm="1"><v>1</v></c></row>',
  );
  expect(partText(saved, "xl/worksheets/sheet1.xml")).toContain("legacyDrawing");
  expect(partText(saved, "xl/charts/chart1.xml")).toBe("<chart/>");
});

test("changing the first cell of a shared formula leaves the others their own", () => {
  const original = foreignFile(
    '<sheetData><row r="1"><c r="A1"><v>5</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>10</v></c></row><row r="2"><c r="A2"><v>6</v></c><c r="B2"><f t="shared" si="0"/><v>12</v></c></row></sheetData>',
  );
  const back = reread(writeXlsx(withCell(reread(original), 0, 1, 7), original));
  expect(firstSheet(back).rows[0]?.cells[1]).toEqual({ column: 1, value: 7 });
  expect(firstSheet(back).rows[1]?.cells[1]).toEqual({ column: 1, value: 12, formula: "=A2*2" });
});

test("a formula that became its own value is one no more", () => {
  const original = foreignFile('<sheetData><row r="1"><c r="B1"><f>4*2</f><v>8</v></c></row></sheetData>');
  const back = reread(writeXlsx(withCell(reread(original), 0, 1, 8), original));
  expect(firstSheet(back).rows[0]?.cells).toEqual([{ column: 1, value: 8 }]);
});

test("functions newer than the file format keep the prefix without which Excel shows #NAME?", () => {
  const original = foreignFile(
    '<sheetData><row r="1"><c r="A1"><f>_xlfn.MAXIFS(B:B,C:C,"MAXIFS(")</f><v>1</v></c></row></sheetData>',
  );
  const data = reread(original);
  const formula = '=MAXIFS(B:B,C:C,"MAXIFS(")';
  expect(firstSheet(data).rows[0]?.cells[0]?.formula).toBe(formula);
  const moved = {
    ...data,
    sheets: [{ ...firstSheet(data), rows: [{ row: 4, cells: [{ column: 0, value: 1, formula }] }] }],
  };
  expect(partText(writeXlsx(moved, original), "xl/worksheets/sheet1.xml")).toContain('_xlfn.MAXIFS(B:B,C:C,"MAXIFS(")');
});

test("a new table column whose rows calculate alike fills itself in Excel", () => {
  const formula = "=FollowUps[[#This Row],[a]]*2";
  const data = book([
    sheet({
      rows: [
        {
          row: 0,
          cells: [
            { column: 0, value: "a" },
            { column: 1, value: "b" },
          ],
        },
        {
          row: 1,
          cells: [
            { column: 0, value: 1 },
            { column: 1, value: 2, formula },
          ],
        },
        {
          row: 2,
          cells: [
            { column: 0, value: 2 },
            { column: 1, value: 4, formula },
          ],
        },
      ],
      tables: [
        {
          name: "FollowUps",
          area: { row: 0, column: 0, rows: 3, columns: 2 },
          headerRow: true,
          totalsRow: false,
          filterButtons: true,
          bandedRows: true,
          style: null,
          columns: [{ name: "a" }, { name: "b" }],
          filtered: false,
        },
      ],
    }),
  ]);
  expect(firstSheet(reread(writeXlsx(data, null))).tables[0]?.columns[1]?.formula).toBe(formula);
});

test.each(["客户\n名称", " 金额 ", "第[1]次", "报价#1", "a@b's", "a\r\nb", "_x000a_", "MAXIFS(x)", '5" <&>'])(
  "a table with the column %j agrees with itself: cell, column name, the column's formula and the cells'",
  (name) => {
    const spelled = name.replace(/['[\]#@]/g, "'$&");
    const formula = `=MAX(T[[${spelled}]])+T[[#This Row],[${spelled}]]&MAXIFS(A:A,B:B,"_x000a_")`;
    const data = book([
      sheet({
        rows: [
          {
            row: 0,
            cells: [
              { column: 0, value: name },
              { column: 1, value: "b" },
            ],
          },
          {
            row: 1,
            cells: [
              { column: 0, value: 1 },
              { column: 1, value: 2, formula },
            ],
          },
        ],
        tables: [
          {
            name: "T",
            area: { row: 0, column: 0, rows: 2, columns: 2 },
            headerRow: true,
            totalsRow: false,
            filterButtons: true,
            bandedRows: true,
            style: null,
            columns: [{ name }, { name: "b" }],
            filtered: false,
          },
        ],
      }),
    ]);
    const saved = writeXlsx(data, null);
    const back = firstSheet(reread(saved));
    expect(back.rows[0]?.cells[0]?.value).toBe(name);
    expect(back.tables[0]?.columns).toEqual([{ name }, { name: "b", formula }]);
    expect(back.rows[1]?.cells[1]?.formula).toBe(formula);
    // XML readers make spaces of line breaks in attributes, and of a carriage return a line break.
    expect(partText(saved, "xl/tables/table1.xml")).not.toMatch(/name="[^"]*[\n\r]|\r/);
    expect(partText(saved, "xl/worksheets/sheet1.xml")).toContain(`_xlfn.MAXIFS(`);
  },
);

test("a file whose formulas spell line breaks of column names out is read like one that has them", () => {
  const original = foreignFile(
    '<sheetData><row r="1"><c r="A1"><f>SUM(T[[a_x000a_b]])</f><v>1</v></c><c r="B1"><f>SUM(T[[a\nb]])</f><v>1</v></c></row></sheetData>',
  );
  const cells = firstSheet(reread(original)).rows[0]?.cells ?? [];
  expect(cells.map(({ formula }) => formula)).toEqual(["=SUM(T[[a\nb]])", "=SUM(T[[a\nb]])"]);
});

test("a user's own rules survive beside a new one, and the new one colours cells by background", () => {
  const original = foreignFile(
    '<sheetData/><conditionalFormatting sqref="A1:A9"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="A1:A1048576 C3"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
  );
  const data = reread(original);
  const own = firstSheet(data);
  expect(own.validations[0]).toMatchObject({ formula1: "是,否", areas: [{ rows: 1_048_576 }, { row: 2, column: 2 }] });
  const rule = {
    areas: [{ row: 0, column: 1, rows: 5, columns: 1 }],
    priority: 2,
    stopIfTrue: false,
    type: "expression",
    formula: '=$B1<">"',
    format: { fill: "#FFC7CE" },
    original: null,
  };
  const back = firstSheet(
    reread(
      writeXlsx({ ...data, sheets: [{ ...own, conditionalFormats: [...own.conditionalFormats, rule] }] }, original),
    ),
  );
  expect(back.conditionalFormats.map(({ type, formula, format }) => ({ type, formula, format }))).toEqual([
    { type: "dataBar", formula: null, format: {} },
    { type: "expression", formula: '=$B1<">"', format: { fill: "#FFC7CE" } },
  ]);
  expect(back.validations).toEqual(own.validations);
});

test("dates of a 1904 workbook are given, and saved, as the same days of the 1900 system", () => {
  const styles =
    '<styleSheet><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const original = foreignFile(
    '<sheetData><row r="1"><c r="A1" s="1"><v>44624</v></c><c r="B1"><v>7</v></c></row></sheetData>',
    {
      "xl/workbook.xml":
        '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>',
      "xl/styles.xml": styles,
    },
  );
  const opened = readXlsx(original, "zh-CN");
  expect(opened.was1904).toBe(true);
  const saved = readXlsx(writeXlsx(opened.book, original), "zh-CN");
  expect(saved.was1904).toBe(false);
  for (const { book: data } of [opened, saved])
    expect(firstSheet(data).rows[0]?.cells.map((cell) => cell.value)).toEqual([46_086, 7]);
});

test("sheets come and go: new ones are added, removed ones leave no part behind, names follow", () => {
  const first = writeXlsx(
    book([sheet({ name: "A" }), sheet({ name: "B", rows: [{ row: 0, cells: [{ column: 0, value: 1 }] }] })], {
      names: [{ name: "Local", formula: "=B!$A$1", sheet: "B", visible: true, comment: "" }],
    }),
    null,
  );
  const data = reread(first);
  const [, b] = data.sheets;
  if (b === undefined) throw new Error("no sheet");
  const saved = writeXlsx(
    {
      ...data,
      sheets: [{ ...b, name: "C" }, sheet({ name: "A2" })],
      activeSheet: "C",
      names: data.names.map((name) => ({ ...name, sheet: "C" })),
    },
    first,
  );
  const back = reread(saved);
  expect(back.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ["C", 1],
    ["A2", 0],
  ]);
  expect(back.names[0]?.sheet).toBe("C");
  expect(Object.keys(unzipSync(saved)).filter((path) => path.startsWith("xl/worksheets/sheet"))).toHaveLength(2);
});

/** Parts that a save left as they were, byte for byte. */
const kept = (before: Uint8Array, after: Uint8Array, names: readonly string[]) => {
  const [was, is] = [unzipSync(before), unzipSync(after)];
  return names.filter((name) => Buffer.compare(was[name] ?? new Uint8Array(), is[name] ?? new Uint8Array()) === 0);
};

const mainTypes = {
  workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  template: "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
  macros: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
};
const typesOf = (main: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
const oneCell = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData>';

test("macros and parts that nobody here knows stay byte for byte, and the file still says that it has macros", () => {
  const unknown = { "xl/vbaProject.bin": "\u0000macro", "customUI/customUI14.xml": "<x/>", "xl/odd.bin": "?" };
  const original = foreignFile(oneCell, {
    "[Content_Types].xml": typesOf(mainTypes.macros),
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/vbaProject" Target="vbaProject.bin"/></Relationships>',
    ...unknown,
  });
  const saved = writeXlsx(withCell(reread(original), 0, 0, "乙"), original);
  expect(kept(original, saved, Object.keys(unknown))).toEqual(Object.keys(unknown));
  expect(partText(saved, "[Content_Types].xml")).toContain(mainTypes.macros);
  expect(partText(saved, "xl/_rels/workbook.xml.rels")).toContain('Target="vbaProject.bin"');
  expect(checkPackage(saved)).toEqual([]);
});

test("what was made out of a template is saved as a workbook", () => {
  const original = foreignFile(oneCell, { "[Content_Types].xml": typesOf(mainTypes.template) });
  const saved = writeXlsx(reread(original), original);
  expect(partText(saved, "[Content_Types].xml")).toContain(mainTypes.workbook);
  expect(partText(saved, "[Content_Types].xml")).not.toContain(mainTypes.template);
});

test.each([
  ["no styles at all", {}],
  [
    "a relation to styles that are missing",
    {
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>',
    },
  ],
  [
    "styles with next to nothing in them",
    {
      "xl/styles.xml":
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fills><fill/></fills><cellXfs><xf/></cellXfs></styleSheet>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>',
    },
  ],
])("a file with %s gets the lists that Excel asks for, and one bold cell stays one", (_, parts) => {
  const original = foreignFile(oneCell, { "[Content_Types].xml": typesOf(mainTypes.workbook), ...parts });
  const opened = reread(original);
  const row = { row: 1, cells: [{ column: 0, value: "丙", format: 1 }] };
  const edited = { ...firstSheet(opened), rows: [...firstSheet(opened).rows, row] };
  const saved = writeXlsx({ ...opened, sheets: [edited], formats: [{}, { bold: true, fill: "#FFEE00" }] }, original);
  expect(checkPackage(saved)).toEqual([]);
  const read = reread(saved);
  expect(firstSheet(read).rows.map(({ cells }) => read.formats[cells[0]?.format ?? 0])).toEqual([
    {},
    { bold: true, fill: "#FFEE00" },
  ]);
});

test("cells of a file that lost its styles keep a format that there is", () => {
  const cells = '<sheetData><row r="1"><c r="A1" s="7"><v>1</v></c></row></sheetData>';
  const original = foreignFile(cells, { "[Content_Types].xml": typesOf(mainTypes.workbook) });
  expect(checkPackage(writeXlsx(reread(original), original))).toEqual([]);
});

test("results of formulas about another workbook stay, and Excel is not asked to work them out anew", () => {
  const external = '<externalReferences><externalReference r:id="rId2"/></externalReferences>';
  const sheetXml =
    '<sheetData><row r="1"><c r="A1"><f>SUMIF([1]S!$A:$A,"x",[1]S!$B:$B)</f><v>7</v></c><c r="B1"><v>1</v></c></row></sheetData>';
  const files = (more: string) =>
    foreignFile(sheetXml, {
      "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>${more}</workbook>`,
    });
  const save = (original: Uint8Array) => writeXlsx(withCell(reread(original), 0, 1, 2), original);
  const saved = save(files(external));
  expect(partText(saved, "xl/worksheets/sheet1.xml")).toContain('[1]S!$B:$B)</f><v>7</v></c><c r="B1"><v>2</v>');
  expect(partText(saved, "xl/workbook.xml")).not.toContain("fullCalcOnLoad");
  expect(partText(save(files("")), "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
});

test("a part is found whatever its capitals, and no second one is made", () => {
  const original = foreignFile(oneCell, {
    "[Content_Types].xml": typesOf(mainTypes.workbook),
    "xl/Styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/Sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>',
  });
  const saved = writeXlsx(withCell(reread(original), 0, 0, "乙"), original);
  expect(Object.keys(unzipSync(saved)).filter((name) => /(styles|sheet1)\.xml$/i.test(name))).toEqual([
    "xl/worksheets/sheet1.xml",
    "xl/Styles.xml",
  ]);
});
