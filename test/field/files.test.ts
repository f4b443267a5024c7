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

/** Files that are broken on purpose, and what is said of each: what is wrong, then what to do. */
const refusals: Readonly<Record<string, RegExp>> = {
  "invalid-xml.xlsx": /^文件里有一部分内容已损坏.+。请在 Excel 里打开/,
  "missing-bits.xlsx": /^这不是 Excel 工作簿。请选择 \.xlsx、\.xlsm 或 \.csv 文件/,
};
const noWorkbooks = Object.keys(refusals);
const isRefused = (file: string) => noWorkbooks.includes(path.basename(file));

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
  const named = (among: readonly string[]) => (there ? among : ["none"]);

  test.each(named(files.filter((file) => !isRefused(file))))("%s opens and survives saving", (file) => {
    const bytes = bytesOf(file);
    const opened = openFile(bytes, file, "zh-CN");
    if (!opened.ok) throw new Error(opened.message);
    const again = openFile(writeXlsx(opened.book, bytes), "saved.xlsx", "zh-CN");
    expect(again.ok && essence(again.book)).toEqual(essence(opened.book));
  });

  test.each(named(files.filter(isRefused)))("%s is refused, with what is wrong and what to do", (file) => {
    expect(openFile(bytesOf(file), file, "zh-CN")).toEqual({
      ok: false,
      message: expect.stringMatching(refusals[path.basename(file)]!) as string,
    });
  });

  test("only the two files that are no workbooks are refused", () => {
    const refused = files.filter((file) => !openFile(bytesOf(file), file, "en").ok);
    expect(refused.map((file) => path.basename(file))).toEqual(noWorkbooks);
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
