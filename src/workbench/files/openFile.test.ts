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

test("each kind of file that cannot be opened gets its own way out", () => {
  expect(message(ole("EncryptedPackage"))).toMatch(/password/);
  expect(message(ole("Workbook"))).toMatch(/\.xls\b/);
  expect(message(zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }))).toMatch(/\.ods/);
  expect(message(zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>" }))).toMatch(/Word/);
  expect(message(zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "" }))).toMatch(/\.xlsb/);
  expect(message(strToU8("hello"))).toMatch(/not an Excel workbook/);
  expect(message(new Uint8Array())).toMatch(/empty/);
  expect(message(zip({ a: "x" }).slice(0, 20))).toMatch(/incomplete or damaged/);
  expect(message(strToU8("\n\n"), "en", "a.csv")).toMatch(/no data/);
});

test("a part that is not well-formed is named", () => {
  const bytes = zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook><sheets></workbook>" });
  expect(message(bytes, "zh-CN")).toMatch(/损坏.*xl\/workbook\.xml/);
});
