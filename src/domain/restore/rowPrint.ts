import { isFormula, type CellInput } from "../values/value";
import { hashOf } from "./print";

/**
 * What tells whether people have changed a row of the list that we put there. Formulas are the table's, and columns may have changed places
 * since.
 * @param cells one for each header
 */
export function rowPrint(headers: readonly string[], cells: readonly CellInput[]): string {
  const filled = headers.flatMap((header, offset): readonly string[] => {
    const cell = cells[offset] ?? "";
    return cell === "" || isFormula(cell) ? [] : [JSON.stringify([header, cell])];
  });
  return hashOf(filled.sort().join("\n"));
}
