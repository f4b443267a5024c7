import type { Schema } from "../schema/field";
import { saysCreation } from "../schema/creationDay";
import type { FieldId } from "../schema/fieldIds";
import { furthestToNote } from "../schema/stagePlaces";
import { isBlank, plainValue, type CellInput, type CellValue } from "../values/value";
import type { Action } from "../workbook/action";
import type { ColumnMap } from "../followUps/records";
import type { Language } from "../values/language";
import { logText } from "./logText";
import type { LogColumn } from "./logColumns";
import { formatsOf } from "./logSheet";
import { promiseOutcome } from "./promise";
import { logColumnsOf } from "./readLog";
import { appendProblem, calculatedColumns, placeOf, type RowProblem, type TableNow } from "../workbook/tableNow";
import type { TouchKind } from "./touch";

/** What somebody wants recorded of one customer: a log row, and the customer's row brought up to date with it. */
export interface TouchDraft {
  /** Given once and kept through every repetition: a log row that is there already is not written again. */
  readonly logId: string;
  readonly customerId: string;
  readonly customer: string;
  /** The customer gets a row of its own with this touch. */
  readonly isNew: boolean;
  readonly kind: TouchKind;
  /** Day and time of day. */
  readonly enteredAt: number;
  /** Day of the touch or change; null for a change of which nobody knows it. */
  readonly date: number | null;
  readonly who: string;
  readonly method: string;
  readonly content: string;
  readonly feedback: string;
  readonly result: string;
  /**
   * The stage before, of one that was changed in the grid and stands there already; left out for all else. What is no longer in the stage
   * that the draft names was changed again, and is left alone.
   */
  readonly fromStage?: string;
  /** Cells of the customer's row; fields without a column on the sheet are left out. */
  readonly changes: ReadonlyMap<FieldId, CellInput>;
}

/** A customer's row as it stood before a save and as it was written, by column offset. What undoing needs. */
export interface WrittenRow {
  readonly customerId: string;
  readonly isNew: boolean;
  readonly before: ReadonlyMap<number, CellInput>;
  readonly after: ReadonlyMap<number, CellInput>;
}

export type TouchProblem = RowProblem | { readonly code: "logColumns"; readonly sheet: string };

export type TouchPlan =
  | { readonly ok: true; readonly actions: readonly Action[]; readonly written: readonly WrittenRow[] }
  | { readonly ok: false; readonly problem: TouchProblem };

/** The two tables as they stand just before the write. */
export interface TouchTables {
  readonly log: TableNow;
  readonly followUps: TableNow;
  /** Fields of the follow-up table. */
  readonly columns: ColumnMap;
  /** Rows of the customers that are there, by ID, formulas as such. */
  readonly rows: ReadonlyMap<string, readonly CellInput[]>;
  /** Owners of the Settings: a customer's department is the owner's team. */
  readonly owners: Schema["owners"];
  /** Stages of the Settings, by whose order it is noted how far a customer came. */
  readonly stages: Schema["stages"];
  readonly language: Language;
}

/** Log columns without which a row cannot be found again or told whose it is. */
const neededColumns: readonly LogColumn[] = ["id", "customerId", "kind", "date"];

/** The team of an owner; blank for one that is not in the Settings, and where nobody said. */
function teamOf(owner: CellInput, { owners }: TouchTables): string {
  const key = String(plainValue(owner)).trim().toLowerCase();
  return owners.find(({ name }) => name.toLowerCase() === key)?.team ?? "";
}

function headerOf(field: FieldId, { columns, followUps }: TouchTables): string {
  return followUps.headers[columns.get(field) ?? -1] ?? "";
}

/**
 * What the touch does to the customer's row besides what the draft names: the clocks of contact and stage,
 * how far it came, and the owner's department.
 */
