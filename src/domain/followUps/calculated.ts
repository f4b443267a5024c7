import { calculatedIds, type CalculatedId, type FieldId } from "../schema/fieldIds";
import type { TableFacts } from "../workbook/snapshot";
import { calculatedHeaders } from "../schema/headerNames";
import { cellReference } from "./followUps";

const names: ReadonlySet<string> = new Set(calculatedIds.flatMap((id) => Object.values(calculatedHeaders[id])));

/** Columns of the follow-up table that the add-in calculates, zero-based on the sheet. */
export function calculatedColumns({ area, headers }: Pick<TableFacts, "area" | "headers">): readonly number[] {
  return headers.flatMap((header, offset) => (names.has(header) ? [area.column + offset] : []));
}

/** How a formula of the follow-up table names the cells of its own row. */
export interface RowReferences {
  /** The cell of a field; null where the sheet has no such column. */
  readonly field: (id: FieldId) => string | null;
  /** The cell of a calculated column. */
  readonly own: (id: CalculatedId) => string;
}

export function rowReferences({ fields, calculated }: FormulaHeaders): RowReferences {
  return {
    field: (id) => {
      const header = fields.get(id);
      return header === undefined ? null : cellReference(header);
    },
    own: (id) => cellReference(calculated[id]),
  };
}

/** Headers of the follow-up table as its formulas need them. */
export interface FormulaHeaders {
  readonly fields: ReadonlyMap<FieldId, string>;
  readonly calculated: Readonly<Record<CalculatedId, string>>;
}
