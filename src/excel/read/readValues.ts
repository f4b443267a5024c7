import { fail, succeed, type Result } from "../../app/fault";
import type { CellValue } from "../../domain/values/value";
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

/** The value of each defined name's cell. Names that are missing, or stand for anything but one cell, are left out. */
export function readNamed(names: readonly string[]): Promise<Result<ReadonlyMap<string, CellValue>>> {
  return runRead(async (context) => {
    const items = names.map((name) => {
      const item = context.workbook.names.getItemOrNullObject(name);
      item.load("name");
      return { name, item };
    });
    await context.sync();
    const ranges = items
      .filter(({ item }) => !item.isNullObject)
      .map(({ name, item }) => {
        const range = item.getRangeOrNullObject().untrack();
        range.load("values");
        return { name, range };
      });
    await context.sync();
    const values = new Map<string, CellValue>();
    for (const { name, range } of ranges) {
      const value = range.isNullObject ? undefined : readGrid(range.values, { rows: 1, columns: 1 })?.[0]?.[0];
      if (value !== undefined) values.set(name, value);
    }
    return succeed(values);
  });
}
