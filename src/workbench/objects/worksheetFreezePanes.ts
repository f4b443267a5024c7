import { SetFrozenMutation } from "@univerjs/preset-sheets-core";
import { sheetParams } from "../book/grid";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { whole } from "./arguments";
import type { SheetTarget } from "./registry";

export const freezePanesClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: {
      since: "1.7",
      call: (target, [count]) => freeze(target, count === undefined || count === null ? 1 : whole(count)),
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
