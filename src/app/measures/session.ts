import type { NumbersFilter } from "../../domain/measures/narrowed";
import { createStore } from "../store";
import type { UseCaseDependencies } from "../useCase";
import type { NarrowedNumbers, Numbers } from "./work";

export interface NumbersState {
  /** Of all customers. Null until somebody asked, and while there is nothing to work them out from. */
  readonly numbers: Numbers | null;
  /** What the numbers that are shown are narrowed to; null for all customers. It holds until the pane is closed. */
  readonly filter: NumbersFilter | null;
  /** Of the customers that the filter lets pass; null without one, and until they are worked out. */
  readonly narrowed: NarrowedNumbers | null;
}

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
  const { getState, set, subscribe } = createStore<NumbersState>({ numbers: null, filter: null, narrowed: null });

  async function narrowNow(): Promise<void> {
    const { numbers, filter, narrowed } = getState();
    if (numbers === null || filter === null) return set({ narrowed: null });
    if (narrowed?.subject === numbers.subject && narrowed.filter === filter) return;
    const { narrowNumbers } = await import("./work");
    const part = await narrowNumbers(numbers, filter, surroundings);
    const now = getState();
    // What was chosen or checked in the meantime is worked out by whoever asked for it.
    if (now.numbers === numbers && now.filter === filter) set({ narrowed: part });
  }

  return {
    getState,
    subscribe,
    workOut: async () => {
      const now = subject();
      if (!now) return set({ numbers: null, narrowed: null });
      if (getState().numbers?.subject === now) return narrowNow();
      const { workOutNumbers } = await import("./work");
      await surroundings.pause();
      const numbers = await workOutNumbers(now, surroundings);
      // What was checked in the meantime is asked for by whoever shows it.
      if (subject() !== now) return;
      set({ numbers });
      await narrowNow();
    },
    narrow: (filter) => {
      set({ filter });
      return narrowNow();
    },
  };
}
