import { intersect } from "../../domain/workbook/area";
import { SetRangeValuesCommand } from "@univerjs/preset-sheets-core";
import type { ICellData } from "@univerjs/presets";
import type { BookArea } from "../data/bookData";
import { shiftFormula } from "../data/formulaShift";
import type { Book } from "./book";
import { formulaAt } from "./cells";
import { sheetParams, toRange, worksheetOf } from "./grid";
import { addHighlight, clearHighlights, highlightsOf } from "./highlights";
import { clearValidation, setValidation, validationsOf } from "./validations";

/** Formulas count from the first cell of an area: with another first cell they read differently. */
function moved(formula: string | null, from: BookArea, to: BookArea): string | null {
  return formula === null || !formula.startsWith("=")
    ? formula
    : shiftFormula(formula, to.row - from.row, to.column - from.column);
}

function pasteOnce(book: Book, sheet: string, from: BookArea, to: BookArea): void {
  const matrix = worksheetOf(book, sheet).getSheet().getCellMatrix();
  const cells = Array.from({ length: from.rows }, (_, row) =>
    Array.from({ length: from.columns }, (__, column): ICellData => {
      const cell = matrix.getValue(from.row + row, from.column + column);
      const formula = cell ? formulaAt(book, sheet, from.row + row, from.column + column, cell) : null;
      return formula === null
        ? { f: null, v: cell?.v ?? null, t: cell?.t ?? null }
        : { f: shiftFormula(formula, to.row - from.row, to.column - from.column), v: null };
    }),
  );
  const rules = validationsOf(book, sheet);
  const formats = highlightsOf(book, sheet);
  const range = toRange(to);
  book.engine.run(SetRangeValuesCommand.id, { ...sheetParams(book, sheet), range, value: cells });
  clearValidation(book, sheet, to);
  clearHighlights(book, sheet, to);
  const placeOf = (part: BookArea): BookArea => ({
    ...part,
    row: part.row + to.row - from.row,
    column: part.column + to.column - from.column,
  });
  for (const { data } of rules) {
    const [first] = data.areas;
    for (const area of data.areas) {
      const part = intersect(area, from);
      if (!part || !first) continue;
      const [formula1, formula2] = [data.formula1, data.formula2].map((each) => moved(each, first, placeOf(part)));
      const copied = { ...data, formula1: formula1 ?? null, formula2: formula2 ?? null };
      setValidation(book, sheet, { ...copied, areas: [placeOf(part)], original: null });
    }
  }
  // The last one first: the grid puts each new rule on top.
  for (const format of [...formats].reverse()) {
    const [first] = format.areas;
    for (const area of format.areas) {
      const part = intersect(area, from);
      if (!part || !first || format.type !== "expression") continue;
      const copied = { ...format, areas: [placeOf(part)], formula: moved(format.formula, first, placeOf(part)) };
      book.copiedHighlights.add(addHighlight(book, sheet, copied, "first"));
    }
  }
}

/**
 * A person's paste: contents, validations and conditional formats of a range over another one, as often as it fits. What stood
 * there loses its rules; each copied conditional format becomes a rule of its own, so that rules come to be in pieces.
 */
export function paste(book: Book, sheet: string, from: BookArea, to: BookArea): void {
  const times = (have: number, want: number) => Math.max(1, Math.floor(have / want));
  book.engine.as("person", () => {
    for (let down = 0; down < times(to.rows, from.rows); down += 1) {
      for (let right = 0; right < times(to.columns, from.columns); right += 1) {
        const target = { ...from, row: to.row + down * from.rows, column: to.column + right * from.columns };
        pasteOnce(book, sheet, from, target);
      }
    }
  });
}
