/** Which encoding a text file is in. */
import { type EncodingName, encodingNames } from "./encodingNames";
import { costOfText } from "./plausibility";

export interface EncodingGuess {
  readonly name: EncodingName;
  /**
   * `certain`: a byte order mark says so, only ASCII stands there, or the bytes fit UTF-8, which others hardly do by chance.
   * `likely`: no other reading is nearly as plausible. `unsure`: another one is, or characters could not be read.
   * `told`: somebody chose it.
   */
  readonly sureness: "certain" | "likely" | "unsure" | "told";
  /** Whether characters stand in the text that every encoding has: then none was assumed. */
  readonly plain: boolean;
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: EncodingGuess;
}

/** Bytes of lines that are looked at; a file's first lines tell, and a long one should not take long. */
const sampleSize = 16 * 1024;

const marks: readonly { readonly name: EncodingName; readonly bytes: readonly number[] }[] = [
  { name: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { name: "utf-16le", bytes: [0xff, 0xfe] },
  { name: "utf-16be", bytes: [0xfe, 0xff] },
];

/** What windows-1252 has from 0x80 to 0x9f; the gaps are control characters. */
const westernSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Never throws: what cannot be read becomes U+FFFD. A byte order mark is taken off. */
export function decodeAs(bytes: Uint8Array, name: EncodingName): string {
  const text = new TextDecoder(name).decode(bytes);
  if (name !== "windows-1252") return text;
  // Node reads windows-1252 as Latin-1, where control characters stand in place of these signs.
  return text.replace(/[\u0080-\u009f]/g, (c) => westernSigns[c.charCodeAt(0) - 0x80] ?? c);
}

/** The text, where every byte fits UTF-8. */
function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Characters of three and four bytes hardly come about by chance; those of two do in a short Chinese text. */
const isSurelyUtf8 = (text: string): boolean => /[\u0800-\uffff]|(?:[\u0080-\u07ff][^\u0080-\u07ff]*){12}/.test(text);

const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;

/** The lines with bytes beyond ASCII, one behind the other: no encoding here has a line end inside a character. */
function telling(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let start = 0;
  while (start < bytes.length && size < sampleSize) {
    let end = start;
    let tells = false;
    while (end < bytes.length && !isLineEnd(bytes[end])) {
      if ((bytes[end] ?? 0) > 0x7f) tells = true;
      end++;
    }
    if (tells) {
      const line = bytes.subarray(start, Math.min(end + 1, start + sampleSize));
      parts.push(line);
      size += line.length;
    }
    start = end + 1;
  }
  const sample = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    sample.set(part, at);
    at += part.length;
  }
  return sample;
}

/** Bytes of a file that may be UTF-16 without one line end: a list has line ends, and its lines can be looked at apart. */
const longestLine = 4096;

/** By plausibility, from the likeliest reading on. */
function ranked(bytes: Uint8Array): readonly { readonly name: EncodingName; readonly cost: number }[] {
  const inPairs = bytes.length % 2 === 0 && bytes.length <= longestLine && !bytes.includes(0);
  const sample = inPairs ? bytes : telling(bytes);
  return encodingNames
    .filter((name) => inPairs || !name.startsWith("utf-16"))
    .map((name) => ({ name, cost: costOfText(decodeAs(sample, name), name) }))
    .sort((a, b) => a.cost - b.cost);
}

/** The part of UTF-16 units that people write: ASCII, line ends, Latin letters, and the wide scripts. */
function writtenShare(text: string): number {
  let written = 0;
  for (const c of text) {
    const ascii = (c >= " " && c < "\u007f") || c === "\n" || c === "\r" || c === "\t";
    const latin = c >= "\u00a0" && c <= "\u04ff";
    const wide =
      (c >= "\u3000" && c <= "\u30ff") || (c >= "\u4e00" && c <= "\u9fff") || (c >= "\uac00" && c <= "\ud7a3");
    if (ascii || latin || wide || (c >= "\uff01" && c <= "\uff5e") || c > "\uffff") written++;
    else if (c >= "\u2010" && c <= "\u22ff") written++;
  }
  return written / Math.max(1, [...text].length);
}

/** UTF-16 without a mark: every line end and every digit leaves a zero byte, which no text in another encoding has. */
function utf16In(bytes: Uint8Array): EncodingName | null {
  const head = bytes.subarray(0, 16 * 1024);
  if (!head.includes(0)) return null;
  const shares = (["utf-16le", "utf-16be"] as const)
    .map((name) => {
      const text = decodeAs(head, name);
      const spaced = (text.match(/[\n\r\t ,;]/g) ?? []).length / Math.max(1, text.length);
      return { name, share: writtenShare(text), spaced };
    })
    .sort((a, b) => b.share - a.share || b.spaced - a.spaced);
  const [best] = shares;
  return best !== undefined && best.share >= 0.9 ? best.name : null;
}

/** Costs by which the best reading has to be ahead of the next one to be taken for the right one. */
const clearLead = 8;

export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return { name: marked.name, sureness: "certain", plain: false };
  const utf16 = utf16In(bytes);
  if (utf16 !== null) return { name: utf16, sureness: "likely", plain: false };
  if (!bytes.some((byte) => byte > 0x7f)) return { name: "utf-8", sureness: "certain", plain: true };
  const utf8 = asUtf8(bytes);
  if (utf8 !== null && isSurelyUtf8(utf8)) return { name: "utf-8", sureness: "certain", plain: false };
  const [best, next] = ranked(bytes);
  if (best === undefined) return { name: "utf-8", sureness: "unsure", plain: false };
  if (utf8 !== null && best.name === "utf-8") return { name: "utf-8", sureness: "certain", plain: false };
  const lead = (next?.cost ?? Infinity) - best.cost;
  return { name: best.name, sureness: lead >= clearLead ? "likely" : "unsure", plain: false };
}

/** Reads bytes as text, in the encoding that somebody chose or in the likeliest one. */
export function decodeText(bytes: Uint8Array, wanted: EncodingName | null): DecodedText {
  const encoding: EncodingGuess =
    wanted === null ? guessEncoding(bytes) : { name: wanted, sureness: "told", plain: false };
  return { text: decodeAs(bytes, encoding.name), encoding };
}
