import { columnLetters, sheetLimits } from "../../domain/workbook/area";

/** Pieces of a formula that hold no reference of their own: texts, quoted sheet names, structured references, then the rest. */
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:'[^]|[^'[\]])*\]|[^"'[]+|[^]/g;
const reference =
  /(?<![A-Za-z0-9_.\\\u0080-\uffff$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![A-Za-z0-9_.(\u0080-\uffff])/g;

function columnOf(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/**
 * A formula as it reads after being filled `rows` down and `columns` to the right: relative references move, those with `$` stay.
 * Shared formulas of a file hold only their first text; the others are this.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const shifted = (piece: string): string =>
    piece.replace(reference, (whole, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
      const column = columnOf(letters) + (fixedColumn === "" ? columns : 0);
      const row = Number(digits) - 1 + (fixedRow === "" ? rows : 0);
      if (columnOf(letters) >= sheetLimits.columns || Number(digits) > sheetLimits.rows) return whole;
      if (column < 0 || row < 0 || column >= sheetLimits.columns || row >= sheetLimits.rows) return "#REF!";
      return `${fixedColumn}${columnLetters(column)}${fixedRow}${row + 1}`;
    });
  let result = "";
  for (const [piece] of formula.matchAll(pieces)) {
    result += /^["'[]/.test(piece) ? piece : shifted(piece);
  }
  return result;
}
