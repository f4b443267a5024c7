import { calculatedIds, type CalculatedId, type FieldId } from "../schema/fieldIds";
import type { TableFacts } from "../workbook/snapshot";
import { calculatedHeaders } from "../schema/headerNames";

const names: ReadonlySet<string> = new Set(calculatedIds.flatMap((id) => Object.values(calculatedHeaders[id])));

/** Columns of the follow-up table that the add-in calculates, zero-based on the sheet. */
export function calculatedColumns({ area, headers }: Pick<TableFacts, "area" | "headers">): readonly number[] {
  return headers.flatMap((header, offset) => (names.has(header) ? [area.column + offset] : []));
}

/** Headers of the follow-up table as its formulas need them. */
export interface FormulaHeaders {
  readonly fields: ReadonlyMap<FieldId, string>;
  readonly calculated: Readonly<Record<CalculatedId, string>>;
}
