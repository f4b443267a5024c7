import { areaAddress, type Area } from "../../workbook/area";
import { mergesIn, trueMerges } from "../../workbook/merges";
import type { BookSnapshot, SheetSnapshot } from "../../workbook/snapshot";
import type { FieldId } from "../../schema/fieldIds";
import { atOnce, type Steps } from "../../steps/steps";
import { headerText } from "../headerTexts";
import { matchHeaders } from "../headers";
import { bodyOfList } from "./body";
import { isSeen, type Cells, type Span } from "./cells";
import { mainHeader } from "./findList";
import { headerAt, type HeaderPlace } from "./headerRow";
import { readHead, type Head } from "./headRows";
import { farBlanks, leftOutOf } from "./leftOut";
import { kindsOfRows, type RowKind } from "./listRows";
import type { InPlaceObstacle, ShapeWishes, SheetLook } from "./shape";
import { lookAtTable, tableOf } from "./tableLook";

/** Fields of which a row has something of its own where it is a customer's; the customer's name can be merged over several. */
const ownFields: readonly FieldId[] = ["owner", "stage", "nextDate"];
/** Fields whose value counts once where it is merged over several rows. */
const onceFields: readonly FieldId[] = ["amount"];

/** The used cells as far as something is seen: what was typed beyond is blank. */
function shownCells(values: Cells): Cells {
  let [rows, columns] = [0, 0];
  values.forEach((row, at) => {
    for (let column = row.length - 1; column >= 0; column -= 1) {
      if (!isSeen(row[column])) continue;
      rows = at + 1;
      columns = Math.max(columns, column + 1);
      break;
    }
  });
  const shown = rows === values.length ? values : values.slice(0, rows);
  return columns === values[0]?.length ? shown : shown.map((row) => row.slice(0, columns));
}

/** The columns with those at the edges that rows of the list fill though they have no header, and without those that show nothing. */
function settledSpan(
  cells: Cells,
  { first, end }: Span,
  header: number,
  from: number,
  kinds: readonly RowKind[],
): Span {
  const isUsed = (column: number) =>
    isSeen(cells[header]?.[column]) || kinds.some((kind, at) => kind === "list" && isSeen(cells[from + at]?.[column]));
  let [left, right] = [first, end];
  while (left > 0 && isUsed(left - 1)) left -= 1;
  while (left < right - 1 && !isUsed(left)) left += 1;
  while (right < (cells[0]?.length ?? 0) && isUsed(right)) right += 1;
  while (right > left + 1 && !isUsed(right - 1)) right -= 1;
  return { first: left, end: right };
}

/** Where the fields stand that are known by name, counted as the cells are. */
function columnsOf(headers: readonly string[], { first }: Span): ReadonlyMap<FieldId, number> {
  return new Map(matchHeaders(headers).map(({ field, column }) => [field, first + column]));
}

/** Why a list cannot become a table where it lies. */
function obstacleOf(
  { merged }: SheetSnapshot,
  area: Area,
  { last, main }: Head,
  kinds: readonly RowKind[],
): InPlaceObstacle | null {
  if (last !== main) return { kind: "twoHeaderRows" };
  const rows = kinds.flatMap((kind, at) => (kind === "list" || kind === "blank" ? [] : [area.row + 1 + at]));
  if (rows.length > 0) return { kind: "rowsInside", rows };
  const cells = mergesIn(merged, area).map(areaAddress);
  return cells.length > 0 ? { kind: "mergedCells", cells } : null;
}

/** A sheet's cells as they are looked at, counted from the first used one, and what was said of them. */
interface Ground {
  readonly cells: Cells;
  readonly merges: readonly Area[];
  readonly textAt: (row: number, column: number) => string;
  readonly takenIn: ReadonlySet<number>;
  readonly isNamed: boolean;
  readonly leftOut: ReadonlySet<number>;
}

function groundOf(
  { grid, head, merged }: SheetSnapshot,
  used: Area,
  { headerRow, takeIn, leaveOut }: ShapeWishes,
): Ground {
  const cells = shownCells(grid.values);
  return {
    cells,
    merges: trueMerges(merged, grid.values, used).map((merge): Area => {
      return { ...merge, row: merge.row - used.row, column: merge.column - used.column };
    }),
    textAt: (row, column) => headerText(cells[row]?.[column] ?? "", head?.[row]?.[column]),
    takenIn: new Set(takeIn.map((row) => row - used.row)),
    isNamed: headerRow !== null,
    leftOut: new Set(leaveOut.map((row) => row - used.row)),
  };
}

