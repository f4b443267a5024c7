import { isFormula, type CellInput } from "../values/value";
import type { Area } from "../workbook/area";
import { sameFormula } from "../workbook/formulaText";
import type { ListChange } from "./listChange";
import type { Part, PartOf } from "./point";
import { toRuns } from "./runs";

/** An area that is written over. */
export interface Written<T> {
  readonly sheet: string;
  readonly area: Area;
  readonly before: readonly (readonly T[])[];
  /** By row and column of the area; null where the write leaves what stands there. */
  readonly after: (row: number, column: number) => T | null;
}

/** True where two cells hold the same, however Excel spells a formula. */
export function sameContent(a: CellInput, b: CellInput): boolean {
  if (isFormula(a) && isFormula(b)) return sameFormula(a.formula, b.formula);
  return a === b;
}

/** One column of a sheet with the changes in it, by row of the sheet. */
interface ChangedColumn<T> {
  readonly sheet: string;
  readonly column: number;
  readonly rows: Map<number, { readonly before: T; readonly after: T }>;
}

function collect<T>(writes: readonly Written<T>[], same: (a: T, b: T) => boolean): readonly ChangedColumn<T>[] {
  const columns = new Map<string, ChangedColumn<T>>();
  for (const { sheet, area, before, after } of writes) {
    for (let c = 0; c < area.columns; c += 1) {
      const key = `${area.column + c}:${sheet}`;
      const column = columns.get(key) ?? { sheet, column: area.column + c, rows: new Map() };
      for (let r = 0; r < area.rows; r += 1) {
        const [was, becomes] = [before[r]?.[c], after(r, c)];
        const first = column.rows.get(area.row + r)?.before ?? was;
        if (first === undefined || becomes === null) continue;
        column.rows.set(area.row + r, { before: first, after: becomes });
      }
      columns.set(key, column);
    }
  }
  for (const { rows } of columns.values())
    for (const [row, { before, after }] of rows) if (same(before, after)) rows.delete(row);
  return [...columns.values()].filter(({ rows }) => rows.size > 0);
}

/** How rows of the list are known again: by ID where the row has one that no other has, else by their number. */
function rowKeys({ ids }: ListChange): readonly (string | number)[] {
  const counts = new Map<string, number>();
  const texts = ids.map((id) => String(id).trim());
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return texts.map((text, row) => (text !== "" && counts.get(text) === 1 ? text : row));
}

interface KeyedColumn<T> {
  readonly sheet: string;
  readonly column: string | number;
  readonly rows: readonly (string | number)[];
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** The changes with columns by their headers and rows by their IDs, where they lie in the list's body; all others by place. */
function keyed<T>(columns: readonly ChangedColumn<T>[], list: ListChange | null): readonly KeyedColumn<T>[] {
  const keys = list ? rowKeys(list) : [];
  return columns.flatMap(({ sheet, column, rows }): readonly KeyedColumn<T>[] => {
    const header = list?.sheet === sheet ? list.headers[column - list.area.column] : undefined;
    const isInBody = (row: number) =>
      list !== null && header !== undefined && row >= list.body.row && row < list.body.row + list.body.rows;
    const part = (wanted: boolean): readonly KeyedColumn<T>[] => {
      const own = [...rows].filter(([row]) => isInBody(row) === wanted);
      if (own.length === 0) return [];
      const keyOf = (row: number) => (wanted && list ? (keys[row - list.body.row] ?? row - list.body.row) : row);
      return [
        {
          sheet,
          column: wanted && header !== undefined ? header : column,
          rows: own.map(([row]) => keyOf(row)),
          before: own.map(([, { before }]) => before),
          after: own.map(([, { after }]) => after),
        },
      ];
    };
    return [...part(true), ...part(false)];
  });
}

function isHeaderCell<T>({ sheet, column, rows }: KeyedColumn<T>, list: ListChange | null): boolean {
  const [row] = rows;
  return list?.sheet === sheet && typeof column === "number" && rows.length === 1 && row === list.area.row;
}

/** Contents that a change writes over. */
export function changedCells(writes: readonly Written<CellInput>[], list: ListChange | null): readonly Part[] {
  return keyed(collect(writes, sameContent), list).flatMap((column): readonly Part[] => {
    const stored = (cells: readonly CellInput[]) =>
      toRuns(
        cells.map((cell) => cell ?? ""),
        sameContent,
      );
    const [before = "", after = ""] = [column.before[0] ?? "", column.after[0] ?? ""];
    if (isHeaderCell(column, list) && typeof after === "string") return [{ kind: "header", before, after }];
    const part: PartOf<"cells"> = {
      kind: "cells",
      ...column,
      before: stored(column.before),
      after: stored(column.after),
    };
    return [part];
  });
}

/** Number formats that a change writes over. */
export function changedFormats(writes: readonly Written<string>[], list: ListChange | null): readonly Part[] {
  return keyed(collect(writes, Object.is), list).map((column): PartOf<"formats"> => {
    return { kind: "formats", ...column, before: toRuns(column.before), after: toRuns(column.after) };
  });
}
