import { stageDrafts } from "../../domain/log/drafts";
import type { StageMove } from "../../domain/log/stageMoves";
import { convertSerial } from "../../domain/values/date";
import { transact } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import { rowsToCheck, saving, undoing, type Saved } from "./work";

export type RecorderDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "subject" | "run" | "written">;

/** What was recorded last of a customer, until it moved on. */
interface Recorded extends Saved {
  readonly day: number;
  readonly moves: readonly StageMove[];
}

interface StageRecorder {
  readonly record: (moves: readonly StageMove[]) => Promise<void>;
}

const mostTries = 4;

/** True where the moves are exactly those of the record, the other way. */
function takesBack(moves: readonly StageMove[], { moves: before, day }: Recorded, today: number): boolean {
  const back = new Map(before.map(({ customer, from }) => [customer.id, { from: customer.stage, to: from }]));
  return (
    day === today &&
    moves.length === before.length &&
    moves.every(({ customer, from }) => {
      const move = back.get(customer.id);
      return move !== undefined && move.from === from && move.to === customer.stage;
    })
  );
}

/**
 * Keeps log and dates in step with stages that somebody changes in the grid: a quiet entry that counts as no contact, and the day of entry
 * where that person wrote none. What is changed back on the same day is taken back. Where the sheet cannot be written, nothing is: the stage
 * stands, and no figure counts a move that nobody recorded.
 */
function openStageRecorder({ port, surroundings, subject, run, written }: RecorderDependencies): StageRecorder {
  let last: Recorded | null = null;

  async function record(moves: readonly StageMove[]): Promise<void> {
    await run("saving", async (progress) => {
      const now = subject();
      // Nothing is written that nobody asked for where it would empty the person's list of steps to undo.
      if (!now || surroundings.writesEndUndo) return;
      const enteredAt = convertSerial(surroundings.now(), 1900, now.system);
      const today = Math.floor(enteredAt);
      const before = last;
      if (before && takesBack(moves, before, today)) {
        last = null;
        const checkAgain = () => written([{ kind: "structure" }]);
        const quiet = { tell: () => undefined, checkAgain, tries: mostTries };
        await transact(port, { ...undoing(port, now, before), ...quiet }, progress);
        return;
      }
      const drafts = stageDrafts(moves, surroundings.newIds(moves.length), { enteredAt, today, who: null });
      await transact(
        port,
        {
          ...saving(port, now, drafts),
          tries: mostTries,
          tell: (outcome) => {
            if (outcome.ok)
              last = { day: today, moves, logIds: drafts.map(({ logId }) => logId), written: outcome.plan.written };
          },
          checkAgain: (plan) => written(rowsToCheck(now, drafts, plan)),
        },
        progress,
      );
    });
  }

  return { record };
}

const recorders = new WeakMap<RecorderDependencies, StageRecorder>();

/** The recorder of a session: the same one each time, since it knows what it recorded last. */
export function recorderOf(dependencies: RecorderDependencies): StageRecorder {
  const known = recorders.get(dependencies) ?? openStageRecorder(dependencies);
  recorders.set(dependencies, known);
  return known;
}
