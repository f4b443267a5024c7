import {
  fixedCells,
  planChanges,
  planFixes,
  planRevert,
  type CellChange,
  type ChangePlan,
  type ColumnNow,
  type Fix,
  type FixedCell,
  type FixKind,
} from "../domain/rules/planFixes";
import { settingsHeaders } from "../domain/settings/settings";
import type { Area } from "../domain/workbook/area";
import { findFollowUps } from "../domain/followUps/followUps";
import { locate } from "../domain/followUps/locate";
import type { Records } from "../domain/followUps/records";
import { fail, succeed, type Fault, type Result } from "./fault";
import type { FixCore, FixState } from "./fixSession";
import type { Subject } from "./check";
import type { Aftermath, Progress } from "./ports";
import type { Store } from "./store";

/** Carrying out repairs and taking them back: what the first repair loads, and no first view. */
export interface Repairs {
  readonly apply: (kinds: readonly FixKind[], subject: Subject, progress: Progress) => Promise<void>;
  readonly revert: (subject: Subject, progress: Progress) => Promise<void>;
}

/** Cells per round trip when they are looked at before the write: contents and formats of them stay below 5 MB. */
const cellsPerTrip = 30_000;

/** The column spans that cover the changes, in pieces that fit a round trip each. */
function spansOf(changes: readonly CellChange[]): readonly Area[] {
  const spans = new Map<number, { first: number; last: number }>();
  for (const { row, column } of changes) {
    const span = spans.get(column);
    if (span) {
      span.first = Math.min(span.first, row);
      span.last = Math.max(span.last, row);
    } else spans.set(column, { first: row, last: row });
  }
  return [...spans].flatMap(([column, { first, last }]) =>
    Array.from({ length: Math.ceil((last - first + 1) / cellsPerTrip) }, (_, piece): Area => {
      const row = first + piece * cellsPerTrip;
      return { row, column, rows: Math.min(cellsPerTrip, last - row + 1), columns: 1 };
    }),
  );
}

/** As many areas as one round trip takes; at least one. */
function tripOf(areas: readonly Area[]): readonly Area[] {
  let cells = 0;
  const end = areas.findIndex(({ rows }, index) => {
    cells += rows;
    return index > 0 && cells > cellsPerTrip;
  });
  return end < 0 ? areas : areas.slice(0, end);
}

export function createRepairs(core: FixCore, { getState, set }: Store<FixState>): Repairs {
  const { port } = core;
  /** What the last repair wrote, for the way back. */
  let journal: readonly FixedCell[] = [];

  /** The cells as they are now. One round trip for all that is usual. */
  async function readColumns(sheet: string, areas: readonly Area[]): Promise<Result<readonly ColumnNow[]>> {
    if (areas.length === 0) return succeed([]);
    const trip = tripOf(areas);
    const read = await port.readFormatted(sheet, trip);
    if (!read.ok) return read;
    const columns = trip.map(({ row, column }, index): ColumnNow => ({
      row,
      column,
      cells: (read.value[index]?.cells ?? []).map(([cell = ""]) => cell),
      formats: (read.value[index]?.formats ?? []).map(([format = "General"]) => format),
    }));
    const rest = await readColumns(sheet, areas.slice(trip.length));
    return rest.ok ? succeed([...columns, ...rest.value]) : rest;
  }

  /** Looks at the cells and writes those that are as expected. Null where that came to nothing; the problem is shown. */
  async function write<T extends CellChange>(
    subject: Subject,
    records: Records,
    changes: readonly T[],
    progress: Progress,
  ): Promise<ChangePlan<T> | null> {
    const failed = (fault: Fault, aftermath: Aftermath) => {
      set({ problem: { fault, aftermath } });
      return null;
    };
    const { sheet, columns, area } = records;
    const now = await readColumns(sheet, spansOf(changes));
    if (!now.ok) return failed(now.fault, "unchanged");
    const dates = subject.schema.fields.flatMap(({ id, kind }) => {
      const offset = columns.get(id);
      return kind === "date" && offset !== undefined ? [area.column + offset] : [];
    });
    const plan = planChanges(changes, now.value, sheet, new Set(dates));
    const result = await port.apply(plan.actions, progress);
    if (!result.ok) return failed(result.fault, result.aftermath);
    const rows = plan.made.map(({ change }) => change.row);
    if (rows.length > 0) {
      const [first, last] = extremes(rows);
      core.changed([{ kind: "cells", area: { ...area, row: first, rows: last - first + 1 } }]);
    }
    return plan;
  }

  /** The list as it is at this moment, wherever its rows and columns are now. */
  async function recordsNow(subject: Subject, progress: Progress): Promise<Result<Records>> {
    const book = await port.readBook();
    if (!book.ok) return book;
    const title = findFollowUps(book.value)?.sheet ?? subject.located.records.sheet;
    const sheet = await port.readSheet(title, progress);
    if (!sheet.ok) return sheet;
    const location = locate(book.value, sheet.value, settingsHeaders(subject.reading.inForce?.settings ?? null));
    return location.ok ? succeed(location.located.records) : fail({ code: "drift", what: title });
  }

  return {
    apply: async (kinds, subject, progress) => {
      const { records } = subject.located;
      const chosen = planFixes(subject.checked.findings, subject.schema)
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ fixes }) => fixes);
      const changes = chosen.map((fix): CellChange & Pick<Fix, "field"> => ({
        row: fix.row,
        column: fix.column,
        field: fix.field,
        from: fix.before,
        to: fix.after,
        format: null,
      }));
      const written = await write(subject, records, changes, progress);
      if (!written) return;
      journal = fixedCells(written.made, records);
      const { made, formulas, changed } = written;
      set({ receipt: { fixed: made.length, formulas, changed, reverted: null } });
    },
    revert: async (subject, progress) => {
      const records = await recordsNow(subject, progress);
      if (!records.ok) return set({ problem: { fault: records.fault, aftermath: "unchanged" } });
      const written = await write(subject, records.value, planRevert(journal, records.value), progress);
      if (!written) return;
      const restored = written.made.length;
      const kept = journal.length - restored;
      journal = [];
      const { receipt } = getState();
      if (receipt) set({ receipt: { ...receipt, reverted: { restored, kept } } });
    },
  };
}

/** Smallest and largest number, without handing thousands of arguments on. */
function extremes(numbers: readonly number[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const each of numbers) {
    if (each < least) least = each;
    if (each > most) most = each;
  }
  return [least, most];
}
