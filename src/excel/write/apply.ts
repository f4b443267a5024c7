import { fail, succeed, type Fault, type Result } from "../../app/fault";
import type { ApplyResult, Progress } from "../../app/ports";
import type { Action } from "../../domain/workbook/action";
import { isLook, type LookAction } from "../../domain/workbook/looks";
import { applyStep, isSeeking, type PlainStep, type SeekingStep } from "./appliers";
import { createGrouping, isHiddenSheet, type HiddenSheet } from "./grouping";
import { planBatches, type StepBatch } from "./batches";
import { applyAll, type Prepared } from "./applyAll";
import { inversesOf, needOf, type Previous } from "./inverse";
import { rangeOf } from "../parts/grid";
import { readRules, type ListedRule } from "../parts/highlights";
import { readPrevious } from "./readPrevious";
import { readBefore, readTargets } from "./readTargets";
import { askCells, isHitBy, type KeyedRow } from "./rowsByKey";
import { blankRows, putBack, returnRows, writeRows, type SeekingRows } from "./seekRows";
import { refusedWhole } from "../faults";
import { retryRead, runChange, runOnce, runRead, type RunRequest } from "../run";
import { feasible, fold, objectionTo, type Targets } from "./targets";
import { isHighlightStep, type Step } from "./step";
import { setHighlights } from "./setHighlights";

type WriteRow = Extract<Step, { readonly kind: "writeRow" }>;

function keyedRow({ sheet, area: { column, columns }, key, cells, over }: WriteRow): KeyedRow {
  return { sheet, column, columns, key, content: cells, over: over ?? [], hit: null };
}

/** Sends steps in one request. Rows of others that were hit are put into `hits`, to be put back whatever becomes of the rest. */
async function send(
  context: Excel.RequestContext,
  targets: Targets,
  steps: readonly PlainStep[],
  hits: KeyedRow[],
): Promise<Result<void>> {
  const settles = steps.flatMap((step) => applyStep({ workbook: context.workbook, targets }, step) ?? []);
  await context.sync();
  const outcomes = settles.flatMap((settle) => settle() ?? []);
  const wrong = outcomes.flatMap((outcome) => (outcome === "repaired" ? [] : [outcome]));
  hits.push(...wrong.flatMap((outcome) => outcome.hits));
  if (outcomes.length > wrong.length) await context.sync();
  const [first] = wrong;
  return first ? fail(first.fault) : succeed(undefined);
}

/** Blanks rows, or brings them back, wherever they stand. */
async function seek(
  targets: Targets,
  [step, ...others]: readonly SeekingStep[],
  run: RunRequest,
): Promise<Result<void>> {
  if (!step) return succeed(undefined);
  const column = targets.tables.get(fold(step.table))?.area?.column;
  if (column === undefined) return fail({ code: "drift", what: step.table });
  const done =
    step.kind === "withdrawRows" ? await blankRows({ step, column }) : await bringBack(targets, { step, column }, run);
  // Steps before this one stand: what is a refusal of this one's request is none of theirs.
  if (!done.ok) return fail(refusedWhole(done.fault) ? { code: "unexpected", detail: done.fault.code } : done.fault);
  return seek(targets, others, run);
}

async function bringBack(targets: Targets, seeking: SeekingRows, run: RunRequest): Promise<Result<void>> {
  const gone = await returnRows(seeking);
  if (!gone.ok) return gone;
  if (gone.value.length === 0) return succeed(undefined);
  return perform(targets, [{ ...seeking.step, kind: "appendRows", rows: gone.value, formats: [] }], run);
}

/**
 * Carries steps out in one request; those that look for their rows come after the others, in requests of their own. Conditional
 * formats, which travel alone, take several.
 */
async function perform(targets: Targets, steps: readonly Step[], run: RunRequest): Promise<Result<void>> {
  const highlights = steps.find(isHighlightStep);
  if (highlights) {
    const isBare = targets.highlights.get(fold(highlights.sheet))?.length === 0;
    return setHighlights(highlights, run, isBare && highlights.kind === "setHighlights");
  }
  const hits: KeyedRow[] = [];
  const plain = steps.filter((step) => !isSeeking(step) && !isHighlightStep(step));
  const sent = plain.length > 0 ? await run((context) => send(context, targets, plain, hits)) : succeed(undefined);
  const back = await putBack(hits);
  if (!back.ok) return back;
  return sent.ok ? seek(targets, steps.filter(isSeeking), run) : sent;
}

