import type { Fault } from "../fault";
import type { Progress } from "../ports";
import type { SessionState, Task } from "./state";

/** Runs one piece of work after the other. */
export interface Queue {
  /** Runs work after all that was asked for before; `cancelled` means this work only. Never rejects: what is thrown is a fault. */
  readonly run: (task: Task, work: (progress: Progress) => Promise<void>) => Promise<void>;
  /** Runs work in its turn without a word: nothing shows that it is under way, and nobody hears when it fails. */
  readonly runQuietly: (work: (progress: Progress) => Promise<void>) => Promise<void>;
  /** Asks the work under way to stop at its next round trip. */
  readonly cancel: () => void;
  /** Resolves when all that was asked for so far is done. */
  readonly idle: () => Promise<void>;
}

interface QueueDependencies {
  /** Hears what is under way and how far it is; null when nothing is. */
  readonly showBusy: (busy: SessionState["busy"]) => void;
  readonly failed: (task: Task, fault: Fault) => void;
}

/** Nobody sees how far quiet work is, and nobody can cancel it. */
const noProgress: Progress = { report: () => undefined, cancelled: () => false };

export function createQueue({ showBusy, failed }: QueueDependencies): Queue {
  let last: Promise<void> = Promise.resolve();
  let cancelled = false;

  return {
    run: (task, work) => {
      last = last.then(async () => {
        cancelled = false;
        showBusy({ task, done: 0, total: 0 });
        try {
          await work({
            report: (done, total) => showBusy({ task, done, total }),
            cancelled: () => cancelled,
          });
        } catch (error) {
          failed(task, { code: "unexpected", detail: error instanceof Error ? error.message : String(error) });
        } finally {
          showBusy(null);
        }
      });
      return last;
    },
    runQuietly: (work) => {
      last = last.then(() => work(noProgress)).catch(() => undefined);
      return last;
    },
    cancel: () => {
      cancelled = true;
    },
    idle: () => last,
  };
}
