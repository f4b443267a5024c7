import type { FieldId } from "../schema/fieldIds";
import { isDateSerial } from "../values/date";
import type { CellValue } from "../values/value";
import type { RowState } from "../clocks/clocks";
import type { ReviewContext } from "../schema/reviewContext";
import type { ColumnMap } from "../followUps/records";

/** What the rules that look at several cells of a row are made from. */
export interface RowRuleSetting extends ReviewContext {
  readonly columns: ColumnMap;
}

/** The findings of one row so far. A cell that has one is left out of what follows: one cause gives one finding. */
export interface RowReport<Found> {
  readonly isSound: (field: FieldId) => boolean;
  /** A finding is as loud as the rule of the field that it is reported on. */
  readonly add: (field: FieldId, found: Found) => void;
}

export type RowCheck<Found> = (row: readonly CellValue[], state: RowState["state"], report: RowReport<Found>) => void;

/**
 * A rule about several cells of a row: what it is called, what it needs, and what it finds. The check of the sheet applies it,
 * and the form does, to the row as it would stand. Cells get no validation and no colour from it, and nothing that it finds is
 * a missing item: a cell rule of Excel's sees one cell at the moment when somebody types into it.
 */
export interface RowRule<Found extends { readonly rule: string }> {
  readonly id: Found["rule"];
  /** Fields without whose column the rule asks nothing. */
  readonly needs: readonly FieldId[];
  /**
   * What the form says while the field is only observed. Where it is false, the form is silent then; from level warn on it
   * warns, and at require it does not save.
   */
  readonly toldWhileObserved: boolean;
  /** Compiled once for a sheet; null where the rule asks nothing of it. */
  readonly prepare: (setting: RowRuleSetting) => RowCheck<Found> | null;
}

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
