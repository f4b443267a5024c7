import { hasSeen, type Cells } from "./cells";
import { fieldsOf, mainHeader } from "./findList";

/** How much a sheet looks like a customer list. */
export interface Likeness {
  /** Columns whose names are known. */
  readonly columns: number;
  /** Rows with anything in them below the header, among those that were looked at. */
  readonly rows: number;
}

/** How much a sheet looks like a customer list, by its top rows alone; null where nothing in them reads as a list. */
export function listLikeness(values: Cells): Likeness | null {
  const place = mainHeader(values);
  if (!place) return null;
  const rows = values.slice(place.row + 1).filter((row) => hasSeen(row, place.span)).length;
  return { columns: fieldsOf(values, place).size, rows };
}
