import { knownStage } from "../schema/knownStages";
import type { Schema } from "../schema/field";
import type { Located } from "../followUps/locate";
import type { StageQuestion } from "../plan/setUpPlan";

/** Stages of the sheet that no list of names knows, with how many rows have them. */
export function stageQuestions(located: Located, schema: Schema): readonly StageQuestion[] {
  const column = located.records.columns.get("stage");
  if (column === undefined) return [];
  const rows = new Map<string, number>();
  for (const row of located.records.values) {
    const key = String(row[column] ?? "")
      .trim()
      .toLowerCase();
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  return schema.stages.flatMap((stage) => {
    const count = rows.get(stage.name.toLowerCase()) ?? 0;
    return knownStage(stage.name) === null && count > 0 ? [{ stage: stage.name, rows: count, answer: stage.kind }] : [];
  });
}