/** What a person said of rows comes before what they look like. */
function asWished(kinds: readonly RowKind[], from: number, { takenIn, leftOut }: Ground): readonly RowKind[] {
  return kinds.map((kind, at) => {
    if (leftOut.has(from + at)) return kind === "list" ? "chosen" : kind;
    return takenIn.has(from + at) && kind !== "blank" ? "list" : kind;
  });
}

/** A list as it was found: its head, its columns, and what each row under the head is. */
interface List {
  readonly head: Head;
  readonly span: Span;
  /** The row of the first kind. */
  readonly from: number;
  readonly kinds: readonly RowKind[];
}

function* listUnder(place: HeaderPlace, ground: Ground): Steps<List> {
  const { cells, merges } = ground;
  const headIn = (span: Span) => readHead({ ...ground, place: { ...place, span } });
  const first = headIn(place.span);
  const from = first.last + 1;
  const columnOf = columnsOf(first.texts, place.span);
  const found = yield* kindsOfRows({ cells, span: place.span, header: place.row, from, columnOf, merges });
  const kinds = asWished(found, from, ground);
  const span = settledSpan(cells, place.span, place.row, from, kinds);
  return { head: headIn(span), span, from, kinds };
}

/** The list's rows as values, down to its last one. */
function bodyOf({ head, span, from, kinds }: List, { cells, merges }: Ground) {
  const columnOf = columnsOf(head.texts, span);
  const columnsFor = (fields: readonly FieldId[]) => fields.flatMap((field) => columnOf.get(field) ?? []);
  const own = kinds.slice(0, kinds.lastIndexOf("list") + 1);
  const [ownColumns, onceColumns] = [columnsFor(ownFields), columnsFor(onceFields)];
  return { kinds: own, rows: bodyOfList({ cells, span, from, kinds: own, merges, ownColumns, onceColumns }) };
}

function* lookingAtCells(sheet: SheetSnapshot, used: Area, wishes: ShapeWishes): Steps<SheetLook | null> {
  const ground = groundOf(sheet, used, wishes);
  const { cells } = ground;
  yield;
  const place = wishes.headerRow === null ? mainHeader(cells) : headerAt(cells, wishes.headerRow - used.row);
  if (!place) return null;
  yield;
  const list = yield* listUnder(place, ground);
  const { head, span, from, kinds } = list;
  yield;
  const body = bodyOf(list, ground);
  yield;
  const onSheet = (area: Area): Area => ({ ...area, row: used.row + area.row, column: used.column + area.column });
  const rows = body.rows.length + 1;
  const area = onSheet({ row: head.last, column: span.first, rows, columns: span.end - span.first });
  const leftOut = [
    ...leftOutOf({ cells, span, head: head.first, keyRows: head.keyRows, from, kinds, end: from + body.rows.length }),
    ...farBlanks(sheet.grid.values, cells.length),
  ];
  return {
    header: { row: used.row + head.first, rows: head.last - head.first + 1 },
    area,
    headers: head.texts,
    body: body.rows,
    leftOut: leftOut.map((each) => ({ ...each, area: onSheet(each.area) })),
    inPlace: obstacleOf(sheet, area, head, body.kinds),
  };
}

/**
 * Looks at a sheet as it lies there, in steps: where its list begins and ends, what its columns are called, and what is left out of it. A
 * table is the list whatever stands around it.
 * @returns null where nothing reads as a list, and where several tables could be it
 */
export function* lookingAtSheet(
  book: BookSnapshot,
  sheet: SheetSnapshot,
  wishes: ShapeWishes,
): Steps<SheetLook | null> {
  const table = tableOf(book, sheet.sheet.name);
  if (table) return lookAtTable(table, sheet);
  return sheet.used ? yield* lookingAtCells(sheet, sheet.used, wishes) : null;
}

/** The look in one go: `lookingAtSheet`. */
export function lookAtSheet(book: BookSnapshot, sheet: SheetSnapshot, wishes: ShapeWishes): SheetLook | null {
  return atOnce(lookingAtSheet(book, sheet, wishes));
}
