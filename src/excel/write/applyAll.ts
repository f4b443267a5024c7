import { fail, type Fault, type Result } from "../../app/fault";
import type { Aftermath, ApplyResult, LeftLooks, Progress } from "../../app/ports";
import type { Action } from "../../domain/workbook/action";
import { isLook, lookGroups, type LookAction, type LookGroup } from "../../domain/workbook/looks";
import { planBatches, type StepBatch } from "./batches";
import { refusedWhole } from "../faults";
import type { Inverse, WholeAction } from "./inverse";
import { isHighlightStep, type Step } from "./step";

/** What was learnt before the first write. */
export interface Prepared {
  /** What takes each action back, in the actions' order; looks are not taken back. */
  readonly inverses: readonly Inverse[];
  /** Writes one batch in one request. After a fault nobody knows how much of it was carried out. */
  readonly perform: (steps: readonly Step[]) => Promise<Result<void>>;
}

/** What carrying actions out asks of the workbook. */
export interface Writer {
  readonly prepare: (actions: readonly Action[]) => Promise<Result<Prepared>>;
  /**
   * Takes back as far as there is something to take back; may be repeated.
   * @param isAnswerLost true where Excel may have carried out what it did not answer
   */
  readonly takeBack: (steps: readonly Step[], isAnswerLost: boolean) => Promise<Result<void>>;
  /** Sets looks on what is there now; may be repeated. */
  readonly dress: (looks: readonly LookAction[]) => Promise<Result<void>>;
}

interface Course {
  readonly perform: Prepared["perform"];
  readonly takeBack: Writer["takeBack"];
  readonly total: number;
  readonly progress: Progress;
  readonly batches: readonly StepBatch<WholeAction>[];
  readonly inverses: ReadonlyMap<WholeAction, Inverse>;
}

interface WayBack {
  readonly aftermath: Aftermath;
  /** What kept the change from being taken back. */
  readonly fault: Fault | null;
}

/** Faults that are found out from an answer: what the request did is known. */
const answered: ReadonlySet<Fault["code"]> = new Set(["cancelled", "moved", "drift", "displaced"]);

/** Takes back everything of the first `count` batches, last first. What cannot be taken back wholly is left standing. */
async function rollBack({ takeBack, batches, inverses }: Course, fault: Fault, count: number): Promise<WayBack> {
  const touched = new Set(batches.slice(0, count).flatMap(({ sources }) => sources));
  if (touched.size === 0) return { aftermath: "unchanged", fault: null };
  const steps: Step[] = [];
  for (const action of [...touched].reverse()) {
    const inverse = inverses.get(action);
    if (!inverse) return { aftermath: "partial", fault: null };
    steps.push(...inverse);
  }
  const taken = await takeBack(steps, !answered.has(fault.code) && !refusedWhole(fault));
  return taken.ok ? { aftermath: "restored", fault: null } : { aftermath: "partial", fault: taken.fault };
}

/** A row of somebody else's that was lost on the way there or back is told before anything else: it is to be put right by hand. */
async function giveUp(course: Course, fault: Fault, count: number): Promise<ApplyResult> {
  const back = await rollBack(course, fault, count);
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

/** What takes the charts of a group off again, should they be there. */
function withoutCharts({ actions }: LookGroup): readonly LookAction[] {
  return actions.flatMap((action): readonly LookAction[] =>
    action.kind === "addChart" ? [{ kind: "deleteChart", sheet: action.sheet, name: action.chart.name }] : [],
  );
}

async function dressGroup(group: LookGroup, { dress }: Writer): Promise<Fault | null> {
  const dressed = await dress(group.actions);
  if (dressed.ok) return null;
  // A chart that was made in part is none that anybody wants; without it, the next look at the rules misses it.
  const charts = withoutCharts(group);
  if (charts.length > 0) await dress(charts);
  return dressed.fault;
}

async function performAll(perform: Prepared["perform"], batches: readonly StepBatch<Step>[]): Promise<boolean> {
  const [batch, ...others] = batches;
  return !batch || ((await perform(batch.steps)).ok && performAll(perform, others));
}

/** Sets looks, all in one request; where Excel will not, group by group, so that one that fails costs none of the others. */
async function dressAll(
  groups: readonly LookGroup[],
  perform: Prepared["perform"],
  writer: Writer,
): Promise<readonly LeftLooks[]> {
  if (await performAll(perform, planBatches(groups.flatMap(({ actions }) => actions)))) return [];
  const left: LeftLooks[] = [];
  let lost: Fault | null = null;
  for (const group of groups) {
    const fault: Fault | null = lost ?? (await dressGroup(group, writer));
    if (fault) left.push({ ...group, fault });
    if (fault?.code === "lost") lost = fault;
  }
  return left;
}

/** Faults that come up before anything of a group is set. */
const foundBefore: ReadonlySet<Fault["code"]> = new Set(["readOnly", "protected", "drift"]);

/** A change of looks alone of which nothing came about. */
function nothingSet(groups: readonly LookGroup[], left: readonly LeftLooks[]): ApplyResult | null {
  const [first] = left;
  if (!first || left.length < groups.length) return null;
  const isUntouched = left.every(({ fault }) => foundBefore.has(fault.code) || refusedWhole(fault));
  return { ...fail(first.fault), aftermath: isUntouched ? "unchanged" : "partial" };
}

/**
 * Carries actions out, all of them or none: a fault or a cancellation in the middle is followed by taking back what was
 * written. The result tells how the workbook was left. Looks come after everything else stands: no failure of theirs takes the
 * change back, and it is too late to cancel.
 */
export async function applyAll(actions: readonly Action[], writer: Writer, progress: Progress): Promise<ApplyResult> {
  if (actions.length === 0) return { ok: true, value: 0 };
  const prepared = await writer.prepare(actions);
  if (!prepared.ok) return { ...prepared, aftermath: "unchanged" };
  const { perform } = prepared.value;
  const whole = actions.filter((action) => !isLook(action));
  const groups = lookGroups(actions.filter(isLook));
  const inverses = new Map(whole.map((action, index) => [action, prepared.value.inverses[index] ?? null]));
  // What cannot be taken back travels alone, so that a fault up to it still leaves the workbook as it was.
  const batches = planBatches(whole, (action) => inverses.get(action) === null);
  const course = { perform, takeBack: writer.takeBack, total: whole.length, progress, batches, inverses };
  const done = await performFrom(course, 0);
  if (!done.ok || groups.length === 0) return done;
  const left = await dressAll(groups, perform, writer);
  const set = groups.filter(({ look, sheet }) => !left.some((group) => group.look === look && group.sheet === sheet));
  const value = done.value + set.flatMap((group) => group.actions).length;
  if (left.length === 0) return { ok: true, value };
  return (whole.length === 0 ? nothingSet(groups, left) : null) ?? { ok: true, value, left };
}
