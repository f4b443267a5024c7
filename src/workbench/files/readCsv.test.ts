import { readCsv, typeOfField } from "./readCsv";

const utf8 = (text: string) => new TextEncoder().encode(text);
const table = (bytes: Uint8Array) =>
  (readCsv(bytes, "客户.csv", "zh-CN").sheets[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell.value));

test.each([
  ["2026-08-07", 46_241],
  ["2026/8/7", 46_241],
  ["2026年8月7日", 46_241],
  ["2026-02-30", "2026-02-30"],
  ["1500000", 1_500_000],
  ["-1,234.5", -1234.5],
  ["35%", 0.35],
  ["00123", "00123"],
  ["0", 0],
  ["0.5", 0.5],
  ["13800000001", 13_800_000_001],
  ["440106199001011234", "440106199001011234"],
  ["=1+1", "=1+1"],
  ["+86 10 1234", "+86 10 1234"],
  ["TRUE", true],
  ["1E5", 100_000],
  [" 两端空格 ", " 两端空格 "],
])("a field %s becomes %p", (field, expected) => {
  const { value } = typeOfField(field, "zh-CN");
  expect(value).toBe(expected);
});

test("dates get a format by which they show as dates", () => {
  const { sheets, formats } = readCsv(utf8("客户,日期\n甲,2026-08-07\n"), "a.csv", "zh-CN");
  expect(formats[sheets[0]?.rows[1]?.cells[1]?.format ?? -1]).toEqual({ numberFormat: "yyyy/m/d" });
});

test("a byte order mark is not part of the first header", () => {
  expect(table(utf8("\ufeff客户,阶段\n甲,成交"))).toEqual([
    ["客户", "阶段"],
    ["甲", "成交"],
  ]);
});

test("what Chinese Excel saves (GB18030) is read as such", () => {
  // 客户,备注 / 甲,好 in GB18030
  const bytes = Uint8Array.from([
    0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0d, 0x0a, 0xbc, 0xd7, 0x2c, 0xba, 0xc3,
  ]);
  expect(table(bytes)).toEqual([
    ["客户", "备注"],
    ["甲", "好"],
  ]);
});

test.each([";", "\t", "|"])("fields cut by %j are told apart, commas inside stay", (delimiter) => {
  expect(table(utf8(`a${delimiter}b,c\n"x${delimiter}1"${delimiter}y`))).toEqual([
    ["a", "b,c"],
    [`x${delimiter}1`, "y"],
  ]);
});

test("a quoted line break is one record", () => {
  expect(table(utf8('客户,备注\n甲,"一\n二"\n'))).toEqual([
    ["客户", "备注"],
    ["甲", "一\n二"],
  ]);
});

test("the sheet is named after the file, within Excel's rules", () => {
  const name = (file: string) => readCsv(utf8("a,b\n1,2"), file, "en").activeSheet;
  expect(name("客户跟进表.csv")).toBe("客户跟进表");
  expect(name(`${"x".repeat(40)}[1].csv`)).toHaveLength(31);
  expect(name("a:b?.csv")).toBe("a b");
});
