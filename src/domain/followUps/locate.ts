import type { FieldId, NotedId } from "../schema/fieldIds";
import { notedByHeader, ourHeaders } from "../schema/headerNames";
import { isBlank, type CellValue } from "../values/value";
import type { Refusal } from "../plan/setUpPlan";
import { atOnce, type Steps } from "../steps/steps";
import type { BookSnapshot, SheetSnapshot, TableFacts } from "../workbook/snapshot";
import { cellAddress, type Area } from "../workbook/area";
import { matchHeaders, type HeaderMatch } from "./headers";
import { followUpTable } from "./followUps";
import type { ColumnGuess } from "./match/guess";
import { matchingColumns } from "./match/matchColumns";
import { keptHeaders } from "./keptHeaders";
import { headerKey } from "./knownNames";
import { mayRepeat } from "./mayRepeat";
import { sameHeader, tableHeaders, type HeaderChange } from "./headerTexts";
import { lookingAtSheet } from "./look/lookAtSheet";
import {
  asFound,
  type HeaderRows,
  type InPlaceObstacle,
  type LeftOut,
  type ShapeWishes,
  type SheetLook,
} from "./look/shape";
import { tableOf, tablesOn } from "./look/tableLook";
import type { Records } from "./records";

/** What a person said of a list: its shape, and what its columns are. */
export interface ListWishes {
  readonly shape: ShapeWishes;
  /** Fields by the headers that the columns have in the list, each of them once; null for a column that is none of our fields. */
  readonly columns: ReadonlyMap<string, FieldId | null>;
  /** Review day, by which a date that has passed is told from one that is to come; null to go by the names of the columns alone. */
  readonly today: number | null;
}

/** Nobody said anything of the list, and its columns go by their names. */
export const noWishes: ListWishes = { shape: asFound, columns: new Map(), today: null };

/** The customer list found on a sheet. */
export interface Located {
  /** The last header row and the body, without a total row. */
  readonly area: Area;
  /** The header rows on the sheet. */
  readonly header: HeaderRows;
  /** As they are, or will be once the list is a table. */
  readonly headers: readonly string[];
  /** Headers that have to change for that; none where there is a table. */
  readonly headerChanges: readonly HeaderChange[];
  readonly matches: readonly HeaderMatch[];
  /** What each column may be, for a list that is no follow-up table yet and was read with its review day; else none. */
  readonly guesses: readonly ColumnGuess[];
  readonly records: Records;
  /** What stands on the sheet, or between the rows, and is no customer. */
  readonly leftOut: readonly LeftOut[];
  /** Why the list cannot become a table where it lies; null where it can. */
  readonly inPlace: InPlaceObstacle | null;
  /** The Excel table that holds the list already, or null. */
  readonly table: TableFacts | null;
}

export type Location =
  | { readonly ok: true; readonly located: Located }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      /** The list, where one was found and only its columns were not. */
      readonly found?: Located;
    };

function refuse(refusal: Refusal): Location {
  return { ok: false, refusal };
}

/**
 * Finds the customer list on a sheet, in steps: its header row, its fields and its rows.
 * @param headerOf headers by which fields are found first (from the Settings), before known names are tried
 * @param wishes what a person said of the list, before all else
 * @returns a refusal that says what to change where the sheet cannot be read as a list
 */
