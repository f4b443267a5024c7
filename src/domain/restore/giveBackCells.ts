import type { Steps } from "../steps/steps";
import { isFormula, type CellInput } from "../values/value";
import type { Action } from "../workbook/action";
import { sameContent } from "./changedCells";
import type { PlacedConflict } from "./conflict";
import type { CellNow, ListNow, RestoreNow } from "./now";
import type { Part, PartOf, RestorePoint } from "./point";
import { rowPrint } from "./rowPrint";
import { fromRuns } from "./runs";

/** Cells to write, by column and row of a sheet, with what is thought to stand there. */
type Writes<T> = Map<string, Map<number, { readonly now: T; readonly becomes: T }>>;

/** What giving cells back comes to. */
export interface GivenBack {
  readonly actions: readonly Action[];
  readonly cells: number;
  readonly conflicts: readonly PlacedConflict[];
  readonly gone: number;
  /** Rows that the changes had put there and that stay, since people have changed them. */
  readonly keptRows: number;
  /** A cell as it will stand. */
  readonly find: (sheet: string, row: number, column: number) => CellNow | null;
  /** Headers of the list after it. */
  readonly headers: readonly string[];
}

const keyOf = (sheet: string, column: number) => `${column}:${sheet}`;

function placeOfKey(key: string): { readonly sheet: string; readonly column: number } {
  const at = key.indexOf(":");
  return { column: Number(key.slice(0, at)), sheet: key.slice(at + 1) };
}

/** One action for each column, from its first cell that is written to its last one. */
function spansOf<T>(writes: Writes<T>) {
  return [...writes].flatMap(([key, rows]) => {
    const numbers = [...rows.keys()].sort((a, b) => a - b);
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { sheet, column } = placeOfKey(key);
    const cells = Array.from({ length: last - first + 1 }, (_, at) => rows.get(first + at) ?? null);
    return [{ sheet, area: { row: first, column, rows: cells.length, columns: 1 }, cells }];
  });
}

/**
 * Gives cells back, the newest change first, each where it still holds what the change left; what holds anything else is people's.
 * @param skipped sheets that go as a whole
 */
