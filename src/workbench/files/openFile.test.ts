import { zipSync, strToU8 } from "fflate";
import { openFile } from "./openFile";

const message = (bytes: Uint8Array, language: "zh-CN" | "en" = "en", name = "book.xlsx"): string => {
  const opened = openFile(bytes, name, language);
  return opened.ok ? "opened" : opened.message;
};
const ole = (stream: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...[...stream].flatMap((c) => [c.charCodeAt(0), 0]),
  ]);
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const workbook = (mainType: string) =>
  zip({
    "[Content_Types].xml": `<Types><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/></Types>`,
    "xl/workbook.xml": '<workbook xmlns:r="x/relationships"><sheets><sheet name="S" r:id="a"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>",
  });

test.each([
  [`${office}.sheet.main+xml`, ".xlsx", null],
  ["application/vnd.ms-excel.sheet.macroEnabled.main+xml", ".xlsm", null],
  [`${office}.template.main+xml`, ".xlsx", /^This is an Excel template/],
  ["application/vnd.ms-excel.template.macroEnabled.main+xml", ".xlsm", /^This is an Excel template/],
])("%s is saved as %s", (mainType, ending, notice) => {
  expect(openFile(workbook(mainType), "book.xlsx", "en")).toMatchObject({
    ok: true,
    ending,
    notice: notice === null ? null : (expect.stringMatching(notice) as string),
  });
});

test("each kind of file that cannot be opened gets its own way out", () => {
  expect(message(ole("EncryptedPackage"))).toMatch(/password/);
  expect(message(ole("Workbook"))).toMatch(/\.xls\b/);
  expect(message(zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }))).toMatch(/\.ods/);
  expect(message(zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>" }))).toMatch(/Word/);
  expect(message(zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "" }))).toMatch(/\.xlsb/);
  expect(message(workbook("application/vnd.ms-excel.addin.macroEnabled.main+xml"))).toMatch(/add-in \(\.xlam\)/);
  expect(message(strToU8("hello"))).toMatch(/not an Excel workbook/);
  expect(message(new Uint8Array())).toMatch(/empty/);
  expect(message(zip({ a: "x" }).slice(0, 20))).toMatch(/incomplete or damaged/);
  expect(message(strToU8("\n\n"), "en", "a.csv")).toMatch(/no data/);
});

test("a part that is not well-formed is named", () => {
  const bytes = zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook><sheets></workbook>" });
  expect(message(bytes, "zh-CN")).toMatch(/损坏.*xl\/workbook\.xml/);
});
