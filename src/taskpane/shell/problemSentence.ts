import type { Fault } from "../../app/fault";
import type { Problem } from "../../app/transaction";
import type { PaneText } from "../text/texts";
import type { Sentence } from "../text/types/problems";

/** What happened, what to do, and how the workbook was left where a change was under way. */
export function problemSentence(problem: Problem, texts: PaneText): Sentence & { readonly left: string | null } {
  if (problem.kind === "refusal") return { ...texts.refusal(problem.refusal), left: null };
  const left = problem.aftermath === null ? null : texts.aftermath(problem.aftermath);
  return { ...texts.fault(problem.fault), left };
}

/** The few words that the status line has room for. */
export function waitingWords(fault: Fault, texts: PaneText): string {
  const { waiting } = texts.status;
  switch (fault.code) {
    case "cellEdit":
      return waiting.cellEdit;
    case "readOnly":
      return waiting.readOnly;
    case "protected":
      return waiting.protected;
    case "busy":
      return waiting.busy;
    case "lost":
      return waiting.lost;
    default:
      return waiting.other;
  }
}

/** Whether doing the same again can help once the person did what the sentence says. */
export function canRetry(problem: Problem): boolean {
  return problem.kind === "refusal" || !["unsupported", "tooLarge"].includes(problem.fault.code);
}