export function* locating(
  book: BookSnapshot,
  snapshot: SheetSnapshot,
  headerOf: ReadonlyMap<FieldId, string> = new Map(),
  wishes: ListWishes = noWishes,
): Steps<Location> {
  const sheet = snapshot.sheet.name;
  if (!snapshot.used) return refuse({ code: "emptySheet", sheet });
  const table = tableOf(book, sheet);
  const tables = tablesOn(book, sheet).map(({ name }) => name);
  if (!table && tables.length > 0) return refuse({ code: "otherTables", sheet, tables });
  const look = yield* lookingAtSheet(book, snapshot, wishes.shape);
  if (!look) return refuseWithoutList(snapshot);

  const { headers, headerChanges } = table ? { headers: look.headers, headerChanges: [] } : headersOf(snapshot, look);
  const isOurs = table?.name.toLowerCase() === followUpTable.toLowerCase();
  const claims = claimsOf(headers, headerOf, isOurs ? noFields(book, headers) : wishes.columns);
  const guesses =
    isOurs || wishes.today === null
      ? []
      : yield* matchingColumns(look.headers, look.body, claims, { today: wishes.today, system: book.dateSystem });
  const matches = guesses.length > 0 ? takenOf(guesses) : matchesByName(look.headers, claims);
  const columns = new Map<FieldId, number>(matches.map(({ field, column }) => [field, column]));
  for (const [id, column] of notedColumns(headers, matches)) columns.set(id, column);
  const { area, header, leftOut, inPlace } = look;
  const body: Area = { ...area, row: area.row + 1, rows: area.rows - 1 };
  const lost = isOurs ? [...headerOf.keys()].filter((field) => !columns.has(field)) : [];
  const records: Records = { sheet, area: body, values: look.body, columns, lost };
  const located = { area, header, headers, headerChanges, matches, guesses, records, leftOut, inPlace, table };
  const refusal = refusalOf(located, look, wishes.columns);
  return refusal ? { ok: false, refusal, found: located } : { ok: true, located };
}

/** The list in one go: `locating`. */
export function locate(...input: Parameters<typeof locating>): Location {
  return atOnce(locating(...input));
}

/** Why a list cannot be worked with as it was found; null where it can. */
function refusalOf(located: Located, look: SheetLook, chosen: ListWishes["columns"]): Refusal | null {
  const { headers, matches, records, table } = located;
  const { sheet, columns } = records;
  const twice = table ? null : headerTwice(located, look, chosen);
  if (twice) return twice;
  const missing = missingColumns(columns);
  if (missing.length > 0) {
    const matched = new Set(columns.values());
    const unknown = headers.filter((_, column) => !matched.has(column) && (look.headers[column] ?? "") !== "");
    const found = matches.map(({ column }) => headers[column] ?? "");
    return matches.length === 0
      ? { code: "noHeaders", sheet, headers: unknown, unknown }
      : { code: "missingColumns", sheet, missing, found, unknown };
  }
  return records.values.length === 0 ? { code: "noRows", sheet } : null;
}

/** Columns of a follow-up table that nobody fills in, whatever they are called: the add-in's own, and those of which it was said. */
function noFields(book: BookSnapshot, headers: readonly string[]): ListWishes["columns"] {
  const ours = headers.filter((header) => ourHeaders.has(header));
  return new Map([...keptHeaders(book), ...ours].map((header) => [header, null]));
}

/** Where the list has the columns in which the add-in notes something: a list that came from a follow-up sheet brings them along. */
function notedColumns(headers: readonly string[], matches: readonly HeaderMatch[]): ReadonlyMap<NotedId, number> {
  const taken = new Set(matches.map(({ column }) => column));
  const found = new Map<NotedId, number>();
  headers.forEach((header, column) => {
    const id = notedByHeader(header);
    if (id !== null && !found.has(id) && !taken.has(column)) found.set(id, column);
  });
  return found;
}

/** The columns that are taken for a field. */
function takenOf(guesses: readonly ColumnGuess[]): readonly HeaderMatch[] {
  return guesses.flatMap(({ column, taken, candidates }) => {
    if (taken === null) return [];
    const because = candidates.find(({ field }) => field === taken)?.because;
    return [{ field: taken, column, by: because?.by ?? "chosen" }];
  });
}

/** Nothing on the sheet reads as a list: what stands in its first row says which sheet it is. */
function refuseWithoutList({ sheet: { name: sheet }, grid }: SheetSnapshot): Location {
  const isNothing = (value: CellValue) => String(value).trim() === "";
  const first = grid.values.find((row) => !row.every(isNothing));
  if (!first) return refuse({ code: "emptySheet", sheet });
  const headers = first.filter((value) => !isNothing(value)).map(String);
  return refuse({ code: "noHeaders", sheet, headers, unknown: [] });
}

