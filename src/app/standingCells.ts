import { locating } from "../domain/followUps/locate";
import { findFollowUps } from "../domain/followUps/followUps";
import { readingAsChosen } from "../domain/install/planAdoption";
import type { SetUpInput, StandingCells } from "../domain/install/setUpInput";
import type { ColumnNow } from "../domain/rules/planFixes";
import { readInstalledSchema } from "../domain/settings/inForce";
import { settingsHeaders } from "../domain/settings/settings";
import { plainValue, isFormula, type CellInput } from "../domain/values/value";
import type { Area } from "../domain/workbook/area";
import { fail, succeed, type Result } from "./fault";
import type { FormattedCells, Progress } from "./ports";
import { inSlices } from "./slices";
import type { UseCaseDependencies } from "./useCase";

/** Cells that are asked for at a time: their formulas, values and formats have to fit one answer. */
const mostCells = 30_000;
/** Rows whose formats stand for their column's. */
const formatRows = 20;

/** Columns in pieces, as many together as fit one answer. */
function requestsOf(columns: readonly Area[]): readonly (readonly Area[])[] {
  const requests: Area[][] = [];
  let room = 0;
  for (const column of columns) {
    for (let row = 0; row < column.rows; row += mostCells) {
      const piece: Area = { ...column, row: column.row + row, rows: Math.min(mostCells, column.rows - row) };
      if (piece.rows > room) {
        requests.push([]);
        room = mostCells;
      }
      requests.at(-1)?.push(piece);
      room -= piece.rows;
    }
  }
  return requests;
}

const onlyColumn = <T>(rows: readonly (readonly T[])[]): readonly T[] =>
  rows.flatMap(([cell]) => (cell === undefined ? [] : [cell]));

function columnsNow(areas: readonly Area[], read: readonly FormattedCells[]): readonly ColumnNow[] {
  return areas.map(({ row, column }, at) => ({
    row,
    column,
    cells: onlyColumn<CellInput>(read[at]?.cells ?? []),
    formats: onlyColumn(read[at]?.formats ?? []),
  }));
}

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
  progress: Progress,
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
  const changed = [...new Set(adopted.cells.map(({ column }) => column))];
  const title = sheet.sheet.name;
  const head = { ...area, rows: Math.min(area.rows, formatRows) };
  const wanted = requestsOf(changed.map((column) => ({ ...area, column, columns: 1 })));
  const [first = [], ...others] = wanted;
  const top = await port.readFormatted(title, [head, ...first]);
  if (!top.ok) return top;
  const [shown, ...cells] = top.value;
  const columns = [...columnsNow(first, cells)];
  for (const areas of others) {
    if (progress.cancelled()) return fail({ code: "cancelled" });
    const read = await port.readFormatted(title, areas);
    if (!read.ok) return read;
    columns.push(...columnsNow(areas, read.value));
  }
  return succeed({ columns, formats: shown ? formatsIn(shown) : new Map<number, string>() });
}
