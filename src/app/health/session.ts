import type { HealthItem } from "../../domain/plan/healthItem";
import type { Refusal } from "../../domain/plan/setUpPlan";
import type { SettingsIssue } from "../../domain/plan/settingsIssue";
import type { Fault } from "../fault";
import type { Subject } from "../check";
import type { Aftermath, Progress, Surroundings, WorkbookPort } from "../ports";
import { createStore } from "../store";

/** What the last look at the installed rules found. */
export interface Health {
  readonly items: readonly HealthItem[];
  /** What is wrong in the Settings and only people can decide. */
  readonly left: readonly SettingsIssue[];
  /** Why the sheet could not be looked at, such as a filter; null where it could. */
  readonly refusal: Refusal | null;
}

export interface HealthState {
  /** Null before the first look, and for a sheet that is not set up. */
  readonly health: Health | null;
  readonly working: boolean;
  /** Number of places that the last repair put right; null when there was none since. */
  readonly repaired: number | null;
  readonly problem: { readonly fault: Fault; readonly aftermath: Aftermath } | null;
}

/** Are the rules that were installed in the workbook still as they were, and the way back when they are not. */
export interface HealthSession {
  readonly getState: () => HealthState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks at the rules of what was checked last; does nothing where that is done. Changes nothing. */
  readonly look: () => Promise<void>;
  /** Puts everything back that can be put back, in one change; a person's own rules, formats and values stay. */
  readonly repair: () => Promise<void>;
  readonly dismiss: () => void;
}

/** What it needs of the session that it is part of. */
export interface HealthCore {
  readonly port: WorkbookPort;
  readonly surroundings: Surroundings;
  readonly subject: () => Subject | null;
  /** Runs work after what is under way: a look, or a change. */
  readonly run: (task: "checking" | "applying", work: (progress: Progress) => Promise<void>) => Promise<void>;
  /** Reads and judges the workbook again after a repair. */
  readonly checkAll: (progress: Progress) => Promise<void>;
}

export function createHealthSession(core: HealthCore): HealthSession {
  const store = createStore<HealthState>({ health: null, working: false, repaired: null, problem: null });
  const { getState, set } = store;
  /** What the last look belongs to: the rows as they were checked, whatever else was found out about them since. */
  let seen: Subject["checked"] | null = null;

  return {
    getState,
    subscribe: store.subscribe,
    look: async () => {
      if (seen === (core.subject()?.checked ?? null)) return;
      await core.run("checking", async () => {
        const subject = core.subject();
        if (!subject || seen === subject.checked) return;
        const { lookAtRules } = await import("./work");
        const health = await lookAtRules(core, subject);
        // A fault of a look that nobody asked for is the next one's business.
        if (!health) return;
        seen = subject.checked;
        set({ health });
      });
    },
    repair: async () => {
      set({ working: true, problem: null, repaired: null });
      await core.run("applying", async (progress) => {
        const { repairRules } = await import("./work");
        set(await repairRules(core, progress));
        if (getState().repaired !== null) await core.checkAll(progress);
      });
      set({ working: false });
    },
    dismiss: () => set({ repaired: null, problem: null }),
  };
}
