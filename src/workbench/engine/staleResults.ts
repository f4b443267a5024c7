import { SetFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import type { ICommandService } from "@univerjs/presets";

const moving: ReadonlySet<string> = new Set([
  "sheet.mutation.insert-row",
  "sheet.mutation.remove-rows",
  "sheet.mutation.insert-col",
  "sheet.mutation.remove-col",
  "sheet.mutation.move-range",
  "sheet.mutation.move-rows",
  "sheet.mutation.move-columns",
  "sheet.mutation.reorder-range",
  "sheet.mutation.remove-sheet",
]);

/** True for a mutation after which a cell stands elsewhere. */
export const movesCells = (mutation: string): boolean => moving.has(mutation);

/**
 * Story: the grid calculates in slices and writes the results to where the formulas stood when it began. When rows are
 * deleted in between, a result lands in the cell below the table, as a value that nobody wrote and that keeps the table
 * from growing; or over a value that somebody typed. Results of a calculation during which cells moved are thrown away,
 * and all is calculated anew.
 */
export function dropStaleResults(commands: ICommandService, recalculate: () => void): void {
  let moved = false;
  let started = false;
  commands.onCommandExecuted((info) => {
    if (info.id === SetFormulaCalculationStartMutation.id) {
      started = true;
      moved = false;
    } else if (started && movesCells(info.id)) {
      moved = true;
    }
  });
  commands.beforeCommandExecuted((info, options) => {
    if (!moved || !options?.applyFormulaCalculationResult) return;
    const params: unknown = info.params;
    const cells: unknown =
      typeof params === "object" && params !== null && "cellValue" in params ? params.cellValue : null;
    if (typeof cells !== "object" || cells === null) return;
    for (const row of Object.keys(cells)) Reflect.deleteProperty(cells, row);
    recalculate();
  });
}
