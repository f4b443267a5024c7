import type { FieldId } from "../schema/fieldIds";
import { isBlank } from "../values/value";
import type { Refusal } from "../plan/setUpPlan";
import type { BookSnapshot, SheetSnapshot, TableFacts, ValueGrid } from "../workbook/snapshot";
import { areaAddress, cellAddress, type Area } from "../workbook/area";
import { mergesIn } from "../workbook/merges";
import { headerKey, matchHeaders, type HeaderMatch } from "./headers";
import { followUpTable } from "./followUps";
import { keyColumns, type ColumnMap, type Records } from "./records";

/** The customer list found on a sheet. */
export interface Located {
  /** Header row and body, without a total row. */
  readonly area: Area;
  readonly headers: readonly string[];
  readonly matches: readonly HeaderMatch[];
  readonly records: Records;
  /** The Excel table that holds the list already, or null. */
  readonly table: TableFacts | null;
}

export type Location =
  { readonly ok: true; readonly located: Located } | { readonly ok: false; readonly refusal: Refusal };

/** Rows searched for headers when the first one has none. */
const headerSearchRows = 20;
/** A header row shows at least this many headers that we know. */
const fewestHeaders = 2;

function refuse(refusal: Refusal): Location {
  return { ok: false, refusal };
}

/**
 * Finds the customer list on a sheet: its header row, its fields and its rows.
 * @param headerOf headers by which fields are found first (from the Settings), before known names are tried
 * @returns a refusal that says what to change where the sheet cannot be read as a list
 */
export function locate(
  book: BookSnapshot,
  snapshot: SheetSnapshot,
  headerOf: ReadonlyMap<FieldId, string> = new Map(),
): Location {
  const sheet = snapshot.sheet.name;
  const { used, grid } = snapshot;
  if (!used) return refuse({ code: "emptySheet", sheet });

  const tables = book.tables.filter((table) => table.sheet === sheet);
  const installed = tables.find((table) => table.name.toLowerCase() === followUpTable.toLowerCase());
  const only = installed ?? (tables.length === 1 ? tables[0] : undefined);
  if (!only && tables.length > 1) return refuse({ code: "otherTables", sheet, tables: tables.map(({ name }) => name) });

  const start = only ? only.area.row - used.row : 0;
  const firstColumn = only ? only.area.column - used.column : 0;
  const columns = only ? only.area.columns : used.columns;
  const headerCells = (row: number) => (grid.values[row] ?? []).slice(firstColumn, firstColumn + columns);

  if (!only) {
    const refusal = refuseByHeaderRow(snapshot, headerCells);
    if (refusal) return refuse(refusal);
  }
  const listRows = used.rows - (only ? 0 : blankRowsAtEnd(grid.values));
  const bodyRows = (only ? only.area.rows - (only.totals ? 1 : 0) : listRows) - 1;
  const area: Area = { row: used.row + start, column: used.column + firstColumn, rows: bodyRows + 1, columns };
  const merged = mergesIn(snapshot.merged, area);
  if (merged.length > 0) return refuse({ code: "mergedCells", sheet, cells: merged.map(areaAddress) });

  const headers = headerCells(start).map(String);
  const blank = headers.findIndex((header) => isBlank(header));
  if (blank >= 0) return refuse({ code: "blankHeader", sheet, cell: cellAddress(area.row, area.column + blank) });
  const twice = headers.find((header, at) => headers.findIndex((other) => sameHeader(other, header)) !== at);
  if (twice !== undefined) {
    const cells = headers.flatMap((header, at) =>
      sameHeader(header, twice) ? [cellAddress(area.row, area.column + at)] : [],
    );
    return refuse({ code: "duplicateHeaders", sheet, header: twice, cells });
  }

  const matches = matchWithSettings(headers, headerOf);
  const found = new Map(matches.map(({ field, column }) => [field, column]));
  const missing = missingColumns(found);
  if (missing.length > 0) {
    return refuse(
      matches.length === 0
        ? { code: "noHeaders", sheet, headers }
        : { code: "missingColumns", sheet, missing, found: matches.map(({ column }) => headers[column] ?? "") },
    );
  }
  if (bodyRows < 1) return refuse({ code: "noRows", sheet });
  const below = only ? null : rowBelowGap(grid.values.slice(0, bodyRows + 1), found);
  if (below !== null) {
    const column = (grid.values[below] ?? []).findIndex((value) => !isBlank(value));
    return refuse({ code: "cellsBelow", sheet, cell: cellAddress(area.row + below, area.column + column) });
  }

  const body: Area = { ...area, row: area.row + 1, rows: bodyRows };
  // A table can reach beyond the used cells: its last rows or columns may be blank.
  const values = Array.from({ length: bodyRows }, (_, index) => {
    const row = grid.values[start + 1 + index] ?? [];
    if (firstColumn === 0 && columns === row.length) return row;
    return Array.from({ length: columns }, (__, column) => row[firstColumn + column] ?? "");
  });
  return {
    ok: true,
    located: { area, headers, matches, table: only ?? null, records: { sheet, area: body, values, columns: found } },
  };
}

