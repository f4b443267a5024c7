import { stageMoves } from "../../domain/log/stageMoves";
import { recorderOf, type RecorderDependencies } from "../log/stageRecorder";
import type { Subject } from "../subject";

/** Has stages recorded that were changed in the grid between two checks of the same rows, in a workbook that is set up. */
export async function recordMoves(before: Subject, now: Subject, dependencies: RecorderDependencies): Promise<void> {
  if (!now.reading.installed) return;
  const moves = stageMoves(before.located.records, now.located.records, now.customers, now.schema);
  if (moves.length > 0) await recorderOf(dependencies).record(moves);
}
