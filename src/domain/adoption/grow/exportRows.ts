import type { ColumnMap } from "../../followUps/records";
import type { FieldId } from "../../schema/fieldIds";
import type { CellValue } from "../../values/value";

/** An export as it reads once its columns and values are understood: row by row, with the place of each field. */
export interface ExportRows {
  readonly columns: ColumnMap;
  readonly rows: readonly (readonly CellValue[])[];
}

/** Reads a field of a row; blank where there is no such column. */
export function reader(columns: ColumnMap): (row: readonly CellValue[], field: FieldId) => CellValue {
  return (row, field) => {
    const offset = columns.get(field);
    return offset === undefined ? "" : (row[offset] ?? "");
  };
}
