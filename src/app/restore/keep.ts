import {
  bookkeepingSheet,
  readStore,
  readTop,
  settingsKey,
  topOfStore,
  withEdits,
  writeStore,
  type Store,
  type StoreEdits,
} from "../../domain/bookkeeping/store";
import { findFollowUps } from "../../domain/followUps/followUps";
import { requestFor } from "../../domain/restore/before";
import { listChangeOf } from "../../domain/restore/listChange";
import { makingPoint } from "../../domain/restore/makePoint";
import { hasBookkeeping, ourBookkeeping } from "../../domain/restore/ourSheets";
import type { RestoreCause } from "../../domain/restore/point";
import { withPoint } from "../../domain/restore/points";
import type { Action } from "../../domain/workbook/action";
import type { Workbook } from "../../domain/workbook/project";
import type { BookSnapshot, InstalledSnapshot } from "../../domain/workbook/snapshot";
import { fail, succeed, type Result } from "../fault";
import { inSlices } from "../slices";
import type { Progress, WorkbookPort } from "../ports";
import type { Planning, StepResult } from "../transaction";
import type { UseCaseDependencies } from "../useCase";

/** The workbook that a plan was made on. */
export interface PlannedOn extends Workbook {
  readonly installed: InstalledSnapshot | null;
}

export type KeepDependencies = Pick<UseCaseDependencies, "port" | "surroundings">;

const untold: Progress = { report: () => undefined, cancelled: () => false };

/** What is kept in the workbook; null where nothing is, and "closed" where nothing can be: somebody else's sheet has the title, or it cannot be written to. */
export async function readBookkeeping(
  port: Pick<WorkbookPort, "readWorkbook">,
  book: BookSnapshot,
): Promise<Result<Store | null | "closed">> {
  if (!hasBookkeeping(book)) return succeed(book.structureProtected ? "closed" : null);
  const read = await port.readWorkbook(() => [bookkeepingSheet], untold);
  if (!read.ok) return read;
  const sheet = read.value.sheets.get(bookkeepingSheet);
  if (!sheet) return fail({ code: "drift", what: bookkeepingSheet });
  const store = sheet.sheet.protected ? "foreign" : readStore(sheet.grid, sheet.sheet.visibility);
  return succeed(store === "foreign" ? "closed" : store);
}

/**
 * What the workbook keeps of its Settings: one small question, and all of the bookkeeping only where it does not stand on top.
 * @returns blank where the workbook keeps none of them; null where it keeps nothing
 */
export async function readSettingsText(
  port: Pick<WorkbookPort, "readWorkbook" | "readValues">,
  book: BookSnapshot,
): Promise<Result<string | null>> {
  const sheet = ourBookkeeping(book);
  if (sheet && !sheet.protected) {
    const top = await port.readValues(sheet.name, topOfStore);
    const text = top.ok ? readTop(top.value) : null;
    if (text !== null) return succeed(text);
  }
  const kept = await readBookkeeping(port, book);
  if (!kept.ok) return kept;
  return succeed(kept.value === null || kept.value === "closed" ? null : (kept.value.get(settingsKey) ?? ""));
}

/** A plan of a change that is given back some day. */
export interface KeptPlan {
  readonly actions: readonly Action[];
  /** What it keeps in the workbook beside its restore point; null, or left out, for nothing. */
  readonly remembered?: StoreEdits | null;
}

/** The store with a restore point more: what the change finds before it, read now. */
async function withPointOf(
  { port, surroundings }: KeepDependencies,
  planned: PlannedOn,
  { actions, remembered }: KeptPlan,
  cause: RestoreCause,
  store: Store,
): Promise<Result<Store>> {
  await surroundings.pause();
  const list = listChangeOf(planned, actions);
  const request = requestFor(planned.book, list, actions);
  const before = await port.readBefore(request);
  if (!before.ok) return before;
  await surroundings.pause();
  const steps = makingPoint({
    actions,
    workbook: planned,
    installed: planned.installed,
    list,
    request,
    before: before.value,
    bound: remembered?.bound ?? [],
  });
  const content = await inSlices(steps, surroundings);
  const first = cause === "setUp" && findFollowUps(planned.book) === null;
  return succeed(withPoint(store, { at: surroundings.now(), cause, first, content }));
}

