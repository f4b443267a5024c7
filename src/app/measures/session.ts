import type { NumbersFilter } from "../../domain/measures/narrowed";
import { createStore } from "../store";
import type { UseCaseDependencies } from "../useCase";
import type { NumbersState } from "./work";

/** The measures beyond the Summary's key figures: worked out when somebody looks at them. Reads and writes nothing. */
export interface NumbersSession {
  readonly getState: () => NumbersState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Works the numbers out for the last check; does nothing where that is done. */
  readonly workOut: () => Promise<void>;
  /** Narrows what is shown, or shows all again. The numbers of all stay as they are: the Summary's come from them. */
  readonly narrow: (filter: NumbersFilter | null) => Promise<void>;
}

export function createNumbersSession({
  subject,
  surroundings,
}: Pick<UseCaseDependencies, "subject" | "surroundings">): NumbersSession {
  const store = createStore<NumbersState>({ numbers: null, filter: null, narrowed: null });
  const { getState, set, subscribe } = store;
  async function workOut(): Promise<void> {
    if (!subject()) return set({ numbers: null, narrowed: null });
    await (await import("./work")).bringUpToDate(store, subject, surroundings);
  }
  return {
    getState,
    subscribe,
    workOut,
    narrow: (filter) => {
      set({ filter, narrowed: null });
      return workOut();
    },
  };
}