/**
 * True where somebody else's row stands in a step's place and holds what we had written. So it is where rows moved at the last moment and
 * the answer of that very request was lost: what stood in that row before, nobody knows.
 */
async function hasHitOthers(steps: readonly WriteRow[]): Promise<Result<boolean>> {
  if (steps.length === 0) return succeed(false);
  return runRead(async (context) => {
    const asked = steps.map((step) => {
      const sheet = context.workbook.worksheets.getItem(step.sheet);
      return { row: keyedRow(step), cells: askCells(rangeOf(sheet, step.area), step.area) };
    });
    await context.sync();
    return succeed(asked.some(({ row, cells }) => isHitBy(cells()[0] ?? [], row)));
  });
}

/** Rows are put back where they are by now: the sort that stopped the change has moved them too. */
async function sendBack(
  targets: Targets,
  batches: readonly StepBatch<Step>[],
  run: RunRequest,
  isAnswerLost = false,
): Promise<Result<void>> {
  const [batch, ...others] = batches;
  if (!batch) return succeed(undefined);
  const rest = await perform(
    targets,
    batch.steps.filter((step) => step.kind !== "writeRow"),
    run,
  );
  if (!rest.ok) return rest;
  const ours = batch.steps.filter((step) => step.kind === "writeRow");
  const hit = isAnswerLost ? await hasHitOthers(ours) : succeed(false);
  if (!hit.ok) return hit;
  const rows = await writeRows(ours.map(keyedRow));
  if (!rows.ok) return rows;
  const [first] = ours;
  if (hit.value && first) return fail({ code: "drift", what: first.sheet });
  // Whether a row that is nowhere holds what we wrote, nobody can say.
  const [gone] = rows.value;
  return gone ? fail({ code: "drift", what: gone.sheet }) : sendBack(targets, others, run, isAnswerLost);
}

/** A row that has moved since it was looked up: found out before anything is written. */
function hasMoved(action: Action, previous: Previous | null): boolean {
  if (previous?.kind !== "cells") return false;
  if (action.kind === "writeRow") return previous.cells[0]?.[action.key.column] !== action.key.value;
  if (action.kind !== "writeCells" || !action.expected) return false;
  return action.expected.some((row, r) => row.some((cell, c) => cell !== null && previous.cells[r]?.[c] !== cell));
}

/** Conditional formats that came or went while they were read: which stood where is not known. */
function hasUnknownRules(action: Action, { sheets, highlights }: Targets): boolean {
  if (action.kind !== "setHighlights") return false;
  return sheets.has(fold(action.sheet)) && !highlights.has(fold(action.sheet));
}

/** Faults of the first look after which a second one, step by step, may do better. */
const mayPass: ReadonlySet<Fault["code"]> = new Set(["drift", "busy", "tooLarge", "unexpected"]);

/** @param run what carries out a request of the change that is being prepared */
function preparedFor(
  run: RunRequest,
  actions: readonly Action[],
  targets: Targets,
  previous: readonly (Previous | null)[],
): Result<Prepared> {
  const whole = actions.filter((action) => !isLook(action));
  const objection = objectionTo(whole, targets);
  if (objection) return fail(objection);
  if (actions.some((action) => hasUnknownRules(action, targets)))
    return fail({ code: "drift", what: "conditional formats" });
  if (whole.some((action, index) => hasMoved(action, previous[index] ?? null))) return fail({ code: "moved" });
  return succeed({
    inverses: inversesOf(whole, targets, previous),
    perform: (steps) => perform(targets, steps, run),
  });
}

/** The conditional formats of the sheets that get others, rule by rule where Excel cannot tell them at once. */
async function readRulesApart(actions: readonly Action[]): Promise<Result<ReadonlyMap<string, readonly ListedRule[]>>> {
  const found = new Map<string, readonly ListedRule[]>();
  for (const action of actions) {
    if (action.kind !== "setHighlights") continue;
    const rules = await readRules(action.sheet);
    if (!rules.ok) return rules;
    found.set(fold(action.sheet), rules.value);
  }
  return succeed(found);
}

