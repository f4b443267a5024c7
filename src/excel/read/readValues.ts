import { fail, succeed, type Result } from "../../app/fault";
import type { ValueGrid } from "../../domain/workbook/snapshot";
import type { Area } from "../../domain/workbook/area";
import { rangeOf, readGrid } from "../parts/grid";
import { runRead } from "../run";

/** Values of one rectangle. One round trip. */
export function readValues(sheet: string, area: Area): Promise<Result<ValueGrid>> {
  return runRead(async (context) => {
    const range = rangeOf(context.workbook.worksheets.getItem(sheet), area);
    range.load("values");
    await context.sync();
    const values = readGrid(range.values, area);
    return values ? succeed({ sheet, area, values }) : fail({ code: "tooLarge" });
  });
}
