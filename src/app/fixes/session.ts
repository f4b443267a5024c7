import type { FixedCell, FixKind } from "../../domain/rules/planFixes";
import type { Progress } from "../ports";
import { createStore } from "../store";
import type { Subject } from "../subject";
import { transact, type FaultProblem, type Outcome } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import type { CellsPlan, FixesPlan } from "./work";

/** What the last fix did. */
export interface FixReceipt {
  /** Cells fixed. */
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
  readonly problem: FaultProblem | null;
}

/** Fixes of what the check found: the safe ones, chosen by kind, and the way back. */
export interface FixSession {
  readonly getState: () => FixState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Carries out the fixes of these kinds that the last check found, in one change, in cells that still hold what it found. */
  readonly apply: (kinds: readonly FixKind[]) => Promise<void>;
  /** Puts the cells of the last fix back that still hold what it wrote. */
  readonly revert: () => Promise<void>;
  /** Does again what came to nothing: the same kinds of fixes, or taking them back. */
  readonly again: () => Promise<void>;
  readonly dismiss: () => void;
}

export type FixDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "subject" | "run" | "written">;

/** Loaded with the first fix: no view waits for it. */
const loadWork = () => import("./work");

export function createFixSession(dependencies: FixDependencies): FixSession {
  const { port, subject, run, written } = dependencies;
  const { getState, set, subscribe } = createStore<FixState>({ working: false, receipt: null, problem: null });
  /** What the last fix wrote, for the way back. */
  let journal: readonly FixedCell[] = [];
  let again = (): Promise<void> => Promise.resolve();

  async function work(task: (now: Subject, progress: Progress) => Promise<void>): Promise<void> {
    again = () => work(task);
    set({ working: true, problem: null });
    await run("saving", async (progress) => {
      const now = subject();
      if (now) await task(now, progress);
    });
    set({ working: false });
  }

  function checkAgain({ rows }: CellsPlan): void {
    if (rows.length > 0) written(rows);
  }

  async function apply(kinds: readonly FixKind[], now: Subject, progress: Progress): Promise<void> {
    const { fixing } = await loadWork();
    const tell = (outcome: Outcome<FixesPlan, never>) => {
      if (outcome.ok) {
        const { cells, formulas, changed } = outcome.plan;
        journal = outcome.plan.journal;
        set({ receipt: { fixed: cells, formulas, changed, reverted: null } });
      } else if (outcome.problem.kind === "fault") set({ problem: outcome.problem });
    };
    const { keeping } = await import("../restore/keep");
    const planning = keeping(dependencies, fixing(port, now, kinds), "fixes", ({ book }) => {
      return { ...now.reading, book, installed: null };
    });
    await transact(port, { ...planning, tell, checkAgain }, progress);
  }

  async function revert(now: Subject, progress: Progress): Promise<void> {
    const { reverting } = await loadWork();
    const tell = (outcome: Outcome<CellsPlan, never>) => {
      if (outcome.ok) {
        const restored = outcome.plan.cells;
        const kept = journal.length - restored;
        journal = [];
        const { receipt } = getState();
        if (receipt) set({ receipt: { ...receipt, reverted: { restored, kept } } });
      } else if (outcome.problem.kind === "fault") set({ problem: outcome.problem });
    };
    await transact(port, { ...reverting(port, now, journal), tell, checkAgain }, progress);
  }

  return {
    getState,
    subscribe,
    apply: (kinds) => work((now, progress) => apply(kinds, now, progress)),
    revert: () => work(revert),
    again: () => again(),
    dismiss: () => set({ receipt: null, problem: null }),
  };
}
