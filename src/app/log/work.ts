import { plainValue, type CellInput, type CellValue } from "../../domain/values/value";
import { findLog } from "../../domain/log/logSheet";
import { logTable } from "../../domain/log/logColumns";
import { logText } from "../../domain/log/logText";
import {
  planTouches,
  planUndo,
  type TouchDraft,
  type TouchProblem,
  type TouchTables,
  type UndoPlan,
  type UndoTables,
  type WrittenRow,
} from "../../domain/log/planTouch";
import type { Action } from "../../domain/workbook/action";
import type { Area } from "../../domain/workbook/area";
import { placeOf, type TableNow } from "../../domain/workbook/tableNow";
import type { ColumnMap } from "../../domain/followUps/records";
import { followUpTable } from "../../domain/followUps/followUps";
import { fail, succeed, type Result } from "../fault";
import type { SheetChange, WorkbookPort } from "../ports";
import type { Subject } from "../subject";
import type { Planning, StepResult } from "../transaction";

/** Why a save or an undo was not begun: found out before anything was written. */
export type RepRefusal =
  | { readonly kind: "row"; readonly problem: TouchProblem; readonly customer: string }
  /** The workbook was set up before there was a log, or somebody deleted it. */
  | { readonly kind: "noLog" }
  /** The follow-up table has no ID column. */
  | { readonly kind: "noIds" };

/** A save or its undo begins so many times at the most while others move its rows. */
export const mostTries = 4;

interface SavePlan {
  readonly actions: readonly Action[];
  readonly written: readonly WrittenRow[];
}

/** What the last save wrote: all that its undo needs. */
export interface Saved {
  readonly logIds: readonly string[];
  readonly written: readonly WrittenRow[];
}

/** What a receipt tells of the records that were saved. */
export interface Told {
  /** Names of the customers, in the order saved. */
  readonly customers: readonly string[];
  /** The next date that each of them has got with it; null where the save set none. */
  readonly days: readonly (number | null)[];
  /** To whom they were handed over; null for every other save. */
  readonly to: string | null;
}

export function toldOf(drafts: readonly TouchDraft[]): Told {
  const handedTo = drafts.find(({ kind }) => kind === "transfer")?.changes.get("owner");
  return {
    customers: drafts.map(({ customer }) => customer),
    days: drafts.map(({ changes }) => {
      const next = plainValue(changes.get("nextDate"));
      return typeof next === "number" ? next : null;
    }),
    to: handedTo === undefined ? null : String(plainValue(handedTo)),
  };
}

interface Tables {
  readonly log: TableNow;
  readonly followUps: TableNow;
}

/** Log and follow-up table as they are now, with the IDs of their rows. */
async function readTables(port: WorkbookPort, { located, reading }: Subject): Promise<StepResult<Tables, RepRefusal>> {
  const refuse = (refusal: RepRefusal) => ({ ok: false, refusal }) as const;
  const idHeader = located.headers[located.records.columns.get("id") ?? -1];
  if (idHeader === undefined) return refuse({ kind: "noIds" });
  const known = findLog(reading.book);
  if (!known) return refuse({ kind: "noLog" });
  const read = await port.readTables([
    { table: logTable, keyHeaders: Object.values(logText).map(({ headers }) => headers.id) },
    { table: followUpTable, keyHeaders: [idHeader] },
  ]);
  if (!read.ok) return read;
  const [log, followUps] = read.value;
  if (!followUps) return refuse({ kind: "noIds" });
  if (!log) return refuse({ kind: "row", customer: "", problem: { code: "logColumns", sheet: known.sheet } });
  return succeed({ log, followUps });
}

/**
 * Rows of a table as they are now, by their IDs, formulas as such; IDs without a row are left out. Rows that were moved since the table
 * was looked at are a fault: another one's cells must never pass for those of an ID.
 */
