import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { blankSheet } from "../../data/blankSheet";
import type { BookData, ConditionalFormatData, ValidationData } from "../../data/bookData";
import { writeXlsx } from "../writeXlsx";
import { checkPackage } from "./checkPackage";

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

const highlight = (priority: number, formula: string): ConditionalFormatData => ({
  areas: [area(1, 0, 3, 2)],
  priority,
  stopIfTrue: false,
  type: "expression",
  formula,
  format: { fill: "#FFEEDD" },
  original: null,
});

const validation: ValidationData = {
  areas: [area(1, 1, 3, 1)],
  type: "whole",
  operator: "between",
  formula1: "1",
  formula2: "9",
  ignoreBlanks: true,
  inCellDropDown: true,
  error: { show: true, style: "stop", title: "标题", message: "说明" },
  prompt: { show: false, title: "", message: "" },
  original: null,
};

const reference = "FollowUps[[#This Row],[客户\n名称]]";
const book: BookData = {
  date1904: false,
  activeSheet: "客户",
  names: [{ name: "FU_Open", formula: "=客户!$B$2", sheet: null, visible: true, comment: "" }],
  formats: [{}, { bold: true }],
  sheets: [
    {
      ...blankSheet("客户"),
      rows: [
        { row: 0, cells: ["客户\n名称", "金额", "状态"].map((value, column) => ({ column, value, format: 1 })) },
        ...[1, 2, 3].map((row) => ({
          row,
          cells: [
            { column: 0, value: `甲${row}` },
            { column: 1, value: row },
            { column: 2, value: "x", formula: `=${reference}` },
          ],
        })),
        { row: 6, cells: [{ column: 0, value: 3, formula: "=SUM(B2:B4)" }] },
      ],
      columns: [
        { column: 0, width: 20 },
        { column: 2, width: 12 },
      ],
      merges: [area(8, 0, 2, 2), area(8, 3, 2, 2)],
      pageSetup: { printArea: area(0, 0, 5, 3), titleRows: [0, 0] },
      tables: [
        {
          name: "FollowUps",
          area: area(0, 0, 4, 3),
          headerRow: true,
          totalsRow: false,
          filterButtons: true,
          bandedRows: true,
          style: "TableStyleLight1",
          columns: [{ name: "客户\n名称" }, { name: "金额" }, { name: "状态" }],
          filtered: false,
        },
      ],
      conditionalFormats: [highlight(1, "=$B2>1"), highlight(2, "=$B2>2")],
      validations: [validation],
    },
    { ...blankSheet("说明"), rows: [{ row: 0, cells: [{ column: 0, value: "a" }] }] },
  ],
};
const good = unzipSync(writeXlsx(book, null));

const sheetPart = "xl/worksheets/sheet1.xml";
const tablePart = "xl/tables/table1.xml";
const workbookPart = "xl/workbook.xml";
const stylesPart = "xl/styles.xml";
const contentTypes = "[Content_Types].xml";

type Damage = (text: string) => string;

/** The good file with one part changed; a part that is not there yet is added. */
function damaged(part: string, damage: Damage | null): Uint8Array {
  const parts = { ...good };
  if (damage === null) Reflect.deleteProperty(parts, part);
  else {
    const before = strFromU8(parts[part] ?? new Uint8Array());
    const after = damage(before);
    if (after === before) throw new Error(`nothing was damaged in ${part}`);
    parts[part] = strToU8(after);
  }
  return zipSync(parts);
}

const problems = (bytes: Uint8Array) => checkPackage(bytes).map(({ part, problem }) => `${part}: ${problem}`);
const swap =
  (from: string | RegExp, to: string): Damage =>
  (text) =>
    text.replace(from, () => to);
const long = (length: number) => "长".repeat(length);

test("a file that the workbench wrote has no finding", () => {
  expect(problems(zipSync(good))).toEqual([]);
});

test("what is no package at all is told as such", () => {
  expect(problems(strToU8("客户,金额"))).toEqual([": it cannot be read: notAWorkbook"]);
});

