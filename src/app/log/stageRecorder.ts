import { stageDrafts } from "../../domain/log/drafts";
import type { StageMove } from "../../domain/log/stageMoves";
import { convertSerial } from "../../domain/values/date";
import { transact, type Outcome } from "../transaction";
import type { RepDependencies, RepRecording } from "./state";
import { mostTries, rowsToCheck, saving, undoing, type RepRefusal, type Saved } from "./work";

export type RecorderDependencies = RepDependencies & RepRecording;

/** What was recorded last of a customer, until it moved on. */
interface Recorded extends Saved {
  readonly day: number;
  readonly moves: readonly StageMove[];
}

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
 * stands, no figure counts a move that nobody recorded, and it is said once, until recording works again.
 * @returns a function that records what was changed
 */
export function openStageRecorder(dependencies: RecorderDependencies): (moves: readonly StageMove[]) => Promise<void> {
  const { port, surroundings, subject, run, written, refreshLog, notRecorded } = dependencies;
  let last: Recorded | null = null;
  let isTold = false;

  /** Hears what came of a record, or of taking one back. */
  function hear(moves: readonly StageMove[], outcome: Outcome<unknown, RepRefusal>): void {
    if (outcome.ok) {
      isTold = false;
      return;
    }
    const { problem } = outcome;
    if (isTold || (problem.kind === "fault" && problem.fault.code === "cancelled")) return;
    isTold = true;
    notRecorded({ customers: moves.map(({ customer }) => customer.name), problem });
  }

  return async (moves) => {
    await run("saving", async (progress) => {
      const now = subject();
      // Nothing is written that nobody asked for where it would empty the person's list of steps to undo.
      if (!now || surroundings.writesEndUndo) return;
      const enteredAt = convertSerial(surroundings.now(), 1900, now.system);
      const today = Math.floor(enteredAt);
      const before = last;
      if (before && takesBack(moves, before, today)) {
        last = null;
        const tell = (outcome: Outcome<unknown, RepRefusal>) => hear(moves, outcome);
        const checkAgain = async () => {
          await refreshLog(now, progress);
          written([{ kind: "structure" }]);
        };
        await transact(port, { ...undoing(port, now, before), tell, checkAgain, tries: mostTries }, progress);
        return;
      }
      const drafts = stageDrafts(moves, surroundings.newIds(moves.length), { enteredAt, today, who: null });
      await transact(
        port,
        {
          ...saving(port, now, drafts),
          tries: mostTries,
          tell: (outcome) => {
            hear(moves, outcome);
            if (outcome.ok)
              last = { day: today, moves, logIds: drafts.map(({ logId }) => logId), written: outcome.plan.written };
          },
          checkAgain: async (plan) => {
            await refreshLog(now, progress);
            written(rowsToCheck(now, drafts, plan));
          },
        },
        progress,
      );
    });
  };
}
