import type { RepProblem } from "../../app/log/state";
import type { PaneText } from "../text/texts";
import type { Sentence } from "../text/types/problems";

/** Why a record came to nothing, and what to do about it. */
export function sentenceOf(problem: RepProblem, texts: PaneText): Sentence {
  if (problem.kind === "fault") return texts.fault(problem.fault);
  const { refusal } = problem;
  switch (refusal.kind) {
    case "row":
      return texts.rep.rowProblem(refusal.problem, refusal.customer);
    case "noLog":
      return texts.rep.noLog;
    case "noIds":
      return texts.rep.noIds;
  }
}
