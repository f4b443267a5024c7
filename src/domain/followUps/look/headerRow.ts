import { foldText } from "../../values/text";
import type { CellValue } from "../../values/value";
import type { FieldId } from "../../schema/fieldIds";
import { namedField } from "../knownNames";
import { countSeen, hasSeen, isLabel, isSeen, seenColumns, type Cells, type Span } from "./cells";

/** A row that reads as the header of a list, and the columns of that list. */
export interface HeaderPlace {
  readonly row: number;
  readonly span: Span;
  /** Columns with a name that is known letter by letter. */
  readonly named: number;
  /** The more, the likelier. */
  readonly score: number;
}

/** Rows below a header that are looked at to tell it from them. */
const rowsCompared = 20;
const longestHeader = 60;
/** So many of ten headers are labels at least; the others can be years or days. */
const fewestLabels = 6;
/** A header of names that nobody knows shows by the cells below: so many columns, at least, have another kind of cells or the same ones again. */
const leastEvidence = 1;

/** What the cells below a header say of it. */
interface Column {
  readonly column: number;
  /** True where the same text stands below: then it is a value among others. */
  readonly recurs: boolean;
  /** 1 where cells below are of another kind, a half where their texts repeat, else 0. */
  readonly evidence: number;
}

/** True where most cells of a row say what a header says in the same columns. */
export function repeatsHeader(row: readonly CellValue[], header: readonly CellValue[], { first, end }: Span): boolean {
  let [same, others, blanks] = [0, 0, 0];
  for (let column = first; column < end; column += 1) {
    const [value, title] = [row[column], header[column]];
    if (!isSeen(value)) blanks += isSeen(title) ? 1 : 0;
    else if (value === title || String(value).trim() === String(title).trim()) same += 1;
    else others += 1;
    // Most rows differ from the start.
    if (others > same + 2) return false;
  }
  return same > 1 && same * 3 >= others * 7 && same >= others + blanks;
}

/** True for a text that can name a column; 负责人： asks for what stands beside it. */
function isHeaderLabel(value: CellValue | undefined): boolean {
  return isLabel(value) && value.length <= longestHeader && !/[:：]\s*$/.test(value);
}

function compareBelow(rows: Cells, header: CellValue, column: number): Column {
  const below = rows.flatMap((row): readonly CellValue[] => {
    const value = row[column];
    return isSeen(value) ? [value] : [];
  });
  const texts = below.filter(isLabel);
  const recurs = texts.some((text) => text === header);
  const isOther = isLabel(header) && below.length > 0 && texts.length * 2 <= below.length;
  const repeats = texts.length > 1 && new Set(texts).size < texts.length;
  return { column, recurs, evidence: recurs ? 0 : isOther ? 1 : repeats ? 0.5 : 0 };
}

/** Columns that belong together: a column without a header and without a cell below ends a list. */
function runsOf(row: readonly CellValue[], below: Cells): readonly Span[] {
  const used = new Uint8Array(Math.max(row.length, ...below.map((each) => each.length)) + 1);
  for (const cells of [row, ...below])
    for (let column = 0; column < cells.length; column += 1) if (isSeen(cells[column])) used[column] = 1;
  const runs: Span[] = [];
  let start = -1;
  used.forEach((isUsed, column) => {
    if (isUsed === 1 && start < 0) start = column;
    if (isUsed === 0 && start >= 0) {
      runs.push({ first: start, end: column });
      start = -1;
    }
  });
  return runs;
}

/** Fields whose very names stand in some columns of a row: what a row of values hardly ever has. */
function namedIn(row: readonly CellValue[], columns: readonly number[]): ReadonlySet<FieldId> {
  return new Set(columns.flatMap((column) => namedField(String(row[column] ?? ""))?.field ?? []));
}

/** True where the rows beside are the list's own: most of them are filled, and no other is. A legend has rows of its own number. */
function goOn(below: Cells, list: Span, next: Span): boolean {
  const own = below.filter((row) => hasSeen(row, list)).length;
  const both = below.filter((row) => hasSeen(row, list) && hasSeen(row, next)).length;
  const beside = below.filter((row) => hasSeen(row, next)).length;
  return both * 10 >= own * 6 && both === beside;
}

