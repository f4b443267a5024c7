import { fail, succeed, type Fault, type Result } from "../../app/fault";
import type { ApplyResult, Progress } from "../../app/ports";
import type { Action } from "../../domain/workbook/action";
import { applyStep } from "./appliers";
import { createGrouping } from "./grouping";
import { planBatches, type StepBatch } from "./batches";
import { applyAll, type Prepared } from "./applyAll";
import { inversesOf, needOf, type Previous } from "./inverse";
import { readPrevious } from "./readPrevious";
import { readBefore, readTargets } from "./readTargets";
import { cellContent, writeByKey, type KeyedRow } from "./rowsByKey";
import { retryRead, runChange, runOnce, runRead } from "../run";
import { feasible, objectionTo, type Targets } from "./targets";
import type { Step } from "./step";

type WriteRow = Extract<Step, { readonly kind: "writeRow" }>;

function keyedRow({ sheet, area: { column, columns }, key, cells }: WriteRow): KeyedRow {
  return { sheet, column, columns, key, content: cells.map(cellContent) };
}

async function send(context: Excel.RequestContext, targets: Targets, steps: readonly Step[]): Promise<Result<void>> {
  const settles = steps.flatMap((step) => applyStep({ workbook: context.workbook, targets }, step) ?? []);
  await context.sync();
  const outcomes = settles.flatMap((settle) => settle() ?? []);
  if (outcomes.length > 0) await context.sync();
  const hit = outcomes.flatMap((outcome) => (typeof outcome === "object" && "hit" in outcome ? [outcome.hit] : []));
  const fault = outcomes.flatMap((outcome) => (typeof outcome === "object" && "code" in outcome ? [outcome] : []))[0];
  if (!(await writeByKey(context, hit))) return fail({ code: "unexpected", detail: "rows kept moving" });
  if (fault) return fail(fault);
  return hit.length > 0 ? fail({ code: "moved" }) : succeed(undefined);
}

/** Rows are put back where they are by now: the sort that stopped the change has moved them too. */
async function sendBack(
  context: Excel.RequestContext,
  targets: Targets,
  batches: readonly StepBatch<Step>[],
): Promise<Result<void>> {
  const [batch, ...others] = batches;
  if (!batch) return succeed(undefined);
  const rows = batch.steps.filter((step) => step.kind === "writeRow");
  const rest = await send(
    context,
    targets,
    batch.steps.filter((step) => step.kind !== "writeRow"),
  );
  if (!rest.ok) return rest;
  if (!(await writeByKey(context, rows.map(keyedRow)))) return fail({ code: "unexpected", detail: "rows kept moving" });
  return sendBack(context, targets, others);
}

/** A row that has moved since it was looked up: found out before anything is written. */
function hasMoved(action: Action, previous: Previous | null): boolean {
  if (action.kind !== "writeRow" || previous?.kind !== "cells") return false;
  return previous.cells[0]?.[action.key.column] !== action.key.value;
}

/** Faults of the first look after which a second one, step by step, may do better. */
const mayPass: ReadonlySet<Fault["code"]> = new Set(["drift", "busy", "tooLarge", "unexpected"]);

/** What runs a request of the change that is being prepared. */
type Run = (batch: (context: Excel.RequestContext) => Promise<Result<void>>) => Promise<Result<void>>;

function preparedFor(
  run: Run,
  actions: readonly Action[],
  targets: Targets,
  previous: readonly (Previous | null)[],
): Result<Prepared> {
  const objection = objectionTo(actions, targets);
  if (objection) return fail(objection);
  if (actions.some((action, index) => hasMoved(action, previous[index] ?? null))) return fail({ code: "moved" });
  return succeed({
    inverses: inversesOf(actions, targets, previous),
    perform: (steps) => run((context) => send(context, targets, steps)),
  });
}

/** Not while a cell is being edited: somebody who is typing hears at once that Excel waits for them. */
async function prepare(run: Run, actions: readonly Action[]): Promise<Result<Prepared>> {
  const prepared = await runOnce(async (context) => {
    const { targets, previous } = await readBefore(context, actions);
    return preparedFor(run, actions, targets, previous);
  });
  if (prepared.ok || !mayPass.has(prepared.fault.code)) return prepared;
  // Something is not there, or was not for a moment. Looked up step by step, it can be told by its name.
  return runRead(async (context) => {
    const targets = await readTargets(context, actions);
    const objection = objectionTo(actions, targets);
    if (objection) return fail(objection);
    const needs = actions.map((action) => needOf(action, targets.sheets));
    return preparedFor(run, actions, targets, await readPrevious(context, needs));
  });
}

/** Looks afresh at what is there, for nobody knows how far the change came. Every step leads to a fixed state, so it may be repeated. */
function takeBack(steps: readonly Step[]): Promise<Result<void>> {
  return retryRead(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const targets = await readTargets(context, steps);
      return sendBack(context, targets, planBatches(feasible(steps, targets)));
    }),
  );
}

const grouping = createGrouping(() => Office.context.requirements.isSetSupported("ExcelApi", "1.20"));

/**
 * Carries out actions over Office.js: a look, one request per batch, and the way back after a fault. Where Excel can, all of it is one step
 * for Ctrl+Z.
 */
export function apply(actions: readonly Action[], progress: Progress): Promise<ApplyResult> {
  return grouping(actions, (isOneStep) =>
    runChange(isOneStep, (run) => applyAll(actions, { prepare: (wanted) => prepare(run, wanted), takeBack }, progress)),
  );
}
