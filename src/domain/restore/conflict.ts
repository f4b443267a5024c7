import { isDateSerial, isoOfSerial, type DateSystem } from "../values/date";
import type { CellInput } from "../values/value";
import { cellAddress } from "../workbook/area";
import type { CellNow } from "./now";
import type { Conflict } from "./restorePlan";

/** A conflict by its place, which the preview names as A1. */
export interface PlacedConflict extends Omit<Conflict, "cell"> {
  readonly row: number;
  readonly column: number;
}

/** True for a number format in which a number is a day: it has a year or a day, quoted words, colours and currencies aside. */
function showsDays(format: string): boolean {
  const [positive = ""] = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").split(";");
  return /[yd]/i.test(positive);
}

/** A conflict as people see the cell: where it shows days, numbers are told as such. */
export function shownConflict(
  { row, column, sheet, before, after, now }: PlacedConflict,
  find: (sheet: string, row: number, column: number) => CellNow | null,
  system: DateSystem,
): Conflict {
  const isDay = showsDays(find(sheet, row, column)?.format ?? "General");
  const shown = (cell: CellInput) =>
    isDay && typeof cell === "number" && isDateSerial(cell, system) ? isoOfSerial(cell, system) : cell;
  return { sheet, cell: cellAddress(row, column), before: shown(before), after: shown(after), now: shown(now) };
}