test.each<readonly [problem: string, part: string, damage: Damage | null]>([
  ["_rels/.rels: no relation leads to the workbook", "_rels/.rels", swap('officeDocument"', 'other"')],
  ["xl/extra.dat: the part has no content type", "xl/extra.dat", () => "x"],
  [
    `${contentTypes}: “/xl/styles.xml” is declared more than once`,
    contentTypes,
    swap("</Types>", '<Override PartName="/xl/styles.xml" ContentType="x"/></Types>'),
  ],
  [
    `${tablePart}: a table is declared as application/xml`,
    contentTypes,
    swap(/<Override PartName="\/xl\/tables\/table1.xml"[^>]*>/, ""),
  ],
  ["xl/_rels/workbook.xml.rels: rId1 leads to xl/styles.xml, which is missing", stylesPart, null],
  [
    `${sheetPart}: <tablePart> names relation rId9, which there is not`,
    sheetPart,
    swap(/(?<=tablePart r:id=)"rId1"/, '"rId9"'),
  ],
  [
    `${sheetPart}: <drawing> leads to a table by rId1`,
    sheetPart,
    swap("<tableParts", '<drawing r:id="rId1"/><tableParts'),
  ],
  [`${sheetPart}: it lists 0 tables and has 1`, sheetPart, swap(/<tableParts.*<\/tableParts>/, "")],
  [`${sheetPart}: it holds the character U+0001`, sheetPart, swap("SUM(", "&#1;SUM(")],
])("%s: parts and relations", (problem, part, damage) => {
  expect(problems(damaged(part, damage))).toContain(problem);
});

test.each<readonly [problem: string, damage: Damage]>([
  ["a sheet cannot be called “a/b”", swap('name="说明"', 'name="a/b"')],
  ["two sheets are called “客户”", swap('name="说明"', 'name="客户"')],
  ["two sheets have the number 1", swap('sheetId="2"', 'sheetId="1"')],
  ["no sheet can be seen", (text) => text.replaceAll("<sheet ", '<sheet state="hidden" ')],
  ["activeTab is no sheet", swap('activeTab="0"', 'activeTab="7"')],
  ["“A1” is no name", swap('name="FU_Open"', 'name="A1"')],
  ["“R1C1” is no name", swap('name="FU_Open"', 'name="R1C1"')],
  ["“a b” is no name", swap('name="FU_Open"', 'name="a b"')],
  ["“FU_Open” stands for nothing", swap("客户!$B$2", "")],
  ["“FU_Open” belongs to a sheet that there is not", swap('name="FU_Open"', 'name="FU_Open" localSheetId="5"')],
  [
    "the name “fu_open@” is there twice",
    swap("</definedNames>", '<definedName name="FU_OPEN">1</definedName></definedNames>'),
  ],
  [
    "“_xlnm.Print_Area” belongs to no sheet",
    swap('name="_xlnm.Print_Area" localSheetId="0"', 'name="_xlnm.Print_Area"'),
  ],
  ["“_xlnm.Print_Area” is no place on a sheet: 1", swap("'客户'!$A$1:$C$5", "1")],
  ["name FU_Open: the formula begins with =", swap("客户!$B$2", "=客户!$B$2")],
  ["name FU_Open: quotes or brackets of the formula do not close", swap("客户!$B$2", "SUM(客户!$B$2")],
  ["name FU_Open: the formula refers to another workbook, [1], that is not listed", swap("客户!$B$2", "[1]客户!$B$2")],
])("%s: sheets and names", (problem, damage) => {
  expect(problems(damaged(workbookPart, damage))).toContain(`${workbookPart}: ${problem}`);
});

test("tables that share a name with each other or with a name of the workbook", () => {
  const named = damaged(workbookPart, swap('name="FU_Open"', 'name="followups"'));
  expect(problems(named)).toEqual([`${tablePart}: a name of the workbook is called “followups” too`]);
});

test.each<readonly [problem: string, damage: Damage]>([
  ["there are no borders", swap(/<borders.*<\/borders>/, "")],
  ["fontId 9 in cellXfs is beyond the fonts", swap(/fontId="1"/, 'fontId="9"')],
  ["xfId 3 in cellXfs is beyond the cellStyleXfs", swap(/(?<=<cellXfs.*)xfId="0"/, 'xfId="3"')],
  ["two cell styles are called “normal”", swap("</cellStyles>", '<cellStyle name="Normal" xfId="0"/></cellStyles>')],
  [
    "two number formats have the number 170",
    swap("<fonts", `<numFmts>${'<numFmt numFmtId="170" formatCode="0"/>'.repeat(2)}</numFmts><fonts`),
  ],
  [
    "a number format is longer than 255 characters",
    swap("<fonts", `<numFmts><numFmt numFmtId="170" formatCode="${long(256)}"/></numFmts><fonts`),
  ],
])("%s: styles", (problem, damage) => {
  expect(problems(damaged(stylesPart, damage))).toContain(`${stylesPart}: ${problem}`);
});

