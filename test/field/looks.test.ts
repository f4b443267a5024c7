/** What is found on sheets from outside. They stand outside the project; where they are missing these tests are skipped and say so. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { lookAtSheet } from "../../src/domain/followUps/look/lookAtSheet";
import { asFound, type SheetLook } from "../../src/domain/followUps/look/shape";
import { areaAddress } from "../../src/domain/workbook/area";
import { describeWith, sharedDataOf, sharedFile } from "../support/needs";
import { bookSnapshot, inMemoryPort } from "../support/inMemoryWorkbook";
import { openInMemory } from "../support/openInMemory";

const folders = ["field", "workbooks/exceljs", "qm-demo", "maven-crm"].map(sharedDataOf);
const there = folders.every(({ isThere }) => isThere);

const isSheet = (file: string) => /\.(xlsx|xlsm|csv)$/.test(file);
const broken = ["invalid-xml.xlsx", "missing-bits.xlsx"];
const filesIn = (folder: string): readonly string[] =>
  readdirSync(sharedFile(folder))
    .filter((file) => isSheet(file) && !broken.includes(file))
    .map((file) => path.join(folder, file));
const cases = there ? readdirSync(sharedFile("field")).filter((name) => /^\d\d-/.test(name)) : [];
const files = there
  ? [
      ...cases.flatMap((name) => filesIn(path.join("field", name))),
      ...["workbooks/exceljs", "qm-demo", "maven-crm"].flatMap(filesIn),
    ]
  : ["none"];

/** What is found on each sheet of a file. */
async function looksAt(file: string): Promise<readonly (SheetLook | null)[]> {
  const book = openInMemory(file, "zh-CN");
  const names = bookSnapshot(book).sheets.map(({ name }) => name);
  const read = await inMemoryPort(book, 0).readWorkbook(() => names, {
    report: () => undefined,
    cancelled: () => false,
  });
  if (!read.ok) throw new Error("The in-memory workbook cannot be read");
  return [...read.value.sheets.values()].map((sheet) => lookAtSheet(read.value.book, sheet, asFound));
}

async function lookAtCase(number: string): Promise<SheetLook> {
  const folder = cases.find((name) => name.startsWith(`${number}-`)) ?? "";
  const [file = ""] = filesIn(path.join("field", folder));
  const [look] = await looksAt(file);
  if (!look) throw new Error(`Nothing is found in case ${number}.`);
  return look;
}

describeWith(...folders)("sheets from outside", () => {
  test.each([
    ["07", "A1:J9", ["below A13:A17"]],
    ["15", "A4:E6", ["above A1:A2"]],
    ["20", "A1:K9", ["total A10"]],
    ["22", "A2:K10", ["above A1"]],
    ["23", "A2:K10", []],
    ["24", "A1:K10", []],
    ["37", "A1:K9", ["farBlank A60000"]],
    ["62", "A1:K9", ["beside N1:N3"]],
    ["71", "A1:K9", ["farBlank A1500"]],
    ["75", "A1:K9", []],
  ])("case %s has its list at %s, without %j", async (number, list, leftOut) => {
    const look = await lookAtCase(number);
    expect(areaAddress(look.area)).toBe(list);
    expect(look.leftOut.map(({ kind, area }) => `${kind} ${areaAddress(area)}`)).toEqual(leftOut);
  });

  test("two header rows are read together, a name over several rows stands in each", async () => {
    expect((await lookAtCase("23")).headers.slice(0, 3)).toEqual(["客户名称", "联系人", "电话"]);
    const { body, inPlace } = await lookAtCase("24");
    expect(body.slice(0, 4).map(([name]) => name)).toEqual([
      ...["测试客户01有限公司", "测试客户01有限公司", "测试客户01有限公司", "测试客户04有限公司"],
    ]);
    expect(inPlace).toMatchObject({ kind: "mergedCells" });
  });

  test.each(files)("%s is looked at, and a list in it has rows and headers as wide as its area", async (file) => {
    for (const look of await looksAt(file)) {
      if (!look) continue;
      expect(look.body).toHaveLength(look.area.rows - 1);
      expect(new Set([look.headers, ...look.body].map((row) => row.length))).toEqual(new Set([look.area.columns]));
    }
  });
});
