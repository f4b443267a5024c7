/**
 * `npm run job -- in.xlsx --out out.xlsx [--today 2026-08-07] [--lang zh-CN|en] [--json report.json] [--screenshot shot.png]`:
 * the pane's work without a screen. It presses the pane's own buttons in a headless browser, so it shows what a person would get.
 * Ends with 0 when nothing was found, 1 with findings, 2 when it could not run; then one line says why and no file is written.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser, openWorkbench, type WorkbenchPage } from "./browser";
import { buildIfNeeded } from "./build";
import { driveJob, type JobResult } from "./driveJob";
import { serveWorkbench } from "./server";

/** A reason to stop, in one line for the person who started the job. */
class CannotRun extends Error {}

interface JobOptions {
  readonly input: string;
  readonly out: string;
  readonly today: string | null;
  readonly lang: "zh-CN" | "en";
  readonly json: string | null;
  readonly screenshot: string | null;
  /** Milliseconds. */
  readonly limit: number;
}

const usage =
  "Usage: npm run job -- in.xlsx --out out.xlsx [--today 2026-08-07] [--lang zh-CN|en] [--json report.json] [--screenshot shot.png] [--limit seconds]";

function readOptions(args: string[]): JobOptions {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: "string" },
        today: { type: "string" },
        lang: { type: "string", default: "zh-CN" },
        json: { type: "string" },
        screenshot: { type: "string" },
        limit: { type: "string", default: "180" },
      },
    });
  } catch (error) {
    throw new CannotRun(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
  const { values, positionals } = parsed;
  const [input] = positionals;
  if (input === undefined || positionals.length !== 1 || values.out === undefined) throw new CannotRun(usage);
  const { lang, today = null } = values;
  if (lang !== "zh-CN" && lang !== "en") throw new CannotRun(`--lang ${lang}: give zh-CN or en.`);
  if (today !== null && !isDay(today)) throw new CannotRun(`--today ${today}: give a day such as 2026-08-07.`);
  const seconds = Number(values.limit);
  if (!(seconds > 0)) throw new CannotRun(`--limit ${values.limit}: give a number of seconds.`);
  return {
    input,
    out: values.out,
    today,
    lang,
    json: values.json ?? null,
    screenshot: values.screenshot ?? null,
    limit: seconds * 1000,
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await writeFile(file, content);
}

/** The whole job; nothing is written unless all of it went well. */
async function run(options: JobOptions): Promise<JobResult> {
  const bytes = await readFile(options.input).catch(() => {
    throw new CannotRun(`${options.input}: there is no such file, or it cannot be read.`);
  });
  await buildIfNeeded((line) => console.error(line));
  const server = await serveWorkbench({ name: path.basename(options.input), bytes }, 0);
  const browser = await launchBrowser();
  let workbench: WorkbenchPage | null = null;
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      const seconds = Math.round(options.limit / 1000);
      const sentence = `The job did not finish within ${seconds} s and was stopped; nothing was written. Try a smaller file, or a longer --limit.`;
      timer = setTimeout(() => reject(new CannotRun(sentence)), options.limit);
    });
    const work = async (): Promise<JobResult> => {
      workbench = await openWorkbench(browser, `${server.url}?lang=${options.lang}`);
      return driveJob(workbench, {
        today: options.today,
        limit: options.limit,
        screenshot: options.screenshot !== null,
      });
    };
    const result = await Promise.race([work(), late]);
    await write(options.out, result.saved);
    if (options.json !== null) await write(options.json, `${JSON.stringify(result.report, null, 2)}\n`);
    if (options.screenshot !== null && result.screenshot !== null) await write(options.screenshot, result.screenshot);
    return result;
  } finally {
    clearTimeout(timer);
    await browser.close();
    await server.close();
  }
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const { report } = await run(options);
  console.log(`${options.out}: ${report.findings.length} findings, ${report.roundTrips} round trips.`);
  return report.findings.length === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const line = error instanceof Error ? error.message : String(error);
    console.error(line.split("\n")[0]);
    process.exitCode = 2;
  },
);
