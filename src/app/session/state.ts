import { asProposed, type AdoptionChoices } from "../../domain/adoption/choices";
import type { FoundList } from "../../domain/install/adoptionPreview";
import type { AdoptionPlan } from "../../domain/install/setUpInput";
import type { SheetList } from "../otherLists";
import type { LeftLooks } from "../ports";
import type { Store } from "../store";
import type { CheckResult } from "../subject";
import type { Problem } from "../transaction";

/** What is under way. */
export type Task = "opening" | "checking" | "planning" | "applying" | "saving" | "probing";

/** A problem that the pane shows over all views; a fault with the task that met it. */
export type SessionProblem =
  | (Extract<Problem, { readonly kind: "fault" }> & { readonly task: Task })
  | Extract<Problem, { readonly kind: "refusal" }>;

export interface SessionState {
  /** False until the workbook's facts have been read once. */
  readonly ready: boolean;
  /** The workbook has a follow-up sheet that was set up. */
  readonly installed: boolean;
  /** Title of the sheet that Check and Set up mean: the follow-up sheet, or the sheet that is open. */
  readonly sheet: string | null;
  /** True where nothing stands on the open sheet of a workbook that was not set up. */
  readonly emptySheet: boolean;
  readonly busy: { readonly task: Task; readonly done: number; readonly total: number } | null;
  readonly problem: SessionProblem | null;
  readonly check: CheckResult | null;
  /** True while changes in the sheet wait to be looked at. */
  readonly pending: boolean;
  readonly plan: AdoptionPlan | null;
  /** What was found of a list that cannot be adopted as it is, for a person to point at what is missing; else null. */
  readonly found: FoundList | null;
  /** What was chosen for the sheet that is to be adopted. */
  readonly choices: AdoptionChoices;
  /** Sheets of a workbook that is not set up which look like a list; empty where there is but one. */
  readonly lists: readonly SheetList[];
  /** Set after a set-up was carried out: how many actions it took. */
  readonly applied: number | null;
  /** Looks that changes left because Excel would not set them. */
  readonly leftLooks: readonly LeftLooks[];
}

export const initialState: SessionState = {
  ready: false,
  installed: false,
  sheet: null,
  emptySheet: false,
  busy: null,
  problem: null,
  check: null,
  pending: false,
  plan: null,
  found: null,
  choices: asProposed,
  lists: [],
  applied: null,
  leftLooks: [],
};

/** The session's state as its parts read and change it. */
export type StateStore = Pick<Store<SessionState>, "getState" | "set">;

/** Shows a problem of a task. Work that somebody cancelled before it wrote anything is none. */
export function reportTo({ set }: StateStore): (task: Task, problem: Problem) => void {
  return (task, problem) => {
    if (problem.kind === "refusal") return set({ problem });
    if (problem.fault.code === "cancelled" && problem.aftermath === null) return;
    set({ problem: { ...problem, task } });
  };
}
