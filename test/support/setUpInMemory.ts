import { usualRules } from "./choices";
import type { CheckResult } from "../../src/app/subject";
import type { CellValue } from "../../src/domain/values/value";
import type { RowState } from "../../src/domain/clocks/clocks";
import type { Language } from "../../src/domain/values/language";
import { workbookText } from "../../src/domain/schema/workbookText";
import { inMemorySession } from "./inMemorySession";
import { newInMemoryWorkbook, inMemoryPort, type InMemoryWorkbook } from "./inMemoryWorkbook";
import { reviewDay } from "./sheets";

export type ReadCell = (sheet: string, row: number, column: number) => CellValue;

/** Sets a workbook up on paper through the use cases, with a fixed review day. @param relaid whether the page is laid out anew by what was tuned */
export async function setUpInMemory(
  rows: readonly (readonly CellValue[])[],
  language: Language,
  tune: (book: InMemoryWorkbook) => void = () => undefined,
  relaid = false,
): Promise<{ readonly book: InMemoryWorkbook; readonly check: CheckResult }> {
  const book = newInMemoryWorkbook("Sheet1", rows);
  const session = inMemorySession(inMemoryPort(book, reviewDay + 1), reviewDay + 1, language);
  await session.planSetUp(language, usualRules);
  expect(session.getState().problem).toBeNull();
  await session.applySetUp();
  tune(book);
  if (relaid) {
    await session.planSetUp(language, usualRules);
    await session.applySetUp();
  }
  await session.setAsOf(reviewDay);
  expect(session.getState().problem).toBeNull();
  return { book, check: session.getState().check! };
}

/** What the status column should say of a row, by the measures. */
export function statusWords(row: RowState, language: Language): string {
  const { status, separator } = workbookText[language];
  if (row.state === "blank") return "";
  if (row.state === "closesLater") return status.onTrack;
  if (row.state !== "open") return status[row.state];
  const flags = [
    row.daysLate !== null && row.daysLate > 0 ? [status.overdue] : [],
    row.daysLate === 0 ? [status.today] : [],
    row.noNextStep ? [status.noNextStep] : [],
    row.unclearNext ? [status.unclearDate] : [],
    row.stale ? [status.stale] : [],
    row.goingQuiet ? [status.goingQuiet] : [],
    row.stuck ? [status.stuck] : [],
  ].flat();
  return flags.length === 0 ? status.onTrack : flags.join(separator);
}
