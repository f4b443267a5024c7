import {
  ownerLinesOf,
  isValuesBlock,
  planValues,
  summaryValuesName,
  valueCells,
  valueLines,
} from "../../domain/summary/summaryValues";
import { placeOfName } from "../../domain/workbook/namedCells";
import { workbookText } from "../../domain/schema/workbookText";
import { succeed } from "../fault";
import type { Progress, WorkbookPort } from "../ports";
import { transact } from "../transaction";
import type { Numbers } from "./work";

/** What is known of the block before it is written. */
interface Standing {
  /** What stood there after the last time: where the numbers come to the same, Excel is not asked. */
  readonly standing: string | null;
  /** Whether a later day in it gives way. Else it is another pane's, which has seen a day that this one has not. */
  readonly mayGoBack: boolean;
}

/**
 * Writes the Summary's values anew where they differ from the numbers: one look, and at most one small write. Where Excel
 * takes no change now (a protected sheet, a cell that is being edited) they stay, with the day they were calculated for.
 * @returns what stands there now; null where that is not known
 */
export async function refreshSummary(
  port: WorkbookPort,
  numbers: Numbers,
  { standing, mayGoBack }: Standing,
  progress: Progress,
): Promise<string | null> {
  const { subject, measures, schema, today } = numbers;
  const { book, installed } = subject.reading;
  const place = placeOfName(book, summaryValuesName);
  const sheet = book.sheets.find(({ name }) => name === place?.sheet);
  if (!installed || !place || !sheet || sheet.protected || book.readOnly) return null;
  const text = workbookText[subject.language];
  const { owners } = ownerLinesOf(schema);
  // The block that stands may have more or fewer lines of owners than there are by now: it is laid out by a set-up.
  const others = valueCells(text, valueLines(measures, text, { owners, lines: 0 }), today).length;
  const lines = { owners, lines: Math.max(0, place.area.rows - others) };
  const cells = valueCells(text, valueLines(measures, text, lines), today);
  const wanted = JSON.stringify([place, cells]);
  if (wanted === standing) return standing;
  const stands = await transact(
    port,
    {
      read: async () => {
        const known = await port.readValues(place.sheet, place.area);
        if (!known.ok || isValuesBlock(known.value, cells)) return known;
        // Rows that somebody put in above have moved it since the workbook was read.
        const now = await port.readWorkbook(() => [], progress);
        const moved = now.ok ? placeOfName(now.value.book, summaryValuesName) : null;
        return moved ? port.readValues(moved.sheet, moved.area) : known;
      },
      plan: (now) => {
        const day = now.values[0]?.at(-1);
        const isLater = !mayGoBack && typeof day === "number" && day > today;
        const write = isLater ? null : planValues(now, cells);
        return succeed({ actions: write ? [write] : [] });
      },
      // Nobody asked for it, so nobody hears of it; and no finding depends on the Summary.
      tell: () => undefined,
      checkAgain: () => undefined,
    },
    progress,
  );
  return stands ? wanted : null;
}
