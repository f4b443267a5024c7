import type { CellChange, ColumnNow } from "../domain/rules/planFixes";
import type { Area } from "../domain/workbook/area";
import { fitting, planChunks } from "../domain/workbook/chunks";
import { succeed, type Result } from "./fault";
import type { FormattedCells, WorkbookPort } from "./ports";

/** Cells per round trip: contents and formats of them stay below 5 MB. */
const cellsPerTrip = 30_000;

/** Cells with formulas and formats, and where they stand. */
export interface FormattedArea extends FormattedCells {
  readonly area: Area;
}

/** Areas, a large one in pieces of whole rows, by the round trips that bring them: one for all that is usual. */
export function tripsFor(areas: readonly Area[]): readonly (readonly Area[])[] {
  const trips: (readonly Area[])[] = [];
  let left = areas.flatMap((area) => planChunks(area, area.columns, cellsPerTrip));
  while (left.length > 0) {
    const trip = left.slice(
      0,
      fitting(left, ({ rows, columns }) => rows * columns, cellsPerTrip),
    );
    trips.push(trip);
    left = left.slice(trip.length);
  }
  return trips;
}

/** The areas that one round trip has brought. */
export function broughtBy(trip: readonly Area[], cells: readonly FormattedCells[]): readonly FormattedArea[] {
  return trip.flatMap((area, at) => {
    const block = cells[at];
    return block ? [{ area, ...block }] : [];
  });
}

/** What round trips over one sheet bring, one after the other. */
export async function readTrips(
  port: Pick<WorkbookPort, "readFormatted">,
  sheet: string,
  trips: readonly (readonly Area[])[],
): Promise<Result<readonly FormattedArea[]>> {
  const found: FormattedArea[] = [];
  for (const trip of trips) {
    const read = await port.readFormatted(sheet, trip);
    if (!read.ok) return read;
    found.push(...broughtBy(trip, read.value));
  }
  return succeed(found);
}

/** Areas of one sheet in their order, a large one in pieces. */
export function readFormattedAreas(
  port: Pick<WorkbookPort, "readFormatted">,
  sheet: string,
  areas: readonly Area[],
): Promise<Result<readonly FormattedArea[]>> {
  return readTrips(port, sheet, tripsFor(areas));
}

/** The column spans that cover the changes. */
export function spansOf(changes: readonly Pick<CellChange, "row" | "column">[]): readonly Area[] {
  const spans = new Map<number, { first: number; last: number }>();
  for (const { row, column } of changes) {
    const span = spans.get(column);
    if (span) {
      span.first = Math.min(span.first, row);
      span.last = Math.max(span.last, row);
    } else spans.set(column, { first: row, last: row });
  }
  return [...spans].map(([column, { first, last }]) => ({ row: first, column, rows: last - first + 1, columns: 1 }));
}

/** The cells of columns as they are now. */
export async function readColumns(
  port: Pick<WorkbookPort, "readFormatted">,
  sheet: string,
  columns: readonly Area[],
): Promise<Result<readonly ColumnNow[]>> {
  const read = await readFormattedAreas(port, sheet, columns);
  return read.ok ? succeed(read.value.map(columnOf)) : read;
}

/** One column of cells as they are now. */
export function columnOf({ area: { row, column }, cells, formats }: FormattedArea): ColumnNow {
  return {
    row,
    column,
    cells: cells.map(([cell = ""]) => cell),
    formats: formats.map(([format = "General"]) => format),
  };
}
