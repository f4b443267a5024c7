/** `npm start [-- book.xlsx]`: the workbench in the default browser, with the sample workbook or with a file of one's own. */
import { spawn } from "node:child_process";
import { serialOf } from "../../domain/values/date";
import { sampleDay, serveSample } from "../sample/serveSample";
import { buildIfNeeded } from "./build";
import { runCommand } from "./command";
import { codeOf, Stop } from "./failure";
import { readInput } from "./jobFiles";
import { readStartOptions } from "./options";
import { serveWorkbench, type ServedBook, type WorkbenchServer } from "./server";
import type { CliTexts } from "./texts";

/** The computer's day, as a serial of the 1900 system. */
function today(): number {
  const now = new Date();
  return serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }, 1900) ?? sampleDay;
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

async function serve(book: ServedBook, port: number, texts: CliTexts): Promise<WorkbenchServer> {
  try {
    return await serveWorkbench(book, port);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EADDRINUSE") throw new Stop(texts.portTaken(port));
    if (code === "EACCES") throw new Stop(texts.portForbidden(port));
    throw new Stop(texts.cannotListen(port, error instanceof Error ? error.message : String(error)));
  }
}

runCommand("start", readStartOptions(process.argv.slice(2)), async (options, texts, language) => {
  const { file, port, panes, opensBrowser, host, encoding } = options;
  const book = file === null ? await serveSample(language, today()) : await readInput(file, language);
  await buildIfNeeded((line) => console.log(line), language);
  const server = await serve(book, port, texts);
  const url = `${server.url}?lang=${language}${panes === 2 ? "&panes=2" : ""}${host === null ? "" : `&host=${host}`}${encoding === null ? "" : `&encoding=${encoding}`}`;
  console.log(texts.openAddress(url));
  if (opensBrowser) openInBrowser(url);
  return 0;
});
