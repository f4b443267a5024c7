import type { HostIdentity } from "../../domain/selfCheck/host";
import { createStore } from "../store";
import type { UseCaseDependencies } from "../useCase";
import { notChecked, type SelfCheckState } from "./state";
import { beginTrials, endTrials, runProbes, trialDone } from "./work";

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

/** Loaded, with all that it needs, when somebody asks for it: the first view does not wait for it. */
export async function openSelfCheck(dependencies: SelfCheckDependencies): Promise<SelfCheckSession> {
  const { surroundings, run } = dependencies;
  const port = await dependencies.port.selfCheck();
  const { getState, set, subscribe } = createStore<SelfCheckState>(notChecked);
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
    host: port.host,
    run: () =>
      inTurn(async (progress) => {
        if (await runProbes(port, store, progress)) set({ day: surroundings.today() });
      }),
    beginTrials: () => inTurn(() => beginTrials(port, store)),
    trialDone: () => inTurn(() => trialDone(port, store)),
    endTrials: () => inTurn(() => endTrials(port, store)),
  };
}
