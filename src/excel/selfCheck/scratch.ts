import { fail, succeed, type Result } from "../../app/fault";
import { faultOf, readError } from "../faults";
import { rangeOf } from "../parts/grid";
import { runCommand } from "../run";

/** Title of the scratch sheet. */
export const scratchTitle = "FU_SelfCheck";
/** In its first cell: by this a later run knows that the sheet may be deleted. */
const mark =
  "跟进表 · 检查 Excel 用的临时表，可以删除 / Follow-up Sheet: scratch sheet of the self-check, may be deleted";

/** Rows of the scratch sheet that belong to one probe. */
export interface Place {
  readonly sheet: Excel.Worksheet;
  /** The first of them, zero-based. */
  readonly top: number;
}

/** Cells of a place. Asked for anew in each request: Excel lets go of a range with the request that named it. */
export function cells({ sheet, top }: Place, row: number, column: number, rows = 1, columns = 1): Excel.Range {
  return rangeOf(sheet, { row: top + row, column, rows, columns });
}

/** Runs a part of a probe as a request of its own, when the cell that is being edited is finished. */
export function onScratch<T>(
  top: number,
  work: (place: Place, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return Excel.run({ delayForCellEdit: true }, (context) =>
    work({ sheet: context.workbook.worksheets.getItem(scratchTitle), top }, context),
  );
}

/** Carries out writes in a request of their own. */
export function write(top: number, work: (place: Place) => void): Promise<void> {
  return onScratch(top, async (place, context) => {
    work(place);
    await context.sync();
  });
}

/** Carries out writes that Excel may refuse; gives the code of the refusal, or null. What says nothing of the write is thrown on. */
export async function refusalOf(top: number, work: (place: Place) => void): Promise<string | null> {
  try {
    await write(top, work);
    return null;
  } catch (thrown) {
    const error = readError(thrown);
    const { code } = faultOf(error);
    if (code === "unsupported" || code === "cellEdit" || code === "lost") throw thrown;
    return error.code;
  }
}

/** The sheet of that title: ours, somebody else's, or none. */
async function find(context: Excel.RequestContext): Promise<"ours" | "taken" | "none"> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(scratchTitle);
  sheet.load("name");
  await context.sync();
  if (sheet.isNullObject) return "none";
  const first = sheet.getRange("A1").untrack();
  first.load("values");
  await context.sync();
  return first.values[0]?.[0] === mark ? "ours" : "taken";
}

/** Takes away what an earlier run left, and adds the sheet anew with its mark. The open sheet stays open. */
export function openScratch(): Promise<Result<"opened" | "taken">> {
  return runCommand(async (context) => {
    const { workbook } = context;
    workbook.load("readOnly");
    const found = await find(context);
    if (workbook.readOnly) return fail({ code: "readOnly" });
    if (found === "taken") return succeed("taken");
    const { worksheets } = workbook;
    if (found === "ours") worksheets.getItem(scratchTitle).delete();
    const sheet = worksheets.add(scratchTitle);
    sheet.getRange("A1").untrack().values = [[mark]];
    await context.sync();
    return succeed("opened");
  });
}

/**
 * Takes the sheet away.
 * @param before title of a sheet to open first, where the scratch sheet was opened for a person
 */
export function closeScratch(before: string | null): Promise<Result<void>> {
  return runCommand(async (context) => {
    if (before !== null) {
      const sheet = context.workbook.worksheets.getItemOrNullObject(before);
      sheet.load("name");
      await context.sync();
      if (!sheet.isNullObject) sheet.activate();
    }
    if ((await find(context)) === "ours") context.workbook.worksheets.getItem(scratchTitle).delete();
    await context.sync();
    return succeed(undefined);
  });
}
