import type { ColumnMap } from "../../followUps/records";
import { kindOf } from "../../kinds/allKinds";
import { plainField } from "../../kinds/kind";
import type { ColumnAnswer } from "../../kinds/columnReading";
import type { FieldValues } from "../../listValues/values";
import type { ValueAnswers } from "../../listValues/answers";
import type { FieldId } from "../../schema/fieldIds";
import type { ReviewContext } from "../../schema/reviewContext";
import type { Steps } from "../../steps/steps";
import { isErrorText, type CellValue } from "../../values/value";
import { adopting, type FieldQuestion } from "../adopt";
import type { ExportRows } from "./exportRows";
import type { ExportTable } from "./recognise";
import { fieldFor } from "./updatePlan";

/** What a person said of the columns and values of an export. */
export interface ExportAnswers {
  readonly answers: ReadonlyMap<FieldId, ColumnAnswer>;
  readonly values: ValueAnswers;
}

/** An export whose columns and values are understood, as far as they can be. */
export interface ReadExport {
  readonly exported: ExportRows;
  /** Values of its list fields, and what becomes of each. */
  readonly values: readonly FieldValues[];
  /** Columns of which only a person can say how they are written. */
  readonly questions: readonly FieldQuestion[];
}

/** What nobody should bring into a sheet: errors of another workbook's formulas, and telephone numbers whose digits are gone. */
function uselessIn(columns: ColumnMap, review: ReviewContext): (value: CellValue, column: number) => boolean {
  const { problem } = kindOf("phone").rule(review, plainField);
  const phones = new Set(
    [...columns].flatMap(([id, column]) => (fieldFor(id, review).kind === "phone" ? [column] : [])),
  );
  return (value, column) => isErrorText(value) || (phones.has(column) && problem(value) === "lostDigits");
}

/** Reads an export as a sheet that is adopted is read: dates and numbers by their columns, entries of lists as the Settings have them. */
export function* readingExport(
  { headers, body, firstRow }: ExportTable,
  columns: ColumnMap,
  review: ReviewContext,
  answers: ExportAnswers,
): Steps<ReadExport> {
  const isUseless = uselessIn(columns, review);
  const useful = body.map((row) =>
    row.some(isUseless) ? row.map((value, column) => (isUseless(value, column) ? "" : value)) : row,
  );
  yield;
  const area = { row: firstRow - 1, column: 0, rows: body.length, columns: headers.length };
  const records = { sheet: "", area, values: useful, columns };
  const { records: read, values, questions } = yield* adopting({ records, headers }, review, answers);
  return { exported: { columns, rows: read.values }, values, questions };
}
