import type { HostIdentity } from "../../domain/selfCheck/host";
import { createStore } from "../store";
import type { UseCaseDependencies } from "../useCase";
import type { SelfCheckState } from "./state";

/** Finding out how this Excel answers, on a scratch sheet that is taken away again. */
export interface SelfCheckSession {
  readonly getState: () => SelfCheckState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly host: () => HostIdentity;
  /** Asks everything that needs nobody. Ends when the scratch sheet has been taken away, also after a fault or a cancellation. */
  readonly run: () => Promise<void>;
  /** Shows a person the first thing to try on the scratch sheet. */
  readonly beginTrials: () => Promise<void>;
  /** What was asked for has been done: sees what became of it, and goes on. */
  readonly trialDone: () => Promise<void>;
  /** Leaves the rest out, and takes the scratch sheet away. */
  readonly endTrials: () => Promise<void>;
}

export type SelfCheckDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "run">;

/** Loaded with the first run: the first view does not wait for it. */
const loadWork = () => import("./work");

export function createSelfCheckSession({ port, surroundings, run }: SelfCheckDependencies): SelfCheckSession {
  const { getState, set, subscribe } = createStore<SelfCheckState>({
    answers: null,
    notes: null,
    day: null,
    working: false,
    stopped: false,
    trial: null,
    problem: null,
  });
  const store = { getState, set };

  /** Runs a part in its turn, with the sign that the self-check is at work. */
  async function inTurn(work: Parameters<UseCaseDependencies["run"]>[1]): Promise<void> {
    set({ working: true, problem: null });
    await run("probing", work);
    set({ working: false });
  }

  return {
    getState,
    subscribe,
    host: port.selfCheck.host,
    run: () =>
      inTurn(async (progress) => {
        const { runProbes } = await loadWork();
        const asked = await runProbes(port.selfCheck, store, progress);
        if (asked) set({ day: surroundings.today() });
      }),
    beginTrials: () => inTurn(async () => (await loadWork()).beginTrials(port.selfCheck, store)),
    trialDone: () => inTurn(async () => (await loadWork()).trialDone(port.selfCheck, store)),
    endTrials: () => inTurn(async () => (await loadWork()).endTrials(port.selfCheck, store)),
  };
}
