/**
 * `npm run replay -- record.txt [--book book.xlsx] [--host excel2021]`: holds the workbench against a record that somebody made in
 * Excel. Ends with 0 where every answer agrees, 1 with the first member that the workbench answers otherwise, 2 when it could not run.
 */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Json } from "../../domain/record/anonymise";
import { readRecord, type ExcelRecord } from "../../domain/record/record";
import { recordInCells, recordSheet } from "../../domain/record/sheet";
import type { Language } from "../../domain/values/language";
import { readXlsx } from "../files/readXlsx";
import { writeXlsx } from "../files/writeXlsx";
import { bookOfRecord } from "../replay/bookOfRecord";
import { replayRecord, type Replayed } from "../replay/replayRecord";
import { launchBrowser, openWorkbench } from "./browser";
import { buildIfNeeded } from "./build";
import { runCommand } from "./command";
import { codeOf, Stop } from "./failure";
import { readInput } from "./jobFiles";
import { readReplayOptions, type ReplayOptions } from "./options";
import { serveWorkbench, type ServedBook } from "./server";
import type { CliTexts } from "./texts";

/** A record's text: a text file, or the hidden sheet of a workbook. */
async function textOf(file: string, language: Language, texts: CliTexts): Promise<string> {
  if (/\.xlsx$/i.test(file)) {
    const { bytes } = await readInput(file, language);
    const sheet = readXlsx(bytes, language).book.sheets.find(({ name }) => name === recordSheet);
    if (!sheet) throw new Stop(texts.noRecordSheet(file, recordSheet));
    return recordInCells(sheet.rows.map(({ cells }) => String(cells[0]?.value ?? "")));
  }
  const facts = await stat(file).catch(() => null);
  if (facts?.isDirectory() === true) throw new Stop(texts.recordIsFolder(file));
  return readFile(file, "utf8").catch((error: unknown) => {
    const code = codeOf(error) ?? "";
    if (code === "ENOENT" || code === "ENOTDIR") throw new Stop(texts.noSuchFile(path.resolve(file)));
    throw new Stop(texts.cannotRead(file, texts.fileReason(code)));
  });
}

async function recordOf(file: string, language: Language, texts: CliTexts): Promise<ExcelRecord> {
  const read = readRecord(await textOf(file, language, texts));
  if (!read.ok) throw new Stop(texts.badRecord(file, read.problem, read.line));
  return read.record;
}

/** The workbook that was given, or one like the record's. */
async function bookFor(
  { book, record: file }: ReplayOptions,
  record: ExcelRecord,
  language: Language,
  texts: CliTexts,
): Promise<ServedBook> {
  if (book !== null) return readInput(book, language);
  const made = bookOfRecord(record);
  if (!made) throw new Stop(texts.noBookInRecord(file));
  return { name: "record.xlsx", bytes: writeXlsx(made, null) };
}

/** An address that holds nothing: the pane itself stays away, so that no request but the record's is answered. */
const noPane = "/no-pane.html";

async function replayIn(
  book: ServedBook,
  record: ExcelRecord,
  { host, book: given }: ReplayOptions,
  language: Language,
): Promise<Replayed> {
  const browser = await launchBrowser();
  try {
    const server = await serveWorkbench(book, 0);
    try {
      const query = new URLSearchParams({
        lang: language,
        draw: "no",
        addin: noPane,
        ...(host === null ? {} : { host }),
      });
      const { page } = await openWorkbench(browser, `${server.url}?${query.toString()}`);
      await page.waitForFunction(() => (window.workbenchHooks?.state().stage ?? "opening") !== "opening");
      const state = await page.evaluate(() => window.workbenchHooks?.state());
      if (state?.stage !== "ready") throw new Stop(state?.message ?? "");
      return await replayRecord(record, given !== null, async (body): Promise<Json> => {
        const answer = await page.evaluate((text) => window.workbenchHooks?.ask(text), JSON.stringify(body));
        return JSON.parse(answer ?? "null");
      });
    } finally {
      await server.close();
    }
  } finally {
    await browser.close();
  }
}

runCommand("replay", readReplayOptions(process.argv.slice(2)), async (options, texts, language) => {
  const record = await recordOf(options.record, language, texts);
  const book = await bookFor(options, record, language, texts);
  await buildIfNeeded((line) => console.error(line), language);
  console.log(texts.recordFacts(record));
  const { compared, refused, difference } = await replayIn(book, record, options, language);
  if (refused > 0) console.log(texts.replayRefused(refused));
  if (difference === null) {
    console.log(texts.replayAgrees(compared));
    return 0;
  }
  console.log(texts.replayDiffers(difference));
  return 1;
});
