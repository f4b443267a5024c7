import { fail, succeed, type Result } from "../app/fault";
import type { ApplyResult, Progress } from "../app/ports";
import type { Action } from "../domain/plan/action";
import { applyStep } from "./appliers";
import { planBatches, type StepBatch } from "./batches";
import { carryOut, type Prepared } from "./carryOut";
import { inversesOf, needOf } from "./inverse";
import { readPrevious } from "./readPrevious";
import { readScene } from "./readScene";
import { retryRead, runCommand, runRead } from "./run";
import { feasible, objectionTo, type Scene } from "./scene";
import type { Step } from "./step";

async function send(
  context: Excel.RequestContext,
  scene: Scene,
  batches: readonly StepBatch<Step>[],
  takingBack: boolean,
): Promise<Result<void>> {
  const [batch, ...others] = batches;
  if (!batch) return succeed(undefined);
  const settles = batch.steps.flatMap((step) => applyStep({ workbook: context.workbook, scene }, step) ?? []);
  await context.sync();
  const outcomes = settles.flatMap((settle) => settle() ?? []);
  if (outcomes.length > 0) await context.sync();
  const fault = outcomes.find((outcome) => outcome !== "mended");
  // While taking back, a row that is not there has nothing to be taken back from.
  if (fault !== undefined && (fault.code !== "moved" || !takingBack)) return fail(fault);
  return send(context, scene, others, takingBack);
}

/** Not while a cell is being edited: somebody who is typing hears at once that Excel waits for them. */
function prepare(actions: readonly Action[]): Promise<Result<Prepared>> {
  return runRead(async (context) => {
    const scene = await readScene(context, actions);
    const objection = objectionTo(actions, scene);
    if (objection) return fail(objection);
    const previous = await readPrevious(
      context,
      actions.map((action) => needOf(action, scene)),
    );
    return succeed({
      inverses: inversesOf(actions, scene, previous),
      perform: (steps) => runCommand((context) => send(context, scene, [{ steps, sources: steps }], false)),
    });
  });
}

/** Looks afresh at what is there, for nobody knows how far the change came. Every step leads to a fixed state, so it may be repeated. */
function takeBack(steps: readonly Step[]): Promise<Result<void>> {
  return retryRead(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const scene = await readScene(context, steps);
      return send(context, scene, planBatches(feasible(steps, scene)), true);
    }),
  );
}

/** Carries out actions over Office.js: a look, one request per batch, and the way back after a fault. */
export function apply(actions: readonly Action[], progress: Progress): Promise<ApplyResult> {
  return carryOut(actions, { prepare, takeBack }, progress);
}
