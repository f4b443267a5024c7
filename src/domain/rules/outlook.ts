import type { FieldId } from "../schema/fieldIds";
import { isBlank } from "../values/value";
import { clockReader } from "../clocks/clocks";
import { kindOf } from "../kinds/allKinds";
import { levels, type Field, type Level, type Schema } from "../schema/field";
import { listKeyOf } from "../schema/fieldLists";
import type { ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import type { Finding } from "./finding";
import { demandOf } from "./required";
import { judgedSheet, type JudgedSheet } from "./judgedSheet";
import { validate } from "./validate";

/** What a column holds now, against its field's rule. */
export interface Outlook {
  /** What would be wrong, in sheet order; rows may stand in it more than once. */
  readonly findings: readonly Finding[];
  /** Different rows among them. */
  readonly failing: number;
  /** Customers that the rule says anything about: those who must have a value, and those who have one. */
  readonly customers: number;
}

/**
 * What a field's rule would say of the rows, as if it were in force: whom a stricter level would stop. The level itself makes
 * no difference to what is found, only to how loud it is.
 */
export function outlookOf(field: Field, records: Records, review: ReviewContext): Outlook {
  // The columns beside it may say how its dates and numbers are read.
  const fields = review.schema.fields.map((each) => (each.id === field.id ? field : each));
  return outlookIn(judgedSheet(records, { ...review, schema: { ...review.schema, fields } }), field, records, review);
}

/** @param judged how the sheet's columns are read */
function outlookIn(judged: JudgedSheet, field: Field, records: Records, review: ReviewContext): Outlook {
  const { schema } = review;
  const column = records.columns.get(field.id);
  if (column === undefined) return newColumnOutlook(field, records, review);
  const alone: Schema = { ...schema, fields: [field] };
  const findings = validate(records, { ...review, schema: alone }, judged).filter(({ field: of }) => of === field.id);
  const read = clockReader(records.columns, review);
  const demand = demandOf(field, records.columns, schema);
  const customers = records.values.filter((row) => {
    const { state } = read(row);
    return state !== "blank" && (!isBlank(row[column] ?? "") || demand(row, state) !== null);
  }).length;
  return { findings, failing: new Set(findings.map(({ row }) => row)).size, customers };
}

/** What a column that the sheet is to get would lack from its first day: it is blank, and some rows must have a value. */
function newColumnOutlook(field: Field, records: Records, review: ReviewContext): Outlook {
  if (field.header === null) return { findings: [], failing: 0, customers: 0 };
  const read = clockReader(records.columns, review);
  const demand = demandOf(field, records.columns, review.schema);
  const asked = records.values.filter((row) => demand(row, read(row).state) !== null).length;
  return { findings: [], failing: asked, customers: asked };
}

/** A field whose rule could be held more strictly. */
export interface Proposal {
  readonly field: FieldId;
  readonly header: string;
  readonly to: Level;
  readonly clean: number;
  readonly customers: number;
}

/** Share of right rows from which the next level is proposed, and the fewest customers that can speak for it. */
const cleanShare = 0.95;
const fewestCustomers = 5;

/** True where a stricter level would ask for anything at all. */
function hasRule(field: Field): boolean {
  if (
    field.requiredWhen.length > 0 ||
    field.unique ||
    field.pattern !== null ||
    field.min !== null ||
    field.max !== null
  )
    return true;
  const { list, cellTest } = kindOf(field.kind);
  return listKeyOf(field) !== null || (list === null && cellTest !== null);
}

/** Fields that are filled in so well that the team can turn their level up by one. Identifiers and dormant fields are none. */
export function proposals(records: Records, review: ReviewContext): readonly Proposal[] {
  const judged = judgedSheet(records, review);
  return review.schema.fields.flatMap((field): readonly Proposal[] => {
    const to = levels[levels.indexOf(field.level) + 1];
    if (to === undefined || field.id === "id" || field.header === null || !hasRule(field)) return [];
    const { failing, customers } = outlookIn(judged, field, records, review);
    const clean = customers - failing;
    if (customers < fewestCustomers || clean < customers * cleanShare) return [];
    return [{ field: field.id, header: field.header, to, clean, customers }];
  });
}
