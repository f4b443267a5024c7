import type { Problem } from "../../app/transaction";
import type { PaneText } from "../text/texts";
import type { Sentence } from "../text/types/problems";

/** What happened, what to do, and how the workbook was left where a change was under way. */
export function problemSentence(problem: Problem, texts: PaneText): Sentence & { readonly left: string | null } {
  if (problem.kind === "refusal") return { ...texts.refusal(problem.refusal), left: null };
  const left = problem.aftermath === null ? null : texts.aftermath(problem.aftermath);
  return { ...texts.fault(problem.fault), left };
}

/** Whether doing the same again can help once the person did what the sentence says. */
export function canRetry(problem: Problem): boolean {
  return problem.kind === "refusal" || !["unsupported", "tooLarge"].includes(problem.fault.code);
}
