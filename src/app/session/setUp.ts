import type { SetUpPlan } from "../../domain/plan/setUpPlan";
import type { ValueAnswers } from "../../domain/listValues/answers";
import type { Language } from "../../domain/values/language";
import type { PlanWishes, ReadForPlan } from "../planInput";
import { planNow, transact, type Planning, type Problem } from "../transaction";
import { succeed } from "../fault";
import { inSlices } from "../slices";
import type { UseCaseDependencies } from "../useCase";
import type { StateStore, Task } from "./state";

/** Setting a sheet up: its plan, which is shown as it is, and carrying the plan out. */
export interface SetUp {
  /** Reads the workbook and shows what set-up would change. Changes nothing. */
  readonly plan: (language: Language, answers: ValueAnswers) => Promise<void>;
  /** Plans again as it was asked for last, on what stands there now, writes all of it or nothing, and checks. Does nothing before a plan was shown. */
  readonly apply: () => Promise<void>;
  /** Puts the plan and the receipt aside. */
  readonly drop: () => void;
}

export type SetUpDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "run" | "report" | "checkAll"> & {
  readonly store: StateStore;
};

export function createSetUp(dependencies: SetUpDependencies): SetUp {
  const { port, run, report, checkAll } = dependencies;
  const { getState, set } = dependencies.store;
  let wishes: PlanWishes | null = null;

  const planning = (wanted: PlanWishes): Planning<ReadForPlan, SetUpPlan> => ({
    read: async (progress) => {
      const { readForPlan } = await import("../planInput");
      return readForPlan(dependencies, wanted, progress);
    },
    plan: async ({ reading, input }) => {
      const { planningSetUp } = await import("../../domain/install/planSetUp");
      const result = await inSlices(planningSetUp(input), dependencies.surroundings);
      set({ ready: true, installed: reading.installed, sheet: reading.sheet.sheet.name });
      return result.ok ? succeed(result.plan) : result;
    },
  });

  function tellProblem(task: Task, problem: Problem): void {
    if (problem.kind === "refusal") set({ plan: null });
    report(task, problem);
  }

  return {
    plan: (language, answers) =>
      run("planning", async (progress) => {
        wishes = { language, answers };
        set({ applied: null, problem: null });
        const planned = await planNow(planning(wishes), progress);
        if (planned.ok) set({ plan: planned.plan, problem: null });
        else tellProblem("planning", planned.problem);
      }),
    apply: () =>
      run("applying", async (progress) => {
        if (!wishes || !getState().plan) return;
        await transact(
          port,
          {
            ...planning(wishes),
            tell: (outcome) =>
              outcome.ok ? set({ plan: null, applied: outcome.applied }) : tellProblem("applying", outcome.problem),
            checkAgain: () => checkAll(progress),
          },
          progress,
        );
      }),
    drop: () => set({ plan: null, applied: null }),
  };
}
