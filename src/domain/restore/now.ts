import type { CellInput, CellValue } from "../values/value";
import type { Area } from "../workbook/area";
import type { Place } from "../workbook/reference";
import type { BookSnapshot, InstalledSnapshot, ValueGrid } from "../workbook/snapshot";
import type { Store } from "../bookkeeping/store";

/** The list as it stands at this moment. */
export interface ListNow {
  readonly sheet: string;
  /** Name of its table; null where people have turned it into plain cells. */
  readonly table: string | null;
  /** With the header row, without a total row. */
  readonly area: Area;
  readonly headers: readonly string[];
  /** IDs row by row of the body. */
  readonly ids: readonly CellValue[];
}

/** Contents and formats of a place. */
export interface ReadPlace extends Place {
  readonly cells: readonly (readonly CellInput[])[];
  readonly formats: readonly (readonly string[])[];
}

/** A cell of people's that holds a formula. */
export interface FormulaCell {
  readonly sheet: string;
  /** As A1. */
  readonly cell: string;
  readonly formula: string;
}

/** The workbook as it stands at this moment, as far as giving back needs it. */
export interface RestoreNow {
  readonly book: BookSnapshot;
  /** Null where nothing is kept. */
  readonly store: Store | null;
  readonly list: ListNow | null;
  /** What stands at the places that are asked for (`placesOf`). */
  readonly places: readonly ReadPlace[];
  readonly installed: InstalledSnapshot;
  /** Values of our own sheets, by title. */
  readonly ours: ReadonlyMap<string, ValueGrid>;
  readonly formulas: readonly FormulaCell[];
}

/** One cell as it stands; null where nobody has read it. */
export interface CellNow {
  readonly cell: CellInput;
  readonly format: string;
}

/** Looks cells up in what was read. */
export function cellFinder(
  places: readonly ReadPlace[],
): (sheet: string, row: number, column: number) => CellNow | null {
  const byColumn = new Map<string, ReadPlace[]>();
  for (const place of places) {
    for (let at = 0; at < place.area.columns; at += 1) {
      const key = `${place.area.column + at}:${place.sheet}`;
      const own = byColumn.get(key);
      if (own) own.push(place);
      else byColumn.set(key, [place]);
    }
  }
  return (sheet, row, column) => {
    for (const { area, cells, formats } of byColumn.get(`${column}:${sheet}`) ?? []) {
      const cell = cells[row - area.row]?.[column - area.column];
      if (cell !== undefined) return { cell, format: formats[row - area.row]?.[column - area.column] ?? "General" };
    }
    return null;
  };
}
