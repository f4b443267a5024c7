import {
  fixedCells,
  formatsOf,
  planChanges,
  planFixes,
  planRevert,
  type CellChange,
  type ChangePlan,
  type ColumnNow,
  type Fix,
  type FixedCell,
  type FixKind,
} from "../../domain/rules/planFixes";
import { settingsHeaders } from "../../domain/settings/settings";
import type { Action } from "../../domain/workbook/action";
import type { BookSnapshot } from "../../domain/workbook/snapshot";
import { findFollowUps } from "../../domain/followUps/followUps";
import { locate, noWishes } from "../../domain/followUps/locate";
import type { Records } from "../../domain/followUps/records";
import type { Schema } from "../../domain/schema/field";
import { fail, succeed, type Result } from "../fault";
import type { BookOutline, Progress, SheetChange, WorkbookPort } from "../ports";
import type { Subject } from "../subject";
import { readColumns, spansOf } from "../formattedCells";
import type { Planning } from "../transaction";

/** Changes of cells, with the list and the columns as they are now. */
interface CellsFound<T extends CellChange> {
  readonly changes: readonly T[];
  readonly records: Records;
  readonly columns: readonly ColumnNow[];
}

/** The writes to cells that hold what they were thought to hold. */
export interface CellsPlan {
  readonly actions: readonly Action[];
  /** Cells that are written, and those left alone: they hold a formula, or something else by now. */
  readonly cells: number;
  readonly formulas: number;
  readonly changed: number;
  /** Rows to check again. */
  readonly rows: readonly SheetChange[];
}

export interface FixesPlan extends CellsPlan {
  /** What the way back needs. */
  readonly journal: readonly FixedCell[];
}

async function readCellsOf<T extends CellChange>(
  port: WorkbookPort,
  records: Records,
  changes: readonly T[],
): Promise<Result<CellsFound<T>>> {
  const columns = await readColumns(port, records.sheet, spansOf(changes));
  return columns.ok ? succeed({ changes, records, columns: columns.value }) : columns;
}

/** The list as it is at this moment, wherever its rows and columns are now. */
async function readRecords(port: WorkbookPort, subject: Subject, progress: Progress): Promise<Result<Records>> {
  const titleOf = (book: BookOutline) => findFollowUps(book)?.sheet ?? subject.located.records.sheet;
  const read = await port.readWorkbook((book) => [titleOf(book)], progress);
  if (!read.ok) return read;
  const { book, sheets } = read.value;
  const title = titleOf(book);
  const sheet = sheets.get(title);
  const headers = settingsHeaders(subject.reading.inForce?.settings ?? null);
  const location = sheet && locate(book, sheet, headers, { ...noWishes, today: subject.today });
  return location?.ok === true ? succeed(location.located.records) : fail({ code: "drift", what: title });
}

/** The rows that are written, as one change from the first to the last; none where nothing is. */
function rowsOf({ made }: ChangePlan<CellChange>, { area }: Records): readonly SheetChange[] {
  if (made.length === 0) return [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { change } of made) {
    first = Math.min(first, change.row);
    last = Math.max(last, change.row);
  }
  return [{ kind: "cells", area: { ...area, row: first, rows: last - first + 1 } }];
}

function planCells<T extends CellChange>({ changes, records, columns }: CellsFound<T>, schema: Schema) {
  const plan = planChanges(changes, columns, records.sheet, formatsOf(schema, records));
  const { actions, made, formulas, changed } = plan;
  const summary: CellsPlan = { actions, cells: made.length, formulas, changed, rows: rowsOf(plan, records) };
  return { made, summary };
}

type FieldChange = CellChange & Pick<Fix, "field">;

/** The changes with the workbook's facts as they are now. */
interface FixesFound extends CellsFound<FieldChange> {
  readonly book: BookSnapshot;
}

/** The fixes of these kinds that the last check found, in cells that still hold what it found. */
export function fixing(
  port: WorkbookPort,
  subject: Subject,
  kinds: readonly FixKind[],
): Planning<FixesFound, FixesPlan, never> {
  return {
    read: async (progress) => {
      const changes = planFixes(subject.checked.findings, subject.schema)
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ fixes }) => fixes)
        .map(({ row, column, field, before, after }): FieldChange => {
          return { row, column, field, from: before, to: after, format: null };
        });
      const facts = await port.readWorkbook(() => [], progress);
      if (!facts.ok) return facts;
      const found = await readCellsOf(port, subject.located.records, changes);
      return found.ok ? succeed({ ...found.value, book: facts.value.book }) : found;
    },
    plan: (found) => {
      const { made, summary } = planCells(found, subject.schema);
      return succeed({ ...summary, journal: fixedCells(made, found.records) });
    },
  };
}

/** The way back from fixes, in cells that still hold what was written, wherever their rows are now. */
export function reverting(
  port: WorkbookPort,
  subject: Subject,
  journal: readonly FixedCell[],
): Planning<CellsFound<CellChange>, CellsPlan, never> {
  return {
    read: async (progress) => {
      const records = await readRecords(port, subject, progress);
      return records.ok ? readCellsOf(port, records.value, planRevert(journal, records.value)) : records;
    },
    plan: (found) => succeed(planCells(found, subject.schema).summary),
  };
}
