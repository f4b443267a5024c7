import { IDefinedNamesService, SetDefinedNameMutation } from "@univerjs/engine-formula";
import type { TableColumnData } from "../data/bookData";
import type { Book } from "./book";
import { changeCells, formulaAt } from "./cells";
import type { CellChanges } from "./cells";

/** Replaces formula texts throughout the workbook, defined names and the formulas of tables' columns included. Nobody is told: no value changes. */
export function rewriteFormulas(book: Book, rewrite: (formula: string) => string): void {
  // The rows of a table have one formula.
  const rewritten = new Map<string, string>();
  rewriteFormulasByRow(book, (formula) => {
    const next = rewritten.get(formula) ?? rewrite(formula);
    rewritten.set(formula, next);
    return next;
  });
  for (const state of book.tables.values()) {
    const columns = [...state.columns].map(([name, data]): [string, TableColumnData] => [
      name,
      data.formula === undefined ? data : { ...data, formula: rewrite(data.formula) },
    ]);
    state.columns = new Map(columns);
  }
}

/** Replaces formula texts in cells and names. What becomes of one may depend on its row; a name has none. */
export function rewriteFormulasByRow(book: Book, rewrite: (formula: string, row: number | null) => string): void {
  const { engine } = book;
  for (const worksheet of engine.workbook.getSheets()) {
    const changes: CellChanges = {};
    worksheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const formula = cell && formulaAt(book, worksheet.getSheetId(), row, column, cell);
        if (!formula) return;
        const next = rewrite(formula, row);
        if (next !== formula) (changes[row] ??= {})[column] = { f: next, si: null };
      });
    if (Object.keys(changes).length > 0) engine.as("loader", () => changeCells(book, worksheet.getSheetId(), changes));
  }
  const names = engine.injector.get(IDefinedNamesService).getDefinedNameMap(engine.unitId) ?? {};
  for (const item of Object.values(names)) {
    const next = rewrite(item.formulaOrRefString, null);
    if (next !== item.formulaOrRefString)
      engine.run(SetDefinedNameMutation.id, { ...item, unitId: engine.unitId, formulaOrRefString: next });
  }
}