function derivedChanges(
  draft: TouchDraft,
  valueOf: (field: FieldId) => CellValue,
  tables: TouchTables,
): ReadonlyMap<FieldId, CellInput> {
  const changes = new Map(draft.changes);
  if (draft.kind === "contact" && draft.date !== null) {
    const last = valueOf("lastContact");
    changes.set("lastContact", typeof last === "number" ? Math.max(last, draft.date) : draft.date);
    // When a customer came in nobody knows from a contact, but for one that is new.
    const isMeant = draft.isNew || !saysCreation(headerOf("firstContact", tables));
    if (isMeant && isBlank(valueOf("firstContact")) && !changes.has("firstContact"))
      changes.set("firstContact", draft.date);
  }
  const owner = changes.get("owner");
  if (owner !== undefined && !changes.has("department")) {
    const team = teamOf(owner, tables);
    if (team !== "") changes.set("department", team);
  }
  const stage = changes.get("stage");
  const moved = stage !== undefined && plainValue(stage) !== valueOf("stage");
  if (moved && draft.date !== null && !changes.has("stageSince")) changes.set("stageSince", draft.date);
  const seen = [draft.fromStage ?? "", String(valueOf("stage")), String(plainValue(stage ?? ""))];
  const furthest = furthestToNote(String(valueOf("furthestStage")), seen, tables.stages);
  if (furthest !== null) changes.set("furthestStage", furthest);
  return changes;
}

function logRow(draft: TouchDraft, valueOf: (field: FieldId) => CellValue, tables: TouchTables): readonly CellInput[] {
  const words = logText[tables.language];
  const stage = String(valueOf("stage"));
  const promised = plainValue(draft.changes.get("nextDate"));
  const standing = valueOf("nextDate");
  const outcome =
    draft.kind === "contact" && draft.date !== null && typeof standing === "number"
      ? promiseOutcome(standing, draft.date)
      : "none";
  const cells: Readonly<Record<LogColumn, CellInput>> = {
    id: draft.logId,
    enteredAt: draft.enteredAt,
    customerId: draft.customerId,
    customer: draft.customer,
    kind: words.kind[draft.kind],
    date: draft.date ?? "",
    who: draft.who,
    method: draft.method,
    content: draft.content,
    feedback: draft.feedback,
    result: draft.result,
    fromStage: draft.fromStage ?? stage,
    toStage: String(plainValue(draft.changes.get("stage") ?? stage)),
    promised: typeof promised === "number" ? promised : "",
    promise: words.promise[outcome],
  };
  return logColumnsOf(tables.log.headers).map((column) => (column === null ? null : cells[column]));
}

function putRows(
  table: TableNow,
  rows: readonly (readonly CellInput[])[],
  formats: readonly (string | null)[],
): readonly Action[] {
  if (rows.length === 0) return [];
  const { sheet, name, keyColumn } = table;
  return [{ kind: "appendRows", sheet, table: name, keyColumn, rows, formats, calculated: calculatedColumns(table) }];
}

function takeRows(table: TableNow, rows: readonly (readonly CellInput[])[]): readonly Action[] {
  if (rows.length === 0) return [];
  const { sheet, name, keyColumn } = table;
  return [{ kind: "withdrawRows", sheet, table: name, keyColumn, rows, calculated: calculatedColumns(table) }];
}

/**
 * Works out the writes for one or several touches: log rows first, then the customers' rows, so that a request that stops
 * half way has left no customer changed without its record. All of them, or a problem and nothing.
 */
