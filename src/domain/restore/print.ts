import { todayName } from "../schema/settingsNames";
import { summaryPlace } from "../summary/planSummary";
import type { CellInput, CellValue } from "../values/value";
import type { Action } from "../workbook/action";
import { intersect } from "../workbook/area";
import { canonicalFormula } from "../workbook/formulaText";
import { placeOfName } from "../workbook/namedCells";
import type { BookSnapshot, FormulaGrid } from "../workbook/snapshot";

/** Cells by `row,column`, as they are written or read. */
type Cells = ReadonlyMap<string, CellInput>;

/** A number for a text that changes with it; two texts have the same by a chance of one in four thousand million. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
}

function spelled(cell: CellInput): string {
  if (typeof cell === "object") return cell ? canonicalFormula(cell.formula) : "";
  return typeof cell === "string" && cell.startsWith("=") ? canonicalFormula(cell) : String(cell);
}

function hashOfCells(cells: Cells): string {
  const lines = [...cells].flatMap(([at, cell]) => (cell === "" || cell === null ? [] : [`${at}:${spelled(cell)}`]));
  return hashOf(lines.sort().join("\n"));
}

/** Cells that writes leave on a sheet. */
export function writtenCells(sheet: string, actions: readonly Action[], before: Cells = new Map()): Cells {
  const cells = new Map(before);
  for (const action of actions) {
    if (action.kind === "fillFormula" && action.sheet === sheet)
      for (let row = 0; row < action.area.rows; row += 1)
        cells.set(`${action.area.row + row},${action.area.column}`, { formula: action.formula });
    if (action.kind !== "writeCells" || action.sheet !== sheet) continue;
    action.cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell !== null) cells.set(`${action.area.row + r},${action.area.column + c}`, cell);
      }),
    );
  }
  return cells;
}

export function cellsOf({ area, formulas }: Pick<FormulaGrid, "area" | "formulas">): Cells {
  return new Map(
    formulas.flatMap((row, r) =>
      row.map((cell, c): [string, CellValue] => [`${area.row + r},${area.column + c}`, cell]),
    ),
  );
}

/**
 * What tells whether people have changed a sheet of ours. The review day, which the pane sets, and what the Summary holds as values,
 * which follow the list, are no changes of theirs.
 */
export function printOf(book: BookSnapshot, sheet: string, cells: Cells): string {
  const summary = summaryPlace(book);
  const today = placeOfName(book, todayName);
  const counts = (at: string, cell: CellInput): boolean => {
    const [row = 0, column = 0] = at.split(",").map(Number);
    const place = { row, column, rows: 1, columns: 1 };
    if (today?.sheet === sheet && intersect(today.area, place)) return false;
    if (summary?.sheet !== sheet || !intersect(summary.area, place)) return true;
    return spelled(cell).startsWith("=");
  };
  return hashOfCells(new Map([...cells].filter(([at, cell]) => counts(at, cell))));
}
