import type { NumbersBasis } from "../../domain/measures/rowsBehind";
import type { Subject } from "../check";
import type { Progress, WorkbookPort } from "../ports";
import { createStore } from "../store";

/** Every measure of the last check, with what it was worked out from. */
export interface Numbers extends NumbersBasis {
  readonly subject: Subject;
}

export interface NumbersState {
  /** Null until somebody asked, and while there is nothing to work them out from. */
  readonly numbers: Numbers | null;
}

/** The measures beyond the Summary's key figures: worked out when somebody looks at them. */
export interface NumbersSession {
  readonly getState: () => NumbersState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Works the numbers out for the last check; does nothing where that is done. */
  readonly workOut: () => Promise<void>;
}

/** What the numbers need of the session that they are part of. */
export interface NumbersCore {
  readonly port: WorkbookPort;
  readonly subject: () => Subject | null;
  /** Lets the browser paint and take input. */
  readonly pause: () => Promise<void>;
}

/** The session's own part: it also keeps the Summary's values up to date. */
export interface NumbersPart extends NumbersSession {
  readonly refreshSummary: (progress: Progress) => Promise<void>;
}

export function createNumbersSession({ port, subject, pause }: NumbersCore): NumbersPart {
  const store = createStore<NumbersState>({ numbers: null });
  const { getState, set } = store;

  async function workOut(): Promise<void> {
    const now = subject();
    if (!now) return set({ numbers: null });
    if (getState().numbers?.subject === now) return;
    const { workOutNumbers } = await import("./work");
    await pause();
    // What was checked in the meantime is asked for by whoever shows it.
    if (subject() === now) set({ numbers: workOutNumbers(now) });
  }

  return {
    getState,
    subscribe: store.subscribe,
    workOut,
    refreshSummary: async (progress) => {
      if (!subject()?.reading.installed) return;
      await workOut();
      const { numbers } = getState();
      const { refreshSummary } = await import("./refreshSummary");
      if (numbers && numbers.subject === subject()) await refreshSummary(port, numbers, progress);
    },
  };
}