export function planTouches(drafts: readonly TouchDraft[], tables: TouchTables): TouchPlan {
  const { log, followUps, columns } = tables;
  const refuse = (problem: TouchProblem): TouchPlan => ({ ok: false, problem });
  const logColumns = logColumnsOf(log.headers);
  if (neededColumns.some((column) => !logColumns.includes(column)))
    return refuse({ code: "logColumns", sheet: log.sheet });

  const logRows: (readonly CellInput[])[] = [];
  const newRows: (readonly CellInput[])[] = [];
  const updates: Action[] = [];
  const written: WrittenRow[] = [];
  const logged = new Set(log.keys.map((key) => String(key).trim()));
  for (const draft of drafts) {
    const place = placeOf(followUps, draft.customerId);
    if (!place.ok && !(draft.isNew && place.problem.code === "gone")) return refuse(place.problem);
    const row = tables.rows.get(draft.customerId) ?? [];
    const valueOf = (field: FieldId): CellValue => {
      const offset = columns.get(field);
      return offset === undefined ? "" : plainValue(row[offset]);
    };
    if (draft.fromStage !== undefined && draft.changes.get("stage") !== valueOf("stage")) continue;
    if (!logged.has(draft.logId)) logRows.push(logRow(draft, valueOf, tables));
    const after = new Map<number, CellInput>();
    for (const [field, cell] of derivedChanges(draft, valueOf, tables)) {
      const offset = columns.get(field);
      // A column of formulas is the team's own doing; what stands already is not written again.
      if (offset === undefined || typeof row[offset] === "object" || row[offset] === cell) continue;
      after.set(offset, cell);
    }
    if (place.ok) {
      if (after.size === 0) continue;
      const cells = followUps.headers.map((_, offset) => after.get(offset) ?? null);
      const key = { column: followUps.keyColumn, value: place.key };
      updates.push({ kind: "writeRow", sheet: followUps.sheet, area: place.area, key, cells });
    } else {
      after.set(followUps.keyColumn, draft.customerId);
      newRows.push(followUps.headers.map((_, offset) => after.get(offset) ?? null));
    }
    const before = new Map([...after.keys()].map((offset) => [offset, row[offset] ?? ""] as const));
    written.push({ customerId: draft.customerId, isNew: !place.ok, before, after });
  }

  const blocked =
    (logRows.length > 0 ? appendProblem(log) : null) ?? (newRows.length > 0 ? appendProblem(followUps) : null);
  if (blocked) return refuse(blocked);
  return {
    ok: true,
    actions: [...putRows(log, logRows, formatsOf(logColumns)), ...putRows(followUps, newRows, []), ...updates],
    written,
  };
}

/** Takes back a save: its log rows are blanked, the customers' cells get back what stood in them. */
export interface UndoPlan {
  readonly actions: readonly Action[];
  /** Cells that somebody has changed since, which stay. */
  readonly kept: number;
}

/** The two tables as they stand before a save is taken back, with its log rows by their IDs. */
export interface UndoTables extends Pick<TouchTables, "log" | "followUps" | "rows"> {
  readonly logRows: ReadonlyMap<string, readonly CellInput[]>;
}

/** True where a row holds nothing but what the save wrote into it, and formulas. */
function isOursAlone(now: readonly CellInput[], after: WrittenRow["after"]): boolean {
  return now.every((cell, offset) => typeof cell === "object" || cell === "" || after.get(offset) === cell);
}

/** The row of a log that is to be blanked: columns that the team added are left alone. */
function takenRow(log: TableNow, row: readonly CellInput[]): readonly CellInput[] {
  const columns = logColumnsOf(log.headers);
  return row.map((cell, offset) => (columns[offset] === null ? null : cell));
}

/**
 * Plans the way back from a save. What has changed since, and rows that have gone, are left alone; so is the row of a new customer in
 * which people have written since, but for what the save wrote there besides the ID.
 * @param logIds IDs of the log rows that the save wrote
 */
export function planUndo(
  logIds: readonly string[],
  written: readonly WrittenRow[],
  { log, followUps, rows, logRows }: UndoTables,
): UndoPlan {
  const updates: Action[] = [];
  const newRows: (readonly CellInput[])[] = [];
  let kept = 0;
  for (const { customerId, isNew, before, after } of written) {
    const now = rows.get(customerId);
    const place = placeOf(followUps, customerId);
    if (!now || !place.ok) continue;
    if (isNew && isOursAlone(now, after)) {
      newRows.push(now);
      continue;
    }
    const back = new Map<number, CellInput>();
    for (const [offset, cell] of after) {
      if (offset === followUps.keyColumn) continue;
      const stood = before.get(offset) ?? "";
      if (now[offset] === cell) back.set(offset, stood);
      else if (now[offset] !== stood) kept += 1;
    }
    if (back.size === 0) continue;
    const cells = followUps.headers.map((_, offset) => back.get(offset) ?? null);
    const key = { column: followUps.keyColumn, value: place.key };
    updates.push({ kind: "writeRow", sheet: followUps.sheet, area: place.area, key, cells });
  }
  const taken = logIds.flatMap((id) => {
    const row = logRows.get(id);
    return row ? [takenRow(log, row)] : [];
  });
  return { actions: [...updates, ...takeRows(followUps, newRows), ...takeRows(log, taken)], kept };
}
