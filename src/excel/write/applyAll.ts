import { fail, type Fault, type Result } from "../../app/fault";
import type { Aftermath, ApplyResult, Progress } from "../../app/ports";
import type { Action } from "../../domain/workbook/action";
import { planBatches, type StepBatch } from "./batches";
import { refusedWhole } from "../faults";
import type { Inverse } from "./inverse";
import { isHighlightStep, type Step } from "./step";

/** What was learnt before the first write. */
export interface Prepared {
  /** What takes each action back, in the actions' order. */
  readonly inverses: readonly Inverse[];
  /** Writes one batch in one request. After a fault nobody knows how much of it was carried out. */
  readonly perform: (steps: readonly Step[]) => Promise<Result<void>>;
}

/** What carrying actions out asks of the workbook. */
export interface Writer {
  readonly prepare: (actions: readonly Action[]) => Promise<Result<Prepared>>;
  /** Takes back as far as there is something to take back; may be repeated. */
  readonly takeBack: (steps: readonly Step[]) => Promise<Result<void>>;
}

interface Course {
  readonly perform: Prepared["perform"];
  readonly takeBack: Writer["takeBack"];
  readonly total: number;
  readonly progress: Progress;
  readonly batches: readonly StepBatch<Action>[];
  readonly inverses: ReadonlyMap<Action, Inverse>;
}

interface WayBack {
  readonly aftermath: Aftermath;
  /** What kept the change from being taken back. */
  readonly fault: Fault | null;
}

/** Takes back everything of the first `count` batches, last first. What cannot be taken back wholly is left standing. */
async function rollBack({ takeBack, batches, inverses }: Course, count: number): Promise<WayBack> {
  const touched = new Set(batches.slice(0, count).flatMap(({ sources }) => sources));
  if (touched.size === 0) return { aftermath: "unchanged", fault: null };
  const steps: Step[] = [];
  for (const action of [...touched].reverse()) {
    const inverse = inverses.get(action);
    if (!inverse) return { aftermath: "partial", fault: null };
    steps.push(...inverse);
  }
  const taken = await takeBack(steps);
  return taken.ok ? { aftermath: "restored", fault: null } : { aftermath: "partial", fault: taken.fault };
}

/** A row of somebody else's that was lost on the way there or back is told before anything else: it is to be put right by hand. */
async function giveUp(course: Course, fault: Fault, count: number): Promise<ApplyResult> {
  const back = await rollBack(course, count);
  if (fault.code === "displaced") return { ...fail(fault), aftermath: "partial" };
  return { ...fail(back.fault?.code === "displaced" ? back.fault : fault), aftermath: back.aftermath };
}

/** True where nothing of the batch was carried out. One on conditional formats is several requests, of which a later one may have been refused. */
function isUntouched({ steps }: StepBatch<Action>, fault: Fault): boolean {
  return refusedWhole(fault) && !steps.some(isHighlightStep);
}

async function performFrom(course: Course, index: number): Promise<ApplyResult> {
  const { perform, total, progress, batches } = course;
  const batch = batches[index];
  if (!batch) return { ok: true, value: total };
  if (progress.cancelled()) return giveUp(course, { code: "cancelled" }, index);
  const written = await perform(batch.steps);
  if (!written.ok) return giveUp(course, written.fault, isUntouched(batch, written.fault) ? index : index + 1);
  progress.report(index + 1, batches.length);
  return performFrom(course, index + 1);
}

/**
 * Carries actions out, all of them or none: a fault or a cancellation in the middle is followed by taking back what was
 * written. The result tells how the workbook was left.
 */
export async function applyAll(actions: readonly Action[], writer: Writer, progress: Progress): Promise<ApplyResult> {
  if (actions.length === 0) return { ok: true, value: 0 };
  const prepared = await writer.prepare(actions);
  if (!prepared.ok) return { ...prepared, aftermath: "unchanged" };
  const { perform } = prepared.value;
  const inverses = new Map(actions.map((action, index) => [action, prepared.value.inverses[index] ?? null]));
  // What cannot be taken back travels alone, so that a fault up to it still leaves the workbook as it was.
  const batches = planBatches(actions, (action) => inverses.get(action) === null);
  return performFrom({ perform, takeBack: writer.takeBack, total: actions.length, progress, batches, inverses }, 0);
}
