import type { PlacedHighlight } from "./action";
import type { Area } from "./area";

function sameAreas(a: readonly Area[], b: readonly Area[]): boolean {
  const key = ({ row, column, rows, columns }: Area) => [row, column, rows, columns].join();
  return a.map(key).sort().join(" ") === b.map(key).sort().join(" ");
}

/** True for a conditional format without a formula, as Excel leaves it behind where it refused the formula; nobody can make one by hand. */
export function isLeftOver({ formula }: PlacedHighlight["highlight"]): boolean {
  return formula.replace(/^=/, "").trim() === "";
}

/**
 * True for a conditional format of ours: by what its formula says, never by its place. One without a formula is ours where it
 * stands on the very cells of one of ours.
 * @param wanted the ones that are to stand there
 */
export function isOurs(
  { areas, highlight }: PlacedHighlight,
  marker: string,
  wanted: readonly Pick<PlacedHighlight, "areas">[],
): boolean {
  if (highlight.formula.includes(marker)) return true;
  return isLeftOver(highlight) && wanted.some((one) => sameAreas(one.areas, areas));
}
