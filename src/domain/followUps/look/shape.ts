import type { CellValue } from "../../values/value";
import type { Area } from "../../workbook/area";

/**
 * Why cells of a sheet are no customers. `above`: titles and notes over the header row; `total`: a row of sums; `headerAgain`: the header
 * row pasted once more; `section`: a heading between rows; `below`: notes under the list; `beside`: cells right or left of it; `fieldKeys`:
 * a second header row of field names; `otherBlock`: another list on the sheet; `farBlank`: blanks that were typed far below; `chosen`: a
 * person said so.
 */
export type LeftOutKind =
  | "above"
  | "total"
  | "headerAgain"
  | "section"
  | "below"
  | "beside"
  | "fieldKeys"
  | "otherBlock"
  | "farBlank"
  | "chosen";

/** Cells of the sheet that do not count. */
export interface LeftOut {
  readonly kind: LeftOutKind;
  /** On the sheet. */
  readonly area: Area;
  /** What stands there, shortened. */
  readonly text: string;
}

/** What a person said of the sheet's shape. Rows are zero-based on the sheet. */
export interface ShapeWishes {
  /** The row with the columns' names; null: as it is found. */
  readonly headerRow: number | null;
  /** Rows that are customers, whatever they look like. */
  readonly takeIn: readonly number[];
  /** Rows that are none. */
  readonly leaveOut: readonly number[];
}

/** Nobody said anything of the shape. */
export const asFound: ShapeWishes = { headerRow: null, takeIn: [], leaveOut: [] };

/** Why a list cannot become a table where it lies. Rows are zero-based on the sheet, cells are addresses. */
export type InPlaceObstacle =
  | { readonly kind: "rowsInside"; readonly rows: readonly number[] }
  | { readonly kind: "mergedCells"; readonly cells: readonly string[] }
  | { readonly kind: "twoHeaderRows" };

/** The header rows of a list: the first one on the sheet, zero-based, and how many there are. */
export interface HeaderRows {
  readonly row: number;
  readonly rows: number;
}

/** A list as it lies on a sheet, and what is no part of it. */
export interface SheetLook {
  readonly header: HeaderRows;
  /** The last header row and the body, one rectangle. */
  readonly area: Area;
  /** The header rows read together, column by column; "" where nothing stands. */
  readonly headers: readonly string[];
  /**
   * The rows of the area without its header. Rows that are left out are blank in every cell: so they are no customers, and the numbers of
   * the others stay true. A value that is merged over several rows stands in each of them.
   */
  readonly body: readonly (readonly CellValue[])[];
  readonly leftOut: readonly LeftOut[];
  /** null where the list can become a table as it lies. */
  readonly inPlace: InPlaceObstacle | null;
}
