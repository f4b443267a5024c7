import type { Refusal } from "../domain/plan/setUpPlan";
import type { Action } from "../domain/workbook/action";
import { fail, type Fault, type Result } from "./fault";
import type { Aftermath, LeftLooks, Progress, WorkbookPort } from "./ports";

/** A fault of the workbook, on the way to a change or while it was made. */
export interface FaultProblem {
  readonly kind: "fault";
  readonly fault: Fault;
  /** How the workbook was left; null where nothing was to be written yet: a preview, or a look. */
  readonly aftermath: Aftermath | null;
}

/** Why a use case came to nothing: a fault of the workbook, or a reason found before anything was written. */
export type Problem<Refused = Refusal> = FaultProblem | { readonly kind: "refusal"; readonly refusal: Refused };

/** What one step came to. */
export type StepResult<T, Refused> = Result<T> | { readonly ok: false; readonly refusal: Refused };

/** What a plan comes down to; a use case adds what it tells of it. */
interface Plan {
  readonly actions: readonly Action[];
}

/** The steps up to the plan. They write nothing, so that a preview is made by them alone. */
export interface Planning<Found, Planned extends Plan, Refused = Refusal> {
  /** Reads what the plan is made on, as it is at this moment. */
  readonly read: (progress: Progress) => Promise<StepResult<Found, Refused>>;
  /** Makes the plan on what was found. */
  readonly plan: (found: Found) => StepResult<Planned, Refused> | Promise<StepResult<Planned, Refused>>;
}

export type PlanResult<Planned, Refused> =
  { readonly ok: true; readonly plan: Planned } | { readonly ok: false; readonly problem: Problem<Refused> };

/** What a transaction came to: a plan that stands in the workbook but for the looks that are left, with the actions carried out, or a problem. */
export type Outcome<Planned, Refused> =
  | { readonly ok: true; readonly plan: Planned; readonly applied: number; readonly left: readonly LeftLooks[] }
  | { readonly ok: false; readonly problem: Problem<Refused> };

export interface Transaction<Found, Planned extends Plan, Refused = Refusal> extends Planning<Found, Planned, Refused> {
  /** Shows what came of it: a receipt, or the problem. Called once. */
  readonly tell: (outcome: Outcome<Planned, Refused>) => void;
  /** Has what was written checked again. Only called when the plan stands in the workbook. */
  readonly checkAgain: (plan: Planned) => void | Promise<void>;
  /** How often it is begun at the most while others move the rows that it writes. Once unless given. */
  readonly tries?: number;
}

/** Reads and plans, and writes nothing. Who cancels meanwhile sees no plan, however long it took. */
export async function planNow<Found, Planned extends Plan, Refused = Refusal>(
  { read, plan }: Planning<Found, Planned, Refused>,
  progress: Progress,
): Promise<PlanResult<Planned, Refused>> {
  const found = await read(progress);
  const made = found.ok ? await plan(found.value) : found;
  const planned = made.ok && progress.cancelled() ? fail({ code: "cancelled" }) : made;
  if (planned.ok) return { ok: true, plan: planned.value };
  if ("refusal" in planned) return { ok: false, problem: { kind: "refusal", refusal: planned.refusal } };
  return { ok: false, problem: { kind: "fault", fault: planned.fault, aftermath: null } };
}

/** True where rows moved between look and write and nothing of ours stands: looked for afresh, they are found. */
function rowsMoved<Refused>(problem: Problem<Refused>): boolean {
  if (problem.kind === "refusal" || problem.aftermath === "partial") return false;
  const { code } = problem.fault;
  return code === "moved" || (code === "inTheWay" && problem.aftermath === "restored");
}

/** A fault on the way to a change: whoever pressed the button is told that nothing was written. Work that somebody cancelled asks for no word. */
function untouched<Refused>(problem: Problem<Refused>): Problem<Refused> {
  if (problem.kind === "refusal" || problem.fault.code === "cancelled") return problem;
  return { ...problem, aftermath: "unchanged" };
}

async function attempt<Found, Planned extends Plan, Refused>(
  port: Pick<WorkbookPort, "apply">,
  planning: Planning<Found, Planned, Refused>,
  progress: Progress,
): Promise<Outcome<Planned, Refused>> {
  const planned = await planNow(planning, progress);
  if (!planned.ok) return { ok: false, problem: untouched(planned.problem) };
  const { actions } = planned.plan;
  // Excel is not asked where nothing is to be written.
  if (actions.length === 0) return { ok: true, plan: planned.plan, applied: 0, left: [] };
  const result = await port.apply(actions, progress);
  if (result.ok) return { ok: true, plan: planned.plan, applied: result.value, left: result.left ?? [] };
  return { ok: false, problem: { kind: "fault", fault: result.fault, aftermath: result.aftermath } };
}

/**
 * Changes the workbook, the one way for every use case: reads afresh, plans on what stands there now, applies the plan in one
 * change, tells what came of it, and has what was written checked again. A refusal or a fault ends it; the problem says how the
 * workbook was left.
 * @returns true when the plan stands in the workbook
 */
export async function transact<Found, Planned extends Plan, Refused = Refusal>(
  port: Pick<WorkbookPort, "apply">,
  transaction: Transaction<Found, Planned, Refused>,
  progress: Progress,
): Promise<boolean> {
  let outcome = await attempt(port, transaction, progress);
  for (let left = (transaction.tries ?? 1) - 1; left > 0 && !outcome.ok && rowsMoved(outcome.problem); left -= 1) {
    outcome = await attempt(port, transaction, progress);
  }
  transaction.tell(outcome);
  if (outcome.ok) await transaction.checkAgain(outcome.plan);
  return outcome.ok;
}