async function readRows(
  port: WorkbookPort,
  table: TableNow,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, readonly CellInput[]>>> {
  const places = ids.flatMap((id): readonly { id: string; area: Area; key: CellValue }[] => {
    const place = placeOf(table, id);
    return place.ok ? [{ id, area: place.area, key: place.key }] : [];
  });
  if (places.length === 0) return succeed(new Map());
  const cells = await port.readCells(
    table.sheet,
    places.map(({ area }) => area),
  );
  if (!cells.ok) return cells;
  const rows = places.map(({ id, key }, index) => ({ id, key, row: cells.value[index]?.[0] ?? [] }));
  if (rows.some(({ key, row }) => row[table.keyColumn] !== key)) return fail({ code: "moved" });
  return succeed(new Map(rows.map(({ id, row }) => [id, row])));
}

/** Where the columns of the last check are in the table as it is now, by their headers. */
function columnsNow({ located }: Subject, { headers }: TableNow): ColumnMap {
  return new Map(
    [...located.records.columns].flatMap(([field, offset]) => {
      const header = located.headers[offset] ?? "";
      const now = headers.findIndex((candidate) => candidate.toLowerCase() === header.toLowerCase());
      return now < 0 ? [] : [[field, now] as const];
    }),
  );
}

/** Both tables and the rows of some customers as they are now. */
async function readTouchTables(
  port: WorkbookPort,
  subject: Subject,
  ids: readonly string[],
): Promise<StepResult<TouchTables, RepRefusal>> {
  const tables = await readTables(port, subject);
  if (!tables.ok) return tables;
  const { log, followUps } = tables.value;
  const rows = await readRows(port, followUps, ids);
  if (!rows.ok) return rows;
  const { language, schema } = subject;
  const columns = columnsNow(subject, followUps);
  return succeed({ log, followUps, columns, rows: rows.value, owners: schema.owners, stages: schema.stages, language });
}

/** Saving touches: a row of the log for each, and the customers' rows brought up to date with them. */
export function saving(
  port: WorkbookPort,
  subject: Subject,
  drafts: readonly TouchDraft[],
): Planning<TouchTables, SavePlan, RepRefusal> {
  const ids = drafts.map(({ customerId }) => customerId);
  return {
    read: () => readTouchTables(port, subject, ids),
    plan: (tables) => {
      const plan = planTouches(drafts, tables);
      if (plan.ok) return succeed(plan);
      const { problem } = plan;
      const id = "id" in problem ? problem.id : "";
      const customer = drafts.find(({ customerId }) => customerId === id)?.customer ?? "";
      return { ok: false, refusal: { kind: "row", problem, customer } };
    },
  };
}

/** Taking a save back, as far as nobody has changed its cells since. */
export function undoing(
  port: WorkbookPort,
  subject: Subject,
  { logIds, written }: Saved,
): Planning<UndoTables, UndoPlan, RepRefusal> {
  const ids = written.map(({ customerId }) => customerId);
  return {
    read: async () => {
      const tables = await readTouchTables(port, subject, ids);
      if (!tables.ok) return tables;
      const logRows = await readRows(port, tables.value.log, logIds);
      return logRows.ok ? succeed({ ...tables.value, logRows: logRows.value }) : logRows;
    },
    plan: (tables) => succeed(planUndo(logIds, written, tables)),
  };
}

/** Rows to check again after a save: those of its customers, or all where a row was added. */
export function rowsToCheck(
  { located, customers }: Subject,
  drafts: readonly TouchDraft[],
  { written }: SavePlan,
): readonly SheetChange[] {
  if (written.some(({ isNew }) => isNew)) return [{ kind: "structure" }];
  const ids = new Set(drafts.map(({ customerId }) => customerId));
  const { area } = located.records;
  return customers()
    .filter(({ id }) => ids.has(id))
    .map(({ row }) => ({ kind: "cells", area: { ...area, row: row - 1, rows: 1 } }));
}
