import { asProposed, type AdoptionChoices } from "../../domain/adoption/choices";
import type { AdoptionPlan } from "../../domain/install/setUpInput";
import { planningSetUp } from "../../domain/install/planSetUp";
import type { Language } from "../../domain/values/language";
import { succeed } from "../fault";
import { rememberingAdoption } from "../grow/adopted";
import { listsIn } from "../otherLists";
import { readForPlan, type PlanWishes, type ReadForPlan } from "../planInput";
import type { Progress } from "../ports";
import { keeping } from "../restore/keep";
import { rememberingSettings } from "../schema/remembering";
import type { SettingsMemoryKeeper } from "../schema/settingsMemory";
import { inSlices } from "../slices";
import { planNow, transact, type Planning, type Problem } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import type { StateStore, Task } from "./state";

export type SetUpDependencies = Pick<
  UseCaseDependencies,
  "port" | "surroundings" | "paneLanguage" | "run" | "report" | "checkAll"
> & {
  readonly store: StateStore;
  /** What the Settings said when they could last be read. */
  readonly memory: () => Promise<SettingsMemoryKeeper>;
};

/** What set-up does, each within a task of the queue's. */
export interface SetUpWork {
  readonly plan: (language: Language, choices: AdoptionChoices, progress: Progress) => Promise<void>;
  readonly turnToSheet: (sheet: string, progress: Progress) => Promise<void>;
  /** Does again what was asked for last, a plan or a turn to another sheet, with every answer that it had. */
  readonly planAgain: (progress: Progress) => Promise<void>;
  readonly apply: (progress: Progress) => Promise<void>;
}

export function openSetUp(dependencies: SetUpDependencies): SetUpWork {
  const { port, report, checkAll } = dependencies;
  const { getState, set } = dependencies.store;
  let wishes: PlanWishes | null = null;
  let again: SetUpWork["planAgain"] = (progress) =>
    plan(getState().check?.language ?? dependencies.paneLanguage, asProposed, progress);
  /** What the last plan was made on. */
  let lastRead: ReadForPlan | null = null;

  const planning = (wanted: PlanWishes): Planning<ReadForPlan, AdoptionPlan> => ({
    read: (progress) => readForPlan(dependencies, wanted, progress),
    plan: async (found) => {
      const { reading, input } = found;
      lastRead = found;
      const result = await inSlices(planningSetUp(input), dependencies.surroundings);
      const list = result.ok ? null : (result.found ?? null);
      set({ ready: true, installed: reading.installed, sheet: reading.sheet.sheet.name, found: list });
      return result.ok ? succeed(result.plan) : result;
    },
  });

  /** Looks which sheets of a workbook that is not set up hold a list: the open one is a suggestion. */
  async function lookAround({ reading: { book, installed } }: ReadForPlan): Promise<void> {
    if (installed) return set({ lists: [] });
    const lists = await listsIn(port, book);
    if (lists.ok) set({ lists: lists.value });
  }

  async function plan(language: Language, choices: AdoptionChoices, progress: Progress): Promise<void> {
    wishes = { language, choices };
    again = (later) => plan(language, choices, later);
    set({ applied: null, problem: null, choices });
    const planned = await planNow(planning(wishes), progress);
    if (planned.ok) set({ plan: planned.plan, problem: null });
    else tellProblem("planning", planned.problem);
    // The sheets are the same whatever is chosen of one of them.
    if (lastRead && choices === asProposed) await lookAround(lastRead);
  }

  /** The customers stand on another sheet now than the one that is open. */
  async function showNewSheet({ sheet, adoption }: AdoptionPlan): Promise<void> {
    if (getState().plan !== null || adoption?.target !== "newSheet") return;
    await port.select(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  }

  async function turnToSheet(sheet: string, progress: Progress): Promise<void> {
    again = (later) => turnToSheet(sheet, later);
    const opened = await port.select(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
    if (!opened.ok) return tellProblem("planning", { kind: "fault", fault: opened.fault, aftermath: null });
    await plan(wishes?.language ?? dependencies.paneLanguage, asProposed, progress);
  }

  function tellProblem(task: Task, problem: Problem): void {
    if (problem.kind === "refusal") set({ plan: null });
    report(task, problem);
  }

  return {
    plan,
    turnToSheet,
    planAgain: (progress) => again(progress),
    apply: async (progress) => {
      const { plan: shown } = getState();
      if (!wishes || !shown) return;
      const keeper = await dependencies.memory();
      const on = ({ input }: ReadForPlan) => input;
      const adopting = rememberingAdoption(dependencies, planning(wishes));
      await transact(
        port,
        {
          ...keeping(dependencies, rememberingSettings({ port, keeper, on }, adopting), "setUp", on),
          tell: (outcome) =>
            outcome.ok
              ? set({ plan: null, found: null, lists: [], applied: outcome.applied })
              : tellProblem("applying", outcome.problem),
          checkAgain: () => checkAll(progress),
        },
        progress,
      );
      await showNewSheet(shown);
    },
  };
}
