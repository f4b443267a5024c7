/** The saved files of `npm run job`, calculated anew by LibreOffice, on sheets that nobody here wrote. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "../../src/workbench/cli/build";
import { checkPackage } from "../../src/workbench/files/check/checkPackage";
import { cellAt } from "../../src/workbench/files/namedCells";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { sampleFile } from "../../src/workbench/sample/serveSample";
import { recalculate } from "../support/libreOffice";
import { libreOffice, sharedDataOf, sharedFile, testWith } from "../support/needs";
import { schemaFaults, schemas } from "../support/schemaCheck";

jest.setTimeout(600_000);
const run = promisify(execFile);
const folder = mkdtempSync(path.join(os.tmpdir(), "job-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly words: string;
}

async function job(...args: readonly string[]): Promise<Outcome> {
  const command = [
    path.join(projectRoot, "node_modules/tsx/dist/cli.mjs"),
    path.join(projectRoot, "src/workbench/cli/job.ts"),
  ];
  try {
    const { stdout } = await run(process.execPath, [...command, ...args], { cwd: projectRoot });
    return { code: 0, words: stdout };
  } catch (error) {
    // A command that ends with another code than 0 rejects with the code and what it had printed.
    if (typeof error !== "object" || error === null || !("code" in error) || !("stderr" in error)) throw error;
    return { code: Number(error.code), words: String(error.stderr) };
  }
}

/** A saved workbook by LibreOffice's own calculation, and its named figures; before that the file is looked through as Excel would. */
async function calculated(file: string) {
  const saved = readFileSync(file);
  expect(checkPackage(saved)).toEqual([]);
  if (schemas.isThere) expect(await schemaFaults(new Map([[file, saved]]))).toEqual([]);
  const { book } = readXlsx(await recalculate(saved), "en");
  return { book, figure: (name: string) => cellAt(book, name) };
}

const chineseSheet = "qm-demo/客户跟进表.xlsx";
testWith(libreOffice, sharedDataOf(chineseSheet))("a Chinese follow-up sheet as of 2026-08-07", async () => {
  const out = path.join(folder, "qm.xlsx");
  const report = path.join(folder, "qm.json");
  const { code } = await job(sharedFile(chineseSheet), "--out", out, "--today", "2026-08-07", "--json", report);
  expect(code).toBe(0);
  const { book, figure } = await calculated(out);
  expect([figure("FU_Overdue"), figure("FU_DueToday"), figure("FU_Open")]).toEqual([3, 2, 10]);
  // The header of the days late begins with the same word.
  const flagged = (book.sheets[0]?.rows ?? []).slice(1).flatMap(({ cells }) => {
    const texts = cells.map(({ value }) => String(value ?? ""));
    return texts.some((text) => text.startsWith("逾期")) ? [texts[0]] : [];
  });
  expect(flagged).toEqual(["远山能源科技", "绿源食品", "金桥建设集团"]);
  const read: unknown = JSON.parse(readFileSync(report, "utf8"));
  expect(read).toMatchObject({ figures: { FU_Overdue: 3, FU_DueToday: 2, FU_Open: 10 }, findings: [] });
});

const lineBreak = "field/75-xlsx-header-LF-customer-only/in.xlsx";
testWith(libreOffice, sharedDataOf(lineBreak))("a header with a line break (Alt+Enter)", async () => {
  const out = path.join(folder, "line-break.xlsx");
  const report = path.join(folder, "line-break.json");
  await job(sharedFile(lineBreak), "--out", out, "--today", "2026-08-07", "--json", report);
  const expected = { FU_Open: 5, FU_Won: 1, FU_Overdue: 2, FU_PipelineAmount: 1_800_000 };
  const { figure } = await calculated(out);
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, figure(name)]))).toEqual(expected);
  const read: unknown = JSON.parse(readFileSync(report, "utf8"));
  expect(read).toMatchObject({ figures: expected });
});

const pipeline = "maven-crm/sales_pipeline.csv";
testWith(libreOffice, sharedDataOf(pipeline))("8,800 sales opportunities in English", async () => {
  const out = path.join(folder, "maven.xlsx");
  const { code } = await job(sharedFile(pipeline), "--out", out, "--lang", "en", "--limit", "500");
  expect(code).toBe(1);
  const { figure } = await calculated(out);
  expect([figure("FU_Won"), figure("FU_Lost"), figure("FU_Open"), figure("FU_WonAmount")]).toEqual([
    4238, 2473, 2089, 10_005_534,
  ]);
  expect(figure("FU_WinRate")).toBeCloseTo(0.6315, 4);
});

test("--help explains the options and ends with 0", async () => {
  const { code, words } = await job("--help", "--lang", "en");
  expect(code).toBe(0);
  for (const option of ["--out", "--today", "--lang", "--json", "--screenshot", "--limit"])
    expect(words).toContain(option);
});

/** Each is found out before anything is built or started. */
test.each<readonly [what: string, args: (book: string, notes: string) => readonly string[], sentence: RegExp]>([
  ["an option that there is not", (book) => [book, "--fast"], /^There is no option --fast\./],
  ["the input as the output", (book) => [book, "--out", book], /is the input itself, which is never changed/],
  ["a report that cannot be", (book, notes) => [book, "--json", `${notes}/r.json`], /a part of the path is a file/],
  ["a file that is no workbook", (_, notes) => [notes], /This is not an Excel workbook/],
])("%s ends with 2, one clear line, and no file", async (_, args, sentence) => {
  const own = mkdtempSync(path.join(folder, "refused-"));
  const book = path.join(own, "book.xlsx");
  const notes = path.join(own, "notes.xlsx");
  copyFileSync(sampleFile("en"), book);
  writeFileSync(notes, "notes");
  const given = args(book, notes);
  const out = given.includes("--out") || given.includes("--fast") ? [] : ["--out", path.join(own, "none.xlsx")];
  const { code, words } = await job(...given, ...out, "--lang", "en");
  expect(code).toBe(2);
  expect(words.trim().split("\n")).toEqual([expect.stringMatching(sentence)]);
  expect(readFileSync(book).equals(readFileSync(sampleFile("en")))).toBe(true);
  expect(readdirSync(own)).toEqual(["book.xlsx", "notes.xlsx"]);
});
