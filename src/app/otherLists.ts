import { listLikeness } from "../domain/followUps/look/likeness";
import type { BookSnapshot } from "../domain/workbook/snapshot";
import { succeed, type Result } from "./fault";
import type { WorkbookPort } from "./ports";

/** A sheet that holds a list, as far as its top rows tell. */
export interface SheetList {
  readonly sheet: string;
  /** About how many rows it has. */
  readonly rows: number;
}

/** Sheets that are looked at: more are no list of customers but a year of months. */
const mostSheets = 30;

/** The visible sheets of a workbook that look like a list. One round trip, and none for a workbook of one sheet. */
export async function listsIn(port: WorkbookPort, { sheets }: BookSnapshot): Promise<Result<readonly SheetList[]>> {
  const visible = sheets.filter(({ visibility }) => visibility === "visible");
  if (visible.length < 2) return succeed([]);
  const tops = await port.readTops(visible.slice(0, mostSheets).map(({ name }) => name));
  if (!tops.ok) return tops;
  return succeed(
    tops.value.flatMap(({ sheet, values, lastRow }) => {
      const likeness = listLikeness(values);
      return likeness ? [{ sheet, rows: Math.max(likeness.rows, lastRow - 1) }] : [];
    }),
  );
}
