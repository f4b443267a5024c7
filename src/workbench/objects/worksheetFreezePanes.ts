import { SetFrozenMutation } from "@univerjs/preset-sheets-core";
import { sheetParams, worksheetOf } from "../book/grid";
import { sheetColumns, sheetRows } from "../data/areas";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { whole } from "./arguments";
import { rangeOf } from "./rangeArgument";
import type { SheetTarget } from "./registry";

export const freezePanesClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: {
      since: "1.7",
      call: (target, [count]) => freeze(target, count === undefined || count === null ? 1 : whole(count)),
    },
    GetLocationOrNullObject: {
      since: "1.7",
      call: ({ book, sheet }) => {
        const { xSplit, ySplit } = worksheetOf(book, sheet).getFreeze();
        if (xSplit <= 0 && ySplit <= 0) return null;
        // Rows alone, columns alone, or the cells that are in both.
        return rangeOf(book, sheet, {
          row: 0,
          column: 0,
          rows: ySplit > 0 ? ySplit : sheetRows,
          columns: xSplit > 0 ? xSplit : sheetColumns,
        });
      },
    },
    Unfreeze: { since: "1.7", call: (target) => freeze(target, 0) },
  },
});

function freeze(target: SheetTarget, rows: number): void {
  if (rows < 0) throw invalidArgument();
  target.book.engine.as("addin", () =>
    target.book.engine.run(SetFrozenMutation.id, {
      ...sheetParams(target.book, target.sheet),
      startRow: rows > 0 ? rows : -1,
      startColumn: -1,
      xSplit: 0,
      ySplit: rows,
    }),
  );
}
