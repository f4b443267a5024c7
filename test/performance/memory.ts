import { execFileSync } from "node:child_process";
import { measuring } from "../../src/domain/measures/measure";
import { checkingSheet } from "../../src/domain/rules/checkSheet";
import type { Steps } from "../../src/domain/steps/steps";
import { makeRows, recordsOf, reviewOf } from "./sheet";

/** Megabytes of the heap. */
export interface Memory {
  /** At the highest, garbage included: sampled between the steps of check and measures. */
  readonly highest: number;
  /** What is kept when both are done: the rows, the findings, the figures and what the next edit needs. */
  readonly kept: number;
}

const used = () => process.memoryUsage().heapUsed / 2 ** 20;

/** Checks and measures so many rows in a fresh process. */
export function memoryOf(rows: number): Memory {
  const answer = execFileSync(process.execPath, ["--expose-gc", ...process.execArgv, __filename, String(rows)], {
    encoding: "utf8",
  });
  const [highest = 0, kept = 0] = answer.trim().split(" ").map(Number);
  return { highest, kept };
}

function lookAt(count: number): void {
  const rows = makeRows(count);
  const records = recordsOf(rows);
  const review = reviewOf(rows);
  let highest = used();
  const watched = <Result>(steps: Steps<Result>): Result => {
    for (;;) {
      const step = steps.next();
      highest = Math.max(highest, used());
      if (step.done) return step.value;
    }
  };
  const results = [watched(checkingSheet(records, review)), watched(measuring(records, review, new Map()))];
  globalThis.gc?.();
  console.log(highest, used());
  // Still in use here, so that none of it was taken away before.
  if (results.length === 0) throw new Error("There is nothing to keep.");
}

if (require.main === module) lookAt(Number(process.argv[2]));
