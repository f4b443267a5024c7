import Papa from "papaparse";
import type { Language } from "../../domain/values/language";
import { blankSheet } from "../data/blankSheet";
import type { BookData, BookValue, CellData, CellFormat, ColumnData, RowData } from "../data/bookData";
import { FileRefused } from "./refusal";

/** @throws nothing: what is not valid UTF-8 is read as GB18030, which Chinese Excel saves and which knows every byte sequence that matters */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    // The byte order mark that Excel puts first is taken off by the decoder.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

const delimiters = [",", "\t", ";", "|"] as const;

/** The delimiter that cuts the first records into the same number of fields, and into the most. */
function sniffDelimiter(text: string): string {
  const declared = /^sep=(.)\r?\n/.exec(text);
  if (declared?.[1] !== undefined) return declared[1];
  const head = text.slice(0, 64 * 1024);
  let best: { delimiter: string; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const records = Papa.parse<string[]>(head, { delimiter, preview: 20 }).data.filter(
      (record) => record.length > 1 || record[0] !== "",
    );
    const widths = records.map((record) => record.length);
    const width = widths[0] ?? 1;
    const same = widths.filter((other) => other === width).length / Math.max(1, widths.length);
    const score = width > 1 ? same * 1000 + width : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

const dateFormats: Readonly<Record<Language, string>> = { "zh-CN": "yyyy/m/d", en: "yyyy-mm-dd" };

/** Serial of a calendar day in the 1900 system, or null where there is no such day or it lies before 1 March 1900. */
function serialOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const serial = time / 86_400_000 + 25_569;
  return serial >= 61 ? serial : null;
}

interface Typed {
  readonly value: BookValue;
  readonly numberFormat?: string;
}

/**
 * A field as Excel would take it, except where Excel is known to do harm: phone numbers and codes with a leading zero and digit
 * strings longer than the 15 digits of a number stay text, and so does everything that starts like a formula.
 */
export function typeOfField(field: string, language: Language): Typed {
  const text = field.trim();
  const date = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (date !== null && date[2] !== ".") {
    const serial = serialOf(Number(date[1]), Number(date[3]), Number(date[4]));
    if (serial !== null)
      return { value: serial, numberFormat: date[2] === "年" ? 'yyyy"年"m"月"d"日"' : dateFormats[language] };
  }
  const time = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (time !== null) {
    const serial = serialOf(Number(time[1]), Number(time[2]), Number(time[3]));
    const seconds = Number(time[4]) * 3600 + Number(time[5]) * 60 + Number(time[6] ?? 0);
    if (serial !== null && seconds < 86_400)
      return { value: serial + seconds / 86_400, numberFormat: `${dateFormats[language]} hh:mm` };
  }
  if (/^(TRUE|FALSE)$/i.test(text)) return { value: text.toUpperCase() === "TRUE" };
  const percent = /^(-?\d+(?:\.(\d+))?)%$/.exec(text);
  if (percent !== null) {
    return { value: Number(percent[1]) / 100, numberFormat: percent[2] === undefined ? "0%" : "0.00%" };
  }
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
  if (grouped || /^-?(\d+\.?\d*|\.\d+)(E[+-]?\d{1,3})?$/i.test(text)) {
    const plain = text.replaceAll(",", "");
    const digits = plain.replace(/E.*$/i, "").replace(/\D/g, "").replace(/^0+/, "");
    const leadingZero = /^-?0\d/.test(plain);
    if (!leadingZero && digits.length <= 15 && Number.isFinite(Number(plain))) {
      return grouped
        ? { value: Number(plain), numberFormat: text.includes(".") ? "#,##0.00" : "#,##0" }
        : { value: Number(plain) };
    }
  }
  return { value: field };
}

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

/**
 * Reads a CSV file as a workbook of one sheet named after the file, a row per record.
 * @throws {FileRefused} for a file without data, and for one that is not text at all
 */
export function readCsv(bytes: Uint8Array, fileName: string, language: Language): BookData {
  const text = decode(bytes);
  if (text.includes("\u0000")) throw new FileRefused("notAWorkbook");
  const delimiter = sniffDelimiter(text);
  const body = text.replace(/^sep=.\r?\n/, "");
  const records = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false }).data;
  const formats: CellFormat[] = [{}];
  const formatOf = (numberFormat: string): number => {
    const known = formats.findIndex((format) => format.numberFormat === numberFormat);
    return known === -1 ? formats.push({ numberFormat }) - 1 : known;
  };
  const rows: RowData[] = [];
  const widths: number[] = [];
  records.forEach((record, row) => {
    const cells: CellData[] = [];
    record.forEach((field, column) => {
      if (field === "") return;
      const typed = row === 0 ? { value: field } : typeOfField(field, language);
      cells.push({
        column,
        value: typed.value,
        ...("numberFormat" in typed && typed.numberFormat !== undefined
          ? { format: formatOf(typed.numberFormat) }
          : {}),
      });
      if (row < 200) widths[column] = Math.max(widths[column] ?? 0, displayWidth(field));
    });
    if (cells.length > 0) rows.push({ row, cells });
  });
  if (rows.length === 0) throw new FileRefused("csvEmpty");
  const columns = widths.flatMap((width, column): ColumnData[] => [
    { column, width: Math.min(40, Math.max(10, width + 3)) },
  ]);
  const title = sheetTitle(fileName);
  return {
    date1904: false,
    sheets: [{ ...blankSheet(title), rows, columns }],
    activeSheet: title,
    names: [],
    formats,
  };
}
