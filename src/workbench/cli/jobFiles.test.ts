import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { checkEnding, checkOutputs, readInput, type Output } from "./jobFiles";
import { textsFor } from "./texts";

let folder: string;
let input: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "files-"));
  input = path.join(folder, "in.xlsx");
  writeFileSync(input, "workbook");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(folder, ...names);

/** What is said against the outputs; "" where nothing is. */
async function saidOf(...outputs: Output[]): Promise<string> {
  try {
    await checkOutputs(input, outputs, textsFor("en"));
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test("files that are not there yet, in folders that are not either, are fine, and nothing is made", async () => {
  expect(
    await saidOf({ option: "--out", file: at("a", "out.xlsx") }, { option: "--json", file: at("a", "r.json") }),
  ).toBe("");
  expect(readdirSync(folder)).toEqual(["in.xlsx"]);
});

test.each<readonly [name: string, make: () => string]>([
  ["its own name", () => input],
  ["a way around", () => `${folder}/x/../in.xlsx`],
  [
    "a symbolic link",
    () => {
      symlinkSync("in.xlsx", at("link.xlsx"));
      return at("link.xlsx");
    },
  ],
  [
    "a folder's link",
    () => {
      symlinkSync(folder, at("same"));
      return at("same", "in.xlsx");
    },
  ],
  [
    "a hard link",
    () => {
      linkSync(input, at("other.xlsx"));
      return at("other.xlsx");
    },
  ],
])("the input is recognised by %s", async (_, make) => {
  mkdirSync(at("x"));
  expect(await saidOf({ option: "--out", file: make() })).toMatch(/is the input itself, which is never changed/);
});

test("two outputs through different folders can be one file, before it is there and after", async () => {
  mkdirSync(at("real"));
  symlinkSync("real", at("alias"));
  const outputs = [
    { option: "--out", file: at("real", "one.xlsx") },
    { option: "--json", file: at("alias", "one.xlsx") },
  ];
  expect(await saidOf(...outputs)).toMatch(/^--out and --json name the same file/);
  writeFileSync(at("real", "one.xlsx"), "old");
  expect(await saidOf(...outputs)).toMatch(/^--out and --json name the same file/);
});

test.each<readonly [name: string, file: () => string, sentence: RegExp]>([
  ["a folder of that name", () => at("out.xlsx"), /is a folder: choose another file name/],
  ["a path through a file", () => path.join(input, "out.xlsx"), /a part of the path is a file, not a folder/],
  ["a name that is too long", () => at(`${"x".repeat(300)}.xlsx`), /the name is too long/],
])("%s is said before the job", async (_, file, sentence) => {
  mkdirSync(at("out.xlsx"));
  expect(await saidOf({ option: "--out", file: file() })).toMatch(sentence);
});

test.each<readonly [name: string, content: string | null, sentence: string]>([
  ["missing.xlsx", null, "there is no such file"],
  ["in.xlsx/book.xlsx", null, "there is no such file"],
  ["", null, "is a folder: name the .xlsx, .xlsm or .csv file in it"],
  ["empty.xlsx", "", "The file is empty"],
  ["notes.xlsx", "notes", "This is not an Excel workbook"],
  ["old.xls", "\u00d0\u00cf\u0011\u00e0", "This is the old Excel format"],
])("an input %s is refused in one sentence", async (name, content, sentence) => {
  if (content !== null) writeFileSync(at(name), Buffer.from(content, "latin1"));
  await expect(readInput(at(name), "en")).rejects.toThrow(sentence);
});

test("a CSV file is read under its name", async () => {
  writeFileSync(at("客户.csv"), "客户,电话\n甲,1");
  expect(await readInput(at("客户.csv"), "en")).toMatchObject({ name: "客户.csv" });
});

test.each<readonly [made: string, mainType: string, refused: string, sentence: RegExp]>([
  ["with macros", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "out.xlsx", /end the name in \.xlsm/],
  ["out of a template with macros", "application/vnd.ms-excel.template.macroEnabled.main+xml", "out.xlsx", /\.xlsm/],
  [
    "without macros",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "out.XLSM",
    /holds no macros.*end the name in \.xlsx/,
  ],
])("a workbook %s is saved under a name that Excel opens", (_, mainType, refused, sentence) => {
  const bytes = zipSync({
    "[Content_Types].xml": strToU8(`<Types><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/></Types>`),
  });
  const said = (file: string): string => {
    try {
      checkEnding({ name: "in.xlsx", bytes }, { option: "--out", file }, textsFor("en"));
      return "";
    } catch (error) {
      return String(error);
    }
  };
  expect(said(refused)).toMatch(sentence);
  expect(said(refused.endsWith("xlsx") ? "out.xlsm" : "out.xlsx")).toBe("");
});
