import { stageMoves } from "../../domain/log/stageMoves";
import { openStageRecorder, type RecorderDependencies } from "../log/stageRecorder";
import type { Subject } from "../subject";

/** Has stages recorded that were changed in the grid between two checks of the same rows, in a workbook that is set up. */
export type RecordMoves = (before: Subject, now: Subject) => Promise<void>;

/** Opened once in a session: what was recorded last is known until it moves on. */
export function openGridMoves(dependencies: RecorderDependencies): RecordMoves {
  const record = openStageRecorder(dependencies);
  return async (before, now) => {
    if (!now.reading.installed) return;
    const moves = stageMoves(before.located.records, now.located.records, now.customers, now.schema);
    if (moves.length > 0) await record(moves);
  };
}
