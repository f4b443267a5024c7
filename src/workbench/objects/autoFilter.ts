import { SheetsFilterService } from "@univerjs/preset-sheets-filter";
import { sheetState, tableState } from "../book/book";
import { fromRange } from "../book/grid";
import { hidesRows } from "../book/tables";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import type { SheetTarget } from "./registry";
import { infoOf } from "./tableTarget";
import type { TableTarget } from "./tableTarget";

/** The filter of a sheet. */
export const sheetFilterClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "AutoFilter",
  scalars: {
    Enabled: {
      since: "1.9",
      read: (target) => sheetState(target.book, target.sheet).autoFilter !== null || gridFilter(target) !== null,
    },
    IsDataFiltered: {
      since: "1.9",
      read: (target) => {
        const own = sheetState(target.book, target.sheet).autoFilter;
        if (own?.filtered) return true;
        const range = gridFilter(target);
        return (
          range !== null &&
          hidesRows(target.book, target.sheet, { row: range.row, column: 0, rows: range.rows, columns: 1 })
        );
      },
    },
  },
});

/** Rows of the filter that a person put on the sheet in the grid, or null. */
function gridFilter({ book, sheet }: SheetTarget): { readonly row: number; readonly rows: number } | null {
  const model = book.engine.injector.get(SheetsFilterService).getFilterModel(book.engine.unitId, sheet);
  if (!model) return null;
  const range = model.getRange();
  return { row: range.startRow, rows: range.endRow - range.startRow + 1 };
}

/** The filter of a table. */
export const tableFilterClass: HostClass<TableTarget> = hostClass<TableTarget>({
  name: "AutoFilter",
  scalars: {
    Enabled: { since: "1.9", read: ({ book, id }) => tableState(book, id).showFilterButton },
    IsDataFiltered: {
      since: "1.9",
      read: (target) => {
        const info = infoOf(target);
        return (
          tableState(target.book, target.id).filteredInFile ||
          hidesRows(target.book, info.subUnitId, fromRange(info.range))
        );
      },
    },
  },
});
