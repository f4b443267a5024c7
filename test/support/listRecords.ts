import type { Records } from "../../src/domain/followUps/records";
import type { FieldId } from "../../src/domain/schema/fieldIds";
import type { CellValue } from "../../src/domain/values/value";

/** A list of nothing but these columns, each given from top to bottom. */
export function listRecords(columns: Partial<Record<FieldId, readonly CellValue[]>>): Records {
  const given = Object.entries(columns).map(([field, cells]): [FieldId, readonly CellValue[]] => [
    field as FieldId,
    cells ?? [],
  ]);
  const rows = Math.max(0, ...given.map(([, cells]) => cells.length));
  return {
    sheet: "客户",
    area: { row: 1, column: 0, rows, columns: given.length },
    values: Array.from({ length: rows }, (_, row) => given.map(([, cells]) => cells[row] ?? "")),
    columns: new Map(given.map(([field], column) => [field, column])),
  };
}