test.each<readonly [problem: string, damage: Damage]>([
  ["row 2 does not follow the one before it", swap('<row r="3">', '<row r="2">')],
  ["A2: the cell does not follow the one before it", swap('<c r="B2"', '<c r="A2"')],
  ["A2: the cell is called A9", swap('<c r="A2"', '<c r="A9"')],
  ["A1: there is no format 77", swap(/(?<=<c r="A1" s=)"\d+"/, '"77"')],
  ["A2: there is no shared text 99", swap(/(?<=<c r="A2" t="s"><v>)\d+/, "99")],
  ["B2: x is no number", swap(/(?<=<c r="B2"><v>)1/, "x")],
  ["B2: there is no kind of cell q", swap('<c r="B2">', '<c r="B2" t="q">')],
  ["A7: the formula begins with =", swap("<f>SUM", "<f>=SUM")],
  ["A7: the formula is longer than 8192 characters", swap("SUM(B2:B4)", `1${"+1".repeat(4096)}`)],
  ["A7: the formula refers to a table “Deals” that there is not", swap("SUM(B2:B4)", "SUM(Deals[金额])")],
  ["A7: “FollowUps” has no column “数量” that the formula refers to", swap("SUM(B2:B4)", "SUM(FollowUps[数量])")],
  ["A7: the shared formula 0 has no text before it", swap("<f>SUM(B2:B4)</f>", '<f t="shared" si="0"/>')],
  ["columns 1 to 1 do not follow those before them", swap(/(?<=<col )min="3" max="3"/, 'min="1" max="1"')],
  ["there are no columns 3 to 20000", swap(/(?<=<col )min="3" max="3"/, 'min="3" max="20000"')],
  ["the merged cells A9:B10 and B10:E10 meet", swap('ref="D9:E10"', 'ref="B10:E10"')],
  ["“A9” cannot be merged", swap('ref="A9:B10"', 'ref="A9"')],
  ["the merged cells C4:E10 meet the table A1:C4", swap('ref="D9:E10"', 'ref="C4:E10"')],
  ["the sheet's filter meets the table A1:C4", swap("<mergeCells", '<autoFilter ref="B2:D9"/><mergeCells')],
  ["two conditional formats have the priority 1", swap('priority="2"', 'priority="1"')],
  ["a conditional format has the priority “0”", swap('priority="2"', 'priority="0"')],
  ["there is no look 12 for a conditional format", swap(/dxfId="1"/, 'dxfId="12"')],
  [
    "<conditionalFormatting> holds for “”",
    swap('<conditionalFormatting sqref="A2:B4">', '<conditionalFormatting sqref="">'),
  ],
  ["conditional format of A2:B4: the formula is blank", swap("<formula>$B2&gt;1</formula>", "<formula></formula>")],
  [
    "conditional format of A2:B4: a rule's formula refers to a table",
    swap("<formula>$B2&gt;1</formula>", "<formula>SUM(FollowUps[金额])</formula>"),
  ],
  [
    "conditional format of A2:B4: a rule's formula holds a list in braces",
    swap("<formula>$B2&gt;1</formula>", "<formula>OR($B2={1,2})</formula>"),
  ],
  ["validation of B2:B4: it has no second limit", swap("<formula2>9</formula2>", "")],
  [
    "validation of B2:B4: a formula or list is longer than 255 characters",
    swap("<formula1>1</formula1>", `<formula1>${"1".repeat(256)}</formula1>`),
  ],
  [
    "validation of B2:B4: errorTitle is longer than 32 characters",
    swap('errorTitle="标题"', `errorTitle="${long(33)}"`),
  ],
  ["validation of B2:B4: error is longer than 255 characters", swap('error="说明"', `error="${long(256)}"`)],
  ["<dataValidation> holds for “B2:B”", swap('sqref="B2:B4"', 'sqref="B2:B"')],
])("%s: sheets", (problem, damage) => {
  expect(problems(damaged(sheetPart, damage))).toContain(`${sheetPart}: ${problem}`);
});

test("a text that is too long for a cell", () => {
  const bytes = damaged("xl/sharedStrings1.xml", swap("甲1", long(32_768)));
  expect(problems(bytes)).toEqual([`${sheetPart}: A2: the text is longer than 32767 characters`]);
});

test("as many validations as Excel takes, and one more", () => {
  const rule = '<dataValidation sqref="Z9"/>';
  const withRules = (count: number) =>
    problems(damaged(sheetPart, swap("</dataValidations>", `${rule.repeat(count)}</dataValidations>`)));
  expect(withRules(65_533)).toEqual([]);
  expect(withRules(65_534)).toEqual([`${sheetPart}: there are 65535 validations, more than 65534`]);
});

