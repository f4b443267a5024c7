/**
 * `npm run render -- book.xlsx`: a workbook's printed pages as LibreOffice draws them, as PNG files in reports/pages, to look
 * at colours, widths and page breaks.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../src/workbench/cli/build";
import { renderPages } from "../support/libreOffice";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Usage: npm run render -- book.xlsx");
const folder = path.join(projectRoot, "reports", "pages");
mkdirSync(folder, { recursive: true });
renderPages(readFileSync(file)).then(
  (pages) => {
    pages.forEach((page, index) => writeFileSync(path.join(folder, `${index + 1}.png`), page));
    console.log(`${pages.length} pages in ${folder}`);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
