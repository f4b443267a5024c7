import { planValues, summaryValuesName, valueCells, valueLines } from "../../domain/summary/summaryValues";
import { placeOfName } from "../../domain/workbook/namedCells";
import { workbookText } from "../../domain/schema/workbookText";
import { succeed } from "../fault";
import type { Progress, WorkbookPort } from "../ports";
import { transact } from "../transaction";
import type { Numbers } from "./work";

/**
 * Writes the Summary's values anew where they differ from the numbers: one look, and at most one small write. Where Excel
 * takes no change now (a protected sheet, a cell that is being edited) they stay, with the day they were calculated for.
 */
export async function refreshSummary(port: WorkbookPort, numbers: Numbers, progress: Progress): Promise<void> {
  const { subject, measures, today } = numbers;
  const { book, installed } = subject.reading;
  const place = placeOfName(book, summaryValuesName);
  const sheet = book.sheets.find(({ name }) => name === place?.sheet);
  if (!installed || !place || !sheet || sheet.protected || book.readOnly) return;
  const text = workbookText[subject.language];
  await transact(
    port,
    {
      read: () => port.readValues(place.sheet, place.area),
      plan: (now) => {
        const write = planValues(now, valueCells(text, valueLines(measures, text), today));
        return succeed({ actions: write ? [write] : [] });
      },
      // Nobody asked for it, so nobody hears of it; and no finding depends on the Summary.
      tell: () => undefined,
      checkAgain: () => undefined,
    },
    progress,
  );
}
