import type { FieldId } from "../schema/fieldIds";
import { isDateSerial } from "../values/date";
import type { CellValue } from "../values/value";
import type { RowState } from "../clocks/clocks";
import type { ReviewContext } from "../schema/reviewContext";
import type { ColumnMap } from "../followUps/records";
import type { Reason } from "./finding";

/** What the rules that look at several cells of a row are made from. */
export interface RowRuleSetting extends ReviewContext {
  readonly columns: ColumnMap;
}

/** The findings of one row so far. A cell that has one is left out of what follows: one cause gives one finding. */
export interface RowReport {
  readonly isSound: (field: FieldId) => boolean;
  readonly add: (field: FieldId, reason: Reason) => void;
}

export type RowRule = (row: readonly CellValue[], state: RowState["state"], report: RowReport) => void;

export type DayReader = (row: readonly CellValue[]) => number | null;

/** Reads a date of a row as a whole day, null where none stands there; null for a column that the sheet has not got. */
export function dayReader({ columns, system }: RowRuleSetting, field: FieldId): DayReader | null {
  const column = columns.get(field);
  if (column === undefined) return null;
  return (row) => {
    const value = row[column];
    return typeof value === "number" && isDateSerial(value, system) ? Math.floor(value) : null;
  };
}
