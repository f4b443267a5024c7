import type { AsChosen, StandingCells } from "../domain/install/setUpInput";
import { plainValue, isFormula } from "../domain/values/value";
import type { Area } from "../domain/workbook/area";
import { succeed, type Result } from "./fault";
import { broughtBy, columnOf, readTrips, spansOf, tripsFor, type FormattedArea } from "./formattedCells";
import type { FormattedCells } from "./ports";
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
 * The cells of a sheet that is to be adopted which are to change, and the first rows of its columns, by the round trips that bring them: a
 * formula stays, and a date gets a date's format.
 */
export function tripsForStanding({ located, adopted }: AsChosen): readonly (readonly Area[])[] {
  const { area } = located.records;
  return tripsFor([{ ...area, rows: Math.min(area.rows, formatRows) }, ...spansOf(adopted.cells)]);
}

function standingIn(blocks: readonly FormattedArea[]): StandingCells {
  // A list has two columns at least: what is one column wide is none of its head, which may come in pieces.
  const shown = blocks.find(({ area }) => area.columns > 1);
  return {
    columns: blocks.filter(({ area }) => area.columns === 1).map(columnOf),
    formats: shown ? formatsIn(shown) : new Map<number, string>(),
  };
}

/**
 * The standing cells of a sheet, of which a first round trip has brought some already.
 * @param trips as `tripsForStanding` has them; at least one
 * @param first what the first of them brought
 */
export async function readStandingCells(
  { port }: Pick<UseCaseDependencies, "port">,
  sheet: string,
  [trip = [], ...others]: readonly (readonly Area[])[],
  first: readonly FormattedCells[],
): Promise<Result<StandingCells>> {
  const rest = await readTrips(port, sheet, others);
  return rest.ok ? succeed(standingIn([...broughtBy(trip, first), ...rest.value])) : rest;
}
