import type { ColumnMap } from "../followUps/records";
import type { Schema, StageKind } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";
import { further, openSteps, placeReader, stepProved } from "../schema/stagePlaces";
import type { CellValue } from "../values/value";

/**
 * Builds the function that tells the furthest step of a row, as the live formula of `furthestRow` does: the further of the stage that was
 * noted and the one it is in, the number of open stages for a win, null where neither says anything.
 * @returns a function that takes a row and its state, null for one with an error in a key cell: where that one is nobody can tell
 */
export function furthestReader(
  columns: ColumnMap,
  stages: Schema["stages"],
): (row: readonly CellValue[], state: StageKind | null) => number | null {
  const placeOf = placeReader(stages);
  const steps = openSteps(stages);
  const textAt = (row: readonly CellValue[], field: FieldId) => String(row[columns.get(field) ?? -1] ?? "");
  return (row, state) => {
    if (state === "won") return steps;
    const present = state === "open" ? stepProved(placeOf(textAt(row, "stage")), steps) : null;
    return further(present, stepProved(placeOf(textAt(row, "furthestStage")), steps));
  };
}
