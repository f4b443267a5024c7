import { intersect, sheetLimits, type Area } from "./area";

/** How far a merged area goes at most: one that is told as a single cell may go to the sheet's end. */
function reachOf(merge: Area): Area {
  if (merge.rows > 1 || merge.columns > 1) return merge;
  return { ...merge, rows: sheetLimits.rows - merge.row, columns: sheetLimits.columns - merge.column };
}

/** The merged areas that reach into an area, or may do so. */
export function mergesIn(merged: readonly Area[], area: Area): readonly Area[] {
  return merged.filter((merge) => intersect(reachOf(merge), area) !== null);
}
