/**
 * `npm start [-- path/to/book.xlsx|csv] [--lang en] [--port N] [--panes 2] [--no-open]`: the workbench in the default browser, with the sample
 * workbook or with a file of one's own.
 */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { serialOf } from "../../domain/values/date";
import { buildIfNeeded } from "./build";
import { sampleDay, serveSample } from "../sample/serveSample";
import { serveWorkbench, type ServedBook } from "./server";

/** A reason to stop, in one line. */
class CannotStart extends Error {}

const usage = "Usage: npm start -- [book.xlsx|book.csv] [--lang zh-CN|en] [--port N] [--panes 2] [--no-open]";

function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        lang: { type: "string", default: "zh-CN" },
        port: { type: "string", default: "0" },
        panes: { type: "string", default: "1" },
        "no-open": { type: "boolean", default: false },
      },
    });
    const { lang } = values;
    const port = Number(values.port);
    if (lang !== "zh-CN" && lang !== "en") throw new CannotStart(`--lang ${lang}: give zh-CN or en.`);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new CannotStart(`--port ${values.port}: give a number up to 65535.`);
    const { panes } = values;
    if (panes !== "1" && panes !== "2")
      throw new CannotStart(`--panes ${panes}: give 2 for a second person's pane, or 1.`);
    if (positionals.length > 1) throw new CannotStart(usage);
    return { file: positionals[0] ?? null, lang, port, panes, open: !values["no-open"] } as const;
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}

/** The computer's day, as a serial of the 1900 system. */
function today(): number {
  const now = new Date();
  return serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }, 1900) ?? sampleDay;
}

async function bookOf(file: string | null, lang: "zh-CN" | "en"): Promise<ServedBook> {
  if (file === null) return serveSample(lang, today());
  const bytes = await readFile(file).catch(() => {
    throw new CannotStart(`${file}: there is no such file, or it cannot be read.`);
  });
  return { name: path.basename(file), bytes };
}

/** Opens the default browser. Where that is not possible, the address on screen has to do. */
function openInBrowser(url: string): void {
  const [program, ...args] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", url]
      : process.platform === "darwin"
        ? ["open", url]
        : ["xdg-open", url];
  if (program === undefined) return;
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

async function start(): Promise<void> {
  const { file, lang, port, panes, open } = readOptions(process.argv.slice(2));
  const book = await bookOf(file, lang);
  await buildIfNeeded((line) => console.log(line));
  const server = await serveWorkbench(book, port).catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(
      error.code === "EADDRINUSE"
        ? `Port ${port} is taken by another program: choose another with --port.`
        : error.message,
    );
  });
  const url = `${server.url}?lang=${lang}${panes === "2" ? "&panes=2" : ""}`;
  console.log(
    lang === "en" ? `Open in a browser: ${url}   (Ctrl+C ends it)` : `请在浏览器中打开：${url}  （按 Ctrl+C 结束）`,
  );
  if (open) openInBrowser(url);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
