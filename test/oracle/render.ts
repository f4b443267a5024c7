/**
 * `npm run render -- book.xlsx`: a workbook's printed pages as LibreOffice draws them, as PNG files in reports/pages, to look
 * at colours, widths and page breaks.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../src/workbench/cli/build";
import { renderPages } from "../support/libreOffice";

async function render(file: string | undefined): Promise<string> {
  if (file === undefined) throw new Error("Usage: npm run render -- book.xlsx");
  if (!existsSync(file)) throw new Error(`${file}: there is no such file.`);
  const folder = path.join(projectRoot, "reports", "pages");
  mkdirSync(folder, { recursive: true });
  const pages = await renderPages(readFileSync(file));
  pages.forEach((page, index) => writeFileSync(path.join(folder, `${index + 1}.png`), page));
  return `${pages.length} pages in ${folder}`;
}

render(process.argv[2]).then(
  (done) => console.log(done),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
