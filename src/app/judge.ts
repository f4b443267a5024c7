import { measure } from "../domain/measures/measure";
import { schemaInForce, settingsHeaders } from "../domain/schema/inForce";
import type { Refusal } from "../domain/plan/setUpPlan";
import type { ValueGrid } from "../domain/plan/snapshot";
import type { Finding } from "../domain/rules/finding";
import { validate } from "../domain/rules/validate";
import { locate, type Located } from "../domain/sheet/locate";
import type { Records } from "../domain/sheet/records";
import type { Schema } from "../domain/schema/field";
import type { Language } from "../domain/words/language";
import type { Reading } from "./readFollowUps";
import type { CheckResult } from "./session";

/** What a check works on, kept so that a changed row can be judged again without reading everything. */
export interface Subject {
  readonly reading: Reading;
  readonly located: Located;
  readonly schema: Schema;
  readonly language: Language;
}

export type SubjectResult =
  { readonly ok: true; readonly subject: Subject } | { readonly ok: false; readonly refusal: Refusal };

/** Finds the list and the schema in what was read. */
export function subjectOf(reading: Reading, paneLanguage: Language): SubjectResult {
  const settings = reading.inForce?.settings ?? null;
  const language = reading.inForce?.language ?? paneLanguage;
  const location = locate(reading.book, reading.sheet, settingsHeaders(settings));
  if (!location.ok) return location;
  const schema = schemaInForce(location.located, settings, language, new Map());
  return { ok: true, subject: { reading, located: location.located, schema, language } };
}

/** Findings, figures and the to-do list of all rows. */
export function judge(subject: Subject, at: string): CheckResult {
  const { reading, located, schema } = subject;
  const findings = validate(located.records, schema, reading.book.dateSystem, reading.today);
  return resultOf(subject, findings, at);
}

/** The same subject and its check after some rows changed: only those rows are validated again. */
export function judgeRows(
  subject: Subject,
  before: CheckResult,
  block: ValueGrid,
  at: string,
): { readonly subject: Subject; readonly check: CheckResult } {
  const { reading, located, schema } = subject;
  const { records } = located;
  const values = [...records.values];
  block.values.forEach((row, index) => {
    values[block.area.row - records.area.row + index] = row;
  });
  const changed: Records = { ...records, area: block.area, values: block.values };
  const fresh = validate(changed, schema, reading.book.dateSystem, reading.today);
  const first = block.area.row + 1;
  const last = block.area.row + block.area.rows;
  const findings = [
    ...before.findings.filter(({ row }) => row < first),
    ...fresh,
    ...before.findings.filter(({ row }) => row > last),
  ];
  const next: Subject = { ...subject, located: { ...located, records: { ...records, values } } };
  return { subject: next, check: resultOf(next, findings, at) };
}

function resultOf(subject: Subject, findings: readonly Finding[], at: string): CheckResult {
  const { reading, located, schema, language } = subject;
  const measures = measure(located.records, schema, reading.today);
  return {
    sheet: located.records.sheet,
    installed: reading.installed,
    language,
    schema,
    today: reading.today,
    dateSystem: reading.book.dateSystem,
    asOf: reading.asOf,
    findings,
    figures: measures.figures,
    due: measures.due,
    tomorrow: measures.tomorrow,
    at,
  };
}
