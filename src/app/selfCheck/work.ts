import { withAnswer, type Answer } from "../../domain/selfCheck/answer";
import { ownProbes, trials, type Trial } from "../../domain/selfCheck/probes";
import type { Result } from "../fault";
import type { Progress, SelfCheckPort } from "../ports";
import type { SelfCheckProblem, SelfCheckStore } from "./state";

/** Milliseconds after which a probe is given up, so that one that hangs does not stop the rest. */
const longestProbe = 20_000;

/** The answer to a probe, or an error where none comes. */
function withinTime(asked: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: "error", error: "no answer in time" }), longestProbe);
    void asked.then((answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

/** Adds the scratch sheet; gives what is in the way. */
async function open(port: SelfCheckPort): Promise<SelfCheckProblem | null> {
  const opened = await port.open();
  if (opened.ok) return opened.value === "taken" ? { kind: "taken" } : null;
  // Adding a sheet is refused where the workbook's structure is protected: no sheet's own protection has a say in it.
  return opened.fault.code === "protected" ? { kind: "structure" } : { kind: "fault", fault: opened.fault };
}

/** Takes the scratch sheet away; a first failure may be a passing one. */
async function close(port: SelfCheckPort, { set }: SelfCheckStore): Promise<void> {
  const closed: Result<void> = await port.close();
  if (closed.ok) return;
  if (!(await port.close()).ok) set({ problem: { kind: "left" } });
}

async function ask(port: SelfCheckPort, store: SelfCheckStore, progress: Progress, index = 0): Promise<void> {
  const probe = ownProbes[index];
  if (probe === undefined) return;
  if (progress.cancelled()) return store.set({ stopped: true });
  const answer = await withinTime(port.ask(probe));
  store.set({ answers: withAnswer(store.getState().answers, probe, answer) });
  progress.report(index + 1, ownProbes.length);
  return ask(port, store, progress, index + 1);
}

/**
 * Asks everything that needs nobody, one thing after the other; the scratch sheet is taken away in any case.
 * @returns false where it could not begin
 */
export async function runProbes(port: SelfCheckPort, store: SelfCheckStore, progress: Progress): Promise<boolean> {
  const problem = await open(port);
  if (problem) {
    store.set({ problem });
    return false;
  }
  store.set({ answers: null, notes: null, stopped: false });
  progress.report(0, ownProbes.length);
  try {
    await ask(port, store, progress);
    if (!progress.cancelled()) store.set({ notes: await port.notes() });
  } finally {
    await close(port, store);
  }
  return true;
}

async function begin(port: SelfCheckPort, store: SelfCheckStore, trial: Trial): Promise<void> {
  const begun = await port.beginTrial(trial);
  if (begun.ok) return store.set({ trial });
  store.set({ trial: null, problem: { kind: "fault", fault: begun.fault } });
  await close(port, store);
}

export async function beginTrials(port: SelfCheckPort, store: SelfCheckStore): Promise<void> {
  const problem = await open(port);
  if (problem) return store.set({ problem });
  await begin(port, store, trials[0]);
}

export async function endTrials(port: SelfCheckPort, store: SelfCheckStore): Promise<void> {
  store.set({ trial: null });
  await close(port, store);
}

/** What Ctrl+Z takes back is tried only after a pick: then the person's own last step is one on the scratch sheet. */
export async function trialDone(port: SelfCheckPort, store: SelfCheckStore): Promise<void> {
  const { trial, answers } = store.getState();
  if (trial === null) return;
  const answer = await withinTime(port.endTrial(trial));
  store.set({ answers: withAnswer(answers, trial, answer) });
  const picked = trial === "listPick" && answer.kind === "facts" && answer.facts.picked !== "";
  await (picked ? begin(port, store, "undoStep") : endTrials(port, store));
}