/** A run with those right of a blank column that are the same list: their fields are others, their rows the same. */
function joined(row: readonly CellValue[], below: Cells, runs: readonly Span[]): readonly Span[] {
  const lists: Span[] = [];
  for (const run of runs) {
    const last = lists.at(-1);
    if (last && isSameList(row, below, last, run)) lists.splice(-1, 1, { first: last.first, end: run.end });
    else lists.push(run);
  }
  return lists;
}

function isSameList(row: readonly CellValue[], below: Cells, list: Span, next: Span): boolean {
  const before = namedIn(row, seenColumns(row, list));
  const own = [...namedIn(row, seenColumns(row, next))];
  return before.size > 0 && own.length > 0 && own.every((field) => !before.has(field)) && goOn(below, list, next);
}

function placeIn(row: number, cells: Cells, below: Cells, span: Span): HeaderPlace | null {
  const values = cells[row] ?? [];
  const filled = seenColumns(values, span);
  const width = span.end - span.first;
  if (filled.length < 2 || filled.length * 2 < width) return null;
  const labels = filled.filter((column) => isHeaderLabel(values[column]));
  if (labels.length * 10 < filled.length * fewestLabels) return null;
  const compared = filled.map((column) => compareBelow(below, values[column] ?? "", column));
  const own = compared.filter(({ recurs }) => !recurs).map(({ column }) => column);
  if (own.length * 2 < filled.length) return null;
  const named = own.filter((column) => namedField(String(values[column])) !== null).length;
  const evidence = compared.reduce((sum, column) => sum + column.evidence, 0);
  const different = new Set(filled.map((column) => foldText(String(values[column])))).size;
  if (named < 2 && (evidence < leastEvidence || different * 10 < filled.length * 8)) return null;
  const score = named * 3 + (labels.length * 2) / width + (evidence * 2) / filled.length;
  return { row, span, named, score };
}

/** The rows that a header is compared with, without the same header pasted once more. */
function rowsBelow(cells: Cells, row: number): Cells {
  const header = cells[row] ?? [];
  const whole: Span = { first: 0, end: header.length };
  return cells.slice(row + 1, row + 1 + rowsCompared).filter((each) => !repeatsHeader(each, header, whole));
}

/** Every list that a row could be the header of, from left to right. */
export function headersIn(cells: Cells, row: number): readonly HeaderPlace[] {
  const values = cells[row] ?? [];
  // Most rows are told from headers by their own cells alone.
  const filled = seenColumns(values, { first: 0, end: values.length });
  const labels = filled.filter((column) => isHeaderLabel(values[column])).length;
  if (labels < 2 || labels * 10 < filled.length * fewestLabels) return [];
  const below = rowsBelow(cells, row);
  const runs = joined(values, below, runsOf(values, below));
  return runs.flatMap((span) => placeIn(row, cells, below, span) ?? []);
}

/** The likelier of two; the earlier one where they are alike. */
export function likelier(best: HeaderPlace | null, place: HeaderPlace): HeaderPlace {
  return !best || place.score > best.score ? place : best;
}

/** True for a row that names the columns of a list, and holds nothing but names. */
export function namesColumns(cells: Cells, row: number, span: Span): boolean {
  const values = cells[row] ?? [];
  const filled = seenColumns(values, span);
  if (filled.length < 2 || !filled.every((column) => isHeaderLabel(values[column]))) return false;
  const place = headersIn(cells, row).reduce<HeaderPlace | null>(likelier, null);
  return place !== null && place.named > 1 && place.named * 2 >= filled.length;
}

/** The list under the row that a person named as its header, whatever stands there. */
export function headerAt(cells: Cells, row: number): HeaderPlace | null {
  const values = cells[row] ?? [];
  const below = rowsBelow(cells, row);
  const runs = joined(values, below, runsOf(values, below));
  const [first] = runs;
  if (!first) return null;
  const span = runs.reduce((best, run) => (countSeen(values, run) > countSeen(values, best) ? run : best), first);
  return { row, span, named: 0, score: 0 };
}
