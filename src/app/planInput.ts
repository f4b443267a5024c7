import type { SetUpInput } from "../domain/install/setUpInput";
import { summaryPlace } from "../domain/summary/planSummary";
import type { AdoptionChoices } from "../domain/adoption/choices";
import { bodyOf } from "../domain/workbook/area";
import { calculatedColumns } from "../domain/followUps/calculated";
import { findFollowUps } from "../domain/followUps/followUps";
import type { Language } from "../domain/values/language";
import { succeed, type Result } from "./fault";
import type { FormulaCells, Progress } from "./ports";
import { readFollowUps, type Reading } from "./readFollowUps";
import { readStandingCells } from "./standingCells";
import type { UseCaseDependencies } from "./useCase";

/** What a plan takes from people rather than from the workbook. */
export interface PlanWishes {
  /** Language for a workbook that has none yet. */
  readonly language: Language;
  /** What people said of the values on the sheet. */
  readonly choices: AdoptionChoices;
}

/** All that a plan needs, and what else was found on the way. */
interface PlanInput {
  readonly input: SetUpInput;
  /** Formulas in the columns that were asked for; null where Excel could not tell. */
  readonly formulas: readonly FormulaCells[] | null;
}

/**
 * Reads what has been installed, so that with what was read before there is all that a plan needs.
 * @param fieldColumns columns of the sheet whose formulas are to be counted in the same look
 */
export async function readPlanInput(
  { port, surroundings: { newIds } }: Pick<UseCaseDependencies, "port" | "surroundings">,
  { book, sheet, settings, log, today }: Reading,
  { language, choices }: PlanWishes,
  fieldColumns: readonly number[] = [],
): Promise<Result<PlanInput>> {
  const followUps = findFollowUps(book);
  const table = followUps ?? book.tables.find((candidate) => candidate.sheet === sheet.sheet.name) ?? null;
  const place = table?.area ?? sheet.used;
  const body = place && place.rows > 1 ? bodyOf({ area: place, totals: table?.totals ?? false }) : null;
  const summary = summaryPlace(book);
  const sheets = [summary?.sheet, settings?.sheet].filter((title) => title !== undefined);
  const read = await port.readInstalled({
    sheets: [...new Set(sheets)],
    followUpSheet: sheet.sheet.name,
    dateSystem: book.dateSystem,
    body,
    validationColumns: body ? Array.from({ length: body.columns }, (_, column) => body.column + column) : [],
    formulaColumns: followUps ? calculatedColumns(followUps) : [],
    fieldColumns,
  });
  if (!read.ok) return read;
  const { installed, formulas } = read.value;
  const touches = log?.touches ?? [];
  const input = { book, sheet, settings, installed, language, choices, newIds, log: touches, today };
  return succeed({ input, formulas });
}

/** The workbook as it is now: what was read, and what a plan is made from. */
export interface ReadForPlan {
  readonly reading: Reading;
  readonly input: SetUpInput;
}

/** Reads afresh all that a plan of set-up, schema or repair needs. Reading only. */
export async function readForPlan(
  dependencies: Pick<UseCaseDependencies, "port" | "surroundings">,
  wishes: PlanWishes,
  progress: Progress,
): Promise<Result<ReadForPlan>> {
  const reading = await readFollowUps(dependencies.port, dependencies.surroundings, progress);
  if (!reading.ok) return reading;
  const read = await readPlanInput(dependencies, reading.value, wishes);
  if (!read.ok) return read;
  const { input } = read.value;
  const standing = await readStandingCells(dependencies, input);
  if (!standing.ok) return standing;
  return succeed({
    reading: reading.value,
    input: standing.value ? { ...input, standing: standing.value } : input,
  });
}
