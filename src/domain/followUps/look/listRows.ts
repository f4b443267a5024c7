import type { Steps } from "../../steps/steps";
import type { CellValue } from "../../values/value";
import type { Area } from "../../workbook/area";
import { isToldByCell } from "../../workbook/merges";
import type { FieldId } from "../../schema/fieldIds";
import { isSeen, type Cells, type Span, type Stretch } from "./cells";
import { namesColumns } from "./headerRow";
import { isHeading } from "./notes";
import { readingRows, type RowReading } from "./rowReading";
import type { LeftOutKind } from "./shape";
import { runningSums } from "./totals";

/** What a row is to the list: a customer's, a blank one, or left out and why. */
export type RowKind = "list" | "blank" | LeftOutKind;

export interface ListInput {
  readonly cells: Cells;
  readonly span: Span;
  /** The header row with the full names. */
  readonly header: number;
  /** The first row that may be a customer's. */
  readonly from: number;
  /** Columns of the fields that are known by name, counted as the cells are. */
  readonly columnOf: ReadonlyMap<FieldId, number>;
  readonly merges: readonly Area[];
}

/** How the rows of a list are filled, to tell those below a gap by. */
interface Profile {
  /** Cells that a row has, half of the rows more, half of them fewer. */
  readonly typical: number;
  /** By column: how many texts, and how many other values, stand there. */
  readonly columns: readonly { readonly texts: number; readonly others: number }[];
}

const rowsProfiled = 200;
/** Fewer values do not tell of what kind a column is. */
const fewestValues = 3;
/** What lists are cut up by, so that a heading says what the rows below have in their column. */
const groupFields: readonly FieldId[] = ["owner", "department", "stage", "customerType", "source"];
/** A title or two may stand over another list's header. */
const rowsToOther = 3;

function profileOf({ cells, span }: ListInput, rows: readonly number[]): Profile {
  const sample = rows.slice(0, rowsProfiled);
  const counts: number[] = [];
  const columns = Array.from({ length: span.end }, () => ({ texts: 0, others: 0 }));
  for (const row of sample) {
    let seen = 0;
    for (let column = span.first; column < span.end; column += 1) {
      const value = cells[row]?.[column];
      const known = columns[column];
      if (!isSeen(value) || !known) continue;
      seen += 1;
      if (typeof value === "string") known.texts += 1;
      else known.others += 1;
    }
    counts.push(seen);
  }
  counts.sort((a, b) => a - b);
  return { typical: counts[Math.floor(counts.length / 2)] ?? 0, columns };
}

/** True for a row below a gap that is filled as the list's rows are. */
function fits(row: readonly CellValue[], seen: number, { span, columnOf }: ListInput, profile: Profile): boolean {
  if (seen < Math.max(2, Math.round(profile.typical * 0.3))) return false;
  let alike = 0;
  for (let column = span.first; column < span.end; column += 1) {
    const value = row[column];
    if (!isSeen(value)) continue;
    const { texts, others } = profile.columns[column] ?? { texts: 0, others: 0 };
    const isOpen = texts + others < fewestValues;
    if (isOpen || (typeof value === "string" ? texts : others) > 0) alike += 1;
  }
  const customer = columnOf.get("customer");
  const isNamed = customer === undefined ? seen * 2 >= profile.typical : isSeen(row[customer]);
  return isNamed && (alike * 2 > seen || seen * 10 >= profile.typical * 8);
}

