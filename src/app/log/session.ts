import type { ListedCustomer } from "../../domain/log/customers";
import type { Records } from "../../domain/followUps/records";
import type { ReviewContext } from "../../domain/schema/reviewContext";
import type { Fault } from "../fault";
import type { Progress } from "../ports";
import { createStore } from "../store";
import type { Subject } from "../subject";
import type { RepDependencies, RepRecording, RepSaves, RepState } from "./state";

/** The follow-up sheet as a form sees it. */
export interface RepBook extends ReviewContext {
  readonly records: Records;
}

/** The rep's use cases: logging, closing, handing over, moving dates. Each writes the log and the customers' rows in one change. */
export interface RepSession extends RepSaves {
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
   * A form offers its save to be done again where it comes to nothing.
   * @returns a function that takes the offer back
   */
  readonly offerAgain: (save: () => void) => () => void;
  readonly dismiss: () => void;
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

export function createRepSession(dependencies: RepDependencies): RepSession & { readonly recording: RepRecording } {
  const { port, surroundings, subject, run } = dependencies;
  const store = createStore<RepState>({
    log: null,
    saving: false,
    receipt: null,
    problem: null,
    notRecorded: null,
    failed: "save",
    again: null,
  });
  const { getState, set, subscribe } = store;
  const customers = () => subject()?.customers() ?? [];
  let saves: RepSaves | null = null;

  /** Loaded with the first form that is sent: no view waits for it. Where it does not arrive, the next form asks again. */
  async function opened(): Promise<RepSaves> {
    const { openSaves } = await import("./saves");
    return (saves ??= openSaves(dependencies, store, readLog, refreshLog));
  }

  /** Reads the log as it is now, for the views that show it; the fault where it could not be read, which leaves what they show. */
  async function readLog(now: Subject, progress: Progress): Promise<Fault | null> {
    const { readLogAgain } = await import("../readFollowUps");
    const log = await readLogAgain(port, now, progress);
    if (!log.ok) return log.fault;
    if (log.value) set({ log: log.value });
    return null;
  }

  async function refreshLog(now: Subject, progress: Progress): Promise<void> {
    if (getState().log) await readLog(now, progress);
  }

  return {
    recording: { refreshLog, notRecorded: (notRecorded) => set({ notRecorded }) },
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
        const fault = now && (await readLog(now, progress));
        if (fault && fault.code !== "cancelled")
          set({ problem: { kind: "fault", fault, aftermath: null }, failed: "read" });
      }),
    logTouch: async (...given) => (await opened()).logTouch(...given),
    transfer: async (...given) => (await opened()).transfer(...given),
    reschedule: async (...given) => (await opened()).reschedule(...given),
    recordStages: async (ids) => (await opened()).recordStages(ids),
    undo: async () => (await opened()).undo(),
    offerAgain: (again) => {
      set({ again });
      return () => {
        if (getState().again === again) set({ again: null });
      };
    },
    dismiss: () => set({ problem: null, receipt: null, notRecorded: null }),
  };
}
