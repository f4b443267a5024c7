import { locating } from "../domain/followUps/locate";
import { findFollowUps } from "../domain/followUps/followUps";
import { readingAsChosen } from "../domain/install/planAdoption";
import type { SetUpInput, StandingCells } from "../domain/install/setUpInput";
import { readInstalledSchema } from "../domain/settings/inForce";
import { settingsHeaders } from "../domain/settings/settings";
import { plainValue, isFormula } from "../domain/values/value";
import { succeed, type Result } from "./fault";
import { columnOf, readFormattedAreas, spansOf } from "./formattedCells";
import type { FormattedCells } from "./ports";
import { inSlices } from "./slices";
import type { UseCaseDependencies } from "./useCase";

/** Rows whose formats stand for their column's. */
const formatRows = 20;

/** What each column's first rows are formatted as: the first format that says anything. */
function formatsIn({ cells, formats }: FormattedCells): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  formats.forEach((row, at) =>
    row.forEach((format, column) => {
      const cell = cells[at]?.[column];
      const isFilled = isFormula(cell) || plainValue(cell) !== "";
      if (isFilled && !found.has(column) && !/^general$/i.test(format)) found.set(column, format);
    }),
  );
  return found;
}

/**
 * Reads the cells of a sheet that is to be adopted which are to change, with their formulas and formats: a formula stays, and a date gets a
 * date's format. Null where nothing of the kind is needed: a sheet that is set up, or reads as no list.
 */
export async function readStandingCells(
  { port, surroundings }: Pick<UseCaseDependencies, "port" | "surroundings">,
  input: SetUpInput,
): Promise<Result<StandingCells | null>> {
  const { book, sheet, choices } = input;
  if (findFollowUps(book)) return succeed(null);
  const inForce = readInstalledSchema(book, input.settings);
  const settings = inForce?.settings ?? null;
  const wishes = { ...choices, today: input.today };
  const location = await inSlices(locating(book, sheet, settingsHeaders(settings), wishes), surroundings);
  if (!location.ok) return succeed(null);
  const { located } = location;
  const language = inForce?.language ?? input.language;
  const { adopted } = await inSlices(readingAsChosen(input, located, { language, settings }), surroundings);
  const { area } = located.records;
  const head = { ...area, rows: Math.min(area.rows, formatRows) };
  const read = await readFormattedAreas(port, sheet.sheet.name, [head, ...spansOf(adopted.cells)]);
  if (!read.ok) return read;
  // A list has two columns at least: what is one column wide is none of its head, which may come in pieces.
  const shown = read.value.find((block) => block.area.columns > 1);
  return succeed({
    columns: read.value.filter((block) => block.area.columns === 1).map(columnOf),
    formats: shown ? formatsIn(shown) : new Map<number, string>(),
  });
}
