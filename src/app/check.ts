import { customersOf, type ListedCustomer } from "../domain/log/customers";
import { lastTouches } from "../domain/measures/lastContact";
import { measure } from "../domain/measures/measure";
import { schemaInForce } from "../domain/settings/inForce";
import { settingsHeaders } from "../domain/settings/settingsHeaders";
import type { Refusal } from "../domain/plan/setUpPlan";
import type { ValueGrid } from "../domain/workbook/snapshot";
import { checkRowsAgain, checkSheet, type CheckedSheet, type CheckSetting } from "../domain/rules/checkSheet";
import { formulaColumns, formulaFindings, type FormulaColumn } from "../domain/rules/formulaCells";
import { settingsFindings } from "../domain/rules/settingsFindings";
import { locate, type Located } from "../domain/followUps/locate";
import type { Schema } from "../domain/schema/field";
import type { Records } from "../domain/followUps/records";
import type { Language } from "../domain/values/language";
import type { Reading } from "./readFollowUps";
import type { CheckResult } from "./session/session";

/** What a check works on, kept so that a changed row can be judged again without reading everything. */
export interface Subject {
  readonly reading: Reading;
  readonly located: Located;
  readonly schema: Schema;
  readonly language: Language;
  readonly checked: CheckedSheet;
  /** Columns of fields that hold formulas; null until somebody had them looked for. */
  readonly formulas: readonly FormulaColumn[] | null;
  /** The customers of the list, as forms pick them; worked out with the first question. */
  readonly customers: () => readonly ListedCustomer[];
}

export type SubjectResult =
  { readonly ok: true; readonly subject: Subject } | { readonly ok: false; readonly refusal: Refusal };

/** Finds the list and the schema in what was read, and checks it. */
export function subjectOf(reading: Reading, paneLanguage: Language): SubjectResult {
  const settings = reading.inForce?.settings ?? null;
  const language = reading.inForce?.language ?? paneLanguage;
  const location = locate(reading.book, reading.sheet, settingsHeaders(settings));
  if (!location.ok) return location;
  const { located } = location;
  const schema = schemaInForce(located, settings, language, new Map());
  const checked = checkSheet(located.records, settingOf(reading, schema, language));
  const customers = customersIn(located.records, schema, reading);
  return { ok: true, subject: { reading, located, schema, language, checked, formulas: null, customers } };
}

function customersIn(records: Records, schema: Schema, reading: Reading): () => readonly ListedCustomer[] {
  let customers: readonly ListedCustomer[] | null = null;
  return () => (customers ??= customersOf(records, schema, reading.today, reading.book.dateSystem));
}

function settingOf(reading: Reading, schema: Schema, language: Language): CheckSetting {
  return { schema, book: { system: reading.book.dateSystem, language }, today: reading.today };
}

/** The same subject after some rows changed: only those rows are checked again, and compared with the others. */
export function withRows(subject: Subject, block: ValueGrid): Subject {
  const { reading, located, schema, language, checked } = subject;
  const first = block.area.row - located.records.area.row;
  const again = checkRowsAgain(checked, first, block.values, settingOf(reading, schema, language));
  // The cell that was named as a formula may be none any more: it is looked for again.
  const isNamed = subject.formulas?.some((column) => first <= column.first && column.first < first + block.area.rows);
  return {
    ...subject,
    located: { ...located, records: again.records },
    checked: again,
    formulas: isNamed === true ? null : subject.formulas,
    customers: customersIn(again.records, schema, reading),
  };
}

/** The same subject with the formulas found among the cells as they were entered. */
export function withFormulas(subject: Subject, entered: ValueGrid): Subject {
  const { located, schema } = subject;
  return { ...subject, formulas: formulaColumns(located.records, schema, entered.values) };
}

/** Findings, figures and the to-do list, as the views show them. */
export function resultOf(subject: Subject, at: string): CheckResult {
  const { reading, located, schema, language, checked } = subject;
  const { dateSystem } = reading.book;
  const log = lastTouches(reading.log?.touches ?? [], reading.today);
  const measures = measure(located.records, schema, reading.today, dateSystem, log);
  return {
    sheet: located.records.sheet,
    installed: reading.installed,
    language,
    schema,
    today: reading.today,
    dateSystem,
    asOf: reading.asOf,
    findings: [
      ...settingsFindings(reading.inForce?.issues ?? []),
      ...checked.findings,
      ...formulaFindings(located.records, schema, subject.formulas ?? []),
    ],
    figures: measures.figures,
    due: measures.due,
    tomorrow: measures.tomorrow,
    at,
  };
}
