/** A text file as a table of texts: whatever encoding and dialect it is in, nothing left out, nothing typed. */
import type { Dialect } from "./dialect";
import { separators } from "./dialect";
import { decodeText, type EncodingGuess } from "./encoding";
import type { EncodingName } from "./encodingNames";
import { guessDialect } from "./guessDialect";
import { mendRecord } from "./mendRecord";
import { afterLineEnd, lineEndAfter, type RawRecord, readRecord } from "./records";

export interface TextTable {
  /** One row a record, blank ones and titles included; rows may differ in length. */
  readonly rows: readonly (readonly string[])[];
  readonly encoding: EncodingGuess;
  readonly dialect: Dialect;
}

export interface WantedReading {
  readonly encoding?: EncodingName;
  readonly dialect?: Partial<Dialect>;
}

/** Records that are looked at to learn how many fields a record has. */
const sampleRecords = 2000;
/** Lines that one broken record may hold. */
const mostLines = 5;

/** How many fields records have, each number with how many records have it. */
function widthsOf(text: string, dialect: Dialect): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  let records = 0;
  for (let at = 0; at < text.length && records < sampleRecords; records++) {
    const record = readRecord(text, at, dialect);
    if (record.sound) widths.set(record.fields.length, (widths.get(record.fields.length) ?? 0) + 1);
    at = record.next;
  }
  return widths;
}

interface Shape {
  /** Fields of most records. */
  readonly usual: number;
  /** Whether enough records have so many fields. */
  readonly isRegular: (width: number) => boolean;
}

function shapeOf(text: string, dialect: Dialect): Shape {
  const widths = widthsOf(text, dialect);
  const all = [...widths.values()].reduce((sum, count) => sum + count, 0);
  const usual = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
  return { usual, isRegular: (width) => width > 1 && (widths.get(width) ?? 0) >= Math.max(2, all / 10) };
}

/** Whether a field of several lines took whole records along: then its mark is a stray one, and closed at the line's end. */
function swallowsRecords(text: string, record: RawRecord, dialect: Dialect, { isRegular }: Shape): boolean {
  if (record.lines === 1 || isRegular(record.fields.length)) return false;
  let lineEnd = record.lineEnd;
  for (let line = 1; line < record.lines; line++) {
    const start = afterLineEnd(text, lineEnd);
    lineEnd = lineEndAfter(text, start);
    const alone = readRecord(text.slice(start, lineEnd), 0, dialect);
    if (alone.sound && isRegular(alone.fields.length)) return true;
  }
  return false;
}

interface Read {
  readonly fields: readonly string[];
  readonly next: number;
}

/** A record with stray or missing marks: its first line, or the fewest lines that make a record of the usual width. */
function readBroken(text: string, at: number, width: number, dialect: Dialect): Read {
  let end = lineEndAfter(text, at);
  const first = mendRecord(text.slice(at, end), width, dialect);
  const ofOneLine = { fields: first.fields, next: afterLineEnd(text, end) };
  for (let lines = 2; first.fields.length !== width && lines <= mostLines && end < text.length; lines++) {
    end = lineEndAfter(text, afterLineEnd(text, end));
    const mended = mendRecord(text.slice(at, end), width, dialect);
    if (mended.fields.length === width && mended.cost < first.cost)
      return { fields: mended.fields, next: afterLineEnd(text, end) };
  }
  return ofOneLine;
}

/** A line that was written with another separator than the lines around it, or null. */
function withOtherSeparator(line: string, width: number, dialect: Dialect): readonly string[] | null {
  if (width < 4) return null;
  for (const separator of separators) {
    if (separator === dialect.separator || !line.includes(separator)) continue;
    const record = readRecord(line, 0, { ...dialect, separator, spaced: false });
    // Words have spaces between them too: only quoted ones show that they are fields.
    if (record.sound && record.fields.length === width && (separator !== " " || record.quoted > 0))
      return record.fields;
  }
  return null;
}

function readOne(text: string, at: number, width: number, dialect: Dialect, shape: Shape): Read {
  const record = readRecord(text, at, dialect);
  if (!record.sound || swallowsRecords(text, record, dialect, shape)) return readBroken(text, at, width, dialect);
  if (record.fields.length > 1 || record.lines > 1) return record;
  return {
    fields: withOtherSeparator(text.slice(at, record.lineEnd), width, dialect) ?? record.fields,
    next: record.next,
  };
}

function recordsOf(text: string, dialect: Dialect): (readonly string[])[] {
  const shape = shapeOf(text, dialect);
  const rows: (readonly string[])[] = [];
  let width = shape.usual;
  for (let at = 0; at < text.length;) {
    const { fields, next } = readOne(text, at, width, dialect, shape);
    if (shape.isRegular(fields.length)) width = fields.length;
    rows.push(fields);
    at = next;
  }
  return rows;
}

/** How many fields a row has when blank ones at its end are not counted. */
function filledLength(row: readonly string[]): number {
  let length = row.length;
  while (length > 0 && row[length - 1]?.trim() === "") length--;
  return length;
}

/** Headers with one separator too many among them stand beside their columns again once the blank one is taken out. */
function alignHeaders(rows: (readonly string[])[]): void {
  const at = rows.findIndex((row) => row.filter((field) => field.trim() !== "").length > 1);
  const headers = rows[at];
  if (headers === undefined) return;
  const width = rows.reduce((most, row, index) => (index > at ? Math.max(most, row.length) : most), 0);
  const blanks = headers.filter((field) => field.trim() === "").length;
  const surplus = headers.length - width;
  if (width > 1 && surplus > 0 && blanks === surplus && filledLength(headers) > width)
    rows[at] = headers.filter((field) => field.trim() !== "");
}

/** Reads a text file. Null where its bytes are no text. */
export function readTextTable(bytes: Uint8Array, wanted: WantedReading = {}): TextTable | null {
  const { text, encoding } = decodeText(bytes, wanted.encoding ?? null);
  if (text.includes("\u0000")) return null;
  const declared = /^sep=(.)\r?\n/.exec(text);
  const separator = wanted.dialect?.separator ?? declared?.[1];
  const body = declared === null ? text : text.slice(declared[0].length);
  const dialect = guessDialect(body, { ...wanted.dialect, ...(separator === undefined ? {} : { separator }) });
  const rows = recordsOf(body, dialect);
  alignHeaders(rows);
  return { rows, encoding, dialect };
}
