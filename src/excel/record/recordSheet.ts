import { succeed, type Result } from "../../app/fault";
import { chunksOfRecord, isRecordTitle, recordSheet, recordTitle } from "../../domain/record/sheet";
import { runCommand } from "../run";

/** The sheet of that name: ours, somebody else's, or none. */
type Found = { readonly kind: "none" | "foreign" } | { readonly kind: "ours"; readonly sheet: Excel.Worksheet };

async function find(context: Excel.RequestContext): Promise<Found> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(recordSheet);
  const title = sheet.getRange("A1").untrack();
  sheet.load("name");
  title.load("values");
  await context.sync();
  if (sheet.isNullObject) return { kind: "none" };
  return isRecordTitle(title.values[0]?.[0]) ? { kind: "ours", sheet } : { kind: "foreign" };
}

/** Writes a record into a hidden sheet of its own, in place of an earlier one. A sheet of the same name that is not ours stays. */
export function saveRecord(text: string): Promise<Result<"saved" | "foreign">> {
  return runCommand(async (context) => {
    const found = await find(context);
    if (found.kind === "foreign") return succeed("foreign");
    const sheet = found.kind === "ours" ? found.sheet : context.workbook.worksheets.add(recordSheet);
    if (found.kind === "ours") sheet.getRange().untrack().clear("Contents");
    const cells = [recordTitle, ...chunksOfRecord(text)].map((cell) => [cell]);
    sheet.getRangeByIndexes(0, 0, cells.length, 1).untrack().values = cells;
    sheet.visibility = "Hidden";
    await context.sync();
    return succeed("saved");
  });
}

/** Deletes the sheet with the record, if it is ours. */
export function deleteRecord(): Promise<Result<"deleted" | "none" | "foreign">> {
  return runCommand(async (context) => {
    const found = await find(context);
    if (found.kind !== "ours") return succeed(found.kind);
    found.sheet.delete();
    await context.sync();
    return succeed("deleted");
  });
}
