import { checkingAsMeant, type MeantSheet } from "../domain/adoption/asMeant";
import { customersOf, type ListedCustomer } from "../domain/log/customers";
import { lastTouches } from "../domain/measures/lastContact";
import { measuring } from "../domain/measures/measure";
import { trendsOf } from "../domain/measures/trends";
import { schemaInForce } from "../domain/settings/inForce";
import { settingsHeaders } from "../domain/settings/settings";
import type { Refusal } from "../domain/plan/setUpPlan";
import { intersect, type Area } from "../domain/workbook/area";
import type { ValueGrid } from "../domain/workbook/snapshot";
import { checkingSheet, checkRowsAgain } from "../domain/rules/checkSheet";
import { formulaFindings, type FormulaColumn } from "../domain/rules/formulaCells";
import { settingsFindings } from "../domain/rules/settingsFindings";
import { locating, noWishes } from "../domain/followUps/locate";
import type { Field } from "../domain/schema/field";
import type { FieldId } from "../domain/schema/fieldIds";
import { listKeyOf } from "../domain/schema/fieldLists";
import type { ReviewContext } from "../domain/schema/reviewContext";
import type { Records } from "../domain/followUps/records";
import type { Language } from "../domain/values/language";
import type { FormulaCells, Surroundings } from "./ports";
import type { Reading } from "./readFollowUps";
import { inSlices } from "./slices";
import type { CheckResult, Subject } from "./subject";

export type SubjectResult =
  { readonly ok: true; readonly subject: Subject } | { readonly ok: false; readonly refusal: Refusal };

/** Finds the list and the schema in what was read, and checks it in slices. */
export async function subjectOf(
  reading: Reading,
  paneLanguage: Language,
  surroundings: Pick<Surroundings, "pause">,
): Promise<SubjectResult> {
  const settings = reading.inForce?.settings ?? null;
  const language = reading.inForce?.language ?? paneLanguage;
  const wishes = { ...noWishes, today: reading.today };
  const location = await inSlices(
    locating(reading.book, reading.sheet, settingsHeaders(settings), wishes),
    surroundings,
  );
  if (!location.ok) return location;
  const { located } = location;
  const schema = schemaInForce(located, settings, language, new Map());
  const review: ReviewContext = {
    schema,
    today: reading.today,
    now: reading.now,
    system: reading.book.dateSystem,
    language,
  };
  const checked = await inSlices(checkingSheet(located.records, review), surroundings);
  const customers = customersIn(located.records, review);
  return { ok: true, subject: { ...review, reading, located, checked, formulas: null, customers } };
}

function customersIn(records: Records, review: ReviewContext): () => readonly ListedCustomer[] {
  let customers: readonly ListedCustomer[] | null = null;
  return () => (customers ??= customersOf(records, review));
}

/** The same subject after some rows changed: only those rows are checked again, and compared with the others. */
export function withRows(subject: Subject, block: ValueGrid): Subject {
  const { located, checked } = subject;
  const first = block.area.row - located.records.area.row;
  const again = checkRowsAgain(checked, first, block.values, subject);
  // The cell that was named as a formula may be none any more: it is looked for again.
  const isNamed = subject.formulas?.some((column) => first <= column.first && column.first < first + block.area.rows);
  return {
    ...subject,
    located: { ...located, records: again.records },
    checked: again,
    formulas: isNamed === true ? null : subject.formulas,
    customers: customersIn(again.records, subject),
  };
}

/** A column that people fill in, with its cells on the sheet. */
interface FieldColumn {
  readonly field: FieldId;
  readonly area: Area;
}

/** The columns of the list that people fill in. */
export function fieldColumns({ located, schema }: Subject): readonly FieldColumn[] {
  const { area, columns } = located.records;
  return schema.fields.flatMap(({ id }): readonly FieldColumn[] => {
    const offset = columns.get(id);
    return offset === undefined ? [] : [{ field: id, area: { ...area, column: area.column + offset, columns: 1 } }];
  });
}

/** Rows of the sheet, zero-based, the last one included. */
interface Rows {
  readonly first: number;
  readonly last: number;
}

/** More rows than this are not looked at for what was picked in them: one cell takes it. */
const mostPicked = 100;

/** Fields with a list to pick from in their cells. */
const isPicked = (field: Field) => listKeyOf(field) !== null || field.kind === "yesNo";

/** The rows of the list in which somebody may have picked from a list while these cells were selected; null where there are none. */
export function pickedRows({ located, schema }: Subject, areas: readonly Area[]): Rows | null {
  const { area: body, columns } = located.records;
  const picked = schema.fields.filter(isPicked).flatMap(({ id }) => columns.get(id) ?? []);
  for (const area of areas) {
    const met = intersect(area, body);
    const reaches = picked.some((offset) => {
      const column = body.column + offset;
      return met && met.column <= column && column < met.column + met.columns;
    });
    if (met && reaches) return { first: met.row, last: met.row + Math.min(met.rows, mostPicked) - 1 };
  }
  return null;
}

/** True where the block holds what the last check saw there. */
export function isAsChecked({ located }: Subject, { area, values }: ValueGrid): boolean {
  const { records } = located;
  return values.every((row, index) => {
    const known = records.values[area.row - records.area.row + index] ?? [];
    return row.every((cell, column) => cell === known[column]);
  });
}

/** Formulas in columns that people fill in, column by column. */
export interface FormulasFound {
  readonly columns: readonly FieldColumn[];
  readonly cells: readonly FormulaCells[];
}

/** The same subject with the formulas found in its columns. */
export function withFormulas(subject: Subject, { columns, cells }: FormulasFound): Subject {
  const { row } = subject.located.records.area;
  const formulas = columns.flatMap(({ field }, index): readonly FormulaColumn[] => {
    const own = cells[index];
    return own && own.cells > 0 ? [{ field, cells: own.cells, first: own.first - row }] : [];
  });
  return { ...subject, formulas };
}

/** The list as every number takes it: one that nobody has set up as it is meant, with what is wrong in its cells. */
export async function standing(subject: Subject, surroundings: Pick<Surroundings, "pause">): Promise<MeantSheet> {
  const { reading, located, checked } = subject;
  if (reading.installed) return { records: located.records, findings: checked.findings };
  return inSlices(checkingAsMeant(located, subject, checked.findings), surroundings);
}

/** Findings, figures and the to-do list, as the views show them; measured in slices. */
export async function resultOf(
  subject: Subject,
  surroundings: Pick<Surroundings, "pause" | "clock">,
): Promise<CheckResult> {
  const { reading, located, schema, today, system, language } = subject;
  const touches = reading.log?.touches ?? [];
  const log = lastTouches(touches, today);
  const trends = trendsOf(touches, schema.stages, today);
  const { records, findings } = await standing(subject, surroundings);
  const measures = await inSlices(measuring(records, subject, log, trends), surroundings);
  return {
    sheet: located.records.sheet,
    installed: reading.installed,
    schema,
    today,
    now: reading.now,
    system,
    language,
    asOf: reading.asOf,
    findings: [
      ...settingsFindings(reading.inForce?.issues ?? []),
      ...findings,
      ...formulaFindings(located.records, schema, subject.formulas ?? []),
    ],
    figures: measures.figures,
    due: measures.due,
    tomorrow: measures.tomorrow,
    at: surroundings.clock(),
  };
}