/** Stretches of rows between blank ones. */
function stretches(readings: readonly RowReading[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = -1;
  for (let at = 0; at <= readings.length; at += 1) {
    const isBlank = readings[at] === undefined || readings[at]?.look === "blank";
    if (!isBlank && start < 0) start = at;
    if (isBlank && start >= 0) {
      found.push({ row: start, end: at });
      start = -1;
    }
  }
  return found;
}

/** True where a stretch begins with the header of another list. */
function startsOther({ cells, from, span }: ListInput, { row, end }: Stretch): boolean {
  for (let at = row; at < Math.min(end, row + rowsToOther); at += 1)
    if (namesColumns(cells, from + at, span)) return true;
  return false;
}

/** How the stretches below a header belong to its list. */
interface Belonging {
  readonly own: readonly Stretch[];
  readonly other: readonly Stretch[];
  readonly below: readonly Stretch[];
  readonly profile: Profile;
}

/** Goes through the stretches: the first one with rows is the list's, then each that has its header again or is filled as its rows are. */
function belonging(input: ListInput, readings: readonly RowReading[]): Belonging {
  const { cells, from } = input;
  const [own, other, below]: [Stretch[], Stretch[], Stretch[]] = [[], [], []];
  let profile: Profile | null = null;
  let isOther = false;
  for (const stretch of stretches(readings)) {
    const rows = rowsOf(stretch);
    const full = rows.filter((at) => readings[at]?.look === "full");
    const isAgain = rows.some((at) => readings[at]?.look === "headerAgain");
    isOther = !isAgain && profile !== null && (isOther || startsOther(input, stretch));
    if (isOther) other.push(stretch);
    else if (profile === null || isAgain) {
      own.push(stretch);
      if (full.length > 0)
        profile ??= profileOf(
          input,
          full.map((at) => from + at),
        );
    } else {
      const known = profile;
      const fitting = full.filter((at) => fits(cells[from + at] ?? [], readings[at]?.seen ?? 0, input, known));
      (fitting.length > 0 && fitting.length * 2 >= full.length ? own : below).push(stretch);
    }
  }
  return { own, other, below, profile: profile ?? profileOf(input, []) };
}

function rowsOf({ row, end }: Stretch): readonly number[] {
  return Array.from({ length: end - row }, (_, at) => row + at);
}

/** Tells headings between rows from customers of whom no more than the name is known. */
function headingTest(
  { cells, from, span, merges, columnOf }: ListInput,
  readings: readonly RowReading[],
  { typical }: Profile,
): (at: number, stretch: Stretch) => boolean {
  const isFull = (at: number) => readings[at]?.look === "full" || readings[at]?.look === "headerAgain";
  const width = span.end - span.first;
  const groups = groupFields.flatMap((field) => columnOf.get(field) ?? []);
  // Nobody begins a list with a customer of whom nothing is known: such a row heads the next ones, and so do those like it.
  const opens = typical > 2 && width > 3 && readings[0]?.look === "single" && isFull(1);
  return (at, stretch) => {
    const row = cells[from + at] ?? [];
    const column = readings[at]?.first ?? 0;
    const isWide = merges.some(
      (merge) =>
        merge.row === from + at &&
        merge.column === column &&
        (isToldByCell(merge) || (merge.columns > 1 && merge.columns * 2 >= width)),
    );
    if (isWide || isHeading(String(row[column]))) return true;
    if (!isFull(at + 1)) return false;
    const next = cells[from + at + 1] ?? [];
    const isGroup = groups.some((other) => other !== column && next[other] === row[column]);
    const afterGap = typical > 2 && at === stretch.row && at > 0;
    return isGroup || afterGap || (opens && column === readings[0]?.first);
  };
}

/** Marks rows of numbers alone that are the sums of what stands above. */
function markSums({ cells, from, span }: ListInput, kinds: RowKind[]): void {
  const sums = runningSums(span);
  kinds.forEach((kind, at) => {
    const row = cells[from + at] ?? [];
    if (kind === "list" && sums.areIn(row)) kinds[at] = "total";
    if (kinds[at] === "list") sums.add(row);
    else if (kinds[at] !== "blank") sums.startPart();
  });
}

/** Marks what ends the list: notes, and names that stand alone under a total. */
function markEnd(readings: readonly RowReading[], kinds: RowKind[]): void {
  let first = kinds.length;
  while (first > 0 && (kinds[first - 1] !== "list" || readings[first - 1]?.look === "single")) first -= 1;
  let isUnderTotal = false;
  for (let at = first; at < kinds.length; at += 1) {
    if (kinds[at] === "total") isUnderTotal = true;
    const isNote = readings[at]?.look === "note" || kinds[at] === "section";
    if (isNote || (isUnderTotal && kinds[at] === "list")) kinds[at] = "below";
  }
}

/** What each row under a header is to its list, from `from` on. */
export function* kindsOfRows(input: ListInput): Steps<readonly RowKind[]> {
  const { cells, from, span, header } = input;
  const readings = yield* readingRows(cells, from, cells[header] ?? [], span);
  const { own, other, below, profile } = belonging(input, readings);
  yield;
  const kinds = readings.map(({ look }): RowKind => (look === "total" || look === "headerAgain" ? look : "blank"));
  const isHeadingRow = headingTest(input, readings, profile);
  const mark = (all: readonly Stretch[], kindOf: (at: number, stretch: Stretch) => RowKind) => {
    for (const stretch of all)
      for (let at = stretch.row; at < stretch.end; at += 1) if (kinds[at] === "blank") kinds[at] = kindOf(at, stretch);
  };
  mark(other, () => "otherBlock");
  mark(below, () => "below");
  mark(own, (at, stretch) => {
    const look = readings[at]?.look;
    return look === "note" || (look === "single" && isHeadingRow(at, stretch)) ? "section" : "list";
  });
  yield;
  markSums(input, kinds);
  markEnd(readings, kinds);
  const end = kinds.lastIndexOf("list");
  return kinds.map((kind, at) => (kind === "below" && at < end ? "section" : kind));
}
