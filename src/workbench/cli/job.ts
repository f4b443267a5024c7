/**
 * `npm run job -- in.xlsx --out out.xlsx`: the pane's work without a screen. It presses the pane's own buttons in a headless browser, so
 * it shows what a person would get. Ends with 0 when nothing was found, 1 with findings, 2 when it could not run; then one line says why
 * and no file is written.
 */
import type { Language } from "../../domain/values/language";
import { noticeOf } from "../files/openFile";
import { launchBrowser, openWorkbench } from "./browser";
import { buildIfNeeded } from "./build";
import { runCommand } from "./command";
import { driveJob, type JobResult } from "./driveJob";
import { Stop } from "./failure";
import { checkEnding, checkOutputs, readInput, type Output } from "./jobFiles";
import { readJobOptions, type JobOptions } from "./options";
import { sayingSteps, type TellStep } from "./progress";
import { serveWorkbench, type ServedBook } from "./server";
import type { CliTexts } from "./texts";
import { limitFor, startTimeLimit } from "./timeLimit";
import { writeTogether, type FileToWrite } from "./writeTogether";

function outputsOf({ out, json, screenshot }: JobOptions): Output[] {
  const named = { "--out": out, "--json": json, "--screenshot": screenshot };
  return Object.entries(named).flatMap(([option, file]) => (file === null ? [] : [{ option, file }]));
}

async function drive(
  book: ServedBook,
  { sheet, today, screenshot, limitSeconds, host, encoding }: JobOptions,
  texts: CliTexts,
  language: Language,
  tell: TellStep,
): Promise<JobResult> {
  const limit = startTimeLimit(limitFor(limitSeconds, null), texts);
  const draw = screenshot === null ? "&draw=no" : "";
  const played = host === null ? "" : `&host=${host}`;
  const told = encoding === null ? "" : `&encoding=${encoding}`;
  const named = sheet === null ? "" : `&sheet=${encodeURIComponent(sheet)}`;
  const browser = await launchBrowser();
  try {
    const server = await serveWorkbench(book, 0);
    try {
      const work = async () =>
        driveJob(await openWorkbench(browser, `${server.url}?lang=${language}${draw}${played}${told}${named}`), {
          today,
          limitOf: (size) => {
            const seconds = limitFor(limitSeconds, size);
            limit.set(seconds);
            return seconds * 1000;
          },
          screenshot: screenshot !== null,
          texts,
          tell,
        });
      return await limit.guard(work());
    } finally {
      await server.close();
    }
  } finally {
    await browser.close();
  }
}

function filesOf({ out, json, screenshot }: JobOptions, result: JobResult): FileToWrite[] {
  const files: FileToWrite[] = [{ path: out, content: result.saved }];
  if (json !== null) files.push({ path: json, content: `${JSON.stringify(result.report, null, 2)}\n` });
  if (screenshot !== null && result.screenshot !== null) files.push({ path: screenshot, content: result.screenshot });
  return files;
}

runCommand("job", readJobOptions(process.argv.slice(2)), async (options, texts, language) => {
  const book = await readInput(options.input, language);
  const notice = noticeOf(book.bytes, book.name, language, options.encoding);
  if (notice !== null) console.error(notice);
  checkEnding(book, { option: "--out", file: options.out }, texts);
  await checkOutputs(options.input, outputsOf(options), texts);
  await buildIfNeeded((line) => console.error(line), language);
  const steps = sayingSteps(process.stderr, texts, () => performance.now());
  const work = async () => {
    const result = await drive(book, options, texts, language, steps.tell);
    steps.tell("write", null);
    return { result, written: await writeTogether(filesOf(options, result)) };
  };
  const { result, written } = await work().finally(steps.end);
  if (!written.ok) throw new Stop(texts.cannotWrite(written.file, texts.fileReason(written.code)));
  const { findings, roundTrips } = result.report;
  console.log(texts.jobDone(options.out, findings.length, roundTrips));
  return findings.length === 0 ? 0 : 1;
});