/**
 * The actions of a change with those that write down what it finds and what it keeps: in one change, so that there is never one without the
 * other, and the store is written once.
 */
export async function withRestorePoint(
  dependencies: KeepDependencies,
  planned: PlannedOn,
  plan: KeptPlan,
  cause: RestoreCause,
): Promise<Result<readonly Action[]>> {
  const { actions, remembered = null } = plan;
  if ((actions.length === 0 && remembered === null) || planned.book.readOnly) return succeed(actions);
  const kept = await readBookkeeping(dependencies.port, planned.book);
  if (!kept.ok) return kept;
  if (kept.value === "closed") return succeed(actions);
  const store = kept.value ?? new Map<string, string>();
  // A change that changes nothing has nothing to give back.
  const pointed = actions.length > 0 ? await withPointOf(dependencies, planned, plan, cause, store) : succeed(store);
  if (!pointed.ok) return pointed;
  const after = remembered ? withEdits(pointed.value, remembered) : pointed.value;
  // First, so that what a change finds is written down before anything of it is carried out.
  return succeed([...writeStore(kept.value, after), ...actions]);
}

/** The actions of a change that is not given back, with what it keeps in the workbook, where anything can be kept there. */
async function withRemembered(
  port: Pick<WorkbookPort, "readWorkbook">,
  book: BookSnapshot,
  { actions, remembered = null }: KeptPlan,
): Promise<Result<readonly Action[]>> {
  if (remembered === null) return succeed(actions);
  const kept = await readBookkeeping(port, book);
  if (!kept.ok) return kept;
  if (kept.value === "closed") return succeed(actions);
  return succeed([...writeStore(kept.value, withEdits(kept.value ?? new Map(), remembered)), ...actions]);
}

/**
 * A planning whose plan also writes down what it finds, for the way back, and what it keeps. For carrying out alone: a preview needs none.
 * @param on the workbook that the plan was made on
 */
export function keeping<Found, Planned extends KeptPlan, Refused>(
  dependencies: KeepDependencies,
  { read, plan }: Planning<Found, Planned, Refused>,
  cause: RestoreCause,
  on: (found: Found) => PlannedOn,
): Planning<Found, Planned, Refused> {
  return {
    read,
    plan: async (found): Promise<StepResult<Planned, Refused>> => {
      const planned = await plan(found);
      if (!planned.ok) return planned;
      const actions = await withRestorePoint(dependencies, on(found), planned.value, cause);
      return actions.ok ? succeed({ ...planned.value, actions: actions.value }) : actions;
    },
  };
}

/**
 * A planning whose plan also writes down what it keeps in the workbook, and no way back. For carrying out alone: a preview needs none. A plan
 * without actions stays as it is: nothing is carried out that could be remembered.
 * @param bookOf the workbook that the plan was made on
 */
export function keepingMemory<Found, Planned extends KeptPlan, Refused>(
  port: Pick<WorkbookPort, "readWorkbook">,
  { read, plan }: Planning<Found, Planned, Refused>,
  bookOf: (found: Found) => BookSnapshot,
): Planning<Found, Planned, Refused> {
  return {
    read,
    plan: async (found): Promise<StepResult<Planned, Refused>> => {
      const planned = await plan(found);
      if (!planned.ok || planned.value.actions.length === 0) return planned;
      const actions = await withRemembered(port, bookOf(found), planned.value);
      return actions.ok ? succeed({ ...planned.value, actions: actions.value }) : actions;
    },
  };
}
