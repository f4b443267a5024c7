import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { isErrorText, type CellValue } from "../../src/domain/values/value";
import { areaAddress, cellAddress } from "../../src/domain/workbook/area";
import { cellAt, sheetOf, type InMemoryCell, type InMemoryWorkbook } from "./inMemoryWorkbook";

const errorValues = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"] as const;

function fileValue(cell: InMemoryCell): ExcelJS.CellValue {
  if (typeof cell === "object") return { formula: cell.formula.slice(1) };
  const error = isErrorText(cell) ? errorValues.find((candidate) => candidate === cell) : undefined;
  if (error) return { error };
  return cell === "" ? null : cell;
}

/** The workbook as an .xlsx file without any calculated value. */
export async function fileOf(book: InMemoryWorkbook): Promise<Uint8Array> {
  const file = new ExcelJS.Workbook();
  for (const sheet of book.sheets) file.addWorksheet(sheet.name, { state: sheet.visibility });
  for (const { name, sheet, area } of book.tables) {
    const cells = sheetOf(book, sheet);
    const columns = Array.from({ length: area.columns }, (_, column) => ({
      // A column's name stands in an attribute, where a line break would be read as a space.
      name: String(cellAt(cells, area.row, area.column + column)).replaceAll("\n", "_x000a_"),
    }));
    const rows = Array.from({ length: area.rows - 1 }, () => columns.map(() => null));
    file.getWorksheet(sheet)?.addTable({ name, ref: cellAddress(area.row, area.column), columns, rows });
  }
  for (const sheet of book.sheets) {
    const target = file.getWorksheet(sheet.name);
    sheet.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (target) target.getCell(r + 1, c + 1).value = fileValue(cell);
      }),
    );
    if (target && sheet.page) {
      const { orientation, printArea, titleRows } = sheet.page;
      Object.assign(target.pageSetup, { orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
      if (printArea) target.pageSetup.printArea = areaAddress(printArea);
      if (titleRows) target.pageSetup.printTitlesRow = `${titleRows[0] + 1}:${titleRows[1] + 1}`;
    }
    sheet.highlights.forEach(({ areas, highlight }, index) => {
      target?.addConditionalFormatting({
        ref: areas.map(areaAddress).join(" "),
        rules: [{ type: "expression", formulae: [highlight.formula.slice(1)], priority: index + 1, style: {} }],
      });
    });
  }
  // ExcelJS takes every name for a reference; a name that lists texts calculates nothing.
  for (const [name, formula] of book.names)
    if (!formula.startsWith("={")) file.definedNames.add(formula.slice(1), name);
  return new Uint8Array(await file.xlsx.writeBuffer());
}

/** Text of an XML node, entities read. */
function plainText(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/**
 * Reads cells of a recalculated file from its XML: results of formulas, errors as their text, blank as "". ExcelJS is not
 * asked, because it loses a result of 0.
 */
export function readFileCells(bytes: Uint8Array): (sheet: string, row: number, column: number) => CellValue {
  const parts = unzipSync(bytes);
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, xml = ""]) =>
    plainText(xml.replace(/<rPh[\s\S]*?<\/rPh>/g, "")),
  );
  const sheets = new Map<string, Map<string, CellValue>>();
  [...part("xl/workbook.xml").matchAll(/<sheet [^>]*?name="([^"]*)"/g)].forEach(([, name = ""], index) => {
    const cells = new Map<string, CellValue>();
    const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
    for (const [, attributes = "", content = ""] of xml.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const address = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? "";
      const type = /t="(\w+)"/.exec(attributes)?.[1] ?? "n";
      const value = /<v>([\s\S]*?)<\/v>/.exec(content)?.[1];
      if (value === undefined) continue;
      if (type === "s") cells.set(address, shared[Number(value)] ?? "");
      else if (type === "b") cells.set(address, value === "1");
      else cells.set(address, type === "n" ? Number(value) : plainText(value));
    }
    sheets.set(plainText(name), cells);
  });
  return (sheet, row, column) => sheets.get(sheet)?.get(cellAddress(row, column)) ?? "";
}
