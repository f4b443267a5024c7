import { headerKey } from "../../followUps/knownNames";
import { tableHeaders } from "../../followUps/headerTexts";
import type { SheetLook } from "../../followUps/look/shape";
import type { ColumnGuess } from "../../followUps/match/guess";
import { matchColumns } from "../../followUps/match/matchColumns";
import type { ColumnMap } from "../../followUps/records";
import type { FieldId } from "../../schema/fieldIds";
import type { ReviewContext } from "../../schema/reviewContext";
import type { CellValue } from "../../values/value";
import type { Source } from "./sources";

/** An export as it lies there, once its list was found: headers that are all different, and rows that may be blank. */
export interface ExportTable {
  readonly headers: readonly string[];
  readonly body: readonly (readonly CellValue[])[];
  /** Excel's row number of the first row of the body. */
  readonly firstRow: number;
}

/** The list of a sheet that was looked at, as an export. */
export function exportTable({ headers, body, area }: SheetLook): ExportTable {
  return { headers: tableHeaders(headers, []).headers, body, firstRow: area.row + 2 };
}

/** What the columns of an export are taken for. */
export interface Recognised {
  readonly guesses: readonly ColumnGuess[];
  readonly columns: ColumnMap;
  /** Columns that a person has to say something about before anything is brought over. */
  readonly asked: readonly ColumnGuess[];
}

/** Fields by the headers that the follow-up sheet itself has: who exports it, edits it and brings it back is understood. */
function ownHeaders({ schema }: Pick<ReviewContext, "schema">): ReadonlyMap<string, FieldId> {
  return new Map(
    schema.fields.flatMap(({ id, header }) => (header === null ? [] : [[headerKey(header), id] as const])),
  );
}

/**
 * What is known of columns before anything is guessed: what a person chose just now, else what was decided the last time, else the
 * sheet's own headers. A field goes to one column.
 */
function wishesFor(
  headers: readonly string[],
  review: Pick<ReviewContext, "schema">,
  remembered: Source | null,
  chosen: ReadonlyMap<string, FieldId | null>,
): ReadonlyMap<number, FieldId | null> {
  const own = ownHeaders(review);
  const wishes = new Map<number, FieldId | null>();
  const taken = new Set<FieldId>();
  const take = (wishOf: (header: string) => FieldId | null | undefined) =>
    headers.forEach((header, column) => {
      const field = wishOf(header);
      if (field === undefined || wishes.has(column) || (field !== null && taken.has(field))) return;
      wishes.set(column, field);
      if (field !== null) taken.add(field);
    });
  take((header) => chosen.get(header));
  take((header) => remembered?.columns.get(header));
  take((header) => own.get(headerKey(header)));
  return wishes;
}

/** Finds the fields of an export's columns. */
export function recognise(
  { headers, body }: ExportTable,
  review: Pick<ReviewContext, "schema" | "today" | "system">,
  remembered: Source | null,
  chosen: ReadonlyMap<string, FieldId | null>,
): Recognised {
  const guesses = matchColumns(headers, body, wishesFor(headers, review, remembered, chosen), review);
  const columns = new Map(guesses.flatMap(({ column, taken }) => (taken === null ? [] : [[taken, column] as const])));
  return { guesses, columns, asked: guesses.filter(({ asked }) => asked) };
}
