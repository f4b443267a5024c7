import type { Steps } from "../domain/steps/steps";
import type { Surroundings } from "./ports";

/** Milliseconds of work after which the browser has its turn: with one step more it still answers within 50. */
const longestSlice = 30;

/** Runs long work without keeping the pane from answering: the browser has its turn between two slices. */
export async function inSlices<Result>(steps: Steps<Result>, { pause }: Pick<Surroundings, "pause">): Promise<Result> {
  let end = performance.now() + longestSlice;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await pause();
    end = performance.now() + longestSlice;
  }
}
