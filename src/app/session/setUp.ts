import { asProposed, type AdoptionChoices } from "../../domain/adoption/choices";
import type { AdoptionPlan } from "../../domain/install/setUpInput";
import type { Language } from "../../domain/values/language";
import type { PlanWishes, ReadForPlan } from "../planInput";
import { planNow, transact, type Planning, type Problem } from "../transaction";
import { succeed } from "../fault";
import type { Progress } from "../ports";
import { inSlices } from "../slices";
import type { UseCaseDependencies } from "../useCase";
import type { StateStore, Task } from "./state";

/** Setting a sheet up: its plan, which is shown as it is, and carrying the plan out. */
export interface SetUp {
  /** Reads the workbook and shows what set-up would change. Changes nothing. */
  readonly plan: (language: Language, choices: AdoptionChoices) => Promise<void>;
  /** Opens another sheet and shows what set-up would change there, as far as nobody has chosen anything. */
  readonly turnToSheet: (sheet: string) => Promise<void>;
  /** Plans again as it was asked for last, on what stands there now, writes all of it or nothing, and checks. Does nothing before a plan was shown. */
  readonly apply: () => Promise<void>;
  /** Puts the plan and the receipt aside. */
  readonly drop: () => void;
}

export type SetUpDependencies = Pick<
  UseCaseDependencies,
  "port" | "surroundings" | "paneLanguage" | "run" | "report" | "checkAll"
> & {
  readonly store: StateStore;
};

export function createSetUp(dependencies: SetUpDependencies): SetUp {
  const { port, run, report, checkAll } = dependencies;
  const { getState, set } = dependencies.store;
  let wishes: PlanWishes | null = null;
  /** What the last plan was made on. */
  let lastRead: ReadForPlan | null = null;

  const planning = (wanted: PlanWishes): Planning<ReadForPlan, AdoptionPlan> => ({
    read: async (progress) => {
      const { readForPlan } = await import("../planInput");
      return readForPlan(dependencies, wanted, progress);
    },
    plan: async (found) => {
      const { reading, input } = found;
      lastRead = found;
      const { planningSetUp } = await import("../../domain/install/planSetUp");
      const result = await inSlices(planningSetUp(input), dependencies.surroundings);
      const list = result.ok ? null : (result.found ?? null);
      set({ ready: true, installed: reading.installed, sheet: reading.sheet.sheet.name, found: list });
      return result.ok ? succeed(result.plan) : result;
    },
  });

  /** Looks which sheets of a workbook that is not set up hold a list: the open one is a suggestion. */
  async function lookAround({ reading: { book, installed } }: ReadForPlan): Promise<void> {
    if (installed) return set({ lists: [] });
    const { listsIn } = await import("../otherLists");
    const lists = await listsIn(port, book);
    if (lists.ok) set({ lists: lists.value });
  }

  async function plan(language: Language, choices: AdoptionChoices, progress: Progress): Promise<void> {
    wishes = { language, choices };
    set({ applied: null, problem: null, choices });
    const planned = await planNow(planning(wishes), progress);
    if (planned.ok) set({ plan: planned.plan, problem: null });
    else tellProblem("planning", planned.problem);
    if (lastRead) await lookAround(lastRead);
  }

  /** The customers stand on another sheet now than the one that is open. */
  async function showNewSheet({ sheet, adoption }: AdoptionPlan): Promise<void> {
    if (getState().plan !== null || adoption?.target !== "newSheet") return;
    await port.select(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  }

  function tellProblem(task: Task, problem: Problem): void {
    if (problem.kind === "refusal") set({ plan: null });
    report(task, problem);
  }

  return {
    plan: (language, choices) => run("planning", (progress) => plan(language, choices, progress)),
    turnToSheet: (sheet) =>
      run("planning", async (progress) => {
        const opened = await port.select(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
        if (!opened.ok) return tellProblem("planning", { kind: "fault", fault: opened.fault, aftermath: null });
        await plan(wishes?.language ?? dependencies.paneLanguage, asProposed, progress);
      }),
    apply: () =>
      run("applying", async (progress) => {
        const { plan: shown } = getState();
        if (!wishes || !shown) return;
        const [{ keeping }, { rememberingAdoption }] = await Promise.all([
          import("../restore/keep"),
          import("../grow/adopted"),
        ]);
        await transact(
          port,
          {
            ...keeping(
              dependencies,
              rememberingAdoption(dependencies, planning(wishes)),
              "setUp",
              ({ input }) => input,
            ),
            tell: (outcome) =>
              outcome.ok
                ? set({ plan: null, found: null, lists: [], applied: outcome.applied })
                : tellProblem("applying", outcome.problem),
            checkAgain: () => checkAll(progress),
          },
          progress,
        );
        await showNewSheet(shown);
      }),
    drop: () => set({ plan: null, found: null, applied: null, choices: asProposed }),
  };
}
