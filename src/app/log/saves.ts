import type { ListedCustomer } from "../../domain/log/customers";
import { lateStageDrafts, rescheduleDrafts, touchDraft, transferDrafts, type Entry } from "../../domain/log/drafts";
import type { TouchDraft } from "../../domain/log/planTouch";
import { unrecordedStages } from "../../domain/log/unrecordedStages";
import { convertSerial } from "../../domain/values/date";
import type { Fault } from "../fault";
import type { Progress } from "../ports";
import type { Store } from "../store";
import type { Subject } from "../subject";
import { transact, type Outcome } from "../transaction";
import type { RepDependencies, RepRecording, RepSaves, RepState, RepTask, SaveKind } from "./state";
import type { RepRefusal, Saved } from "./work";

/** Reads the log as it is now, for the views that show it; the fault where it could not be read. */
type ReadLog = (now: Subject, progress: Progress) => Promise<Fault | null>;

/** What is to be saved, as of the moment at which it is its turn. */
type DraftsOf = (now: Subject, progress: Progress) => readonly TouchDraft[] | Promise<readonly TouchDraft[]>;

/** Loaded with the first save, while the form shows already that it is being saved. */
const loadWork = () => import("./work");

/** Saves, and takes the last save back. */
function createSaves(
  { port, subject, run, written }: RepDependencies,
  { getState, set }: Store<RepState>,
  refreshLog: RepRecording["refreshLog"],
) {
  let saved: Saved | null = null;

  async function work(failed: RepTask, task: (now: Subject, progress: Progress) => Promise<void>): Promise<void> {
    set({ saving: true, problem: null, failed });
    await run("saving", async (progress) => {
      const now = subject();
      if (now) await task(now, progress);
    });
    set({ saving: false });
  }

  async function save(kind: SaveKind, draftsOf: DraftsOf): Promise<boolean> {
    let stands = false;
    await work("save", async (now, progress) => {
      const drafts = await draftsOf(now, progress);
      if (drafts.length === 0) return;
      const { mostTries, rowsToCheck, saving, toldOf } = await loadWork();
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
            // First of all, so that the check that follows need not read it again.
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
      const { mostTries, undoing } = await loadWork();
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

/** The saves of one session; they know what the last of them wrote. */
export function openSaves(
  dependencies: RepDependencies,
  store: Store<RepState>,
  readLog: ReadLog,
  refreshLog: RepRecording["refreshLog"],
): RepSaves {
  const { surroundings, subject } = dependencies;
  const { save, undo } = createSaves(dependencies, store, refreshLog);
  const bulk = createBulkIds(surroundings.newIds);

  /** Saves what is made of the moment and the person; nothing before there is anything to save to. */
  async function saveEntry(kind: SaveKind, who: string | null, make: (entry: Entry) => readonly TouchDraft[]) {
    const now = subject();
    if (!now) return false;
    const { today, system } = now;
    const drafts = make({ enteredAt: convertSerial(surroundings.now(), 1900, system), today, who });
    const stands = await save(kind, () => drafts);
    if (stands) bulk.finish();
    return stands;
  }

  /** What others have recorded meanwhile is not recorded twice: the log is looked at first. */
  async function recordStages(ids: ReadonlySet<string>): Promise<boolean> {
    return save("stages", async (now, progress) => {
      const fault = await readLog(now, progress);
      if (fault) {
        store.set({ problem: { kind: "fault", fault, aftermath: "unchanged" } });
        return [];
      }
      const { language, located, schema, system } = now;
      const enteredAt = convertSerial(surroundings.now(), 1900, system);
      const touches = store.getState().log?.touches ?? [];
      const changed = unrecordedStages(touches, now.customers(), located.records, schema, Math.floor(enteredAt));
      const wanted = changed.filter(({ customer }) => ids.has(customer.id));
      const entry = { enteredAt, today: Math.floor(enteredAt), who: null };
      return lateStageDrafts(wanted, surroundings.newIds(wanted.length), entry, language);
    });
  }

  return {
    recordStages,
    logTouch: (touch, who) => saveEntry("touch", who, (entry) => [touchDraft(touch, entry)]),
    transfer: (chosen, to, reason, who) => {
      const ids = () => bulk.idsFor(chosen, "transfer", to, reason);
      return saveEntry("transfer", who, (entry) => transferDrafts(chosen, { to, reason }, ids(), entry));
    },
    reschedule: (chosen, dayFor, reason, who) => {
      const days = chosen.map((customer) => String(dayFor(customer)));
      const ids = () => bulk.idsFor(chosen, "reschedule", reason, ...days);
      return saveEntry("reschedule", who, (entry) => rescheduleDrafts(chosen, { dayFor, reason }, ids(), entry));
    },
    undo,
  };
}