/** The headers that a list has once it is a table, and which of them change for it. */
function headersOf({ grid, head }: SheetSnapshot, { area, header, headers }: SheetLook) {
  const row = area.row - grid.area.row;
  const offset = area.column - grid.area.column;
  const values = (grid.values[row] ?? []).slice(offset, offset + area.columns);
  const shown = (head?.[row] ?? []).slice(offset, offset + area.columns);
  const made = tableHeaders(values, shown, header.rows > 1 ? headers : null);
  return { headers: made.headers, headerChanges: made.changes };
}

/**
 * Two columns by one name, both with something in them, of a field of which one counts: nobody can tell which, unless a person has, or
 * the cells.
 */
function headerTwice(
  { headers, records, area }: Located,
  { headers: texts, body }: SheetLook,
  chosen: ListWishes["columns"],
): Refusal | null {
  const open = texts.map((text, column) => (chosen.has(headers[column] ?? "") ? "" : text));
  for (const { field, column } of matchHeaders(open)) {
    const text = open[column] ?? "";
    const same = open.flatMap((other, at) => (sameHeader(other, text) ? [at] : []));
    const filled = same.filter((at) => body.some((row) => !isBlank(row[at] ?? "")));
    const isSettled = [...chosen.values()].includes(field) || !same.includes(records.columns.get(field) ?? column);
    if (filled.length < 2 || mayRepeat.has(field) || isSettled) continue;
    const cells = same.map((at) => cellAddress(area.row, area.column + at));
    return { code: "duplicateHeaders", sheet: records.sheet, header: text, cells };
  }
  return null;
}

/** A list needs a customer column and one of stage, owner and next date. */
function missingColumns(found: ReadonlyMap<FieldId, number>): readonly FieldId[] {
  const second: readonly FieldId[] = ["stage", "owner", "nextDate"];
  return [
    ...(found.has("customer") ? [] : (["customer"] as const)),
    ...(second.some((field) => found.has(field)) ? [] : second),
  ];
}

/**
 * What is known of the columns before they are looked at: what a person said, then the headers that the Settings name.
 * @param headers each of them once, as the list has them as a table
 * @returns fields by column; null for a column of which somebody said that it is none of ours
 */
function claimsOf(
  headers: readonly string[],
  headerOf: ReadonlyMap<FieldId, string>,
  chosen: ListWishes["columns"],
): ReadonlyMap<number, FieldId | null> {
  const claims = new Map<number, FieldId | null>();
  headers.forEach((header, column) => {
    const field = chosen.get(header);
    if (field === undefined) return;
    // The last one who is pointed at gets the field: nobody wants two.
    for (const [other, held] of claims) if (held !== null && held === field) claims.set(other, null);
    claims.set(column, field);
  });
  for (const [field, header] of headerOf) {
    // The very header before one that only reads alike: 金额（元） and 金额（美元） have one key.
    const very = headers.indexOf(header);
    const column = very >= 0 ? very : headers.findIndex((candidate) => headerKey(candidate) === headerKey(header));
    if (column >= 0 && !claims.has(column) && ![...claims.values()].includes(field)) claims.set(column, field);
  }
  return claims;
}

/** Fields by what is known of them, then by known names among the headers that nobody has claimed. */
function matchesByName(texts: readonly string[], claims: ReadonlyMap<number, FieldId | null>): readonly HeaderMatch[] {
  const rest = matchHeaders(texts.map((text, column) => (claims.has(column) ? "" : text)));
  const claimed = [...claims].flatMap(([column, field]): readonly HeaderMatch[] =>
    field === null ? [] : [{ field, column, by: "exact" }],
  );
  const fields = new Set(claimed.map(({ field }) => field));
  return [...claimed, ...rest.filter(({ field }) => !fields.has(field))];
}
