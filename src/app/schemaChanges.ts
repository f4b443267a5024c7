import type { CellInput } from "../domain/cells/value";
import { planDrift, type DriftAnswer } from "../domain/plan/planDrift";
import { planSchemaChange, renamedColumns, type SchemaPlan } from "../domain/plan/planSchemaChange";
import type { FormulaGrid } from "../domain/plan/snapshot";
import type { SchemaDraft } from "../domain/schema/draft";
import type { Drift } from "../domain/schema/drift";
import { succeed, type Result } from "./fault";
import type { Subject } from "./judge";
import type { Progress } from "./ports";
import { readFollowUps, type Reading } from "./readFollowUps";
import type { SchemaCore } from "./schemaSession";
import type { Task } from "./session";

async function formulasOf({ port }: SchemaCore, reading: Reading): Promise<Result<FormulaGrid | null>> {
  if (!reading.settings) return succeed(null);
  const request = { sheets: [reading.settings.sheet], followUpSheet: reading.sheet.sheet.name, body: null };
  const read = await port.readInstalled({ ...request, validationColumns: [], formulaColumns: [] });
  return read.ok ? succeed(read.value.sheets[0] ?? null) : read;
}

/** Cells of the columns in which names would be replaced: a formula there stays. */
async function cellsOf(
  { port }: SchemaCore,
  subject: Subject | null,
  columns: readonly number[],
): Promise<Result<ReadonlyMap<number, readonly CellInput[]>>> {
  if (!subject || columns.length === 0) return succeed(new Map());
  const { sheet, area } = subject.located.records;
  const areas = columns.map((offset) => ({ ...area, column: area.column + offset, columns: 1 }));
  const read = await port.readCells(sheet, areas);
  if (!read.ok) return read;
  const cells = read.value.map((rows) => rows.map(([cell = ""]) => cell));
  return succeed(new Map(columns.map((offset, at) => [offset, cells[at] ?? []])));
}

/** What the draft would change, planned on the workbook as it is now. Null where it cannot be; the reason is shown. */
export async function planDraft(
  core: SchemaCore,
  draft: SchemaDraft,
  progress: Progress,
  task: Task,
): Promise<SchemaPlan | null> {
  core.clear();
  const reading = await readFollowUps(core.port, core.surroundings, progress);
  if (!reading.ok) {
    core.failed(task, reading.fault);
    return null;
  }
  const input = await core.planningInput(reading.value, task);
  if (!input) return null;
  const formulas = await formulasOf(core, reading.value);
  const subject = core.subject();
  const columns = draft.renameRows ? renamedColumns(draft, subject?.located.records.columns ?? new Map()) : [];
  const cells = formulas.ok ? await cellsOf(core, subject, columns) : formulas;
  if (!formulas.ok || !cells.ok) {
    if (!cells.ok) core.failed(task, cells.fault);
    return null;
  }
  const result = planSchemaChange({ ...input, draft, settingsFormulas: formulas.value, columnCells: cells.value });
  if (!result.ok) {
    core.refused(result.refusal);
    return null;
  }
  return result.plan;
}

/** Mends a drift in the way that was chosen, and checks again. */
export async function mendDrift(
  core: SchemaCore,
  drift: Drift,
  answer: DriftAnswer,
  progress: Progress,
): Promise<void> {
  core.clear();
  const reading = await readFollowUps(core.port, core.surroundings, progress);
  if (!reading.ok) {
    core.failed("applying", reading.fault);
    return;
  }
  const input = await core.planningInput(reading.value, "applying");
  if (!input) return;
  const fix = planDrift(input, drift, answer);
  if (!fix.ok) {
    core.refused(fix.refusal);
    return;
  }
  const result = await core.port.apply(fix.actions, progress);
  if (result.ok) await core.checkAll(progress);
  else core.failed("applying", result.fault, result.aftermath);
}
