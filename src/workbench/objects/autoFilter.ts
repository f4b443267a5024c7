import { sheetState, tableState } from "../book/book";
import { autoFilterArea, gridFilter } from "../book/filters";
import { fromRange } from "../book/grid";
import { hidesRows } from "../book/tables";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { rangeArgument, rangeOf } from "./rangeArgument";
import type { SheetTarget } from "./registry";
import { infoOf } from "./tableTarget";
import type { TableTarget } from "./tableTarget";
import { checkWritable } from "./worksheetProtection";

/** The filter of a sheet. */
export const sheetFilterClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "AutoFilter",
  scalars: {
    Enabled: {
      since: "1.9",
      read: ({ book, sheet }) => autoFilterArea(book, sheet) !== null,
    },
    IsDataFiltered: {
      since: "1.9",
      read: (target) => {
        const own = sheetState(target.book, target.sheet).autoFilter;
        if (own?.filtered) return true;
        const range = gridFilter(target.book, target.sheet);
        return (
          range !== null &&
          hidesRows(target.book, target.sheet, { row: range.row, column: 0, rows: range.rows, columns: 1 })
        );
      },
    },
  },
  methods: {
    // Without criteria: filter buttons, and no row hidden.
    Apply: {
      since: "1.9",
      call: ({ book, sheet }, [range]) => {
        checkWritable(book, sheet);
        const { area } = rangeArgument(book, sheet, range);
        sheetState(book, sheet).autoFilter = { area, filtered: false };
      },
    },
    GetRangeOrNullObject: {
      since: "1.9",
      call: ({ book, sheet }) => {
        const area = autoFilterArea(book, sheet);
        return area && rangeOf(book, sheet, area);
      },
    },
  },
});

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
