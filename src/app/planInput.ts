import { readingAsChosen } from "../domain/install/planAdoption";
import type { AsChosen, SetUpInput } from "../domain/install/setUpInput";
import { summaryPlace } from "../domain/summary/planSummary";
import type { AdoptionChoices } from "../domain/adoption/choices";
import { bodyOf, type Area } from "../domain/workbook/area";
import { calculatedColumns } from "../domain/followUps/calculated";
import { findFollowUps } from "../domain/followUps/followUps";
import { findLog } from "../domain/log/logSheet";
import type { Language } from "../domain/values/language";
import { succeed, type Result } from "./fault";
import type { FormattedCells, FormulaCells, Progress } from "./ports";
import { readFollowUps, type Reading } from "./readFollowUps";
import { inSlices } from "./slices";
import { readStandingCells, tripsForStanding } from "./standingCells";
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
  /** The areas that were asked for. */
  readonly formatted: readonly FormattedCells[];
}

/** What else comes with the same look at the sheet; nothing where it is left out. */
interface Beside {
  /** Columns of the sheet whose formulas are to be counted. */
  readonly fieldColumns?: readonly number[];
  /** Areas whose contents and formats are wanted. */
  readonly formatted?: readonly Area[];
}

/** What was read so far, as a plan takes it. */
function inputOf(
  { surroundings: { newIds } }: Pick<UseCaseDependencies, "surroundings">,
  { book, sheet, settings, log, today }: Reading,
  { language, choices }: PlanWishes,
): SetUpInput {
  return { book, sheet, settings, installed: null, language, choices, newIds, log: log?.touches ?? [], today };
}

/** Reads what has been installed, so that with what was read before there is all that a plan needs. */
export async function readPlanInput(
  dependencies: Pick<UseCaseDependencies, "port" | "surroundings">,
  reading: Reading,
  wishes: PlanWishes,
  { fieldColumns = [], formatted = [] }: Beside = {},
): Promise<Result<PlanInput>> {
  const { book, sheet, settings } = reading;
  const followUps = findFollowUps(book);
  const table = followUps ?? book.tables.find((candidate) => candidate.sheet === sheet.sheet.name) ?? null;
  const place = table?.area ?? sheet.used;
  const body = place && place.rows > 1 ? bodyOf({ area: place, totals: table?.totals ?? false }) : null;
  const summary = summaryPlace(book);
  const sheets = [summary?.sheet, settings?.sheet].filter((title) => title !== undefined);
  const read = await dependencies.port.readInstalled({
    sheets: [...new Set(sheets)],
    followUpSheet: sheet.sheet.name,
    pages: [...new Set([sheet.sheet.name, settings?.sheet, findLog(book)?.sheet])].filter(
      (title) => title !== undefined,
    ),
    dateSystem: book.dateSystem,
    body,
    validationColumns: body ? Array.from({ length: body.columns }, (_, column) => body.column + column) : [],
    formulaColumns: followUps ? calculatedColumns(followUps) : [],
    fieldColumns,
    formatted,
  });
  if (!read.ok) return read;
  const { installed, ...others } = read.value;
  return succeed({ input: { ...inputOf(dependencies, reading, wishes), installed }, ...others });
}

/** The workbook as it is now: what was read, and what a plan is made from. */
export interface ReadForPlan {
  readonly reading: Reading;
  readonly input: SetUpInput;
}

/** A sheet that nobody has set up, read as it was chosen; null for one that is set up, or reads as no list. */
async function readAsChosen(
  { surroundings }: Pick<UseCaseDependencies, "surroundings">,
  input: SetUpInput,
): Promise<AsChosen | null> {
  if (findFollowUps(input.book)) return null;
  const read = await inSlices(readingAsChosen(input), surroundings);
  return read.ok ? read.asChosen : null;
}

/** Reads afresh all that a plan of set-up, schema or repair needs. Reading only. */
export async function readForPlan(
  dependencies: Pick<UseCaseDependencies, "port" | "surroundings">,
  wishes: PlanWishes,
  progress: Progress,
): Promise<Result<ReadForPlan>> {
  const found = await readFollowUps(dependencies.port, dependencies.surroundings, progress);
  if (!found.ok) return found;
  const reading = found.value;
  const asChosen = await readAsChosen(dependencies, inputOf(dependencies, reading, wishes));
  const trips = asChosen ? tripsForStanding(asChosen) : [];
  const read = await readPlanInput(dependencies, reading, wishes, { formatted: trips[0] ?? [] });
  if (!read.ok) return read;
  const { input, formatted } = read.value;
  if (!asChosen) return succeed({ reading, input });
  const standing = await readStandingCells(dependencies, reading.sheet.sheet.name, trips, formatted);
  return standing.ok ? succeed({ reading, input: { ...input, asChosen, standing: standing.value } }) : standing;
}
