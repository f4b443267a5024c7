/** Records of a text, read as strictly as the dialect has it; what breaks its rules is told, not mended. */
import type { Dialect } from "./dialect";

export interface RawRecord {
  readonly fields: readonly string[];
  /** Where the next record begins. */
  readonly next: number;
  /** Where the first line of the record ends: the position of its line end, or of the text's. */
  readonly lineEnd: number;
  /** More than one where a quoted field holds line ends. */
  readonly lines: number;
  /** Fields in quotation marks. */
  readonly quoted: number;
  /** False where a quotation mark is not closed, or stands before something else than a separator or a line end. */
  readonly sound: boolean;
}

/** Characters of one quoted field; a mark that is not closed by then is a stray one. Twice what a cell holds. */
const longestField = 65_536;

const isLineEnd = (c: string | undefined): boolean => c === "\n" || c === "\r";

/** Where the line that `from` stands in ends. */
export function lineEndAfter(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (isLineEnd(text[i])) return i;
  return text.length;
}

/** The beginning of the next line, `lineEnd` being the end of this one. */
export function afterLineEnd(text: string, lineEnd: number): number {
  return text[lineEnd] === "\r" && text[lineEnd + 1] === "\n" ? lineEnd + 2 : lineEnd + 1;
}

/** The text of a field between its quotation marks, as it was before it was written. */
export function unquoted(inner: string, { quote, escape }: Dialect): string {
  const whole = inner.replaceAll(quote + quote, quote);
  return escape === null ? whole : whole.replaceAll(`\\${quote}`, quote).replaceAll("\\\\", "\\");
}

/** Where spaces before a quoted field end; `at` itself where no quoted field begins there. */
function quoteStart(text: string, at: number, { quote, separator }: Dialect): number {
  let i = at;
  while (separator !== " " && text[i] === " ") i++;
  return text[i] === quote ? i : at;
}

/** The mark that closes the field which the mark at `open` opens, or -1. */
function closingMark(text: string, open: number, { quote, escape }: Dialect): number {
  let i = text.indexOf(quote, open + 1);
  while (i !== -1 && i - open <= longestField) {
    let slashes = 0;
    while (escape !== null && text[i - 1 - slashes] === escape && i - 1 - slashes > open) slashes++;
    if (slashes % 2 === 1) i = text.indexOf(quote, i + 1);
    else if (text[i + 1] === quote) i = text.indexOf(quote, i + 2);
    else return i;
  }
  return -1;
}

/** Where the field ends whose closing mark is at `close`: a separator, a line end, the text's end; -1 for anything else. */
function endBehind(text: string, close: number, separator: string): number {
  let i = close + 1;
  while (separator !== " " && text[i] === " ") i++;
  const c = text[i];
  return c === undefined || c === separator || isLineEnd(c) ? i : -1;
}

function plainEnd(text: string, at: number, separator: string): number {
  let i = at;
  while (i < text.length && text[i] !== separator && !isLineEnd(text[i])) i++;
  return i;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let i = lineEndAfter(text, from); i < to; i = lineEndAfter(text, afterLineEnd(text, i))) lines++;
  return lines;
}

/** Reads the record that begins at `at`. */
export function readRecord(text: string, at: number, dialect: Dialect): RawRecord {
  const { separator, spaced } = dialect;
  const fields: string[] = [];
  let lines = 1;
  let quoted = 0;
  let lineEnd = -1;
  for (let i = at; ; i++) {
    if (spaced && i > at && text[i] === " ") i++;
    const open = quoteStart(text, i, dialect);
    let end: number;
    if (text[open] === dialect.quote) {
      const close = closingMark(text, open, dialect);
      end = close === -1 ? -1 : endBehind(text, close, separator);
      if (end === -1) {
        lineEnd = lineEnd === -1 ? lineEndAfter(text, at) : lineEnd;
        return { fields, next: afterLineEnd(text, lineEnd), lineEnd, lines: 1, quoted, sound: false };
      }
      quoted++;
      const inside = countLines(text, open, close);
      if (inside > 0 && lineEnd === -1) lineEnd = lineEndAfter(text, open);
      lines += inside;
      fields.push(unquoted(text.slice(open + 1, close), dialect));
    } else {
      end = plainEnd(text, i, separator);
      fields.push(text.slice(i, end));
    }
    if (text[end] !== separator) {
      return {
        fields,
        next: afterLineEnd(text, end),
        lineEnd: lineEnd === -1 ? end : lineEnd,
        lines,
        quoted,
        sound: true,
      };
    }
    i = end;
  }
}
