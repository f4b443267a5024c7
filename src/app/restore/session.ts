import type { RestorePlan, RestoreRefusal } from "../../domain/restore/restorePlan";
import { createStore } from "../store";
import { planNow, transact, type Problem } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import type { PointList } from "./points";
import type { RestoreChoice } from "./work";

export interface RestoreState {
  /** Null before they were read. */
  readonly list: PointList | null;
  readonly chosen: RestoreChoice | null;
  /** What giving back would do; null while nothing was chosen. */
  readonly preview: RestorePlan | null;
  /** What was given back last, with the cells that stayed as people have them. */
  readonly done: RestorePlan | null;
  /** The same, until somebody has read that it is done. */
  readonly receipt: RestorePlan | null;
  readonly problem: Problem<RestoreRefusal> | null;
}

/** Giving back what the add-in has changed. */
export interface RestoreSession {
  readonly getState: () => RestoreState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads which points there are. */
  readonly look: () => Promise<void>;
  /** Shows what giving back would do. Changes nothing. */
  readonly plan: (choice: RestoreChoice) => Promise<void>;
  /** Plans again on what stands there now, and gives it back. Does nothing before a plan was shown. */
  readonly apply: () => Promise<void>;
  /** Puts the receipt or the problem aside. */
  readonly dismiss: () => void;
  /** Puts the preview and what was given back aside. */
  readonly drop: () => void;
}

export type RestoreDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "run" | "checkAll">;

export const nothingRestored: RestoreState = {
  list: null,
  chosen: null,
  preview: null,
  done: null,
  receipt: null,
  problem: null,
};

export function createRestoreSession(dependencies: RestoreDependencies): RestoreSession {
  const { port, run, checkAll } = dependencies;
  const { getState, set, subscribe } = createStore<RestoreState>(nothingRestored);

  async function readPoints(): Promise<void> {
    const { readPointList } = await import("./points");
    const list = await readPointList(port);
    if (list.ok) set({ list: list.value });
    else set({ problem: { kind: "fault", fault: list.fault, aftermath: null } });
  }

  return {
    getState,
    subscribe,
    look: () => run("planning", readPoints),
    plan: (chosen) =>
      run("planning", async (progress) => {
        set({ chosen, done: null, receipt: null, problem: null });
        const { restoring } = await import("./work");
        const planned = await planNow(restoring(dependencies, chosen), progress);
        set(planned.ok ? { preview: planned.plan } : { preview: null, problem: planned.problem });
      }),
    apply: () =>
      run("applying", async (progress) => {
        const { chosen, preview } = getState();
        if (!chosen || !preview) return;
        const { restoring } = await import("./work");
        await transact(
          port,
          {
            ...restoring(dependencies, chosen),
            tell: (outcome) =>
              set(
                outcome.ok
                  ? { preview: null, done: outcome.plan, receipt: outcome.plan, problem: null }
                  : { preview: null, problem: outcome.problem },
              ),
            checkAgain: async ({ whole, sheet }) => {
              // With the sheet that was open, Excel may have opened any other one.
              if (whole && sheet !== null) await port.select(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
              await readPoints();
              await checkAll(progress);
            },
          },
          progress,
        );
      }),
    dismiss: () => set({ receipt: null, problem: null }),
    drop: () => set({ chosen: null, preview: null, done: null, receipt: null, problem: null }),
  };
}
