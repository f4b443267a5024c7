import type { WantedReading } from "../../csv/textTable";
import { encodeText } from "../../../test/support/encodeText";
import { readCsv } from "./readCsv";

const utf8 = (text: string) => encodeText(text, "utf-8");
const table = (bytes: Uint8Array, wanted?: WantedReading) =>
  (readCsv(bytes, "客户.csv", "zh-CN", wanted).book.sheets[0]?.rows ?? []).map((row) =>
    row.cells.map((cell) => cell.value),
  );

test("dates get a format by which they show as dates", () => {
  const { sheets, formats } = readCsv(utf8("客户,日期\n甲,2026-08-07\n"), "a.csv", "zh-CN").book;
  expect(formats[sheets[0]?.rows[1]?.cells[1]?.format ?? -1]).toEqual({ numberFormat: "yyyy/m/d" });
});

test("a byte order mark is not part of the first header", () => {
  expect(table(utf8("\ufeff客户,阶段\n甲,成交"))).toEqual([
    ["客户", "阶段"],
    ["甲", "成交"],
  ]);
});

test("what Chinese Excel saves (GB18030) is read as such, or as somebody says", () => {
  const bytes = encodeText("客户,备注\r\n甲,好", "gb18030");
  expect(table(bytes)).toEqual([
    ["客户", "备注"],
    ["甲", "好"],
  ]);
  expect(table(bytes, { encoding: "windows-1252" })[1]?.[0]).not.toBe("甲");
});

test("each column has its decimal sign, and the first row is text", () => {
  const bytes = utf8("2026;Betrag;Menge\nAlpha;12.500;1\nBeta;980,00;2\n");
  expect(table(bytes)).toEqual([
    ["2026", "Betrag", "Menge"],
    ["Alpha", 12_500, 1],
    ["Beta", 980, 2],
  ]);
});

test("a header without rows opens", () => {
  expect(table(utf8("客户,阶段\n"))).toEqual([["客户", "阶段"]]);
});

test("the sheet is named after the file, within Excel's rules", () => {
  const name = (file: string) => readCsv(utf8("a,b\n1,2"), file, "en").book.activeSheet;
  expect(name("客户跟进表.csv")).toBe("客户跟进表");
  expect(name(`${"x".repeat(40)}[1].csv`)).toHaveLength(31);
  expect(name("a:b?.csv")).toBe("a b");
});
