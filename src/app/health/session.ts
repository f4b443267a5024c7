import type { HealthItem } from "../../domain/plan/healthItem";
import type { SetUpPlan } from "../../domain/plan/setUpPlan";
import type { FormulasFound } from "../check";
import type { CellValue } from "../../domain/values/value";
import type { LeftLooks } from "../ports";
import type { SettingsMemoryKeeper } from "../schema/settingsMemory";
import { createStore } from "../store";
import type { Subject } from "../subject";
import { transact, type Problem } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import type { Health } from "./work";

export interface HealthState {
  /** Null before the first look, and for a sheet that is not set up. */
  readonly health: Health | null;
  readonly working: boolean;
  /** The places that the last repair put right; null when there was none since. */
  readonly repaired: { readonly places: number } | null;
  /** Why the last repair came to nothing. */
  readonly problem: Problem | null;
}

/** Are the rules that were installed in the workbook still as they were, and the way back when they are not. */
export interface HealthSession {
  readonly getState: () => HealthState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks at the rules of what was checked last; does nothing where that is done. Changes nothing. */
  readonly look: () => Promise<void>;
  /**
   * Puts everything back that can be put back, in one change, and checks; a person's own rules, formats and values stay.
   * @param said what somebody says of cells of the Settings that cannot be read, by `settingsCellKey`
   */
  readonly repair: (said?: ReadonlyMap<string, CellValue>) => Promise<void>;
  /** Repairs again with what was said before. */
  readonly repairAgain: () => Promise<void>;
  readonly dismiss: () => void;
}

export type HealthDependencies = Pick<
  UseCaseDependencies,
  "port" | "surroundings" | "paneLanguage" | "subject" | "run" | "checkAll"
> & {
  /** What the Settings said when they could last be read. */
  readonly memory: () => Promise<SettingsMemoryKeeper>;
  /** Hears of formulas that a look has counted. */
  readonly foundFormulas: (found: FormulasFound) => Promise<void>;
};

/** Loaded with the first look: the first view does not wait for it. */
const loadWork = () => import("./work");

/** How many places are right again: the page is not while its charts are missing. */
function repairedOf({ plan, left }: { readonly plan: SetUpPlan; readonly left: readonly LeftLooks[] }): number {
  const isIncomplete = ({ part, what }: HealthItem) =>
    part === "summary" && left.some(({ look, sheet }) => look === "charts" && sheet === what);
  return plan.health.filter((item) => !isIncomplete(item)).length;
}

export function createHealthSession(dependencies: HealthDependencies): HealthSession {
  const { port, subject, run, checkAll, foundFormulas, memory } = dependencies;
  const { getState, set, subscribe } = createStore<HealthState>({
    health: null,
    working: false,
    repaired: null,
    problem: null,
  });
  /** What the last look belongs to: the rows as they were checked, whatever else was found out about them since. */
  let seen: Subject["checked"] | null = null;
  let lastSaid: ReadonlyMap<string, CellValue> = new Map();

  async function repair(said: ReadonlyMap<string, CellValue> = new Map()): Promise<void> {
    lastSaid = said;
    set({ working: true, problem: null, repaired: null });
    await run("applying", async (progress) => {
      const { repairingRules } = await loadWork();
      await transact(
        port,
        {
          ...repairingRules(dependencies, await memory(), said),
          tell: (outcome) => {
            if (outcome.ok) set({ repaired: { places: repairedOf(outcome) } });
            else set({ problem: outcome.problem });
          },
          checkAgain: () => checkAll(progress),
        },
        progress,
      );
    });
    set({ working: false });
  }

  return {
    getState,
    subscribe,
    look: async () => {
      if (seen === (subject()?.checked ?? null)) return;
      await run("checking", async () => {
        const now = subject();
        if (!now || seen === now.checked) return;
        const { lookAtRules } = await loadWork();
        const look = await lookAtRules(dependencies, now, await memory());
        // A fault of a look that nobody asked for is the next one's business.
        if (!look) return;
        seen = now.checked;
        set({ health: look.health });
        if (look.formulas) await foundFormulas(look.formulas);
      });
    },
    repair,
    repairAgain: () => repair(lastSaid),
    dismiss: () => set({ repaired: null, problem: null }),
  };
}
