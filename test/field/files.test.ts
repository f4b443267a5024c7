/** Files that nobody here wrote. They stand outside the project; where they are missing these tests are skipped and say so. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { BookData } from "../../src/workbench/data/bookData";
import { openFile } from "../../src/workbench/files/openFile";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { describeWith, sharedDataOf, sharedFile } from "../support/needs";

const folders = ["workbooks/exceljs", "qm-demo", "maven-crm"].map(sharedDataOf);
const there = folders.every(({ isThere }) => isThere);

const filesIn = (name: string): string[] =>
  readdirSync(sharedFile(name))
    .filter((file) => /\.(xlsx|csv)$/.test(file))
    .map((file) => path.join(name, file));
const files = there ? [...filesIn("workbooks/exceljs"), ...filesIn("qm-demo"), ...filesIn("maven-crm")] : [];

const bytesOf = (file: string) => new Uint8Array(readFileSync(sharedFile(file)));

/** What has to be the same after saving: contents and structure, not the order in which formats are listed. */
function essence(book: BookData) {
  return {
    names: book.names,
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      cells: sheet.rows.flatMap((row) =>
        row.cells
          .filter((cell) => cell.value !== null || cell.formula !== undefined)
          .map((cell) => [
            row.row,
            cell.column,
            cell.value,
            cell.formula,
            book.formats[cell.format ?? -1]?.numberFormat,
          ]),
      ),
      merges: sheet.merges,
      tables: sheet.tables,
      columns: sheet.columns,
      frozen: [sheet.frozenRows, sheet.frozenColumns],
      rules: sheet.conditionalFormats.map(({ areas, type, formula }) => ({ areas, type, formula })),
      validations: sheet.validations.map(({ areas, type, formula1 }) => ({ areas, type, formula1 })),
      pageSetup: sheet.pageSetup,
    })),
  };
}

describeWith(...folders)("files from outside", () => {
  // Jest wants at least one test per file, also where there is nothing to try.
  test.each(there ? files : ["none"])("%s opens and survives saving, or says why not", (file) => {
    const bytes = bytesOf(file);
    const opened = openFile(bytes, file, "zh-CN");
    if (!opened.ok) {
      expect(opened.message).toMatch(/请/);
      return;
    }
    const again = openFile(writeXlsx(opened.book, bytes), "saved.xlsx", "zh-CN");
    expect(again.ok && essence(again.book)).toEqual(essence(opened.book));
  });

  test("only the two files that are no workbooks are refused", () => {
    const refused = files.filter((file) => !openFile(bytesOf(file), file, "en").ok);
    expect(refused.map((file) => path.basename(file))).toEqual(["invalid-xml.xlsx", "missing-bits.xlsx"]);
  });

  test("the Chinese follow-up sheet reads the same from .xlsx and .csv, dates included", () => {
    const values = (file: string) => {
      const opened = openFile(bytesOf(file), file, "zh-CN");
      return opened.ok
        ? opened.book.sheets[0]?.rows.map((row) => row.cells.flatMap((cell) => cell.value ?? []))
        : opened.message;
    };
    expect(values("qm-demo/客户跟进表.csv")).toEqual(values("qm-demo/客户跟进表.xlsx"));
  });

  test("8,800 opportunities come in as rows with dates and amounts", () => {
    const opened = openFile(bytesOf("maven-crm/sales_pipeline.csv"), "sales_pipeline.csv", "en");
    const rows = opened.ok ? (opened.book.sheets[0]?.rows ?? []) : [];
    expect(rows).toHaveLength(8801);
    const won = rows.filter((row) => row.cells.some((cell) => cell.column === 4 && cell.value === "Won"));
    const amount = won.reduce((sum, row) => sum + Number(row.cells.find((cell) => cell.column === 7)?.value ?? 0), 0);
    expect([won.length, amount]).toEqual([4238, 10_005_534]);
  });
});
