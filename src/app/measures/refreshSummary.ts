import { planValues, summaryValuesName, valueCells, valueLines } from "../../domain/summary/summaryValues";
import { parseReference } from "../../domain/workbook/reference";
import { workbookText } from "../../domain/schema/workbookText";
import type { Numbers } from "./session";
import type { Progress, WorkbookPort } from "../ports";

/**
 * Writes the Summary's values anew where they differ from the numbers: one look, and at most one small write. Where Excel
 * takes no change now (a protected sheet, a cell that is being edited) they stay, with the day they were calculated for.
 */
export async function refreshSummary(port: WorkbookPort, numbers: Numbers, progress: Progress): Promise<void> {
  const { subject, measures, today } = numbers;
  const { book, installed } = subject.reading;
  const place = parseReference(book.names.find(({ name }) => name === summaryValuesName)?.formula ?? "");
  const sheet = book.sheets.find(({ name }) => name === place?.sheet);
  if (!installed || !place || !sheet || sheet.protected || book.readOnly) return;
  const now = await port.readValues(place.sheet, place.area);
  if (!now.ok) return;
  const words = workbookText[subject.language];
  const write = planValues(now.value, valueCells(words, valueLines(measures, words), today));
  if (write) await port.apply([write], progress);
}
