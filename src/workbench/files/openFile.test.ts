import { zipSync, strToU8 } from "fflate";
import { encodeText } from "../../../test/support/encodeText";
import { noticeOf, openFile } from "./openFile";

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

test("a CSV file may begin with PK, and a workbook may be called .csv", () => {
  const opened = openFile(strToU8("PK Ltd,Won\nAlpha,Lost\n"), "a.csv", "en");
  expect(opened.ok && opened.book.sheets[0]?.rows[0]?.cells[0]?.value).toBe("PK Ltd");
  const book = openFile(workbook(`${office}.sheet.main+xml`), "book.csv", "en");
  expect(book.ok && book.book.sheets[0]?.name).toBe("S");
  expect(message(ole("Workbook"), "en", "old.csv")).toMatch(/\.xls\b/);
});

test("bytes that are no text are told apart from a workbook", () => {
  expect(message(Uint8Array.from([1, 0, 0, 2, 0, 0, 3, 0xff]), "zh-CN", "a.csv")).toMatch(/不是文本/);
});

test("an assumed encoding is said with how to change it, a certain one is not", () => {
  const notice = (bytes: Uint8Array, language: "zh-CN" | "en" = "en") => noticeOf(bytes, "a.csv", language, null);
  expect(notice(encodeText("name\nAda\n", "utf-8"))).toBeNull();
  expect(notice(encodeText("客户\n华宇精密制造\n", "utf-8"))).toBeNull();
  expect(notice(encodeText("name\nMüller\n", "windows-1252"))).toMatch(/read as Windows-1252.*--encoding/);
  expect(notice(encodeText("客户\n华宇精密制造\n", "gb18030"), "zh-CN")).toBe(
    "文件没有注明编码，现按 GB18030（简体中文）读取。如果文字显示不对，请用 --encoding 写明编码（例如 --encoding big5）再打开一次。",
  );
  expect(noticeOf(encodeText("客户", "gb18030"), "a.csv", "en", "gb18030")).toBeNull();
  expect(noticeOf(encodeText("客户", "gb18030"), "a.csv", "en", "utf-8")).toMatch(/could not be read/);
  expect(noticeOf(workbook(""), "book.xlsx", "en", null)).toBeNull();
});
