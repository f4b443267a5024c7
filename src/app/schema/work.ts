import { asProposed } from "../../domain/adoption/choices";
import { planDrift, type DriftAnswer } from "../../domain/install/planDrift";
import {
  planSchemaChange,
  renamedColumns,
  type NamedCells,
  type SchemaChangeInput,
  type SchemaPlan,
} from "../../domain/install/planSchemaChange";
import type { SetUpInput } from "../../domain/install/setUpInput";
import type { Action } from "../../domain/workbook/action";
import { renamesOf, type SchemaDraft } from "../../domain/schema/draft";
import type { Drift } from "../../domain/settings/drift";
import { settingsHeaders } from "../../domain/settings/settings";
import { locate } from "../../domain/followUps/locate";
import { succeed, type Result } from "../fault";
import { readForPlan, type PlanWishes } from "../planInput";
import type { WorkbookPort } from "../ports";
import type { Reading } from "../readFollowUps";
import type { Planning } from "../transaction";
import type { UseCaseDependencies } from "../useCase";

type SchemaWorkDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "paneLanguage">;

/** Cells of the columns in which names would be replaced: a formula there stays. */
async function readNamedCells(
  port: WorkbookPort,
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
