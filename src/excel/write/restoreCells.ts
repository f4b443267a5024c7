import { isFormula, type CellInput, type CellValue } from "../../domain/values/value";
import { rangeOf, readGrid } from "../parts/grid";
import { cellContent } from "./rowsByKey";
import type { Step } from "./step";
import type { Settle } from "./tableRows";

/** The formula that a cell is to hold; null for one that holds a value. */
function formulaOf(cell: CellInput): string | null {
  return isFormula(cell) ? cell.formula : null;
}

/**
 * Puts cells of a table back in which each row has a formula of its own. Where Excel fills formulas in tables it makes one
 * calculated column of formulas that come into blank cells, but not of cells that hold something: so each gets a number first,
 * then the formulas come, then the rest. Whether Excel left them as they are is looked at, for nothing promises it.
 */
export function restoreCells(
  sheet: Excel.Worksheet,
  { area, cells }: Extract<Step, { readonly kind: "restoreCells" }>,
): Settle {
  const write = (contentOf: (cell: CellInput) => CellValue | null) => {
    rangeOf(sheet, area).formulas = cells.map((row) => row.map(contentOf));
  };
  write(() => 0);
  write(formulaOf);
  write((cell) => (formulaOf(cell) === null ? cellContent(cell) : null));
  const range = rangeOf(sheet, area);
  range.load("formulas");
  return () => {
    const now = readGrid(range.formulas, area);
    const isBack = cells.every((row, r) =>
      row.every((cell, c) => formulaOf(cell) === null || formulaOf(cell) === now?.[r]?.[c]),
    );
    return isBack
      ? null
      : { fault: { code: "unexpected", detail: "Excel filled a column with one formula" }, hits: [] };
  };
}
