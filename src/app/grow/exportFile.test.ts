import { Workbook } from "exceljs";
import { strToU8, zipSync } from "fflate";
import { listsInFile } from "./exportSource";
import { readExportFile } from "./exportFile";

const day = 46_241;
const at = (hours: number) => new Date(Date.UTC(2026, 7, 7, hours));

async function workbookFile(fill: (workbook: Workbook) => void) {
  const workbook = new Workbook();
  fill(workbook);
  return { name: "导出.xlsx", bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

const text = (words: string) => new TextEncoder().encode(words);

test("days of a workbook come as serials of the workbook that they come into, texts and numbers as they are", async () => {
  const file = await workbookFile((workbook) => {
    const sheet = workbook.addWorksheet("客户");
    sheet.addRow(["客户名称", "下次", "金额", "编号"]);
    sheet.addRow(["远山", at(0), 12.5, "007"]);
    sheet.addRow(["青禾", at(12), true, { error: "#N/A" }]);
  });
  const read = async (system: 1900 | 1904) => {
    const reading = await readExportFile(file, system, null);
    return reading.ok ? (reading.sheets[0]?.values.slice(1) ?? []) : [];
  };
  expect(await read(1900)).toEqual([
    ["远山", day, 12.5, "007"],
    ["青禾", day + 0.5, true, ""],
  ]);
  expect((await read(1904)).map(([, date]) => date)).toEqual([day - 1462, day + 0.5 - 1462]);
});

test("a workbook that counts from 1904 shows the same days", async () => {
  const file = await workbookFile((workbook) => {
    workbook.properties.date1904 = true;
    workbook.addWorksheet("客户").addRow(["远山", at(0)]);
  });
  const reading = await readExportFile(file, 1900, null);
  expect(reading).toMatchObject({ sheets: [{ values: [["远山", day]] }] });
});

test("of the sheets of a workbook those that hold a list are found, the longest first, with titles left out", async () => {
  const file = await workbookFile((workbook) => {
    workbook.addWorksheet("说明").addRow(["请看第二张表"]);
    const short = workbook.addWorksheet("上周");
    short.addRow(["客户名称", "负责人", "阶段"]);
    short.addRow(["远山", "李敏", "线索"]);
    const long = workbook.addWorksheet("本周");
    long.addRow(["商机导出 2026-08"]);
    long.addRow(["客户名称", "负责人", "阶段"]);
    for (const name of ["远山", "青禾", "北辰"]) long.addRow([name, "李敏", "线索"]);
  });
  const reading = await readExportFile(file, 1900, null);
  const lists = reading.ok ? listsInFile(reading.sheets, 1900) : [];
  expect(lists.map(({ title, table }) => [title, table.headers.join(), table.body.length, table.firstRow])).toEqual([
    ["本周", "客户名称,负责人,阶段", 3, 3],
    ["上周", "客户名称,负责人,阶段", 1, 2],
  ]);
});

test.each([
  ["a workbook with another ending is a workbook", "导出.csv", "workbook"],
  ["a text with the ending of a workbook is a text", "导出.xlsx", "text"],
] as const)("%s", async (_, name, what) => {
  const workbook = await workbookFile((book) => book.addWorksheet("客户").addRow(["客户名称", "远山"]));
  const bytes = what === "workbook" ? workbook.bytes : text("客户名称,负责人\r\nPK 远山,李敏\r\n");
  const reading = await readExportFile({ name, bytes }, 1900, null);
  expect(reading).toMatchObject({ ok: true, encoding: what === "workbook" ? null : "utf-8" });
});

test("a customer whose name begins with PK makes no workbook of a text", async () => {
  const reading = await readExportFile({ name: "a.csv", bytes: text("PK 商贸,李敏\n远山,王强\n") }, 1900, null);
  expect(reading).toMatchObject({ ok: true, sheets: [{ title: "a" }] });
});

test.each([
  ["empty", new Uint8Array()],
  ["oldExcel", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
  ["binary", zipSync({ "xl/workbook.bin": strToU8("x") })],
  ["openDocument", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") })],
  ["noTable", zipSync({ "word/document.xml": strToU8("<x/>") })],
  ["damaged", Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 9, 9, 9)],
  ["damaged", zipSync({ "xl/workbook.xml": strToU8("<workbook") })],
] as const)("what cannot be read is told apart: %s", async (problem, bytes) => {
  expect(await readExportFile({ name: "文件", bytes }, 1900, null)).toEqual({ ok: false, problem });
});

test("a workbook that a password protects is told from an old one", async () => {
  const container = new Uint8Array(512);
  container.set([0xd0, 0xcf, 0x11, 0xe0]);
  container.set(
    [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]),
    128,
  );
  expect(await readExportFile({ name: "密.xlsx", bytes: container }, 1900, null)).toMatchObject({
    problem: "password",
  });
});