export function* giveBackCells(
  points: readonly RestorePoint[],
  { list, book }: Pick<RestoreNow, "list" | "book">,
  find: (sheet: string, row: number, column: number) => CellNow | null,
  skipped: ReadonlySet<string>,
): Steps<GivenBack> {
  const contents: Writes<CellInput> = new Map();
  const formats: Writes<string> = new Map();
  const conflicts: PlacedConflict[] = [];
  const own = new Set<string>();
  const headers = [...(list?.headers ?? [])];
  const rowOf = new Map((list?.ids ?? []).map((id, row) => [String(id).trim(), row] as const));
  const sheets = new Set(book.sheets.map(({ name }) => name));
  const formulas: Action[] = [];
  let [gone, keptRows] = [0, 0];

  function rowAt(part: PartOf<"cells"> | PartOf<"formats">, key: string | number): number | null {
    if (typeof part.column === "number") return Number(key);
    const row = typeof key === "number" ? key : rowOf.get(key);
    if (!list || row === undefined || row >= list.ids.length) return null;
    return list.area.row + 1 + row;
  }

  /** Where a part's column stands by now; null where people have deleted it. */
  function columnAt(part: PartOf<"cells"> | PartOf<"formats">) {
    if (typeof part.column === "number")
      return sheets.has(part.sheet) ? { sheet: part.sheet, column: part.column } : null;
    const offset = headers.indexOf(part.column);
    return list && offset >= 0 ? { sheet: list.sheet, column: list.area.column + offset } : null;
  }

  function put<T>(writes: Writes<T>, sheet: string, at: { row: number; column: number }, now: T, becomes: T): void {
    const key = keyOf(sheet, at.column);
    const rows = writes.get(key) ?? new Map<number, { now: T; becomes: T }>();
    rows.set(at.row, { now: rows.get(at.row)?.now ?? now, becomes });
    writes.set(key, rows);
  }

  function giveCell(sheet: string, row: number, column: number, before: CellInput, after: CellInput): void {
    const standing = find(sheet, row, column)?.cell ?? "";
    const now = contents.get(keyOf(sheet, column))?.get(row)?.becomes ?? standing;
    if (sameContent(now, before)) return;
    if (sameContent(now, after)) return put(contents, sheet, { row, column }, standing, before);
    own.add(`${row}:${keyOf(sheet, column)}`);
    conflicts.push({ sheet, row, column, before, after, now });
  }

  function giveFormat(sheet: string, row: number, column: number, before: string, after: string): void {
    const standing = find(sheet, row, column)?.format ?? "General";
    const now = formats.get(keyOf(sheet, column))?.get(row)?.becomes ?? standing;
    const isPeoples = own.has(`${row}:${keyOf(sheet, column)}`);
    if (now === after && !isPeoples) put(formats, sheet, { row, column }, standing, before);
  }

  function give<T>(
    part: PartOf<"cells"> | PartOf<"formats">,
    [before, after]: readonly [readonly T[], readonly T[]],
    one: (sheet: string, row: number, column: number, before: T, after: T) => void,
  ): void {
    const place = columnAt(part);
    if (place && skipped.has(place.sheet)) return;
    part.rows.forEach((key, at) => {
      const row = rowAt(part, key);
      const [was, became] = [before[at], after[at]];
      if (!place || row === null) gone += 1;
      else if (was !== undefined && became !== undefined) one(place.sheet, row, place.column, was, became);
    });
  }

  /** A column that holds one formula throughout; what people typed into it stays. */
  function giveFormula({ header, before, after }: PartOf<"formula">, now: ListNow): void {
    const offset = headers.indexOf(header);
    if (offset < 0) return void (gone += 1);
    const column = now.area.column + offset;
    const body = { ...now.area, row: now.area.row + 1, rows: now.area.rows - 1, column, columns: 1 };
    const cells = now.ids.map((_, row) => find(now.sheet, body.row + row, column)?.cell ?? "");
    if (cells.every((cell) => sameContent(cell, { formula: after })))
      formulas.push({ kind: "fillFormula", sheet: now.sheet, area: body, formula: before });
    else
      cells.forEach((_, row) => giveCell(now.sheet, body.row + row, column, { formula: before }, { formula: after }));
  }

  function findAfter(sheet: string, row: number, column: number): CellNow | null {
    const standing = find(sheet, row, column);
    const written = contents.get(keyOf(sheet, column))?.get(row);
    return written ? { cell: written.becomes, format: standing?.format ?? "General" } : standing;
  }

  /** Blanks the rows that hold nothing but what the change put there; a row in which people have written stays as a whole. */
  function giveRows({ rows }: PartOf<"rows">, now: ListNow): void {
    for (const [id, print] of rows) {
      const at = rowOf.get(id);
      if (at === undefined) {
        gone += 1;
        continue;
      }
      const row = now.area.row + 1 + at;
      const cells = headers.map((_, offset) => findAfter(now.sheet, row, now.area.column + offset)?.cell ?? "");
      if (rowPrint(headers, cells) !== print) {
        keptRows += 1;
        continue;
      }
      cells.forEach((cell, offset) => {
        const column = now.area.column + offset;
        const standing = find(now.sheet, row, column)?.cell ?? "";
        if (cell !== "" && !isFormula(cell)) put<CellInput>(contents, now.sheet, { row, column }, standing, "");
      });
    }
  }

  function giveHeader({ before, after }: PartOf<"header">, now: ListNow): void {
    const offset = headers.indexOf(after);
    if (offset < 0) return;
    headers[offset] = String(before);
    put<CellInput>(contents, now.sheet, { row: now.area.row, column: now.area.column + offset }, after, before);
  }

  function givePart(part: Part): void {
    if (part.kind === "cells") give(part, [fromRuns(part.before), fromRuns(part.after)], giveCell);
    else if (part.kind === "formats") give(part, [fromRuns(part.before), fromRuns(part.after)], giveFormat);
    else if (part.kind === "formula" && list) giveFormula(part, list);
    else if (part.kind === "rows" && list) giveRows(part, list);
  }

  for (const { content } of points) {
    for (const part of content.parts) {
      givePart(part);
      yield;
    }
    // Last: the others know their columns by the headers that the change left.
    for (const part of content.parts) if (part.kind === "header" && list) giveHeader(part, list);
  }
  const spans = spansOf(contents);
  return {
    actions: [
      ...formulas,
      ...spans.map(({ sheet, area, cells }): Action => ({
        kind: "writeCells",
        sheet,
        area,
        cells: cells.map((cell) => [cell?.becomes ?? null]),
        expected: cells.map((cell) => [cell && !isFormula(cell.now) ? cell.now : null]),
      })),
      ...spansOf(formats).map(({ sheet, area, cells }): Action => ({
        kind: "setNumberFormats",
        sheet,
        area,
        formats: cells.map((cell) => [cell?.becomes ?? null]),
      })),
    ],
    cells: spans.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== null).length, 0),
    conflicts,
    gone,
    keptRows,
    find: findAfter,
    headers,
  };
}
