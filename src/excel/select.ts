import { succeed, type Result } from "../app/fault";
import type { Area } from "../domain/sheet/area";
import { rangeOf } from "./grid";
import { runCommand } from "./run";

/** Opens the sheet and selects the cells; waits until a cell that is being edited is finished. */
export function select(sheet: string, area: Area): Promise<Result<void>> {
  return runCommand(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    rangeOf(worksheet, area).select();
    await context.sync();
    return succeed(undefined);
  });
}
