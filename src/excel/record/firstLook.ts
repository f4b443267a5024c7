import { succeed, type Result } from "../../app/fault";
import { askBook, askTableAreas } from "../read/bookFacts";
import { runRead } from "../run";

/** Asks how far a sheet is used, and for its first and last row: enough to make one like it. */
function askSheet(sheet: Excel.Worksheet): void {
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load("address,rowIndex,columnIndex,rowCount,columnCount");
  const first = used.getRow(0).untrack();
  first.load("formulas");
  const last = used.getLastRow().untrack();
  last.load("formulas,numberFormat");
}

/**
 * Asks for what a workbook is made of, so that it stands at the beginning of a record: whoever replays it can make a workbook like
 * it. Nobody reads the answers here.
 */
export function lookForRecord(): Promise<Result<void>> {
  return runRead(async (context) => {
    const facts = askBook(context);
    await context.sync();
    const { sheets, tables } = facts();
    for (const { name } of sheets) askSheet(context.workbook.worksheets.getItem(name));
    askTableAreas(
      context,
      tables.map(({ name }) => name),
    );
    await context.sync();
    return succeed(undefined);
  });
}
