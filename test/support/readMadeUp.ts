import type { Schema } from "../../src/domain/schema/field";
import { schemaInForce } from "../../src/domain/settings/inForce";
import { locate } from "../../src/domain/followUps/locate";
import type { Records } from "../../src/domain/followUps/records";
import { bookSnapshot, newInMemoryWorkbook } from "./inMemoryWorkbook";
import type { MadeUpSheet } from "./sheets";

/** The sheet's list and the schema that set-up would propose for it. */
export function readMadeUp({ headers, rows, language }: MadeUpSheet): {
  readonly records: Records;
  readonly schema: Schema;
} {
  const book = bookSnapshot(newInMemoryWorkbook("S", [headers, ...rows]));
  const area = { row: 0, column: 0, rows: rows.length + 1, columns: headers.length };
  const location = locate(book, {
    sheet: book.sheets[0]!,
    used: area,
    merged: [],
    filtered: false,
    autoFilter: false,
    grid: { sheet: "S", area, values: [headers, ...rows] },
  });
  if (!location.ok) throw new Error(JSON.stringify(location.refusal));
  return { records: location.located.records, schema: schemaInForce(location.located, null, language, new Map()) };
}
