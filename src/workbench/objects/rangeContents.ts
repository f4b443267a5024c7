import { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { ICellData } from "@univerjs/presets";
import { cellAt, cellValue, changeCells, changeStyles, formulaAt } from "../book/cells";
import type { CellChanges } from "../book/cells";
import { ensureSize, gridPart, worksheetOf } from "../book/grid";
import { clearHighlights } from "../book/highlights";
import { clearValidation } from "../book/validations";
import { HostError, invalidArgument } from "../protocol/hostError";
import type { Methods } from "../protocol/hostObject";
import { optionalText } from "./arguments";
import { rangeArgument } from "./rangeArgument";
import { readCells } from "./rangeValues";
import type { RangeTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

/** Copies formulas (or the values of cells without one), moving relative references as Excel does. */
function copyFormulas(target: RangeTarget, source: RangeTarget): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const lexer = book.engine.injector.get(LexerTreeBuilder);
  const cells = readCells(source, (cell, row, column) => ({ cell, row, column }));
  if (!cells) throw invalidArgument();
  ensureSize(book, sheet, area);
  // A source that is larger than the target is copied whole; a smaller one is repeated.
  const rows = Math.max(area.rows, source.area.rows);
  const columns = Math.max(area.columns, source.area.columns);
  const moved = new Map<string, string>();
  const changes: CellChanges = {};
  for (let row = 0; row < rows; row++) {
    const line: Record<number, ICellData> = {};
    for (let column = 0; column < columns; column++) {
      const from = cells[row % source.area.rows]?.[column % source.area.columns];
      if (!from) continue;
      const formula = from.cell ? formulaAt(book, source.sheet, from.row, from.column, from.cell) : null;
      const to = area.column + column;
      if (formula === null) {
        line[to] = { f: null, si: null, p: null, v: from.cell?.v ?? null, t: from.cell?.t ?? null };
        continue;
      }
      const across = to - from.column;
      const down = area.row + row - from.row;
      const key = `${across},${down},${formula}`;
      const text = moved.get(key) ?? lexer.moveFormulaRefOffset(formula, across, down);
      moved.set(key, text);
      const there = cellAt(book, sheet, area.row + row, to);
      if (there && formulaAt(book, sheet, area.row + row, to, there) === text) continue;
      line[to] = { f: text, si: null, p: null, v: null };
    }
    if (Object.keys(line).length > 0) changes[area.row + row] = line;
  }
  if (Object.keys(changes).length === 0) return;
  book.engine.as("addin", () => changeCells(book, sheet, changes));
}

function clear(target: RangeTarget, applyTo: string): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const contents = applyTo === "All" || applyTo === "Contents";
  const formats = applyTo === "All" || applyTo === "Formats";
  if (!contents && !formats) throw invalidArgument();
  const part = gridPart(book, sheet, area);
  const matrix = worksheetOf(book, sheet).getSheet().getCellMatrix();
  const changes: CellChanges = {};
  for (let row = part.row; row < part.row + part.rows; row++) {
    const line: Record<number, ICellData> = {};
    for (let column = part.column; column < part.column + part.columns; column++) {
      const cell = matrix.getValue(row, column);
      const holds = cell && (formats || cell.f || cell.si || cellValue(cell) !== "");
      if (!holds) continue;
      line[column] = { ...(contents ? { f: null, si: null, p: null, v: null } : {}), ...(formats ? { s: null } : {}) };
    }
    if (Object.keys(line).length > 0) changes[row] = line;
  }
  book.engine.as("addin", () => {
    if (Object.keys(changes).length > 0) (contents ? changeCells : changeStyles)(book, sheet, changes);
    if (formats) clearHighlights(book, sheet, area);
    if (applyTo === "All") clearValidation(book, sheet, area);
  });
}

/** Copying cells and clearing them. */
export const contentMethods: Methods<RangeTarget> = {
  CopyFrom: {
    since: "1.9",
    call: (target, [source, copyType]) => {
      const type = optionalText(copyType) ?? "All";
      if (type !== "Formulas")
        throw new HostError("NotImplemented", `The workbench copies formulas only, not ${type}.`, 501);
      copyFormulas(target, rangeArgument(target.book, target.sheet, source));
    },
  },
  Clear: { since: "1.1", call: (target, [applyTo]) => clear(target, optionalText(applyTo) ?? "All") },
};
