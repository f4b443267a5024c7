import type { BeginWishes } from "../../domain/install/begin/planBegin";
import { exampleRowsOf, withoutExampleOwners, type ExampleRows } from "../../domain/install/begin/exampleRows";
import type { Language } from "../../domain/values/language";
import type { SettingsMemoryKeeper } from "../schema/settingsMemory";
import type { StateStore } from "../session/state";
import { createStore } from "../store";
import { transact, type Problem } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import { beginning, clearing } from "./work";

export interface BeginState {
  /** What the last clearing did: rows that were blanked, and the customers whose rows stayed. */
  readonly cleared: { readonly rows: number; readonly kept: readonly string[] } | null;
  readonly problem: Problem | null;
  /** What the problem is one of. */
  readonly failed: "create" | "clear";
}

/** A follow-up sheet on an empty sheet, with examples that go again. */
export interface BeginSession {
  readonly getState: () => BeginState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Makes the open sheet, which is empty, a follow-up sheet, in one change, and checks it. */
  readonly create: (language: Language, wishes: BeginWishes) => Promise<void>;
  /** The examples among the rows of the last check. */
  readonly examples: () => ExampleRows;
  /** Blanks the rows that still are examples, in one change, and checks. */
  readonly clear: () => Promise<void>;
  /** Puts the receipt or the problem aside. */
  readonly dismiss: () => void;
}

export type BeginDependencies = Pick<
  UseCaseDependencies,
  "port" | "surroundings" | "paneLanguage" | "subject" | "run" | "report" | "checkAll"
> & {
  readonly store: StateStore;
  /** What the Settings said last: the people of the examples are not missed there. */
  readonly memory: () => Promise<SettingsMemoryKeeper>;
};

const noExamples: ExampleRows = { rows: [], kept: [] };

/** Loaded, with all that it needs, when somebody asks for it: the first view does not wait for it. */
export function openBegin(dependencies: BeginDependencies): BeginSession {
  const { port, subject, run, report, checkAll, store, memory } = dependencies;
  const { getState, set, subscribe } = createStore<BeginState>({ cleared: null, problem: null, failed: "create" });

  return {
    getState,
    subscribe,
    create: (language, wishes) =>
      run("applying", async (progress) => {
        store.set({ problem: null, applied: null });
        set({ problem: null, failed: "create" });
        await transact(
          port,
          {
            ...beginning(dependencies, language, wishes),
            tell: (outcome) => {
              if (outcome.ok) return store.set({ emptySheet: false, applied: outcome.applied });
              const { problem } = outcome;
              if (problem.kind === "fault" || problem.refusal.code !== "notEmpty") return set({ problem });
              // There is no offer any more where something stands: the pane says so over what it offers instead.
              store.set({ emptySheet: false });
              report("applying", problem);
            },
            checkAgain: () => checkAll(progress),
          },
          progress,
        );
      }),
    examples: () => {
      const records = subject()?.located.records;
      return records ? exampleRowsOf(records) : noExamples;
    },
    clear: () =>
      run("applying", async (progress) => {
        set({ cleared: null, problem: null, failed: "clear" });
        const keeper = await memory();
        await transact(
          port,
          {
            ...clearing(dependencies, keeper),
            tell: (outcome) => {
              if (!outcome.ok) return set({ problem: outcome.problem });
              const known = keeper.now();
              if (known) keeper.set(withoutExampleOwners(known));
              const { cleared, kept } = outcome.plan;
              set({ cleared: { rows: cleared, kept } });
            },
            checkAgain: () => checkAll(progress),
          },
          progress,
        );
      }),
    dismiss: () => set({ cleared: null, problem: null }),
  };
}
