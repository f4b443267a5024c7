import { createStore } from "../store";
import type { UseCaseDependencies } from "../useCase";
import type { Numbers } from "./work";

export interface NumbersState {
  /** Null until somebody asked, and while there is nothing to work them out from. */
  readonly numbers: Numbers | null;
}

/** The measures beyond the Summary's key figures: worked out when somebody looks at them. Reads and writes nothing. */
export interface NumbersSession {
  readonly getState: () => NumbersState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Works the numbers out for the last check; does nothing where that is done. */
  readonly workOut: () => Promise<void>;
}

export function createNumbersSession({
  subject,
  surroundings,
}: Pick<UseCaseDependencies, "subject" | "surroundings">): NumbersSession {
  const { getState, set, subscribe } = createStore<NumbersState>({ numbers: null });
  return {
    getState,
    subscribe,
    workOut: async () => {
      const now = subject();
      if (!now) return set({ numbers: null });
      if (getState().numbers?.subject === now) return;
      const { workOutNumbers } = await import("./work");
      await surroundings.pause();
      const numbers = await workOutNumbers(now, surroundings);
      // What was checked in the meantime is asked for by whoever shows it.
      if (subject() === now) set({ numbers });
    },
  };
}
