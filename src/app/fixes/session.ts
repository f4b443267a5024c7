import type { FixKind } from "../../domain/rules/planFixes";
import type { Fault } from "../fault";
import type { Subject } from "../check";
import type { Aftermath, Progress, SheetChange, WorkbookPort } from "../ports";
import type { Repairs } from "./work";
import { createStore } from "../store";

/** What the last repair did. */
export interface FixReceipt {
  /** Cells repaired. */
  readonly fixed: number;
  /** Cells left alone because they hold a formula, and because they held something else by then. */
  readonly formulas: number;
  readonly changed: number;
  /** Null while it can be reverted; then the cells put back, and those that stayed because people had changed them since. */
  readonly reverted: { readonly restored: number; readonly kept: number } | null;
}

export interface FixState {
  readonly working: boolean;
  readonly receipt: FixReceipt | null;
  readonly problem: { readonly fault: Fault; readonly aftermath: Aftermath } | null;
}

/** Repairs of what the check found: the safe ones, chosen by kind, and the way back. */
export interface FixSession {
  readonly getState: () => FixState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Carries out the repairs of these kinds that the last check found. */
  readonly apply: (kinds: readonly FixKind[]) => Promise<void>;
  /** Puts the cells of the last repair back that still hold what it wrote. */
  readonly revert: () => Promise<void>;
  readonly dismiss: () => void;
}

/** What repairing needs of the session that it is part of. */
export interface FixCore {
  readonly port: WorkbookPort;
  readonly subject: () => Subject | null;
  /** Runs work after what is under way. */
  readonly run: (work: (progress: Progress) => Promise<void>) => Promise<void>;
  /** Has what was written looked at again. */
  readonly changed: (changes: readonly SheetChange[]) => void;
}

export function createFixSession(core: FixCore): FixSession {
  const store = createStore<FixState>({ working: false, receipt: null, problem: null });
  const { getState, set } = store;
  let loaded: Repairs | null = null;

  async function work(task: (repairs: Repairs, subject: Subject, progress: Progress) => Promise<void>): Promise<void> {
    set({ working: true, problem: null });
    await core.run(async (progress) => {
      const subject = core.subject();
      loaded ??= (await import("./work")).createRepairs(core, store);
      if (subject) await task(loaded, subject, progress);
    });
    set({ working: false });
  }

  return {
    getState,
    subscribe: store.subscribe,
    apply: (kinds) => work((repairs, subject, progress) => repairs.apply(kinds, subject, progress)),
    revert: () => work((repairs, subject, progress) => repairs.revert(subject, progress)),
    dismiss: () => set({ receipt: null, problem: null }),
  };
}
