import type { CellValue } from "../values/value";
import { parseReference, type Place } from "./reference";
import type { BookSnapshot, ValueGrid } from "./snapshot";

/** Where a defined name of the workbook leads; null where there is no such name, or it leads to no plain place. */
export function placeOfName({ names }: Pick<BookSnapshot, "names">, name: string): Place | null {
  return parseReference(names.find((each) => each.name === name)?.formula ?? "");
}

/** What stands in the first cell of a name's place, as far as the grid covers it; undefined where it does not. */
export function valueOfName(book: Pick<BookSnapshot, "names">, grid: ValueGrid, name: string): CellValue | undefined {
  const place = placeOfName(book, name);
  if (!place || place.sheet !== grid.sheet) return undefined;
  return grid.values[place.area.row - grid.area.row]?.[place.area.column - grid.area.column];
}
