import type { TableFacts } from "../workbook/snapshot";
import { calculatedIds } from "../schema/field";
import { calculatedHeaders } from "../schema/headerNames";

const names: ReadonlySet<string> = new Set(calculatedIds.flatMap((id) => Object.values(calculatedHeaders[id])));

/** Columns of the follow-up table that the add-in calculates, zero-based on the sheet. */
export function calculatedColumns({ area, headers }: Pick<TableFacts, "area" | "headers">): readonly number[] {
  return headers.flatMap((header, offset) => (names.has(header) ? [area.column + offset] : []));
}
