import type { CellValue } from "../values/value";
import { intersect, sheetLimits, type Area } from "./area";

/** True for a merged area that is told as a single cell: how far it goes is not known. */
export function isToldByCell(merge: Area): boolean {
  return merge.rows === 1 && merge.columns === 1;
}

/** How far a merged area goes at most: one that is told as a single cell may go to the sheet's end. */
function reachOf(merge: Area): Area {
  if (!isToldByCell(merge)) return merge;
  return { ...merge, rows: sheetLimits.rows - merge.row, columns: sheetLimits.columns - merge.column };
}

/** The merged areas that reach into an area, or may do so. */
export function mergesIn(merged: readonly Area[], area: Area): readonly Area[] {
  return merged.filter((merge) => intersect(reachOf(merge), area) !== null);
}

/**
 * The merged areas that hold one value at most, as merged cells do: where an Excel cannot tell them, all used cells count as merged.
 * @param values cells from the place `at` on
 */
export function trueMerges(
  merged: readonly Area[],
  values: readonly (readonly CellValue[])[],
  at: Pick<Area, "row" | "column">,
): readonly Area[] {
  return merged.filter((merge) => {
    for (let row = 0; row < merge.rows; row += 1) {
      const cells = values[merge.row - at.row + row];
      if (!cells) continue;
      for (let column = row === 0 ? 1 : 0; column < merge.columns; column += 1)
        if ((cells[merge.column - at.column + column] ?? "") !== "") return false;
    }
    return true;
  });
}
