import type { CellValue } from "../../values/value";
import type { Area } from "../../workbook/area";
import type { BookSnapshot, SheetSnapshot, TableFacts } from "../../workbook/snapshot";
import { findFollowUps } from "../followUps";
import { shortText } from "./cells";
import type { LeftOut, SheetLook } from "./shape";

/** The tables that stand on a sheet. */
export function tablesOn({ tables }: Pick<BookSnapshot, "tables">, sheet: string): readonly TableFacts[] {
  return tables.filter((table) => table.sheet === sheet);
}

/** The table that is the list: ours, or the only one on the sheet; null where there is none, or nobody can tell which. */
export function tableOf(book: Pick<BookSnapshot, "tables">, sheet: string): TableFacts | null {
  const tables = tablesOn(book, sheet);
  return findFollowUps({ tables }) ?? (tables.length === 1 ? (tables[0] ?? null) : null);
}

/** The cells of an area, blank where it reaches beyond the used ones; `at` is the place of the first used cell. */
function cellsOf(values: SheetSnapshot["grid"]["values"], at: Pick<Area, "row" | "column">, area: Area) {
  const [first, column] = [area.row - at.row, area.column - at.column];
  return Array.from({ length: area.rows }, (_, index): readonly CellValue[] => {
    const row = values[first + index] ?? [];
    if (column === 0 && area.columns === row.length) return row;
    return Array.from({ length: area.columns }, (__, offset) => row[column + offset] ?? "");
  });
}

/** A table as a list: it says itself where it begins and ends, whatever stands around it; its total row is no customer. */
export function lookAtTable(table: TableFacts, { used, grid }: SheetSnapshot): SheetLook | null {
  if (!used) return null;
  const rows = table.area.rows - (table.totals ? 1 : 0);
  const area: Area = { ...table.area, rows };
  const [header = [], ...body] = cellsOf(grid.values, used, area);
  const total: Area = { ...area, row: area.row + rows, rows: 1 };
  const leftOut: readonly LeftOut[] = table.totals
    ? [{ kind: "total", area: total, text: shortText(cellsOf(grid.values, used, total)) }]
    : [];

  return { header: { row: area.row, rows: 1 }, area, headers: header.map(String), body, leftOut, inPlace: null };
}
