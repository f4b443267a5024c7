import type { PageLayout } from "./action";
import type { PageFacts } from "./snapshot";

/** How a list is printed: landscape, one page wide, its header on every page. @param header row of the header, zero-based */
export function listPage(header: number): PageLayout {
  return { orientation: "landscape", printArea: null, titleRows: [header, header] };
}

/** True for a sheet whose print nobody has set up. */
export function isPlainPage({ orientation, scale, hasPrintArea, titleRows }: PageFacts): boolean {
  return orientation === "portrait" && scale === "full" && !hasPrintArea && titleRows === null;
}

/** True for a sheet that is printed as we set a list up. */
export function isListPage({ orientation, scale, hasPrintArea, titleRows }: PageFacts): boolean {
  const isOneRow = titleRows !== null && titleRows[0] === titleRows[1];
  return orientation === "landscape" && scale === "oneWide" && !hasPrintArea && isOneRow;
}
