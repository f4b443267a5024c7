import { intersect } from "../../domain/workbook/area";
import type { Book } from "../book/book";
import { fromRange, usedArea, worksheetOf } from "../book/grid";
import { cellsIn } from "../data/areas";
import type { BookArea } from "../data/bookData";
import { HostError, itemNotFound } from "../protocol/hostError";
import type { HostObject, Methods } from "../protocol/hostObject";
import { flag, optionalText } from "./arguments";
import { rangeAreasClass } from "./rangeAreas";
import { rangeOf } from "./rangeArgument";
import type { RangeTarget } from "./registry";

/** The cells of an area that hold formulas, as stretches of each column. */
function formulaCells(book: Book, sheet: string, area: BookArea): readonly BookArea[] {
  const cells = worksheetOf(book, sheet).getSheet().getCellMatrix();
  const found: BookArea[] = [];
  for (let column = area.column; column < area.column + area.columns; column++) {
    let from = -1;
    for (let row = area.row; row <= area.row + area.rows; row++) {
      const cell = row < area.row + area.rows ? cells.getValue(row, column) : null;
      const holds = Boolean(cell && (cell.f || cell.si));
      if (holds && from < 0) from = row;
      if (holds || from < 0) continue;
      found.push({ row: from, column, rows: row - from, columns: 1 });
      from = -1;
    }
  }
  return found;
}

function usedIn(target: RangeTarget, valuesOnly: boolean): HostObject | null {
  const { book, sheet, area } = target;
  const used = usedArea(book, sheet, valuesOnly, book.behaviour.usedCells === "ofRange" ? area : undefined);
  const common = used && intersect(used, area);
  return common && rangeOf(book, sheet, common);
}

/** Cells of a range that are used, merged or hold formulas. */
export const specialCellMethods: Methods<RangeTarget> = {
  GetUsedRange: {
    since: "1.1",
    call: (target, [valuesOnly]) => {
      const used = usedIn(target, flag(valuesOnly));
      if (!used) throw itemNotFound();
      return used;
    },
  },
  GetUsedRangeOrNullObject: { since: "1.4", call: (target, [valuesOnly]) => usedIn(target, flag(valuesOnly)) },
  GetMergedAreasOrNullObject: {
    since: "1.13",
    call: ({ book, sheet, area }) => {
      const merges = worksheetOf(book, sheet)
        .getMergedRanges()
        .map((merge) => fromRange(merge.getRange()));
      const told =
        book.behaviour.mergedAreas === "corner" ? merges.map((merge) => ({ ...merge, rows: 1, columns: 1 })) : merges;
      const areas = told.filter((merge) => intersect(merge, area));
      return areas.length > 0 ? rangeAreasClass.of({ book, sheet, areas }) : null;
    },
  },
  GetSpecialCellsOrNullObject: {
    since: "1.9",
    call: ({ book, sheet, area }, [cellType]) => {
      if (optionalText(cellType) !== "Formulas")
        throw new HostError("NotImplemented", "The workbench looks for cells with formulas only.", 501);
      // Excel takes a single cell for the whole sheet.
      const where = cellsIn(area) === 1 ? usedArea(book, sheet, true) : area;
      const areas = where ? formulaCells(book, sheet, where) : [];
      return areas.length > 0 ? rangeAreasClass.of({ book, sheet, areas }) : null;
    },
  },
};
