import { succeed, type Result } from "../../app/fault";
import type { SheetTop } from "../../app/ports";
import { askArea, rangeOf, readGrid } from "../parts/grid";
import { runRead } from "../run";

/** What of each sheet is read: enough to see whether a list begins there. */
const top = { row: 0, column: 0, rows: 40, columns: 40 } as const;

/** The top rows of these sheets, and how far each is used. One round trip for all of them. */
export function readTops(sheets: readonly string[]): Promise<Result<readonly SheetTop[]>> {
  return runRead(async (context) => {
    const asked = sheets.map((name) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const used = sheet.getUsedRangeOrNullObject(true).untrack();
      const area = askArea(used);
      const range = rangeOf(sheet, top);
      range.load("values");
      return { name, used, area, range };
    });
    await context.sync();
    return succeed(
      asked.flatMap(({ name, used, area, range }): readonly SheetTop[] => {
        const values = used.isNullObject ? null : readGrid(range.values, top);
        if (!values) return [];
        const { row, rows } = area();
        return [{ sheet: name, values, lastRow: row + rows }];
      }),
    );
  });
}
