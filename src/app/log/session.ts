import { convertSerial } from "../../domain/values/date";
import type { ListedCustomer } from "../../domain/log/customers";
import type { Entry, NewTouch } from "../../domain/log/drafts";
import type { TouchDraft } from "../../domain/log/planTouch";
import type { LogReading } from "../../domain/log/readLog";
import type { Records } from "../../domain/followUps/records";
import type { ReviewContext } from "../../domain/schema/reviewContext";
import type { Fault } from "../fault";
import type { Progress } from "../ports";
import { createStore, type Store } from "../store";
import type { Subject } from "../subject";
import { transact, type Outcome, type Problem } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import type { RepRefusal, Saved, Told } from "./work";

export type SaveKind = "touch" | "transfer" | "reschedule";

/** What the last save did, until it is undone or followed by another one. */
export interface Receipt extends Told {
  readonly kind: SaveKind;
  readonly isNew: boolean;
  /** Null while it can be undone; then how many cells stayed because somebody had changed them since. */
  readonly undone: { readonly kept: number } | null;
}

/** Why a save or an undo came to nothing. */
export type RepProblem = Problem<RepRefusal>;

/** What came to nothing, and so what is to be done again: the save of a form, taking the last save back, or reading the log. */
export type RepTask = "save" | "undo" | "read";

export interface RepState {
  /** Null until somebody asked for it. */
  readonly log: LogReading | null;
  readonly saving: boolean;
  readonly receipt: Receipt | null;
  readonly problem: RepProblem | null;
  /** What met the problem; of no meaning without one. */
  readonly failed: RepTask;
  /** Saves what stands in the form that met the problem; null where that form has gone. */
  readonly again: (() => void) | null;
}

/** The follow-up sheet as a form sees it. */
export interface RepBook extends ReviewContext {
  readonly records: Records;
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
  /**
   * Writes a touch to the log and to its customer's row, wherever that row is now.
   * @returns true when it stands in the workbook
   */
  readonly logTouch: (touch: NewTouch, who: string | null) => Promise<boolean>;
  /** Hands customers over to another owner, each with a record in the log. */
  readonly transfer: (
    customers: readonly ListedCustomer[],
    to: string,
    reason: string,
    who: string | null,
  ) => Promise<boolean>;
  /** Moves the next dates of customers, each with a record in the log. It counts as no contact. */
  readonly reschedule: (
    customers: readonly ListedCustomer[],
    dayFor: (customer: ListedCustomer) => number,
    reason: string,
    who: string | null,
  ) => Promise<boolean>;
  /** Takes the last save back, as far as nobody has changed its cells since. */
  readonly undo: () => Promise<void>;
  /**
   * A form offers its save to be done again where it comes to nothing.
   * @returns a function that takes the offer back
   */
  readonly offerAgain: (save: () => void) => () => void;
  readonly dismiss: () => void;
}

export type RepDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "subject" | "run" | "written">;

/** A save or its undo begins so many times at the most while others move its rows. */
const mostTries = 4;

/** Loaded with the first save: no view waits for it. */
const loadWork = () => import("./work");
/** Loaded with the first form that is sent. */
const loadDrafts = () => import("../../domain/log/drafts");

/** Reads the log as it is now, for the views that show it; the fault where it could not be read, which leaves what they show. */
async function readLog(
  port: RepDependencies["port"],
  { set }: Store<RepState>,
  subject: Subject,
  progress: Progress,
): Promise<Fault | null> {
  const { readLogAgain } = await import("../readFollowUps");
  const log = await readLogAgain(port, subject, progress);
  if (!log.ok) return log.fault;
  if (log.value) set({ log: log.value });
  return null;
}

/** Saves, and takes the last save back. */
function createSaves({ port, subject, run, written }: RepDependencies, store: Store<RepState>) {
  const { getState, set } = store;
  let saved: Saved | null = null;

  async function work(failed: RepTask, task: (now: Subject, progress: Progress) => Promise<void>): Promise<void> {
    set({ saving: true, problem: null, failed });
    await run("saving", async (progress) => {
      const now = subject();
      if (now) await task(now, progress);
    });
    set({ saving: false });
  }

  /**
   * The log first, where a view shows it, so that the check that follows need not read it again. Where it cannot be read just then, that is
   * no fault of the change, which stands: the next look reads it.
   */
  async function refreshLog(now: Subject, progress: Progress): Promise<void> {
    if (getState().log) await readLog(port, store, now, progress);
  }

  async function save(kind: SaveKind, drafts: readonly TouchDraft[]): Promise<boolean> {
    let stands = false;
    await work("save", async (now, progress) => {
      if (drafts.length === 0) return;
      const { rowsToCheck, saving, toldOf } = await loadWork();
      stands = await transact(
        port,
        {
          ...saving(port, now, drafts),
          tries: mostTries,
          tell: (outcome) => {
            if (!outcome.ok) return set({ problem: outcome.problem });
            saved = { logIds: drafts.map(({ logId }) => logId), written: outcome.plan.written };
            const isNew = saved.written.some((row) => row.isNew);
            set({ receipt: { kind, ...toldOf(drafts), isNew, undone: null } });
          },
          checkAgain: async (plan) => {
            await refreshLog(now, progress);
            written(rowsToCheck(now, drafts, plan));
          },
        },
        progress,
      );
    });
    return stands;
  }

  async function undo(): Promise<void> {
    await work("undo", async (now, progress) => {
      if (!saved) return;
      const { undoing } = await loadWork();
      const tell = (outcome: Outcome<{ readonly kept: number }, RepRefusal>) => {
        if (!outcome.ok) return set({ problem: outcome.problem });
        saved = null;
        const { receipt } = getState();
        if (receipt) set({ receipt: { ...receipt, undone: { kept: outcome.plan.kept } } });
      };
      const checkAgain = async () => {
        await refreshLog(now, progress);
        written([{ kind: "structure" }]);
      };
      await transact(port, { ...undoing(port, now, saved), tries: mostTries, tell, checkAgain }, progress);
    });
  }

  return { save, undo };
}

