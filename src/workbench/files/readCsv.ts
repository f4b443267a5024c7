import { readTextTable, type TextTable, type WantedReading } from "../../csv/textTable";
import { decimalSigns, typedField, type WrittenForm } from "../../csv/typedField";
import type { Language } from "../../domain/values/language";
import { blankSheet } from "../data/blankSheet";
import type { BookData, CellData, CellFormat, ColumnData, RowData } from "../data/bookData";
import { FileRefused } from "./refusal";

const ofBoth: Readonly<Partial<Record<WrittenForm, string>>> = {
  chineseDate: 'yyyy"年"m"月"d"日"',
  percent: "0%",
  percentWithDecimals: "0.00%",
  grouped: "#,##0",
  groupedWithDecimals: "#,##0.00",
};

/** The number formats by which cells show values as they were written; none for plain ones. */
const numberFormats: Readonly<Record<Language, Readonly<Partial<Record<WrittenForm, string>>>>> = {
  "zh-CN": { ...ofBoth, date: "yyyy/m/d", dateTime: "yyyy/m/d hh:mm" },
  en: { ...ofBoth, date: "yyyy-mm-dd", dateTime: "yyyy-mm-dd hh:mm" },
};

/** A sheet title made of the file's name: at most 31 characters, none of those that Excel forbids. */
function sheetTitle(fileName: string): string {
  const base = fileName
    .slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1)
    .replace(/\.[^.]+$/, "");
  const title = base
    .replace(/[\\/?*:[\]]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim()
    .slice(0, 31)
    .trim();
  return title === "" ? "Sheet1" : title;
}

/** Characters of the default font that a text needs: Chinese ones take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const c of text) width += c > "\u2e7f" ? 2 : 1;
  return width;
}

/** A workbook, and how its file was read. */
export interface CsvBook {
  readonly book: BookData;
  readonly table: TextTable;
}

/**
 * Reads a CSV file as a workbook of one sheet named after the file, a row per record.
 * @param wanted what somebody knows of the file; the rest is found out
 * @throws {FileRefused} for a file without data, and for one that is not text at all
 */
export function readCsv(bytes: Uint8Array, fileName: string, language: Language, wanted: WantedReading = {}): CsvBook {
  const table = readTextTable(bytes, wanted);
  if (table === null) throw new FileRefused("csvNotText");
  const signs = decimalSigns(table.rows, table.dialect.separator);
  const formats: CellFormat[] = [{}];
  const formatOf = (numberFormat: string): number => {
    const known = formats.findIndex((format) => format.numberFormat === numberFormat);
    return known === -1 ? formats.push({ numberFormat }) - 1 : known;
  };
  const cellOf = (field: string, row: number, column: number): CellData => {
    if (row === 0) return { column, value: field };
    const { value, form } = typedField(field, signs[column] ?? "open");
    const numberFormat = numberFormats[language][form];
    return { column, value, ...(numberFormat === undefined ? {} : { format: formatOf(numberFormat) }) };
  };
  const rows: RowData[] = [];
  const widths: number[] = [];
  table.rows.forEach((fields, row) => {
    const cells = fields.flatMap((field, column) => (field === "" ? [] : [cellOf(field, row, column)]));
    if (cells.length > 0) rows.push({ row, cells });
    if (row >= 200) return;
    fields.forEach((field, column) => (widths[column] = Math.max(widths[column] ?? 0, displayWidth(field))));
  });
  if (rows.length === 0) throw new FileRefused("csvEmpty");
  const columns = widths.map((width, column): ColumnData => ({ column, width: Math.min(40, Math.max(10, width + 3)) }));
  const title = sheetTitle(fileName);
  const sheet = { ...blankSheet(title), rows, columns };
  return { book: { date1904: false, sheets: [sheet], activeSheet: title, names: [], formats }, table };
}
