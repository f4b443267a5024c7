import { fail, succeed, type Result } from "../../app/fault";
import type { Before, BeforeRequest, ColumnLook, ColumnSpan } from "../../domain/restore/before";
import { fitting, planChunks } from "../../domain/workbook/chunks";
import type { CellInput } from "../../domain/values/value";
import type { Place } from "../../domain/workbook/reference";
import { askArea, columnsOf, inputsOf, rangeOf, readGrid } from "../parts/grid";
import { runRead } from "../run";

/** Cells per round trip: their formulas and values, or their formats, stay below the 5 MB that Excel on the web answers. */
const cellsPerTrip = 40_000;

/** A block of cells that is read in one go, of the place with that number. */
interface Piece extends Place {
  readonly of: number;
  readonly what: "cells" | "formats";
}

function piecesOf(places: readonly Place[], what: Piece["what"]): readonly Piece[] {
  return places.flatMap(({ sheet, area }, of) =>
    planChunks(area, area.columns, cellsPerTrip).map((chunk): Piece => ({ of, what, sheet, area: chunk })),
  );
}

type Rows = readonly (readonly CellInput[])[];

/** Asks for a block; to be followed by a sync. Null where Excel gave no answer. */
function ask({ workbook }: Excel.RequestContext, { sheet, area, what }: Piece): () => Rows | null {
  const range = rangeOf(workbook.worksheets.getItem(sheet), area);
  range.load(what === "cells" ? "formulas,values" : "numberFormat");
  return () => {
    if (what === "formats") return readGrid(range.numberFormat, area);
    const [formulas, values] = [readGrid(range.formulas, area), readGrid(range.values, area)];
    return formulas && values ? inputsOf(formulas, values) : null;
  };
}

function askLooks(
  { workbook }: Excel.RequestContext,
  { sheet, column, columns }: ColumnSpan,
): () => readonly ColumnLook[] {
  const ranges = columnsOf(workbook.worksheets.getItem(sheet), column, columns);
  for (const range of ranges) {
    range.load("columnHidden");
    range.format.load("columnWidth,useStandardWidth");
  }
  return () =>
    ranges.map(({ columnHidden, format }) => ({
      // A hidden column has no width that could be set again.
      width: format.useStandardWidth || columnHidden ? null : format.columnWidth,
      hidden: columnHidden,
    }));
}

function askFilter({ workbook }: Excel.RequestContext, sheet: string): () => Before["filters"][number] {
  const range = workbook.worksheets.getItem(sheet).autoFilter.getRangeOrNullObject().untrack();
  const area = askArea(range);
  return () => (range.isNullObject ? null : area());
}

/** Reads blocks, as many in a round trip as fit, the first one being under way already. */
async function readPieces(context: Excel.RequestContext, pieces: readonly Piece[]): Promise<readonly (Rows | null)[]> {
  const length = fitting(pieces, ({ area }) => area.rows * area.columns, cellsPerTrip);
  const reads = pieces.slice(0, length).map((piece) => ask(context, piece));
  await context.sync();
  const rows = reads.map((read) => read());
  return length < pieces.length ? [...rows, ...(await readPieces(context, pieces.slice(length)))] : rows;
}

/** What stands where a change is to write. */
export function readBefore({ cells, formats, columns, filters }: BeforeRequest): Promise<Result<Before>> {
  return runRead(async (context) => {
    const looks = columns.map((span) => askLooks(context, span));
    const asked = filters.map((sheet) => askFilter(context, sheet));
    const pieces = [...piecesOf(cells, "cells"), ...piecesOf(formats, "formats")];
    const rows = await readPieces(context, pieces);
    if (rows.some((block) => block === null)) return fail({ code: "tooLarge" });
    const of = (what: Piece["what"], number: number) =>
      rows.flatMap((block, at) => (pieces[at]?.what === what && pieces[at].of === number ? (block ?? []) : []));
    return succeed({
      cells: cells.map((_, number) => of("cells", number)),
      formats: formats.map((_, number) => of("formats", number).map((row) => row.map(String))),
      columns: looks.map((read) => read()),
      filters: asked.map((read) => read()),
    });
  });
}
