/**
 * What the workbench saves, held against the schemas of ECMA-376 and against what no schema knows and Excel refuses: the sample, and sheets
 * that nobody here wrote. Schemas and sheets stand outside the project; where they are missing these tests are skipped and say so.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkPackage } from "../../src/workbench/files/check/checkPackage";
import { openFile } from "../../src/workbench/files/openFile";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { sampleBook } from "../../src/workbench/sample/customers";
import { sampleDay, sampleFile, serveSample } from "../../src/workbench/sample/serveSample";
import { describeWith, sharedDataOf, sharedFile, testWith } from "../support/needs";
import { schemaFaults, schemas } from "../support/schemaCheck";

/** The last two parts of a path tell a file: sheets of the field cases are all called the same. */
const nameOf = (file: string) => file.split(path.sep).slice(-2).join("/");

/** Makes something with its first use. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Saved by the pane's own set-up, then once more as it is served, and made of rows that nobody has set up. */
const samples = once(async () => {
  const made = new Map<string, Uint8Array>();
  for (const language of ["zh-CN", "en"] as const) {
    made.set(`sample ${language}`, readFileSync(sampleFile(language)));
    made.set(`served sample ${language}`, (await serveSample(language, sampleDay + 40)).bytes);
    made.set(`rows of ${language}`, writeXlsx(sampleBook(language, sampleDay), null));
  }
  return made;
});

const findingsIn = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files].flatMap(([name, bytes]) => checkPackage(bytes).map(({ part, problem }) => `${name} ${part}: ${problem}`));

test("the sample has no finding, set up or not", async () => {
  expect(findingsIn(await samples())).toEqual([]);
});

testWith(schemas)("each part of the sample is valid, set up or not", async () => {
  expect(await schemaFaults(await samples())).toEqual([]);
});

const folders = ["workbooks/exceljs", "field", "qm-demo", "maven-crm"].map(sharedDataOf);

/** Workbooks and text files of the shared folders that the workbench opens. */
function sharedFiles(): string[] {
  return ["workbooks/exceljs", "field", "qm-demo", "maven-crm"].flatMap((folder) =>
    readdirSync(sharedFile(folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(xlsx|xlsm|csv)$/.test(file))
      .map((file) => sharedFile(path.join(folder, file))),
  );
}

/** The shared files as they came, and as they are after they were opened and one cell of each was written. */
const broughtAndSaved = once(() => {
  const brought = new Map<string, Uint8Array>();
  const saved = new Map<string, Uint8Array>();
  for (const file of sharedFiles()) {
    const bytes = new Uint8Array(readFileSync(file));
    const opened = openFile(bytes, file, "zh-CN");
    if (!opened.ok) continue;
    const [first, ...rest] = opened.book.sheets;
    if (first === undefined) throw new Error(`${file} has no sheet`);
    const noted = { row: 1_000_000, cells: [{ column: 16_000, value: "备注\n<&>" }] };
    const rows = [
      ...first.rows.filter(({ row }) => row < noted.row),
      noted,
      ...first.rows.filter(({ row }) => row > noted.row),
    ];
    saved.set(nameOf(file), writeXlsx({ ...opened.book, sheets: [{ ...first, rows }, ...rest] }, bytes));
    if (!file.endsWith(".csv")) brought.set(nameOf(file), bytes);
  }
  return { brought, saved };
});

describeWith(...folders)("files from outside", () => {
  test("only two have findings as they came, and real ones; no save adds one", () => {
    const { brought, saved } = broughtAndSaved();
    expect(saved.size).toBeGreaterThan(60);
    const hidden = "exceljs/test-row-styles.xlsx xl/workbook.xml: no sheet can be seen";
    expect(findingsIn(brought)).toEqual([
      "exceljs/test-issue-771.xlsx xl/_rels/workbook.xml.rels: rId1 leads to xl/styles.xml, which is missing",
      hidden,
    ]);
    // Missing styles are made; a sheet whose state nobody knows is taken for one that is seen.
    expect(findingsIn(saved)).toEqual([]);
  });

  testWith(schemas)("each part that was valid as it came is valid after a save", async () => {
    const { saved } = broughtAndSaved();
    // Two programs wrote what the schema does not have, into parts where the workbench leaves it alone.
    expect(await schemaFaults(saved)).toEqual([
      expect.stringMatching(/^exceljs\/libre-calc-as-office.* xl\/workbook\.xml: .*'dateCompatibility' is not allowed/),
      expect.stringMatching(/^exceljs\/test-row-styles\.xlsx xl\/styles\.xml: .*'rgb'.*'ff0000'/),
    ]);
  });
});
