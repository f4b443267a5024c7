import type { ITableInfo } from "@univerjs/preset-sheets-table";
import { absoluteAddress } from "../../domain/workbook/area";
import type { BookArea } from "../data/bookData";
import { tableState } from "./book";
import type { Book } from "./book";
import { fromRange, worksheetOf } from "./grid";
import { rewriteFormulasByRow } from "./rewriteFormulas";
import { replaceTable, splitGroup } from "./structuredReferences";
import { bodyOf } from "./tables";

/** What a reference with brackets means on a table that stands at a place; null for one that is not understood. */
function areaOfGroup(book: Book, table: ITableInfo, group: string, row: number | null): BookArea | null {
  const whole = fromRange(table.range);
  const body = bodyOf(book, table) ?? { ...whole, row: whole.row + 1, rows: 1 };
  const parts = splitGroup(group);
  let columns = { column: whole.column, columns: whole.columns };
  const named: number[] = [];
  let rows: Pick<BookArea, "row" | "rows"> | null = null;
  const add = (next: Pick<BookArea, "row" | "rows">): void => {
    const top = Math.min(rows?.row ?? next.row, next.row);
    const end = Math.max(rows ? rows.row + rows.rows : 0, next.row + next.rows);
    rows = { row: top, rows: end - top };
  };
  for (const part of parts) {
    switch (part.toLowerCase()) {
      case "#all":
        add(whole);
        break;
      case "#data":
        add(body);
        break;
      case "#headers":
        add({ row: whole.row, rows: 1 });
        break;
      case "#totals":
        if (!tableState(book, table.id).showTotals) return null;
        add({ row: whole.row + whole.rows - 1, rows: 1 });
        break;
      case "#this row":
        if (row === null || row < body.row || row >= body.row + body.rows) return null;
        add({ row, rows: 1 });
        break;
      default: {
        const at = table.columns.findIndex(({ displayName }) => displayName.toLowerCase() === part.toLowerCase());
        if (at < 0) return null;
        named.push(whole.column + at);
      }
    }
  }
  if (named.length > 0) {
    const first = Math.min(...named);
    columns = { column: first, columns: Math.max(...named) - first + 1 };
  }
  const { row: top, rows: count } = rows ?? body;
  return { row: top, rows: count, ...columns };
}

/** Formulas and names that name the table get the addresses of its cells instead, which no longer grow. */
export function replaceReferences(book: Book, table: ITableInfo): void {
  const sheet = worksheetOf(book, table.subUnitId).getSheetName();
  rewriteFormulasByRow(book, (formula, row) =>
    replaceTable(formula, table.name, (reference, group) => {
      const area = areaOfGroup(book, table, group, row);
      return area ? absoluteAddress(sheet, area) : reference;
    }),
  );
}
