import { succeed, type Result } from "../app/fault";
import type { Area } from "../domain/workbook/area";
import { askArea, rangeOf } from "./parts/grid";
import { runCommand, runRead } from "./run";

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

/** Sheet and place of what is selected; of several areas the first. */
export function readSelection(): Promise<Result<{ readonly sheet: string; readonly area: Area }>> {
  return runRead(async (context) => {
    const range = context.workbook.getSelectedRange().untrack();
    const area = askArea(range);
    range.worksheet.load("name");
    await context.sync();
    return succeed({ sheet: range.worksheet.name, area: area() });
  });
}
