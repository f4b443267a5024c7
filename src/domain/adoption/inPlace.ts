import type { Located } from "../followUps/locate";
import { formatsOf, planChanges, type ColumnNow } from "../rules/planFixes";
import type { Schema } from "../schema/field";
import type { Steps } from "../steps/steps";
import type { CellValue } from "../values/value";
import type { Action } from "../workbook/action";
import type { Adopted, AdoptedCell } from "./adopt";

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

function byColumn(cells: readonly AdoptedCell[]): ReadonlyMap<number, readonly AdoptedCell[]> {
  const columns = new Map<number, AdoptedCell[]>();
  for (const cell of cells) {
    const own = columns.get(cell.column);
    if (own) own.push(cell);
    else columns.set(cell.column, [cell]);
  }
  return columns;
}

/**
 * Puts the cells right that the map of values and the columns' reading change, each only where it still holds what was read; a column to
 * a step.
 * @param now the columns in which cells change, with formulas and number formats
 */
export function* planningInPlace(
  located: Located,
  adopted: Adopted,
  schema: Schema,
  now: readonly ColumnNow[],
): Steps<AdoptedInPlace> {
  const { records } = located;
  const formats = formatsOf(schema, records);
  // Few rows differ from what was adopted: those in which something stays as it is.
  const rows = new Map<number, CellValue[]>();
  const actions: Action[] = [];
  let [cells, formulas] = [0, 0];
  for (const [column, changes] of byColumn(adopted.cells)) {
    const wanted = changes.map((change) => ({ ...change, format: null }));
    const blocks = now.filter((block) => block.column === column);
    const plan = planChanges(wanted, blocks, records.sheet, formats);
    const made = new Set(plan.made.map(({ change }) => change));
    for (const change of wanted) {
      if (made.has(change)) continue;
      const index = change.row - records.area.row;
      const row = rows.get(index) ?? [...(adopted.records.values[index] ?? [])];
      row[column - records.area.column] = change.from;
      rows.set(index, row);
    }
    actions.push(...plan.actions);
    cells += plan.made.length;
    formulas += plan.formulas;
    yield;
  }
  const values = adopted.records.values.map((row, index) => rows.get(index) ?? row);
  return { actions, located: { ...located, records: { ...records, values } }, cells, formulas };
}
