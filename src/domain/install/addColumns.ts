import { isBlank } from "../values/value";
import type { Field } from "../schema/field";
import { kindOf } from "../kinds/allKinds";
import { cellAddress, type Area } from "../workbook/area";
import type { Action } from "../workbook/action";
import type { Refusal } from "../plan/setUpPlan";
import type { SheetSnapshot, TableFacts } from "../workbook/snapshot";

export type AddedColumns =
  { readonly ok: true; readonly actions: readonly Action[] } | { readonly ok: false; readonly refusal: Refusal };

/** Blank columns at the table's right end, under the headers of the fields. */
export function addColumns(sheet: SheetSnapshot, table: TableFacts, fields: readonly Field[]): AddedColumns {
  const headers = fields.flatMap(({ header }) => header ?? []);
  if (headers.length === 0) return { ok: true, actions: [] };
  const { area } = table;
  const { used, grid } = sheet;
  const title = sheet.sheet.name;
  const head: Area = { ...area, column: area.column + area.columns, rows: 1, columns: headers.length };
  for (let row = area.row; used && row < area.row + area.rows; row += 1) {
    for (let column = head.column; column < head.column + head.columns; column += 1) {
      if (!isBlank(grid.values[row - used.row]?.[column - used.column] ?? ""))
        return { ok: false, refusal: { code: "noRoom", sheet: title, cell: cellAddress(row, column) } };
    }
  }
  // A date that shows as a number, or a phone number without its zeros, helps nobody.
  const formats = fields.map((field, at): Action => ({
    kind: "setNumberFormat",
    sheet: title,
    area: { ...head, column: head.column + at, rows: area.rows, columns: 1 },
    format: kindOf(field.kind).format,
  }));
  return {
    ok: true,
    actions: [
      ...formats,
      { kind: "writeCells", sheet: title, area: head, cells: [headers] },
      { kind: "setColumnWidths", sheet: title, column: head.column, widths: headers.map(() => 16) },
      {
        kind: "resizeTable",
        name: table.name,
        sheet: title,
        area: { ...area, columns: area.columns + headers.length },
      },
    ],
  };
}
