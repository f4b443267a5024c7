/** `npm run sample`: makes the committed sample workbooks, set up through the pane like anybody's. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Language } from "../../domain/values/language";
import type { BookData } from "../data/bookData";
import { readXlsx } from "../files/readXlsx";
import { writeXlsx } from "../files/writeXlsx";
import { isDottedDate, sampleBook } from "./customers";
import { sampleDay, sampleFile } from "./serveSample";

const root = path.resolve(__dirname, "../../..");

/** The workbook with the dates that people typed as text after it was set up, which put those right that it found. */
function typedAgain(book: BookData, language: Language): BookData {
  const texts = (sampleBook(language, sampleDay).sheets[0]?.rows ?? []).flatMap(({ row, cells }) =>
    cells.flatMap(({ column, value }) => (isDottedDate(value) ? [{ row, column, value }] : [])),
  );
  const headers = sampleBook(language, sampleDay).sheets[0]?.rows[0]?.cells ?? [];
  const sheets = book.sheets.map((sheet) => {
    const table = sheet.tables.find(({ name }) => name === "FollowUps");
    if (table === undefined) return sheet;
    const typed = (row: number, column: number) =>
      texts.find((text) => {
        const header = headers.find((cell) => cell.column === text.column)?.value;
        return text.row === row && table.columns[column - table.area.column]?.name === header;
      });
    const rows = sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, value: typed(row.row, cell.column)?.value ?? cell.value })),
    }));
    return { ...sheet, rows };
  });
  return { ...book, sheets };
}

async function make(language: Language): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "sample-"));
  try {
    const raw = path.join(folder, path.basename(sampleFile(language)));
    await writeFile(raw, writeXlsx(sampleBook(language, sampleDay), null));
    await mkdir(path.dirname(sampleFile(language)), { recursive: true });
    const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
    const job = path.join(root, "src/workbench/cli/job.ts");
    const done = spawnSync(process.execPath, [tsx, job, raw, "--out", sampleFile(language), "--lang", language], {
      stdio: "inherit",
    });
    // 1 only says that the check found something.
    if (done.status !== 0 && done.status !== 1) throw new Error(`The sample in ${language} could not be set up.`);
    const made = new Uint8Array(await readFile(sampleFile(language)));
    await writeFile(sampleFile(language), writeXlsx(typedAgain(readXlsx(made, language).book, language), made));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeAll(): Promise<void> {
  await make("zh-CN");
  await make("en");
}

makeAll().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
