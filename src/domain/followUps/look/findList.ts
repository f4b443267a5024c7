import type { FieldId } from "../../schema/fieldIds";
import { matchHeaders } from "../headers";
import { hasSeen, stretchesOf, type Cells, type Span, type Stretch } from "./cells";
import { headersIn, likelier, repeatsHeader, type HeaderPlace } from "./headerRow";

/** Rows at a stretch's beginning among which its header is looked for. */
const rowsSearched = 30;
/** Below a list another one has its header among its first rows: further down stand rows of the list above. */
const rowsSearchedBelow = 5;
/** Stretches in which a header is looked for: what begins further down is read by the list above it. */
const stretchesSearched = 40;

/** A list that may be the one. */
interface Candidate {
  readonly place: HeaderPlace;
  readonly isCustomers: boolean;
  readonly size: number;
}

/** True for fields that make a customer list: a customer, and something to follow it up by. */
function isCustomerList(fields: ReadonlySet<FieldId>): boolean {
  return fields.has("customer") && (fields.has("stage") || fields.has("owner") || fields.has("nextDate"));
}

/** The fields that a header's names are known for. */
export function fieldsOf(cells: Cells, { row, span }: HeaderPlace): ReadonlySet<FieldId> {
  const names = (cells[row] ?? []).slice(span.first, span.end);
  return new Set(matchHeaders(names).map(({ field }) => field));
}

function overlaps(a: Span, b: Span): boolean {
  return a.first < b.end && b.first < a.end;
}

/** True for a header that was pasted once more. */
function isAgain(cells: Cells, place: HeaderPlace, before: HeaderPlace): boolean {
  return repeatsHeader(cells[place.row] ?? [], cells[before.row] ?? [], before.span);
}

/** The likeliest headers of a stretch, one for each list that stands there side by side. */
function headersOf(cells: Cells, { row, end }: Stretch, most: number): readonly HeaderPlace[] {
  const best: HeaderPlace[] = [];
  for (let at = row; at < Math.min(end, row + most); at += 1) {
    for (const place of headersIn(cells, at)) {
      const rival = best.findIndex((other) => overlaps(other.span, place.span));
      const held = best[rival];
      if (!held) best.push(place);
      else if (!isAgain(cells, place, held)) best[rival] = likelier(held, place);
    }
  }
  return best;
}

/** Rows below a header, down to the next one in its columns, in which something is seen. */
function rowsUnder(cells: Cells, { row, span }: HeaderPlace, others: readonly HeaderPlace[]): number {
  const next = others.filter((other) => other.row > row && overlaps(other.span, span)).map((other) => other.row);
  const end = Math.min(cells.length, ...next);
  let rows = 0;
  for (let at = row + 1; at < end; at += 1) if (hasSeen(cells[at], span)) rows += 1;
  return rows;
}

/**
 * The headers of the lists on a sheet. The same one again heads the same list. Of names that nobody knows only the first header in its
 * columns counts: further down it would be a row of the list.
 */
export function listHeaders(cells: Cells): readonly HeaderPlace[] {
  const whole: Span = { first: 0, end: cells[0]?.length ?? 0 };
  const found: HeaderPlace[] = [];
  for (const stretch of stretchesOf(cells, whole, 0).slice(0, stretchesSearched)) {
    for (const place of headersOf(cells, stretch, found.length > 0 ? rowsSearchedBelow : rowsSearched)) {
      const above = found.filter((other) => overlaps(other.span, place.span));
      if (above.some((other) => isAgain(cells, place, other))) continue;
      if (place.named > 1 || above.length === 0) found.push(place);
    }
  }
  return found;
}

/** The header of the list that is taken: a customer list before any other, and the largest of these; null where nothing reads as a list. */
export function mainHeader(cells: Cells): HeaderPlace | null {
  const places = listHeaders(cells);
  if (places.length < 2) return places[0] ?? null;
  const candidates = places.map((place): Candidate => {
    const width = place.span.end - place.span.first;
    const fields = fieldsOf(cells, place);
    const size = rowsUnder(cells, place, places) * width * (1 + fields.size / width);
    return { place, isCustomers: isCustomerList(fields), size };
  });
  const best = candidates.reduce<Candidate | null>((held, each) => {
    if (!held || each.isCustomers !== held.isCustomers) return !held || each.isCustomers ? each : held;
    return each.size > held.size ? each : held;
  }, null);
  return best?.place ?? null;
}
