import { each, type Steps } from "../../steps/steps";
import { isErrorText, type CellValue } from "../../values/value";
import { isSeen, type Cells, type Span } from "./cells";
import { repeatsHeader } from "./headerRow";
import { isLongText, isNote } from "./notes";
import { isTotalRow } from "./totals";

/** What a row under a header looks like by itself. */
export type RowLook =
  /** Nothing is seen. */
  | "blank"
  /** Several cells, as customers have them. */
  | "full"
  /** One text and nothing else: a name, a heading or a note. */
  | "single"
  /** One number, or one error, and nothing else. */
  | "number"
  | "total"
  | "headerAgain"
  /** Says who made the sheet, or what holds for all of it. */
  | "note";

export interface RowReading {
  readonly look: RowLook;
  readonly seen: number;
  /** The first column in which something is seen. */
  readonly first: number;
}

const blank: RowReading = { look: "blank", seen: 0, first: -1 };
/** A note stands in few cells: 制表人：…, 审核：…, 日期：… */
const mostNoteCells = 4;

function readRow(row: readonly CellValue[], header: readonly CellValue[], span: Span): RowReading {
  let [seen, first] = [0, -1];
  for (let column = span.first; column < span.end; column += 1) {
    if (!isSeen(row[column])) continue;
    if (seen === 0) first = column;
    seen += 1;
  }
  return seen === 0 ? blank : { look: lookOf(row, header, span, seen, row[first] ?? ""), seen, first };
}

/** What a row looks like that has some cells, of which `start` is the first one. */
function lookOf(
  row: readonly CellValue[],
  header: readonly CellValue[],
  span: Span,
  seen: number,
  start: CellValue,
): RowLook {
  if (isTotalRow(row, span)) return "total";
  if (typeof start === "string" && seen <= mostNoteCells && isNote(start)) return "note";
  if (seen > 1) return repeatsHeader(row, header, span) ? "headerAgain" : "full";
  if (typeof start !== "string" || isErrorText(start)) return "number";
  return isLongText(start) ? "note" : "single";
}

/** Reads the rows from one on, each by itself. */
export function* readingRows(
  cells: Cells,
  from: number,
  header: readonly CellValue[],
  span: Span,
): Steps<readonly RowReading[]> {
  const readings: RowReading[] = [];
  yield* each(cells.slice(from), (row) => readings.push(readRow(row, header, span)));
  return readings;
}
