import { execFile } from "node:child_process";
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const program = "soffice";

/** LibreOffice keeps the values it finds in a file, unless its profile says "always recalculate" (0). */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/**
 * Lets LibreOffice open workbooks, calculate every formula anew and write them in another format, all in one go: most of the time that
 * one takes goes into starting it, in a profile of its own.
 * @param take is given the folder of what was written: `book-0`, `book-1` …
 */
async function convert<T>(
  books: readonly Uint8Array[],
  format: string,
  take: (folder: string) => Promise<T>,
  timeout = 120_000,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "libreoffice-"));
  try {
    const profile = path.join(folder, "profile");
    const out = path.join(folder, "out");
    await mkdir(path.join(profile, "user"), { recursive: true });
    await writeFile(path.join(profile, "user", "registrymodifications.xcu"), alwaysRecalculate);
    const files = books.map((_, at) => path.join(folder, `book-${at}.xlsx`));
    await Promise.all(files.map((file, at) => writeFile(file, books[at] ?? new Uint8Array())));
    const convertTo = ["--convert-to", format, "--outdir", out, ...files];
    await run(
      program,
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--norestore", ...convertTo],
      { timeout },
    );
    return await take(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Workbooks as LibreOffice saves them after calculating every formula anew; null for one that it does not give.
 * @param timeout milliseconds for all of them together
 * @throws where LibreOffice does not end in that time
 */
export function recalculateAll(
  books: readonly Uint8Array[],
  timeout?: number,
): Promise<readonly (Uint8Array | null)[]> {
  const read = (out: string) =>
    Promise.all(books.map((_, at) => readFile(path.join(out, `book-${at}.xlsx`)).catch(() => null)));
  return convert(books, "xlsx:Calc MS Excel 2007 XML", read, timeout);
}

/**
 * The workbook as LibreOffice saves it after calculating every formula anew.
 * @param timeout milliseconds; two minutes where nothing is said
 * @throws where LibreOffice does not give a file in that time
 */
export async function recalculate(bytes: Uint8Array, timeout?: number): Promise<Uint8Array> {
  const [book] = await recalculateAll([bytes], timeout);
  if (!book) throw new Error("LibreOffice gave no file.");
  return book;
}

/**
 * How many dots of each colour (`#RRGGBB`) the printed pages have: enough to tell whether something is drawn.
 * @throws where LibreOffice or pdftoppm does not give a file
 */
export function printedColors(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  return convert([bytes], "pdf", async (out) => {
    await run("pdftoppm", ["-r", "70", path.join(out, "book-0.pdf"), path.join(out, "page")], { timeout: 120_000 });
    const colors = new Map<string, number>();
    for (const name of (await readdir(out)).filter((file) => file.endsWith(".ppm"))) {
      const image = await readFile(path.join(out, name));
      // Three lines of text (kind, size, highest value), then three bytes a dot.
      const head = /^P6\s+\d+\s+\d+\s+\d+\s/.exec(image.subarray(0, 60).toString("latin1"))?.[0] ?? "";
      for (let at = head.length; at + 2 < image.length; at += 3) {
        const color = `#${image.toString("hex", at, at + 3).toUpperCase()}`;
        colors.set(color, (colors.get(color) ?? 0) + 1);
      }
    }
    return colors;
  });
}

/**
 * The workbook's printed pages as PNG images, to look at colours and lists: a conditional format shows in no other way.
 * @throws where LibreOffice or pdftoppm does not give a file
 */
export function renderPages(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  return convert([bytes], "pdf", async (out) => {
    await run("pdftoppm", ["-r", "70", "-png", path.join(out, "book-0.pdf"), path.join(out, "page")], {
      timeout: 120_000,
    });
    const pages = (await readdir(out)).filter((name) => name.endsWith(".png")).sort();
    return Promise.all(pages.map((name) => readFile(path.join(out, name))));
  });
}
