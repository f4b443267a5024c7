import { fail, succeed, type Result } from "../../app/fault";
import type { ValueGrid } from "../../domain/workbook/snapshot";
import type { Area } from "../../domain/workbook/area";
import { rangeOf, readGrid } from "../parts/grid";
import { runRead } from "../run";
import type { ErrorTexts } from "./errorTexts";

/** Values of one rectangle. One round trip, and one more where it holds a text that may be an error and is met for the first time. */
export function readValues(sheet: string, area: Area, knowErrors: ErrorTexts): Promise<Result<ValueGrid>> {
  return runRead(async (context) => {
    const range = rangeOf(context.workbook.worksheets.getItem(sheet), area);
    range.load("values");
    await context.sync();
    const values = readGrid(range.values, area);
    const [grid] = values ? await knowErrors(context, [{ sheet, area, values }]) : [];
    return grid ? succeed(grid) : fail({ code: "tooLarge" });
  });
}
