import { findFollowUps } from "../followUps/followUps";
import { locate } from "../followUps/locate";
import { notedByHeader } from "../schema/headerNames";
import { readInstalledSchema } from "../settings/inForce";
import { settingsHeaders } from "../settings/settings";
import type { CellValue } from "../values/value";
import type { Action } from "../workbook/action";
import { bodyOf, intersect, type Area } from "../workbook/area";
import { project, type Workbook } from "../workbook/project";
import type { SheetSnapshot, TableFacts } from "../workbook/snapshot";

/** The list on a sheet of people's, as a change leaves it, and what the change adds to it. */
export interface ListChange {
  readonly sheet: string;
  /** The table as it will be, with its header row. */
  readonly area: Area;
  readonly body: Area;
  readonly headers: readonly string[];
  /** The table that it was; null where there was none. */
  readonly was: TableFacts | null;
  /** Offsets of columns that the change makes: there was nothing in them. */
  readonly added: ReadonlySet<number>;
  readonly idHeader: string | null;
  /** IDs row by row of the body; blank where a row has none. */
  readonly ids: readonly CellValue[];
}

function valueAt({ grid }: Pick<SheetSnapshot, "grid">, row: number, column: number): CellValue {
  return grid.values[row - grid.area.row]?.[column - grid.area.column] ?? "";
}

function isBlankColumn(sheet: SheetSnapshot, { row, rows }: Area, column: number): boolean {
  for (let at = row; at < row + rows; at += 1) if (valueAt(sheet, at, column) !== "") return false;
  return true;
}

/** Offset of the column of IDs among others that were there before; null where there is none. */
function knownIdColumn({ book, sheet, settings }: Workbook): number | null {
  const headers = settingsHeaders(readInstalledSchema(book, settings)?.settings ?? null);
  const location = locate(book, sheet, headers);
  return (location.ok ? location.located.records.columns.get("id") : null) ?? null;
}

/** What a change does to the list; null where there is no list on a sheet that was there before. */
export function listChangeOf(workbook: Workbook, actions: readonly Action[]): ListChange | null {
  const after = project(workbook, actions);
  const table = findFollowUps(after.book);
  const { sheet } = workbook;
  if (!table || table.sheet !== sheet.sheet.name) return null;
  const { area, headers } = table;
  const was = workbook.book.tables.find((one) => one.sheet === table.sheet && intersect(one.area, area) !== null);
  const body = bodyOf(table);
  const added = headers.flatMap((_, offset) => (isBlankColumn(sheet, area, area.column + offset) ? [offset] : []));
  // Of the columns that come, only the one of IDs is filled with values, and what the add-in notes.
  const filled = added.find((offset) => {
    const isNoted = notedByHeader(headers[offset] ?? "") !== null;
    return !isNoted && !isBlankColumn(after.sheet, body, area.column + offset);
  });
  const id = filled ?? knownIdColumn(after);
  return {
    sheet: table.sheet,
    area,
    body,
    headers,
    was: was ?? null,
    added: new Set(added),
    idHeader: id === null ? null : (headers[id] ?? null),
    ids: Array.from({ length: body.rows }, (_, row) =>
      id === null ? "" : valueAt(after.sheet, body.row + row, body.column + id),
    ),
  };
}
