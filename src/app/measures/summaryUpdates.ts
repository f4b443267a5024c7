import type { Progress } from "../ports";
import type { Queue } from "../session/queue";
import type { UseCaseDependencies } from "../useCase";
import type { NumbersSession } from "./session";

/** Milliseconds after the last save or check before the Summary's values follow. */
const quietTime = 1500;

/** Keeps the Summary's values in step with the last check. Nobody waits for it, and nobody hears when it cannot be done. */
export interface SummaryUpdates {
  /** Brings the values up to date, as part of the work under way, whatever day they stand for. */
  readonly refresh: (progress: Progress) => Promise<void>;
  /** Brings them up to date after what is under way. */
  readonly refreshInTurn: () => void;
  /** Brings them up to date when things have been quiet for a while. */
  readonly refreshSoon: () => void;
  /** Ends waiting: nothing is brought up to date by itself any more. */
  readonly stop: () => void;
}

type SummaryDependencies = Pick<UseCaseDependencies, "port" | "subject"> &
  Pick<Queue, "runQuietly"> & { readonly numbers: NumbersSession };

export function createSummaryUpdates({ port, subject, numbers, runQuietly }: SummaryDependencies): SummaryUpdates {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  /** What stands in the block, as far as this pane knows. */
  let standing: string | null = null;

  async function bringUp(progress: Progress, mayGoBack: boolean): Promise<void> {
    if (!subject()?.reading.installed) return;
    await numbers.workOut();
    const { refreshSummary } = await import("./refreshSummary");
    const now = numbers.getState().numbers;
    if (now && now.subject === subject()) {
      standing = await refreshSummary(port, now, { standing, mayGoBack }, progress);
    }
  }

  const refreshInTurn = () => void runQuietly((progress) => bringUp(progress, false));

  return {
    refresh: (progress) => bringUp(progress, true),
    refreshInTurn,
    refreshSoon: () => {
      if (timer) clearTimeout(timer);
      if (!stopped) timer = setTimeout(refreshInTurn, quietTime);
    },
    stop: () => {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