/** Not while a cell is being edited: somebody who is typing hears at once that Excel waits for them. */
async function prepare(run: RunRequest, actions: readonly Action[]): Promise<Result<Prepared>> {
  const prepared = await runOnce(async (context) => {
    const { targets, previous } = await readBefore(context, actions);
    return preparedFor(run, actions, targets, previous);
  });
  if (prepared.ok || !mayPass.has(prepared.fault.code)) return prepared;
  // Something is not there, or was not for a moment. Looked up step by step, it can be told by its name.
  const highlights = await readRulesApart(actions);
  if (!highlights.ok) return highlights;
  return runRead(async (context) => {
    const targets = { ...(await readTargets(context, actions)), highlights: highlights.value };
    const whole = actions.filter((action) => !isLook(action));
    const objection = objectionTo(whole, targets);
    if (objection) return fail(objection);
    const needs = whole.map((action) => needOf(action, targets.sheets));
    return preparedFor(run, actions, targets, await readPrevious(context, needs));
  });
}

const runThrowing: RunRequest = (batch) => Excel.run({ delayForCellEdit: true }, batch);

/** Looks afresh at what is there, for nobody knows how far the change came. Every step leads to a fixed state, so it may be repeated. */
function takeBack(steps: readonly Step[], isAnswerLost: boolean): Promise<Result<void>> {
  return retryRead(async () => {
    const targets = await Excel.run({ delayForCellEdit: true }, (context) => readTargets(context, steps));
    return sendBack(targets, planBatches(feasible(steps, targets)), runThrowing, isAnswerLost);
  });
}

/** Looks are set on what is there now; each leads to a fixed state, so this may be repeated. A chart that has gone needs no deleting. */
function dress(looks: readonly LookAction[]): Promise<Result<void>> {
  return retryRead(async () => {
    const targets = await Excel.run({ delayForCellEdit: true }, (context) => readTargets(context, looks));
    const gone = looks.filter((look) => look.kind === "deleteChart" && feasible([look], targets).length === 0);
    const wanted = looks.filter((look) => !gone.includes(look));
    const objection = objectionTo(wanted, targets);
    return objection ? fail(objection) : sendBack(targets, planBatches<Step>(wanted), runThrowing);
  });
}

const grouping = createGrouping(() => Office.context.requirements.isSetSupported("ExcelApi", "1.20"));

/** Carries actions out, as one step for Ctrl+Z where Excel can. */
function applyAsOneStep(actions: readonly Action[], progress: Progress): Promise<ApplyResult> {
  return grouping(actions, (isOneStep) =>
    runChange(isOneStep, (run) =>
      applyAll(actions, { prepare: (wanted) => prepare(run, wanted), takeBack, dress }, progress),
    ),
  );
}

/** Makes a change that needs hidden sheets; where it is not made, they go again. */
async function applyOnHidden(
  hidden: readonly HiddenSheet[],
  actions: readonly Action[],
  progress: Progress,
): Promise<ApplyResult> {
  const made = await applyAsOneStep(hidden, { report: () => undefined, cancelled: progress.cancelled });
  if (!made.ok) return made;
  const result = await applyAsOneStep(actions, progress);
  if (result.ok) return { ...result, value: made.value + result.value };
  if (result.aftermath === "partial") return result;
  const gone = await takeBack(
    hidden.map(({ sheet }) => ({ kind: "deleteSheet", sheet })),
    false,
  );
  return gone.ok ? { ...result, aftermath: "restored" } : { ...result, aftermath: "partial" };
}

/**
 * Carries out actions over Office.js: a look, one request per batch, and the way back after a fault. Where Excel can, all of it is one step
 * for Ctrl+Z. Sheets that nobody is to see come before all else: made among the rest they would keep it from being taken back.
 */
export function apply(actions: readonly Action[], progress: Progress): Promise<ApplyResult> {
  const others = actions.filter((action) => !isHiddenSheet(action));
  if (others.length === 0 || others.length === actions.length) return applyAsOneStep(actions, progress);
  return applyOnHidden(actions.filter(isHiddenSheet), others, progress);
}
