import { convertSerial, type DateSystem } from "../../domain/values/date";
import type { CellInput } from "../../domain/values/value";
import type { ListedCustomer } from "../../domain/log/customers";
import type { ContactForm, Entry } from "../../domain/log/drafts";
import { findLog } from "../../domain/log/logSheet";
import type { TouchDraft, TouchProblem, WrittenRow } from "../../domain/log/planTouch";
import type { LogReading } from "../../domain/log/readLog";
import { placeOf, type TableNow } from "../../domain/workbook/tableNow";
import type { Schema } from "../../domain/schema/field";
import type { Records } from "../../domain/followUps/records";
import type { Language } from "../../domain/values/language";
import { followUpTable } from "../../domain/followUps/followUps";
import type { Area } from "../../domain/workbook/area";
import { logTable } from "../../domain/log/logColumns";
import { logText } from "../../domain/log/logText";
import { fail, succeed, type Fault, type Result } from "../fault";
import type { Subject } from "../check";
import type { Aftermath, Progress, SheetChange, Surroundings, WorkbookPort } from "../ports";
import { createStore } from "../store";

export type SaveKind = "touch" | "transfer" | "reschedule";

/** What the last save did, until it is undone or followed by another one. */
export interface Receipt {
  readonly kind: SaveKind;
  /** Names of the customers, in the order saved. */
  readonly customers: readonly string[];
  readonly isNew: boolean;
  /** Null while it can be undone; then how many cells stayed because somebody had changed them since. */
  readonly undone: { readonly kept: number } | null;
}

/** Why a save or an undo came to nothing. */
export type RepProblem =
  | { readonly kind: "fault"; readonly fault: Fault; readonly aftermath: Aftermath }
  /** Found out before anything was written. */
  | { readonly kind: "row"; readonly problem: TouchProblem; readonly customer: string }
  /** The workbook was set up before there was a log, or somebody deleted it. */
  | { readonly kind: "noLog" }
  /** The follow-up table has no ID column. */
  | { readonly kind: "noIds" };

export interface RepState {
  /** Null until somebody asked for it. */
  readonly log: LogReading | null;
  readonly saving: boolean;
  readonly receipt: Receipt | null;
  readonly problem: RepProblem | null;
}

/** The follow-up sheet as a form sees it. */
export interface RepBook {
  readonly records: Records;
  readonly schema: Schema;
  readonly system: DateSystem;
  readonly language: Language;
  readonly today: number;
}

/** The rep's use cases: logging, closing, handing over, moving dates. Each writes the log and the customers' rows in one change. */
export interface RepSession {
  readonly getState: () => RepState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Customers of the last check; the same array until the next one. */
  readonly customers: () => readonly ListedCustomer[];
  /** What forms are built from, as of the last check; null before it. */
  readonly book: () => RepBook | null;
  /** The customer whose row is selected in the sheet; null where the selection is in no customer's row. */
  readonly selectedCustomer: () => Promise<ListedCustomer | null>;
  /** A fresh ID for a log row or a customer. Asked once per form, and kept with its draft. */
  readonly newId: () => string;
  /** Reads the log for the timelines. */
  readonly openLog: () => Promise<void>;
  /** @returns true when it stands in the workbook */
  readonly logTouch: (form: ContactForm, who: string | null) => Promise<boolean>;
  readonly transfer: (
    customers: readonly ListedCustomer[],
    to: string,
    reason: string,
    who: string | null,
  ) => Promise<boolean>;
  readonly reschedule: (
    customers: readonly ListedCustomer[],
    dayFor: (customer: ListedCustomer) => number,
    reason: string,
    who: string | null,
  ) => Promise<boolean>;
  /** Takes the last save back, as far as nobody has changed its cells since. */
  readonly undo: () => Promise<void>;
  readonly dismiss: () => void;
}

/** What the rep's use cases need of the session they are part of. */
export interface RepCore {
  readonly port: WorkbookPort;
  readonly surroundings: Surroundings;
  readonly subject: () => Subject | null;
  /** Runs work after what is under way. */
  readonly run: (work: (progress: Progress) => Promise<void>) => Promise<void>;
  /** Has what was written looked at again. */
  readonly changed: (changes: readonly SheetChange[]) => void;
}

/** Rows that others moved just then are looked for again so many times. */
const mostTries = 4;

interface Saved {
  readonly logIds: readonly string[];
  readonly written: readonly WrittenRow[];
}

interface Tables {
  readonly log: TableNow;
  readonly followUps: TableNow;
}

