import { IDefinedNamesService, SetDefinedNameMutation } from "@univerjs/engine-formula";
import type { Book } from "./book";
import { changeCells, formulaAt } from "./cells";
import type { CellChanges } from "./cells";

/** Replaces formula texts throughout the workbook, defined names included. Nobody is told: no value changes. */
export function rewriteFormulas(book: Book, rewrite: (formula: string) => string): void {
  const { engine } = book;
  // The rows of a table have one formula.
  const rewritten = new Map<string, string>();
  for (const worksheet of engine.workbook.getSheets()) {
    const changes: CellChanges = {};
    worksheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const formula = cell && formulaAt(book, worksheet.getSheetId(), row, column, cell);
        if (!formula) return;
        const next = rewritten.get(formula) ?? rewrite(formula);
        rewritten.set(formula, next);
        if (next !== formula) (changes[row] ??= {})[column] = { f: next, si: null };
      });
    if (Object.keys(changes).length > 0) engine.as("loader", () => changeCells(book, worksheet.getSheetId(), changes));
  }
  const names = engine.injector.get(IDefinedNamesService).getDefinedNameMap(engine.unitId) ?? {};
  for (const item of Object.values(names)) {
    const next = rewrite(item.formulaOrRefString);
    if (next !== item.formulaOrRefString)
      engine.run(SetDefinedNameMutation.id, { ...item, unitId: engine.unitId, formulaOrRefString: next });
  }
}
