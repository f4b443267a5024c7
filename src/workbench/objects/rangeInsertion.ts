import { intersect } from "../../domain/workbook/area";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColByRangeCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowByRangeCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
} from "@univerjs/preset-sheets-core";
import { Direction } from "@univerjs/presets";
import { fromRange, gridPart, sheetParams, toRange } from "../book/grid";
import { fillInsertedRows } from "../book/tableGrowth";
import { tablesOf } from "../book/tables";
import { sheetColumns, sheetRows } from "../data/areas";
import { HostError, invalidArgument } from "../protocol/hostError";
import type { Methods } from "../protocol/hostObject";
import { rangeOf } from "./rangeArgument";
import type { RangeTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

/** Inserting or deleting cells through a table is refused unless whole table rows or columns move. */
function checkTables(target: RangeTarget, along: "rows" | "columns"): void {
  const { book, sheet, area } = target;
  for (const table of tablesOf(book, sheet)) {
    const body = fromRange(table.range);
    const moved =
      along === "rows" ? { ...area, rows: sheetRows - area.row } : { ...area, columns: sheetColumns - area.column };
    const cut = intersect(moved, body);
    if (!cut) continue;
    const whole = along === "rows" ? cut.columns === body.columns : cut.rows === body.rows;
    if (!whole) {
      throw new HostError(
        "InsertDeleteConflict",
        "The attempted insert or delete operation resulted in a conflict: it would shift part of a table.",
        409,
      );
    }
  }
}

function insertOrDelete(target: RangeTarget, what: "insert" | "delete", shift: unknown): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const name = String(shift);
  const vertical = what === "insert" ? name === "Down" : name === "Up";
  const horizontal = what === "insert" ? name === "Right" : name === "Left";
  if (!vertical && !horizontal) throw invalidArgument();
  const range = toRange(gridPart(book, sheet, area));
  const where = { ...sheetParams(book, sheet), range };
  const wholeRows = area.columns === sheetColumns;
  const wholeColumns = area.rows === sheetRows;
  if (!wholeRows && !wholeColumns) checkTables(target, vertical ? "rows" : "columns");
  book.engine.as("addin", () => {
    if (what === "insert") {
      if (wholeRows) book.engine.run(InsertRowByRangeCommand.id, { ...where, direction: Direction.UP });
      else if (wholeColumns) book.engine.run(InsertColByRangeCommand.id, { ...where, direction: Direction.LEFT });
      else book.engine.run((vertical ? InsertRangeMoveDownCommand : InsertRangeMoveRightCommand).id, where);
    } else if (wholeRows) book.engine.run(RemoveRowByRangeCommand.id, where);
    else if (wholeColumns) book.engine.run(RemoveColByRangeCommand.id, where);
    else book.engine.run((vertical ? DeleteRangeMoveUpCommand : DeleteRangeMoveLeftCommand).id, where);
    if (what === "insert" && vertical) fillInsertedRows(book, sheet, area.row, area.rows);
  });
}

/** Cells that are put in or taken out; others move. */
export const insertionMethods: Methods<RangeTarget> = {
  Insert: {
    since: "1.1",
    call: (target, [shift]) => {
      insertOrDelete(target, "insert", shift);
      return rangeOf(target.book, target.sheet, target.area);
    },
  },
  Delete: { since: "1.1", call: (target, [shift]) => insertOrDelete(target, "delete", shift) },
};
