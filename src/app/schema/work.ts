import { settingsKey } from "../../domain/bookkeeping/store";
import { asProposed } from "../../domain/adoption/choices";
import { withEdits, writeStore } from "../../domain/bookkeeping/store";
import { planDrift, type DriftAnswer } from "../../domain/install/planDrift";
import {
  changesNames,
  planSchemaChange,
  renamedColumns,
  type NamedCells,
  type SchemaChangeInput,
  type SchemaPlan,
} from "../../domain/install/planSchemaChange";
import type { SetUpInput } from "../../domain/install/setUpInput";
import type { Action } from "../../domain/workbook/action";
import type { SchemaDraft } from "../../domain/schema/draft";
import type { Drift } from "../../domain/settings/drift";
import { withoutDrafted } from "../../domain/settings/draftedAway";
import { forget, type GoneEntry, type SettingsMemory } from "../../domain/settings/memory";
import { settingsHeaders } from "../../domain/settings/settings";
import { locate } from "../../domain/followUps/locate";
import type { BookSnapshot } from "../../domain/workbook/snapshot";
import { fail, succeed, type Result } from "../fault";
import { readForPlan, type PlanWishes } from "../planInput";
import type { WorkbookPort } from "../ports";
import type { Reading } from "../readFollowUps";
import { readBookkeeping } from "../restore/keep";
import type { Planning } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import { memoryEdits, rememberingSettings } from "./remembering";
import type { SettingsMemoryKeeper } from "./settingsMemory";

type SchemaWorkDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "paneLanguage">;

/** Cells of the columns in which names would be replaced: a formula there stays. */
async function readNamedCells(
  port: WorkbookPort,
  draft: SchemaDraft,
  { book, sheet, inForce }: Reading,
): Promise<Result<readonly NamedCells[]>> {
  // To find the columns is work over all rows: most drafts rename nothing.
  if (!changesNames(draft)) return succeed([]);
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

function wishesOf({ paneLanguage }: SchemaWorkDependencies): PlanWishes {
  return { language: paneLanguage, choices: asProposed };
}

/** What the draft would change: Settings, columns, names in the rows and in the log, and the rules that follow from them. */
export function changingSchema(
  dependencies: SchemaWorkDependencies,
  draft: SchemaDraft,
): Planning<SchemaChangeInput, SchemaPlan> {
  const { port } = dependencies;
  return {
    read: async (progress) => {
      const read = await readForPlan(dependencies, wishesOf(dependencies), progress);
      if (!read.ok) return read;
      const { reading, input } = read.value;
      const named = await readNamedCells(port, draft, reading);
      if (!named.ok) return named;
      const { filteredLog, settings } = reading;
      const settingsFormulas = input.installed?.sheets.find(({ sheet }) => sheet === settings?.sheet) ?? null;
      return succeed({ ...input, draft, settingsFormulas, named: named.value, filteredLog });
    },
    plan: (input) => {
      const result = planSchemaChange(input);
      return result.ok ? succeed(result.plan) : result;
    },
  };
}

/** A change of the schema whose plan also keeps what the Settings say then. For carrying out alone. */
export function rememberingSchema(
  { port }: Pick<SchemaWorkDependencies, "port">,
  changing: Planning<SchemaChangeInput, SchemaPlan>,
  draft: SchemaDraft,
  keeper: SettingsMemoryKeeper,
): Planning<SchemaChangeInput, SchemaPlan> {
  const losing = (memory: SettingsMemory) => withoutDrafted(memory, draft);
  return rememberingSettings({ port, keeper, on: (input) => input, losing }, changing);
}

/** Writes down that entries were deleted on purpose, where the workbook remembers them. */
export async function lettingGo(
  port: Pick<WorkbookPort, "readWorkbook" | "readValues" | "apply">,
  book: BookSnapshot,
  keeper: SettingsMemoryKeeper,
  gone: readonly GoneEntry[],
): Promise<Result<null>> {
  await keeper.recall(port, book);
  const before = keeper.now();
  if (before === null) return succeed(null);
  const memory = forget(before, gone);
  const kept = await readBookkeeping(port, book);
  if (!kept.ok) return kept;
  if (kept.value !== null && kept.value !== "closed" && kept.value.has(settingsKey)) {
    const actions = writeStore(kept.value, withEdits(kept.value, memoryEdits(memory)));
    const written = await port.apply(actions, { report: () => undefined, cancelled: () => false });
    if (!written.ok) return fail(written.fault);
  }
  keeper.set(memory);
  return succeed(null);
}

/** The repair of a drift in the way that was chosen: a header in the sheet or in the Settings, a column, or the table's name. */
export function repairingDrift(
  dependencies: SchemaWorkDependencies,
  drift: Drift,
  answer: DriftAnswer,
): Planning<SetUpInput, { readonly actions: readonly Action[] }> {
  return {
    read: async (progress) => {
      const read = await readForPlan(dependencies, wishesOf(dependencies), progress);
      return read.ok ? succeed(read.value.input) : read;
    },
    plan: (input) => {
      const repair = planDrift(input, drift, answer);
      return repair.ok ? succeed({ actions: repair.actions }) : repair;
    },
  };
}
