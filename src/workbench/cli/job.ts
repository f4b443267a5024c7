/**
 * `npm run job -- in.xlsx --out out.xlsx`: the pane's work without a screen. It presses the pane's own buttons in a headless browser, so
 * it shows what a person would get. Ends with 0 when nothing was found, 1 with findings, 2 when it could not run; then one line says why
 * and no file is written.
 */
import type { Language } from "../../domain/values/language";
import { launchBrowser, openWorkbench } from "./browser";
import { buildIfNeeded } from "./build";
import { runCommand } from "./command";
import { driveJob, type JobResult } from "./driveJob";
import { Stop } from "./failure";
import { checkOutputs, readInput, type Output } from "./jobFiles";
import { readJobOptions, type JobOptions } from "./options";
import { serveWorkbench, type ServedBook } from "./server";
import type { CliTexts } from "./texts";
import { writeTogether, type FileToWrite } from "./writeTogether";

function outputsOf({ out, json, screenshot }: JobOptions): Output[] {
  const named = { "--out": out, "--json": json, "--screenshot": screenshot };
  return Object.entries(named).flatMap(([option, file]) => (file === null ? [] : [{ option, file }]));
}

/** Rejects when the time is up; `work` is left to end with the browser. */
async function within<T>(limitSeconds: number, texts: CliTexts, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Stop(texts.tooLate(limitSeconds))), limitSeconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function drive(book: ServedBook, options: JobOptions, texts: CliTexts, language: Language): Promise<JobResult> {
  const { today, screenshot, limitSeconds } = options;
  const browser = await launchBrowser();
  try {
    const server = await serveWorkbench(book, 0);
    try {
      const work = async () =>
        driveJob(
          await openWorkbench(browser, `${server.url}?lang=${language}${screenshot === null ? "&draw=no" : ""}`),
          {
            today,
            limit: limitSeconds * 1000,
            screenshot: screenshot !== null,
            texts,
          },
        );
      return await within(limitSeconds, texts, work());
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
  await checkOutputs(options.input, outputsOf(options), texts);
  await buildIfNeeded((line) => console.error(line), language);
  const result = await drive(book, options, texts, language);
  const written = await writeTogether(filesOf(options, result));
  if (!written.ok) throw new Stop(texts.cannotWrite(written.file, texts.fileReason(written.code)));
  const { findings, roundTrips } = result.report;
  console.log(texts.jobDone(options.out, findings.length, roundTrips));
  return findings.length === 0 ? 0 : 1;
});
