import { isFormula, type CellInput, type CellValue } from "../values/value";
import type { Area } from "./area";

/** A table as it stands just before a write: where its rows are, by what tells them apart. */
export interface TableNow {
  readonly name: string;
  readonly sheet: string;
  /** With the header row, and the total row where it has one. */
  readonly area: Area;
  readonly totals: boolean;
  /** True while a filter hides some of its rows. */
  readonly filtered: boolean;
  readonly headers: readonly string[];
  /** Offset of the key column. */
  readonly keyColumn: number;
  /** Values of the key column, body row by body row. */
  readonly keys: readonly CellValue[];
  /** The last body row, formulas as such. */
  readonly lastRow: readonly CellInput[];
}

/** Why a row cannot be written. */
export type RowProblem =
  | { readonly code: "gone"; readonly id: string; readonly sheet: string }
  /** Several rows carry the ID; `rows` are Excel's row numbers. */
  | { readonly code: "doubled"; readonly id: string; readonly sheet: string; readonly rows: readonly number[] }
  | { readonly code: "filtered"; readonly sheet: string }
  | { readonly code: "totalRow"; readonly sheet: string };

export type RowPlace =
  | {
      readonly ok: true;
      readonly area: Area;
      /** What the key cell holds: a number where the team's IDs are numbers. */
      readonly key: CellValue;
    }
  | { readonly ok: false; readonly problem: RowProblem };

function keyText(value: CellValue): string {
  return String(value).trim();
}

/** Area of a body row, counted from 0. */
export function bodyRow(table: TableNow, index: number): Area {
  return { ...table.area, row: table.area.row + 1 + index, rows: 1 };
}

/** Finds the row that carries the ID. */
export function placeOf(table: TableNow, id: string): RowPlace {
  const indexes = table.keys.flatMap((key, index) => (keyText(key) === id ? [index] : []));
  const [index] = indexes;
  if (index === undefined) return { ok: false, problem: { code: "gone", id, sheet: table.sheet } };
  if (indexes.length > 1) {
    const rows = indexes.map((each) => bodyRow(table, each).row + 1);
    return { ok: false, problem: { code: "doubled", id, sheet: table.sheet, rows } };
  }
  return { ok: true, area: bodyRow(table, index), key: table.keys[index] ?? "" };
}

/** Offsets of the columns in which the last row holds a formula. */
export function calculatedColumns({ lastRow }: Pick<TableNow, "lastRow">): readonly number[] {
  return lastRow.flatMap((cell, offset) => (isFormula(cell) ? [offset] : []));
}

/** Why nothing can be put below the table as it is now; null where it can. */
export function appendProblem(table: TableNow): RowProblem | null {
  if (table.filtered) return { code: "filtered", sheet: table.sheet };
  return table.totals ? { code: "totalRow", sheet: table.sheet } : null;
}
