import { unzipSync } from "fflate";
import type { BookData, SheetData } from "../../src/workbench/data/bookData";
import { readXlsx } from "../../src/workbench/files/readXlsx";

/** Parts of a package that nobody but their makers writes: notes, pictures, links to other workbooks, settings of a printer, macros. */
const untouched = /^xl\/(comments|threadedComments|drawings|media|externalLinks|printerSettings|theme|vba)/i;

function looksOf({ formats }: BookData, index: number | undefined) {
  const { numberFormat = "General", ...looks } = (index === undefined ? null : formats[index]) ?? {};
  return { numberFormat, ...looks };
}

/** Cells that hold something, or that look like something. */
function cellsOf(book: BookData, { rows }: SheetData) {
  return rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, value, formula, format }) => {
      const looks = looksOf(book, format);
      const isPlain = looks.numberFormat === "General" && Object.keys(looks).length === 1;
      return value === null && formula === undefined && isPlain ? [] : [{ row, column, value, formula, looks }];
    }),
  );
}

/** What a rule is, without how its file's reader keeps it. */
function ruleOf<T extends { readonly original: unknown }>({ original: _, ...rule }: T): Omit<T, "original"> {
  return rule;
}

function sheetPicture(book: BookData, sheet: SheetData) {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: cellsOf(book, sheet),
    merges: sheet.merges,
    columns: sheet.columns.map(({ column, width, hidden }) => [column, Math.round(width ?? 0), hidden ?? false]),
    heights: sheet.rows.flatMap(({ row, height, hidden }) => (height === undefined ? [] : [[row, height, hidden]])),
    frozen: [sheet.frozenRows, sheet.frozenColumns],
    tables: sheet.tables,
    validations: sheet.validations.map(ruleOf),
    rules: sheet.conditionalFormats.map(ruleOf),
    // What a file leaves out is upright and of full size; a page that was set up and given back says so.
    page: { orientation: "portrait", ...sheet.pageSetup, scale: sheet.pageSetup.scale ?? 100 },
    filter: sheet.autoFilter,
  };
}

/** A saved file as people see it, with the parts of its package that are only handed on, byte for byte. */
export function savedPicture(bytes: Uint8Array) {
  const { book } = readXlsx(bytes, "zh-CN");
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => untouched.test(name));
  return {
    names: book.names.map(({ name, formula, sheet }) => [name, formula.replaceAll("'", ""), sheet]).sort(),
    active: book.activeSheet,
    sheets: book.sheets.map((sheet) => sheetPicture(book, sheet)),
    parts: parts.map(([name, part]) => [name, Buffer.from(part).toString("base64")]).sort(),
  };
}
