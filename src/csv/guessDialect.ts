/** Which dialect a text is written in, by what its first lines look like under each. */
import { type Dialect, separators } from "./dialect";
import { lineEndAfter, readRecord } from "./records";

/** Characters of the text, and records of it, that are looked at. */
const headLength = 64 * 1024;
const headRecords = 300;

/** Values that stand in a field of their own more often than in the middle of a sentence. */
const typedValues: readonly RegExp[] = [
  /^[-+]?[$€£¥￥]?\d{1,30}(?:[.,]\d{1,30}){0,8}%?$/,
  /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?$/,
  /^\d{1,2}:\d{2}(?::\d{2})?$/,
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/,
  /^[^\s@]{1,64}@[^\s@]{1,255}$/,
  /^https?:\/\/\S{1,2000}$/,
  /^[A-Za-z]{1,6}[-_]?\d{1,20}$/,
  /^(?:true|false|yes|no)$/i,
];

function isTyped(field: string): boolean {
  const text = field.trim();
  return text.length <= 300 && typedValues.some((pattern) => pattern.test(text));
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const match of text.matchAll(pattern)) found += match.length > 0 ? 1 : 0;
  return found;
}

const inPattern = (separator: string): string => (separator === "|" ? "\\|" : separator);

/** Fields that a mark opens, and fields that it closes. */
function fieldsBetween(text: string, quote: string, separator: string): { opened: number; closed: number } {
  const edge = inPattern(separator);
  const space = separator === " " ? "" : " ?";
  return {
    opened: count(text, new RegExp(`(?:^|[\\r\\n]|${edge})${space}${quote}(?!${quote}?(?:${edge}|[\\r\\n]|$))`, "g")),
    closed: count(text, new RegExp(`(?<!^|[\\r\\n]|${edge}|${quote})${quote}(?=${edge}|[\\r\\n]|$)`, "g")),
  };
}

/** The apostrophe, where it opens and closes fields and the double mark does not; in an English text it stands inside words too. */
function quoteOf(text: string, separator: string): '"' | "'" {
  const double = fieldsBetween(text, '"', separator);
  const single = fieldsBetween(text, "'", separator);
  const balanced = Math.min(single.opened, single.closed) >= 0.7 * Math.max(single.opened, single.closed);
  return single.opened >= 2 && balanced && single.opened > double.opened ? "'" : '"';
}

/** Whether nearly every separator outside quotation marks has a space behind it. */
function isSpaced(text: string, separator: string): boolean {
  if (separator === " ") return false;
  const edge = inPattern(separator);
  const all = count(text, new RegExp(`${edge}(?![ \\r\\n])`, "g"));
  const withSpace = count(text, new RegExp(`${edge} `, "g"));
  return withSpace > 0 && all <= withSpace * 0.02;
}

interface Fit {
  readonly dialect: Dialect;
  /** How well records agree with each other, times how many values are of a kind; more is better. */
  readonly score: number;
  readonly width: number;
  readonly sameWidth: number;
  readonly quoted: number;
  /** Share of the records in which every mark is closed where it should be. */
  readonly soundness: number;
}

function widthShares(widths: readonly number[]): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  for (const width of widths) shares.set(width, (shares.get(width) ?? 0) + 1 / widths.length);
  return shares;
}

function fitWith(text: string, dialect: Dialect): Fit {
  const widths: number[] = [];
  let typed = 0;
  let values = 0;
  let quoted = 0;
  let unsound = 0;
  for (let at = 0; at < text.length && widths.length + unsound < headRecords;) {
    const record = readRecord(text, at, dialect);
    at = record.next;
    if (!record.sound) unsound++;
    else if (record.fields.some((field) => field !== "")) {
      widths.push(record.fields.length);
      quoted += record.quoted;
      for (const field of record.fields) {
        if (field === "") continue;
        values++;
        if (isTyped(field)) typed++;
      }
    }
  }
  const shares = widthShares(widths);
  // Records of one width agree; the more widths there are, the less any of them says. One field a record says nothing.
  let pattern = 0;
  for (const [width, share] of shares) pattern += share * share * (1 - 1 / width);
  const [width, sameWidth] = [...shares].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const soundness = widths.length / Math.max(1, widths.length + unsound);
  const ofAKind = 0.3 + 0.7 * (typed / Math.max(1, values));
  return { dialect, score: pattern * ofAKind * soundness, width, sameWidth, quoted, soundness };
}

/** The better one of marks that are doubled inside fields and marks behind a backslash; the first where both do. */
function fitOf(text: string, separator: string): Fit {
  const quote = quoteOf(text, separator);
  const dialect = { separator, spaced: isSpaced(text, separator), quote, escape: null };
  const doubled = fitWith(text, dialect);
  // A path may end in a backslash: where nothing is wrong without a meaning of it, it has none.
  const isWhole = doubled.soundness === 1 && doubled.sameWidth > 0.999;
  if (isWhole || !text.includes(`\\${quote}`)) return doubled;
  const behindBackslash = fitWith(text, { ...dialect, escape: "\\" });
  return behindBackslash.score > doubled.score ? behindBackslash : doubled;
}

/**
 * A space stands between words too, so it is a separator only on evidence: quoted fields with spaces between them, or records of
 * one width with several fields.
 */
function isEvident({ dialect, width, sameWidth, quoted }: Fit): boolean {
  return dialect.separator !== " " || quoted >= 2 || (width >= 3 && sameWidth >= 0.9);
}

/** The dialect under which the text looks most like a table; commas and double quotation marks where nothing speaks for another. */
export function guessDialect(text: string, wanted: Partial<Dialect>): Dialect {
  // Only whole lines: half a field in quotation marks would count as an unclosed one.
  const cut = text.length > headLength ? lineEndAfter(text, headLength) : text.length;
  const head = text.slice(0, Math.min(cut, 2 * headLength));
  const candidates = wanted.separator === undefined ? separators : [wanted.separator];
  const fits = candidates.map((separator) => fitOf(head, separator)).filter((fit) => isEvident(fit));
  const best = fits.reduce<Fit | null>((a, b) => (a === null || b.score > a.score * 1.0001 ? b : a), null);
  const found = best?.dialect ?? { separator: wanted.separator ?? ",", spaced: false, quote: '"', escape: null };
  return { ...found, ...wanted };
}
