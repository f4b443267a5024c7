import type { FieldId } from "../schema/fieldIds";
import { isBlank, type CellValue } from "../values/value";
import type { Refusal } from "../plan/setUpPlan";
import type { BookSnapshot, SheetSnapshot, TableFacts, ValueGrid } from "../workbook/snapshot";
import { areaAddress, cellAddress, type Area } from "../workbook/area";
import { mergesIn } from "../workbook/merges";
import { headerKey, matchHeaders, type HeaderMatch } from "./headers";
import { sameHeader, tableHeaders, type HeaderChange } from "./headerTexts";
import { followUpTable } from "./followUps";
import { keyColumns, type ColumnMap, type Records } from "./records";

/** The customer list found on a sheet. */
export interface Located {
  /** Header row and body, without a total row. */
  readonly area: Area;
  /** As they are, or will be once the list is a table. */
  readonly headers: readonly string[];
  /** Headers that have to change for that; none where there is a table. */
  readonly headerChanges: readonly HeaderChange[];
  readonly matches: readonly HeaderMatch[];
  readonly records: Records;
  /** The Excel table that holds the list already, or null. */
  readonly table: TableFacts | null;
}

export type Location =
  { readonly ok: true; readonly located: Located } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Fields of which a sheet may have a second column by the same name: it is numbered and kept. Of any other it has to be said which one counts.
 */
const mayRepeat: ReadonlySet<FieldId> = new Set<FieldId>([
  ...(["contact", "phone", "wechat", "mail", "needs", "feedback", "objections", "nextStep", "note"] as const),
  ...(["painPoints", "materials", "openQuestions"] as const),
]);
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

  const found = headersAt(snapshot, { area, start, isTable: only !== undefined }, headerOf);
  if ("code" in found) return refuse(found);
  const { headers, headerChanges, matches } = found;
  const columnOf = new Map(matches.map(({ field, column }) => [field, column]));
  const missing = missingColumns(columnOf);
  if (missing.length > 0) {
    return refuse(
      matches.length === 0
        ? { code: "noHeaders", sheet, headers }
        : { code: "missingColumns", sheet, missing, found: matches.map(({ column }) => headers[column] ?? "") },
    );
  }
  if (bodyRows < 1) return refuse({ code: "noRows", sheet });
  const below = only ? null : rowBelowGap(grid.values.slice(0, bodyRows + 1), columnOf);
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
    located: {
      area,
      headers,
      headerChanges,
      matches,
      table: only ?? null,
      records: { sheet, area: body, values, columns: columnOf },
    },
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

/** The list's headers with their fields, or why they cannot be told apart. */
function headersAt(
  { sheet: { name: sheet }, grid, head }: SheetSnapshot,
  { area, start, isTable }: { readonly area: Area; readonly start: number; readonly isTable: boolean },
  headerOf: ReadonlyMap<FieldId, string>,
): Refusal | Pick<Located, "headers" | "headerChanges" | "matches"> {
  const offset = area.column - grid.area.column;
  const values = (grid.values[start] ?? []).slice(offset, offset + area.columns);
  const body = grid.values.slice(start + 1, start + area.rows);
  // A column without a header and without a cell below is a gap between two lists rather than a part of one.
  const gap = values.findIndex(
    (value, column) => isBlank(value) && body.every((row) => isBlank(row[offset + column] ?? "")),
  );
  if (gap >= 0) return { code: "blankHeader", sheet, cell: cellAddress(area.row, area.column + gap) };

  const matches = matchWithSettings(values.map(String), headerOf);
  if (isTable) return { headers: values.map(String), headerChanges: [], matches };
  const same = (header: CellValue) =>
    values.flatMap((value, at) => (sameHeader(String(value), String(header)) ? [at] : []));
  const twice = matches
    .flatMap(({ field, column }) => (mayRepeat.has(field) ? [] : [values[column] ?? ""]))
    .find((header) => same(header).length > 1);
  if (twice !== undefined) {
    const cells = same(twice).map((at) => cellAddress(area.row, area.column + at));
    return { code: "duplicateHeaders", sheet, header: String(twice), cells };
  }
  const { headers, changes } = tableHeaders(values, start === 0 ? (head ?? []).slice(offset) : []);
  return { headers, headerChanges: changes, matches };
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
