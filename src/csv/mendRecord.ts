/** Fields of a record whose quotation marks break the rules: the cutting that needs the fewest excuses. */
import type { Dialect } from "./dialect";
import { unquoted } from "./records";

export interface Cutting {
  /** What had to be explained away; 0 for a record without a stray mark. */
  readonly cost: number;
  readonly fields: readonly string[];
}

/** The cheapest way found so far to cut what stands before a field into some number of fields; the last one, and where it began. */
interface Beginning {
  readonly cost: number;
  readonly last: string;
  readonly from: number;
}

/** Beyond these a record is cut at every separator: working it out would take too long. */
const longestRecord = 20_000;
const mostSeparators = 300;

/** Marks inside a field that are neither doubled nor escaped. */
function loneMarks(inner: string, { quote, escape }: Dialect): number {
  let lone = 0;
  for (let i = inner.indexOf(quote); i !== -1; i = inner.indexOf(quote, i + 1)) {
    if (escape !== null && inner[i - 1] === escape) continue;
    if (inner[i + 1] === quote) i++;
    else lone++;
  }
  return lone;
}

function costOfQuoted(inner: string, dialect: Dialect): number {
  const { quote, separator } = dialect;
  const edges = inner.split(quote + separator).length + inner.split(separator + quote).length - 2;
  return loneMarks(inner, dialect) * (quote === "'" ? 0.4 : 1.5) + edges;
}

/** What a piece of the record is as one field, and what speaks against it; null where it cannot be one. */
function asField(piece: string, holdsSeparator: boolean, dialect: Dialect): { text: string; cost: number } | null {
  const { quote } = dialect;
  const trimmed = dialect.separator === " " ? piece : piece.trim();
  if (trimmed.length >= 2 && trimmed.startsWith(quote) && trimmed.endsWith(quote)) {
    const inner = trimmed.slice(1, -1);
    return { text: unquoted(inner, dialect), cost: costOfQuoted(inner, dialect) };
  }
  if (holdsSeparator || /[\r\n]/.test(piece)) return null;
  const text = dialect.spaced ? piece.replace(/^ /, "") : piece;
  return { text, cost: text.startsWith(quote) ? 3 : text.includes(quote) ? 0.5 : 0 };
}

function positionsOf(text: string, separator: string): readonly number[] {
  const positions: number[] = [];
  for (let i = text.indexOf(separator); i !== -1; i = text.indexOf(separator, i + 1)) positions.push(i);
  return positions;
}

function cutEverywhere(text: string, dialect: Dialect): readonly string[] {
  return text.split(dialect.separator).map((piece) => asField(piece, false, dialect)?.text ?? piece);
}

/** For each place between fields, and each number of fields before it, the cheapest beginning. */
type Beginnings = (Beginning | undefined)[][];

/** Adds the ways on from one place to the places behind it. */
function extend(
  best: Beginnings,
  at: number,
  text: string,
  ends: readonly number[],
  width: number,
  dialect: Dialect,
): void {
  const start = at === 0 ? 0 : (ends[at - 1] ?? 0) + 1;
  const mayHoldMore = text
    .slice(start, start + 40)
    .trimStart()
    .startsWith(dialect.quote);
  const lastEnd = mayHoldMore ? ends.length : at + 1;
  for (let to = at; to < lastEnd; to++) {
    const field = asField(text.slice(start, ends[to]), to > at, dialect);
    if (field === null) continue;
    best[at]?.forEach((before, count) => {
      if (before === undefined || count > width + 1) return;
      const there = (best[to + 1] ??= []);
      const cost = before.cost + field.cost;
      if (cost < (there[count + 1]?.cost ?? Infinity)) there[count + 1] = { cost, last: field.text, from: at };
    });
  }
}

function fieldsOf(best: Beginnings, end: number, count: number): readonly string[] {
  const fields: string[] = [];
  for (let at = end, left = count; left > 0; left--) {
    const beginning = best[at]?.[left];
    if (beginning === undefined) break;
    fields.push(beginning.last);
    at = beginning.from;
  }
  return fields.reverse();
}

/**
 * Cuts a record into fields so that the marks that have to be explained away are fewest and the fields are as many as in the records
 * around it.
 * @param text one line, or several where a field may hold line ends
 * @param width fields of the records around it
 */
export function mendRecord(text: string, width: number, dialect: Dialect): Cutting {
  const tooLong = text.length > longestRecord;
  const ends = tooLong ? [] : [...positionsOf(text, dialect.separator), text.length];
  if (tooLong || ends.length > mostSeparators) return { cost: Infinity, fields: cutEverywhere(text, dialect) };
  const best: Beginnings = [[{ cost: 0, last: "", from: 0 }]];
  for (let at = 0; at < ends.length; at++) extend(best, at, text, ends, width, dialect);
  let count = 0;
  let cost = Infinity;
  best[ends.length]?.forEach((beginning, fields) => {
    const total = (beginning?.cost ?? Infinity) + 4 * Math.abs(fields - width);
    if (total < cost) [cost, count] = [total, fields];
  });
  return count === 0
    ? { cost: Infinity, fields: cutEverywhere(text, dialect) }
    : { cost, fields: fieldsOf(best, ends.length, count) };
}