export function createRepSession(core: RepCore): RepSession {
  const { port, surroundings } = core;
  const store = createStore<RepState>({ log: null, saving: false, receipt: null, problem: null });
  const { getState, set } = store;
  let saved: Saved | null = null;
  let unfinished: { readonly key: string; readonly logIds: readonly string[] } | null = null;
  let shown: { readonly of: Subject; readonly book: RepBook } | null = null;

  const customers = () => core.subject()?.customers() ?? [];

  function entryOf(subject: Subject, who: string | null): Entry {
    const { dateSystem } = subject.reading.book;
    return { enteredAt: convertSerial(surroundings.now(), 1900, dateSystem), today: subject.reading.today, who };
  }

  async function readTables(subject: Subject): Promise<Result<Tables> | RepProblem> {
    const idHeader = subject.located.headers[subject.located.records.columns.get("id") ?? -1];
    if (idHeader === undefined) return { kind: "noIds" };
    if (!findLog(subject.reading.book)) return { kind: "noLog" };
    const read = await port.readTables([
      { table: logTable, keyHeaders: Object.values(logText).map(({ headers }) => headers.id) },
      { table: followUpTable, keyHeaders: [idHeader] },
    ]);
    if (!read.ok) return read;
    const [log, followUps] = read.value;
    if (!followUps) return { kind: "noIds" };
    if (!log)
      return {
        kind: "row",
        customer: "",
        problem: { code: "logColumns", sheet: findLog(subject.reading.book)?.sheet ?? "" },
      };
    return succeed({ log, followUps });
  }

  /** Rows of the customers as they are now, formulas as such; customers without a row are left out. */
  async function readRows(
    { followUps }: Tables,
    ids: readonly string[],
  ): Promise<Result<ReadonlyMap<string, readonly CellInput[]>>> {
    const places = ids.flatMap((id): readonly { id: string; area: Area }[] => {
      const place = placeOf(followUps, id);
      return place.ok ? [{ id, area: place.area }] : [];
    });
    if (places.length === 0) return succeed(new Map());
    const cells = await port.readCells(
      followUps.sheet,
      places.map(({ area }) => area),
    );
    if (!cells.ok) return cells;
    return succeed(new Map(places.map(({ id }, index) => [id, cells.value[index]?.[0] ?? []])));
  }

  /** One try: look, plan, write. Null when it stands in the workbook. */
  async function trySave(
    subject: Subject,
    drafts: readonly TouchDraft[],
    progress: Progress,
  ): Promise<{ readonly written: readonly WrittenRow[] } | RepProblem> {
    const unchanged = (fault: Fault): RepProblem => ({ kind: "fault", fault, aftermath: "unchanged" });
    const tables = await readTables(subject);
    if ("kind" in tables) return tables;
    if (!tables.ok) return unchanged(tables.fault);
    const { log, followUps } = tables.value;
    const rows = await readRows(
      tables.value,
      drafts.map(({ customerId }) => customerId),
    );
    if (!rows.ok) return unchanged(rows.fault);
    const { columns } = subject.located.records;
    const place = new Map(
      [...columns].flatMap(([field, offset]) => {
        const header = subject.located.headers[offset] ?? "";
        const now = followUps.headers.findIndex((candidate) => candidate.toLowerCase() === header.toLowerCase());
        return now < 0 ? [] : [[field, now] as const];
      }),
    );
    const { planTouches } = await import("../../domain/log/planTouch");
    const plan = planTouches(drafts, { log, followUps, columns: place, rows: rows.value, language: subject.language });
    if (!plan.ok) {
      const { problem } = plan;
      const id = "id" in problem ? problem.id : "";
      const customer = drafts.find(({ customerId }) => customerId === id)?.customer ?? "";
      return { kind: "row", problem, customer };
    }
    const result = await port.apply(plan.actions, progress);
    return result.ok ? { written: plan.written } : { kind: "fault", fault: result.fault, aftermath: result.aftermath };
  }

  async function saveFrom(
    subject: Subject,
    drafts: readonly TouchDraft[],
    progress: Progress,
    tries: number,
  ): Promise<{ readonly written: readonly WrittenRow[] } | RepProblem> {
    const outcome = await trySave(subject, drafts, progress);
    const passing =
      "kind" in outcome &&
      outcome.kind === "fault" &&
      outcome.aftermath !== "partial" &&
      (outcome.fault.code === "moved" || (outcome.fault.code === "inTheWay" && outcome.aftermath === "restored"));
    return passing && tries < mostTries ? saveFrom(subject, drafts, progress, tries + 1) : outcome;
  }

  /** Rows to look at again: those written, or all where a row was added. */
  function changesOf(subject: Subject, drafts: readonly TouchDraft[], written: readonly WrittenRow[]): SheetChange[] {
    if (written.some(({ isNew }) => isNew)) return [{ kind: "structure" }];
    const ids = new Set(drafts.map(({ customerId }) => customerId));
    const { area } = subject.located.records;
    return customers()
      .filter(({ id }) => ids.has(id))
      .map(({ row }) => ({ kind: "cells", area: { ...area, row: row - 1, rows: 1 } }));
  }

  async function save(kind: SaveKind, drafts: readonly TouchDraft[]): Promise<boolean> {
    let done = false;
    set({ saving: true, problem: null });
    await core.run(async (progress) => {
      const subject = core.subject();
      if (!subject || drafts.length === 0) return;
      const outcome = await saveFrom(subject, drafts, progress, 1);
      if ("kind" in outcome) {
        set({ problem: outcome });
        return;
      }
      done = true;
      unfinished = null;
      const { written } = outcome;
      saved = { logIds: drafts.map(({ logId }) => logId), written };
      const receipt: Receipt = {
        kind,
        customers: drafts.map(({ customer }) => customer),
        isNew: written.some(({ isNew }) => isNew),
        undone: null,
      };
      set({ receipt });
      if (getState().log) await readLogNow(subject, progress);
      core.changed(changesOf(subject, drafts, written));
    });
    set({ saving: false });
    return done;
  }

  async function readLogNow(subject: Subject, progress: Progress): Promise<void> {
    const { book } = subject.reading;
    const before = findLog(book);
    if (!before) return;
    const now = await port.readBook();
    const table = now.ok ? (findLog(now.value) ?? before) : before;
    const sheet = await port.readSheet(table.sheet, progress);
    const { readLog } = await import("../../domain/log/readLog");
    if (sheet.ok) set({ log: readLog(table, sheet.value.grid, subject.language, book.dateSystem) });
    else if (sheet.fault.code !== "cancelled")
      set({ problem: { kind: "fault", fault: sheet.fault, aftermath: "unchanged" } });
  }

  async function undoSaved(subject: Subject, { logIds, written }: Saved, progress: Progress): Promise<void> {
    const tables = await readTables(subject);
    if ("kind" in tables) return set({ problem: tables });
    const rows = tables.ok
      ? await readRows(
          tables.value,
          written.map(({ customerId }) => customerId),
        )
      : fail(tables.fault);
    if (!tables.ok || !rows.ok) {
      if (!rows.ok) set({ problem: { kind: "fault", fault: rows.fault, aftermath: "unchanged" } });
      return;
    }
    const { planUndo } = await import("../../domain/log/planTouch");
    const plan = planUndo(logIds, written, { ...tables.value, rows: rows.value });
    const result = await port.apply(plan.actions, progress);
    if (!result.ok) return set({ problem: { kind: "fault", fault: result.fault, aftermath: result.aftermath } });
    saved = null;
    const { receipt } = getState();
    if (receipt) set({ receipt: { ...receipt, undone: { kept: plan.kept } } });
    if (getState().log) await readLogNow(subject, progress);
    core.changed([{ kind: "structure" }]);
  }

  /** Log IDs of a bulk change: those of the try that failed where it is the very same change, so that no row is doubled. */
  function bulkIds(chosen: readonly ListedCustomer[], ...what: readonly string[]): readonly string[] {
    const key = JSON.stringify([what, chosen.map(({ id }) => id)]);
    if (unfinished?.key !== key) unfinished = { key, logIds: surroundings.newIds(chosen.length) };
    return unfinished.logIds;
  }

  /** Entry details of a save that starts now; null before there is anything to save to. */
  function withEntry(who: string | null, make: (entry: Entry) => readonly TouchDraft[], kind: SaveKind) {
    const subject = core.subject();
    return subject ? save(kind, make(entryOf(subject, who))) : Promise.resolve(false);
  }

  return {
    getState,
    subscribe: store.subscribe,
    customers,
    book: () => {
      const subject = core.subject();
      if (!subject) return null;
      if (shown?.of !== subject) {
        const { located, schema, language, reading } = subject;
        const { dateSystem: system } = reading.book;
        shown = { of: subject, book: { records: located.records, schema, system, language, today: reading.today } };
      }
      return shown.book;
    },
    selectedCustomer: async () => {
      const selection = await port.readSelection();
      const sheet = core.subject()?.located.records.sheet;
      if (!selection.ok || selection.value.sheet !== sheet) return null;
      const { row } = selection.value.area;
      return customers().find((customer) => customer.row === row + 1) ?? null;
    },
    newId: () => surroundings.newIds(1)[0] ?? "",
    openLog: () =>
      core.run(async (progress) => {
        const subject = core.subject();
        if (subject) await readLogNow(subject, progress);
      }),
    logTouch: async (form, who) => {
      const { contactDraft } = await import("../../domain/log/drafts");
      return withEntry(who, (entry) => [contactDraft(form, entry)], "touch");
    },
    transfer: async (chosen, to, reason, who) => {
      const { transferDrafts } = await import("../../domain/log/drafts");
      return withEntry(
        who,
        (entry) => transferDrafts(chosen, to, reason, bulkIds(chosen, "transfer", to, reason), entry),
        "transfer",
      );
    },
    reschedule: async (chosen, dayFor, reason, who) => {
      const { rescheduleDrafts } = await import("../../domain/log/drafts");
      return withEntry(
        who,
        (entry) => {
          const days = chosen.map((customer) => String(dayFor(customer)));
          return rescheduleDrafts(chosen, dayFor, reason, bulkIds(chosen, "reschedule", reason, ...days), entry);
        },
        "reschedule",
      );
    },
    undo: async () => {
      set({ saving: true, problem: null });
      await core.run(async (progress) => {
        const subject = core.subject();
        if (subject && saved) await undoSaved(subject, saved, progress);
      });
      set({ saving: false });
    },
    dismiss: () => set({ problem: null, receipt: null }),
  };
}
