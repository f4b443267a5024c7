import type { Fault } from "../../../app/fault";
import type { Aftermath } from "../../../app/ports";
import type { Refusal } from "../../../domain/plan/setUpPlan";

/** What is wrong, and what the person can do about it. Each is a whole sentence. */
export interface Sentence {
  readonly what: string;
  readonly todo: string;
}

/** Why something came to nothing, and how the workbook was left. */
export interface ProblemText {
  readonly fault: (fault: Fault) => Sentence;
  readonly refusal: (refusal: Refusal) => Sentence;
  readonly aftermath: (aftermath: Aftermath) => string;
}
