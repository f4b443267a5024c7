import type { Located } from "../followUps/locate";
import { formatsOf, planChanges, type ColumnNow } from "../rules/planFixes";
import type { Schema } from "../schema/field";
import type { Action } from "../workbook/action";
import type { Adopted } from "./adopt";

/** A list whose cells are put right where it lies. */
export interface AdoptedInPlace {
  readonly actions: readonly Action[];
  /** As it will be: cells of formulas stay as they are. */
  readonly located: Located;
  /** Cells that change. */
  readonly cells: number;
  /** Cells that would change and hold a formula: they stay. */
  readonly formulas: number;
}

/**
 * Puts the cells right that the map of values and the columns' reading change, each only where it still holds what was read.
 * @param now the columns in which cells change, with formulas and number formats
 */
export function planInPlace(
  located: Located,
  adopted: Adopted,
  schema: Schema,
  now: readonly ColumnNow[],
): AdoptedInPlace {
  const { records } = located;
  const { actions, made, formulas } = planChanges(
    adopted.cells.map((cell) => ({ ...cell, format: null })),
    now,
    records.sheet,
    formatsOf(schema, records),
  );
  const rows = [...records.values];
  for (const { change } of made) {
    const index = change.row - records.area.row;
    const row = [...(rows[index] ?? [])];
    row[change.column - records.area.column] = change.to;
    rows[index] = row;
  }
  return { actions, located: { ...located, records: { ...records, values: rows } }, cells: made.length, formulas };
}
