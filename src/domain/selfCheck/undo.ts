import type { Answers } from "./answer";
import { judge } from "./judge";

/** What one Ctrl+Z takes back of an add-in's writes. */
export type UndoMode = "steps" | "together" | "none";

/** The mode that was seen in this Excel when a person tried it; null where nobody did. */
export function undoSeen(answers: Answers): UndoMode | null {
  const answer = answers.get("undoStep");
  if (!answer) return null;
  const { outcome } = judge("undoStep", answer);
  if (outcome === "steps" || outcome === "together") return outcome;
  return outcome === null ? null : "none";
}
