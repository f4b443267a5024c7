import type { Located } from "../followUps/locate";
import type { ValueAnswers } from "../listValues/answers";
import { answerFor } from "../listValues/mapper";
import { valuesOf } from "../listValues/values";
import type { StageQuestion } from "../plan/setUpPlan";
import { stageOf } from "../schema/knownStages";
import type { Language } from "../values/language";

/** Stages of the sheet whose kind nobody knows, with how many rows have them. */
export function stageQuestions(
  { records }: Located,
  language: Language,
  answers: ValueAnswers,
): readonly StageQuestion[] {
  const stages = valuesOf(records, null, language, answers).find(({ field }) => field === "stage");
  if (!stages) return [];
  return stages.values.flatMap((choice) => {
    const answer = answerFor(stages, choice, answers);
    if (!choice.asked || answer.kind !== "own") return [];
    return [{ stage: choice.value, rows: choice.cells, answer: answer.stage ?? stageOf(choice.value).kind }];
  });
}