test.each<readonly [problem: string, damage: Damage]>([
  ["a table cannot be called “2021”", (text) => text.replaceAll('ame="FollowUps"', 'ame="2021"')],
  ["the table has no number", swap(/ id="1"/, ' id="0"')],
  ["A1:C1 has no row for data", (text) => text.replaceAll("A1:C4", "A1:C1")],
  ["3 columns are listed for A1:D4", (text) => text.replaceAll("A1:C4", "A1:D4")],
  ["count says 4 for 3 columns", swap('<tableColumns count="3">', '<tableColumns count="4">')],
  ["its filter is on A1:C3 in place of A1:C4", swap('<autoFilter ref="A1:C4"', '<autoFilter ref="A1:C3"')],
  [
    "the filter has no column 8",
    swap('<autoFilter ref="A1:C4"/>', '<autoFilter ref="A1:C4"><filterColumn colId="8"/></autoFilter>'),
  ],
  ["two columns are called “金额”", swap('name="状态"', 'name="金额"')],
  ["two columns have the number 1", swap('<tableColumn id="2"', '<tableColumn id="1"')],
  ["the header of “客户 名称” says “客户\n名称”", swap("客户_x000a_名称", "客户 名称")],
  ["column “状态”: the formula is blank", swap(/(?<=<calculatedColumnFormula>)[^<]*/, "")],
  [
    "column “状态” would fill FollowUps[[#This Row],[金额]], but its rows hold FollowUps[[#This Row],[客户\n名称]]",
    swap(/(?<=<calculatedColumnFormula>)[^<]*/, "FollowUps[[#This Row],[金额]]"),
  ],
  ["there is no look 40 for dataDxfId", swap('<tableColumn id="2"', '<tableColumn dataDxfId="40" id="2"')],
])("%s: tables", (problem, damage) => {
  expect(problems(damaged(tablePart, damage))).toContain(`${tablePart}: ${problem}`);
});

test("a header that is a number, and one that is a formula", () => {
  const number = damaged(sheetPart, swap(/<c r="B1"[^>]*><v>\d+<\/v>/, '<c r="B1"><v>5</v>'));
  expect(problems(number)).toEqual([`${tablePart}: the header of “金额” is no text`]);
  const formula = damaged(sheetPart, swap(/<c r="B1"[^>]*><v>\d+<\/v>/, '<c r="B1" t="str"><f>"金额"</f><v>金额</v>'));
  expect(problems(formula)).toEqual([`${tablePart}: the header of “金额” is a formula`]);
});

test("two tables with one number, one name, and cells in common", () => {
  const second = strFromU8(good[tablePart] ?? new Uint8Array());
  const parts = {
    ...good,
    "xl/tables/table2.xml": strToU8(second),
    [contentTypes]: strToU8(
      strFromU8(good[contentTypes] ?? new Uint8Array()).replace(
        /(<Override PartName="\/xl\/tables\/table)1(.xml"[^>]*>)/,
        "$11$2$12$2",
      ),
    ),
    "xl/worksheets/_rels/sheet1.xml.rels": strToU8(
      strFromU8(good["xl/worksheets/_rels/sheet1.xml.rels"] ?? new Uint8Array()).replace(
        /(<Relationship Id="rId)1(".*?table)1(.xml"\/>)/,
        "$11$21$3$12$22$3",
      ),
    ),
    [sheetPart]: strToU8(
      strFromU8(good[sheetPart] ?? new Uint8Array()).replace(/(<tablePart r:id="rId)1("\/>)/, "$11$2$12$2"),
    ),
  };
  expect(problems(zipSync(parts))).toEqual([
    `${workbookPart}: two tables are called “followups”`,
    `${workbookPart}: two tables have the number 1`,
    `${sheetPart}: the tables A1:C4 and A1:C4 meet`,
  ]);
});

test("an order of calculation that names a cell without a formula", () => {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const withChain = (cell: string) =>
    problems(
      zipSync({
        ...good,
        "xl/calcChain.xml": strToU8(`<calcChain xmlns="${main}"><c r="${cell}" i="1"/></calcChain>`),
        [contentTypes]: strToU8(
          strFromU8(good[contentTypes] ?? new Uint8Array()).replace(
            "</Types>",
            '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
          ),
        ),
        "xl/_rels/workbook.xml.rels": strToU8(
          strFromU8(good["xl/_rels/workbook.xml.rels"] ?? new Uint8Array()).replace(
            "</Relationships>",
            '<Relationship Id="rId77" Type="x/calcChain" Target="calcChain.xml"/></Relationships>',
          ),
        ),
      }),
    );
  expect(withChain("A7")).toEqual([]);
  expect(withChain("A8")).toEqual(["xl/calcChain.xml: A8 of “客户” has no formula"]);
});