/** True for a row without anything that can be seen, wide and other spaces included. */
function holdsNothing(row: ValueGrid["values"][number]): boolean {
  return row.every((value) => typeof value === "string" && value.trim() === "");
}

/** Rows at the end that hold nothing but blanks that were typed. */
function blankRowsAtEnd(values: ValueGrid["values"]): number {
  const fromEnd = [...values].reverse().findIndex((row) => !holdsNothing(row));
  return Math.max(0, fromEnd);
}

/** The first row below the last blank one, where none of what follows is a customer: notes and totals; else null. */
function rowBelowGap(values: ValueGrid["values"], columns: ColumnMap): number | null {
  const gap = values.map(holdsNothing).lastIndexOf(true);
  if (gap < 0) return null;
  const keys = keyColumns(columns);
  const isCustomer = (row: ValueGrid["values"][number]) => keys.some((column) => !isBlank(row[column] ?? ""));
  return values.slice(gap + 1).some(isCustomer) ? null : gap + 1;
}

/** Excel's table headers are unique without regard to case. */
function sameHeader(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** A list needs a customer column and one of stage, owner and next date. */
function missingColumns(found: ReadonlyMap<FieldId, number>): readonly FieldId[] {
  const second: readonly FieldId[] = ["stage", "owner", "nextDate"];
  return [
    ...(found.has("customer") ? [] : (["customer"] as const)),
    ...(second.some((field) => found.has(field)) ? [] : second),
  ];
}

function refuseByHeaderRow(
  snapshot: SheetSnapshot,
  headerCells: (row: number) => readonly (string | number | boolean)[],
): Refusal | null {
  const sheet = snapshot.sheet.name;
  const { used, grid } = snapshot;
  if (!used) return { code: "emptySheet", sheet };
  let [headerRow, most] = [-1, 0];
  for (let row = 0; row < Math.min(headerSearchRows, grid.values.length); row += 1) {
    const known = matchHeaders(headerCells(row)).length;
    if (known > most) [headerRow, most] = [row, known];
  }
  if (most < fewestHeaders) {
    const headers = headerCells(0).filter((value) => !isBlank(value));
    return { code: "noHeaders", sheet, headers: headers.map(String) };
  }
  return headerRow > 0 ? { code: "titleRows", sheet, headerRow: used.row + headerRow + 1 } : null;
}

/** Fields by the headers that the Settings name, then by known names among the headers nobody has claimed. */
function matchWithSettings(headers: readonly string[], headerOf: ReadonlyMap<FieldId, string>): readonly HeaderMatch[] {
  const claimed = new Map<FieldId, number>();
  const taken = new Set<number>();
  for (const [field, header] of headerOf) {
    // The very header before one that only reads alike: 金额（元） and 金额（美元） have one key.
    const very = headers.indexOf(header);
    const column = very >= 0 ? very : headers.findIndex((candidate) => headerKey(candidate) === headerKey(header));
    if (column >= 0 && !taken.has(column)) {
      claimed.set(field, column);
      taken.add(column);
    }
  }
  const rest = matchHeaders(headers.map((header, column) => (taken.has(column) ? "" : header)));
  return [
    ...[...claimed].map(([field, column]): HeaderMatch => ({ field, column, by: "exact" })),
    ...rest.filter(({ field }) => !claimed.has(field)),
  ];
}
