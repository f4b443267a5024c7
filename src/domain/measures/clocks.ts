import { isBlank, isErrorText, type CellValue } from "../cells/value";
import { defaultStaleDays, type Schema, type StageKind } from "../schema/field";
import { stageIndex } from "../schema/knownStages";
import { keyColumns, type ColumnMap } from "../sheet/records";

/** What one row says on the review day. The live formulas of the workbook say the same: see `plan/formulas.ts`. */
export interface RowState {
  /** `blank`: not a customer; `broken`: one of its key cells shows an Excel error, so that nothing can be said. */
  readonly state: StageKind | "blank" | "broken";
  /** Days since the last contact, else since the first; null where neither is known, or the customer is closed. */
  readonly daysSilent: number | null;
  /** The limit for this row's stage. Days. */
  readonly staleDays: number;
  /** Days between the next follow-up and the review day: positive is late, 0 is today; null without a date, or closed. */
  readonly daysLate: number | null;
  /** Open, and silent for strictly more days than the limit. */
  readonly stale: boolean;
  /** Open, and nothing in the next follow-up column. False where the sheet has no such column. */
  readonly noNextStep: boolean;
  /** Open, and what stands in the next follow-up column is no date: nobody can tell whether it is overdue. */
  readonly unclearNext: boolean;
}

const closedOrNone = { daysSilent: null, daysLate: null, stale: false, noNextStep: false, unclearNext: false } as const;

/**
 * Builds the function that reads one row's clocks: overdue (a promised date has passed), stale (silence), no next step.
 * Definitions: days silent D = T - max(last contact, first contact), a contact in the future is not one; stale when open
 * and D > limit, strictly; overdue when open and next < T; due today when next = T.
 * @param today review day, serial of the workbook's date system
 */
export function clockReader(
  columns: ColumnMap,
  schema: Schema,
  today: number,
): (row: readonly CellValue[]) => RowState {
  const stages = stageIndex(schema.stages);
  const keys = keyColumns(columns);
  const stageColumn = columns.get("stage");
  const nextColumn = columns.get("nextDate");
  const firstColumn = columns.get("firstContact");
  const lastColumn = columns.get("lastContact");

  const contactDay = (row: readonly CellValue[], column: number | undefined): number => {
    const value = column === undefined ? "" : row[column];
    return typeof value === "number" && value < today + 1 ? Math.floor(value) : 0;
  };

  return (row) => {
    let used = false;
    for (const column of keys) {
      if (!isBlank(row[column] ?? "")) {
        used = true;
        break;
      }
    }
    if (!used) return { state: "blank", staleDays: defaultStaleDays, ...closedOrNone };
    for (const column of keys) {
      if (isErrorText(row[column] ?? "")) {
        return { state: "broken", staleDays: defaultStaleDays, ...closedOrNone };
      }
    }
    const stage = stageColumn === undefined ? undefined : stages.get(String(row[stageColumn]).toLowerCase());
    const kind = stage?.kind ?? "open";
    const staleDays = stage && stage.staleDays > 0 ? stage.staleDays : defaultStaleDays;
    if (kind !== "open") return { state: kind, staleDays, ...closedOrNone };

    const next = nextColumn === undefined ? undefined : row[nextColumn];
    const contact = lastColumn === undefined ? 0 : Math.max(contactDay(row, lastColumn), contactDay(row, firstColumn));
    const daysSilent = contact > 0 ? today - contact : null;
    return {
      state: "open",
      daysSilent,
      staleDays,
      daysLate: typeof next === "number" ? today - Math.floor(next) : null,
      stale: daysSilent !== null && daysSilent > staleDays,
      noNextStep: next !== undefined && isBlank(next),
      unclearNext: next !== undefined && typeof next !== "number" && !isBlank(next),
    };
  };
}
