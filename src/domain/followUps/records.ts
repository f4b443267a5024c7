import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import type { Area } from "../workbook/area";

/** Where each field stands: zero-based offset from the table's first column. A field without an entry is dormant. */
export type ColumnMap = ReadonlyMap<FieldId, number>;

/**
 * The follow-up sheet's rows as the rules and measures see them: the body's values, row by row, and the place of each
 * field. `values[0]` stands on sheet row `area.row` (zero-based).
 */
export interface Records {
  readonly sheet: string;
  /** The body, without the header row. */
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
  readonly columns: ColumnMap;
  /** Fields of a set-up sheet whose column the Settings name and the sheet has not got any more. */
  readonly lost?: readonly FieldId[];
}

/** A row counts as a customer when one of these has anything in it; other columns may hold formulas that never go blank. */
export const keyFields: readonly FieldId[] = ["customer", "owner", "stage", "nextDate"];

/** Columns of the key fields that the sheet has. */
export function keyColumns(columns: ColumnMap): readonly number[] {
  return keyFields.flatMap((field) => columns.get(field) ?? []);
}
