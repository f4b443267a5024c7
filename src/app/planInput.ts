import type { SetUpInput } from "../domain/install/setUpInput";
import { summaryPlace } from "../domain/summary/planSummary";
import type { StageKind } from "../domain/schema/field";
import { bodyOf } from "../domain/workbook/area";
import { calculatedColumns } from "../domain/followUps/calculated";
import { findFollowUps } from "../domain/followUps/followUps";
import type { Language } from "../domain/values/language";
import { succeed, type Result } from "./fault";
import type { Surroundings, WorkbookPort } from "./ports";
import type { Reading } from "./readFollowUps";

/** Reads what has been installed, so that with what was read before there is all that a plan needs. */
export async function readPlanInput(
  port: WorkbookPort,
  surroundings: Surroundings,
  { book, sheet, settings, log, today }: Reading,
  language: Language,
  answers: ReadonlyMap<string, StageKind>,
): Promise<Result<SetUpInput>> {
  const followUps = findFollowUps(book);
  const table = followUps ?? book.tables.find((candidate) => candidate.sheet === sheet.sheet.name) ?? null;
  const place = table?.area ?? sheet.used;
  const body = place && place.rows > 1 ? bodyOf({ area: place, totals: table?.totals ?? false }) : null;
  const summary = summaryPlace(book);
  const sheets = [summary?.sheet, settings?.sheet].filter((title) => title !== undefined);
  const installed = await port.readInstalled({
    sheets: [...new Set(sheets)],
    followUpSheet: sheet.sheet.name,
    body,
    validationColumns: body ? Array.from({ length: body.columns }, (_, column) => body.column + column) : [],
    formulaColumns: followUps ? calculatedColumns(followUps) : [],
  });
  if (!installed.ok) return installed;
  const touches = log?.touches ?? [];
  const { newIds } = surroundings;
  return succeed({ book, sheet, settings, installed: installed.value, language, answers, newIds, log: touches, today });
}
