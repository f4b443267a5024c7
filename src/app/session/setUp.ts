import { asProposed, type AdoptionChoices } from "../../domain/adoption/choices";
import type { Language } from "../../domain/values/language";
import type { SetUpDependencies, SetUpWork } from "./setUpWork";

/** Setting a sheet up: its plan, which is shown as it is, and carrying the plan out. */
export interface SetUp {
  /** Reads the workbook and shows what set-up would change. Changes nothing. */
  readonly plan: (language: Language, choices: AdoptionChoices) => Promise<void>;
  /** Opens another sheet and shows what set-up would change there, as far as nobody has chosen anything. */
  readonly turnToSheet: (sheet: string) => Promise<void>;
  /** Plans again after a fault: with the language, the sheet and every answer that were asked for last. Changes nothing. */
  readonly planAgain: () => Promise<void>;
  /** Plans again as it was asked for last, on what stands there now, writes all of it or nothing, and checks. Does nothing before a plan was shown. */
  readonly apply: () => Promise<void>;
  /** Puts the plan and the receipt aside. */
  readonly drop: () => void;
}

/** What set-up does is loaded with the first one: most days need none. */
export function createSetUp(dependencies: SetUpDependencies): SetUp {
  const { run } = dependencies;
  const { getState, set } = dependencies.store;
  let opened: Promise<SetUpWork> | null = null;
  const work = () => (opened ??= import("./setUpWork").then(({ openSetUp }) => openSetUp(dependencies)));
  return {
    plan: (language, choices) => run("planning", async (progress) => (await work()).plan(language, choices, progress)),
    turnToSheet: (sheet) => run("planning", async (progress) => (await work()).turnToSheet(sheet, progress)),
    planAgain: () => run("planning", async (progress) => (await work()).planAgain(progress)),
    apply: () =>
      run("applying", async (progress) => {
        if (getState().plan) await (await work()).apply(progress);
      }),
    drop: () => set({ plan: null, found: null, applied: null, choices: asProposed }),
  };
}
