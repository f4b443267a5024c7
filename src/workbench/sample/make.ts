/** `npm run sample`: makes the committed sample workbooks, set up through the pane like anybody's. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { defaultField } from "../../domain/schema/defaults";
import { knownFieldIds } from "../../domain/schema/fieldIds";
import { fieldName } from "../../domain/schema/fieldName";
import { settingsTables } from "../../domain/schema/settingsNames";
import { workbookText } from "../../domain/schema/workbookText";
import { fieldsTable } from "../../domain/settings/tables/fields";
import type { Language } from "../../domain/values/language";
import type { BookData } from "../data/bookData";
import { readXlsx } from "../files/readXlsx";
import { writeXlsx } from "../files/writeXlsx";
import { dottedDay, sampleBook } from "./customers";
import { sampleDay, sampleFile } from "./serveSample";

const root = path.resolve(__dirname, "../../..");

/** The workbook with the dates that people typed as text after it was set up, which put those right that it found. */
function typedAgain(book: BookData, language: Language): BookData {
  const texts = (sampleBook(language, sampleDay).sheets[0]?.rows ?? []).flatMap(({ row, cells }) =>
    cells.flatMap(({ column, value }) => (dottedDay(value) !== null ? [{ row, column, value }] : [])),
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

/** The workbook with our usual rules, which the set-up leaves to the team: as a person would type them into the Settings. */
function withUsualRules(book: BookData, language: Language): BookData {
  const usual = new Map(knownFieldIds.map((id) => [fieldName(id, language), defaultField(id, null).level]));
  const sheets = book.sheets.map((sheet) => {
    const table = sheet.tables.find(({ name }) => name === settingsTables.fields);
    if (table === undefined) return sheet;
    const header = fieldsTable.columns.level.header[language];
    const at = table.area.column + table.columns.findIndex(({ name }) => name === header);
    const rows = sheet.rows.map((row) => {
      const field = row.cells.find(({ column }) => column === table.area.column)?.value;
      const level = usual.get(String(field));
      if (row.row <= table.area.row || level === undefined) return row;
      const value = workbookText[language].level[level];
      return { ...row, cells: row.cells.map((cell) => (cell.column === at ? { ...cell, value } : cell)) };
    });
    return { ...sheet, rows };
  });
  return { ...book, sheets };
}

/** Sets a workbook up by the job, as anybody could. */
async function setUp(book: Uint8Array, language: Language, folder: string): Promise<Uint8Array> {
  const [raw, made] = [path.join(folder, "raw.xlsx"), path.join(folder, "made.xlsx")];
  await writeFile(raw, book);
  const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
  const job = path.join(root, "src/workbench/cli/job.ts");
  const done = spawnSync(process.execPath, [tsx, job, raw, "--out", made, "--lang", language], { stdio: "inherit" });
  // 1 only says that the check found something.
  if (done.status !== 0 && done.status !== 1) throw new Error(`The sample in ${language} could not be set up.`);
  return new Uint8Array(await readFile(made));
}

async function make(language: Language): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "sample-"));
  const changed = (bytes: Uint8Array, change: (book: BookData, language: Language) => BookData) =>
    writeXlsx(change(readXlsx(bytes, language).book, language), bytes);
  try {
    const first = await setUp(writeXlsx(sampleBook(language, sampleDay), null), language, folder);
    const ruled = await setUp(changed(first, withUsualRules), language, folder);
    await mkdir(path.dirname(sampleFile(language)), { recursive: true });
    await writeFile(sampleFile(language), changed(ruled, typedAgain));
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