/** Log IDs of bulk changes. The very same change gets the IDs of its try that failed, so that no row is doubled. */
function createBulkIds(newIds: (count: number) => readonly string[]) {
  let unfinished: { readonly key: string; readonly logIds: readonly string[] } | null = null;
  return {
    idsFor: (chosen: readonly ListedCustomer[], ...what: readonly string[]): readonly string[] => {
      const key = JSON.stringify([what, chosen.map(({ id }) => id)]);
      if (unfinished?.key !== key) unfinished = { key, logIds: newIds(chosen.length) };
      return unfinished.logIds;
    },
    finish: () => {
      unfinished = null;
    },
  };
}

/** The follow-up sheet for forms: the same object until the next check. */
function createBook(subject: RepDependencies["subject"]): () => RepBook | null {
  let shown: { readonly of: Subject; readonly book: RepBook } | null = null;
  return () => {
    const now = subject();
    if (!now) return null;
    if (shown?.of !== now) {
      const { located, schema, today, system, language } = now;
      shown = { of: now, book: { records: located.records, schema, today, system, language } };
    }
    return shown.book;
  };
}

export function createRepSession(dependencies: RepDependencies): RepSession {
  const { port, surroundings, subject, run } = dependencies;
  const store = createStore<RepState>({
    log: null,
    saving: false,
    receipt: null,
    problem: null,
    failed: "save",
    again: null,
  });
  const { getState, set, subscribe } = store;
  const { save, undo } = createSaves(dependencies, store);
  const bulk = createBulkIds(surroundings.newIds);
  const customers = () => subject()?.customers() ?? [];

  /** Saves what is made of the moment and the person; nothing before there is anything to save to. */
  async function saveEntry(kind: SaveKind, who: string | null, make: (entry: Entry) => readonly TouchDraft[]) {
    const now = subject();
    if (!now) return false;
    const { today, system } = now;
    const stands = await save(kind, make({ enteredAt: convertSerial(surroundings.now(), 1900, system), today, who }));
    if (stands) bulk.finish();
    return stands;
  }

  return {
    getState,
    subscribe,
    customers,
    book: createBook(subject),
    selectedCustomer: async () => {
      const selection = await port.readSelection();
      const sheet = subject()?.located.records.sheet;
      if (!selection.ok || selection.value.sheet !== sheet) return null;
      const { row } = selection.value.area;
      return customers().find((customer) => customer.row === row + 1) ?? null;
    },
    newId: () => surroundings.newIds(1)[0] ?? "",
    openLog: () =>
      run("saving", async (progress) => {
        const now = subject();
        const fault = now && (await readLog(port, store, now, progress));
        if (fault && fault.code !== "cancelled")
          set({ problem: { kind: "fault", fault, aftermath: null }, failed: "read" });
      }),
    logTouch: async (touch, who) => {
      const { touchDraft } = await loadDrafts();
      return saveEntry("touch", who, (entry) => [touchDraft(touch, entry)]);
    },
    transfer: async (chosen, to, reason, who) => {
      const { transferDrafts } = await loadDrafts();
      const ids = () => bulk.idsFor(chosen, "transfer", to, reason);
      return saveEntry("transfer", who, (entry) => transferDrafts(chosen, { to, reason }, ids(), entry));
    },
    reschedule: async (chosen, dayFor, reason, who) => {
      const { rescheduleDrafts } = await loadDrafts();
      const days = chosen.map((customer) => String(dayFor(customer)));
      const ids = () => bulk.idsFor(chosen, "reschedule", reason, ...days);
      return saveEntry("reschedule", who, (entry) => rescheduleDrafts(chosen, { dayFor, reason }, ids(), entry));
    },
    undo,
    offerAgain: (again) => {
      set({ again });
      return () => {
        if (getState().again === again) set({ again: null });
      };
    },
    dismiss: () => set({ problem: null, receipt: null }),
  };
}
