import { planDrift, type DriftAnswer } from "../domain/install/planDrift";
import { planSchemaChange, renamedColumns, type NamedCells, type SchemaPlan } from "../domain/install/planSchemaChange";
import type { FormulaGrid } from "../domain/workbook/snapshot";
import { renamesOf, type SchemaDraft } from "../domain/schema/draft";
import type { Drift } from "../domain/settings/drift";
import { settingsHeaders } from "../domain/settings/settings";
import { locate } from "../domain/followUps/locate";
import { succeed, type Result } from "./fault";
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
  draft: SchemaDraft,
  { book, sheet, inForce }: Reading,
): Promise<Result<readonly NamedCells[]>> {
  // To find the columns is work over all rows: most drafts rename nothing.
  if (renamesOf(draft).length === 0) return succeed([]);
  const location = locate(book, sheet, settingsHeaders(inForce?.settings ?? null));
  const columns = location.ok ? renamedColumns(draft, location.located, book) : [];
  const named: NamedCells[] = [];
  for (const title of new Set(columns.map((column) => column.sheet))) {
    const own = columns.filter((column) => column.sheet === title);
    const read = await port.readCells(
      title,
      own.map(({ area }) => area),
    );
    if (!read.ok) return read;
    named.push(...own.map((column, at) => ({ ...column, cells: read.value[at]?.map(([cell = ""]) => cell) ?? [] })));
  }
  return succeed(named);
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
  const named = formulas.ok ? await cellsOf(core, draft, reading.value) : formulas;
  if (!formulas.ok || !named.ok) {
    if (!named.ok) core.failed(task, named.fault);
    return null;
  }
  const result = planSchemaChange({
    ...input,
    draft,
    settingsFormulas: formulas.value,
    named: named.value,
    filteredLog: reading.value.filteredLog,
  });
  if (!result.ok) {
    core.refused(result.refusal);
    return null;
  }
  return result.plan;
}

/** Repairs a drift in the way that was chosen, and checks again. */
export async function repairDrift(
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
