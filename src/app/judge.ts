import { measure } from "../domain/measures/measure";
import { schemaInForce, settingsHeaders } from "../domain/plan/planSetUp";
import type { Refusal } from "../domain/plan/setUpPlan";
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

/** The same subject with other values in its rows. */
export function withRecords(subject: Subject, records: Records): Subject {
  return { ...subject, located: { ...subject.located, records } };
}

/** Findings, figures and the to-do list of all rows. */
export function judge(subject: Subject, at: string): CheckResult {
  const { reading, located, schema, language } = subject;
  const { records } = located;
  const measures = measure(records, schema, reading.today);
  return {
    sheet: records.sheet,
    installed: reading.installed,
    language,
    schema,
    today: reading.today,
    dateSystem: reading.book.dateSystem,
    asOf: reading.asOf,
    findings: validate(records, schema, reading.book.dateSystem, reading.today),
    figures: measures.figures,
    due: measures.due,
    tomorrow: measures.tomorrow,
    at,
  };
}
