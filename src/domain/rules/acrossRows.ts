import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { customerKeys, duplicatesAmong, type CustomerKeys, type DuplicateGroup } from "../matching/duplicates";
import type { Field, Schema } from "../schema/field";
import { cellAddress } from "../workbook/area";
import { keyColumns, type ColumnMap, type Records } from "../followUps/records";
import { isBlank } from "../values/value";
import { severityOf, type Finding, type Reason } from "./finding";
import { sameKeys, uniqueKey } from "./unique";

type Row = readonly CellValue[];

/** What one row is compared with the others by; null for a row that is no customer. */
export type RowKeys = { readonly customer: CustomerKeys; readonly unique: readonly (string | null)[] } | null;

/** The keys of a row that was changed, by its place among the records. */
export interface KeyChange {
  readonly place: number;
  readonly before: RowKeys;
  readonly after: RowKeys;
}

/** Rules by which rows are compared: three for customers, then one for each unique field. */
type Slot = (keys: NonNullable<RowKeys>) => readonly string[];
const customerSlots: readonly Slot[] = [
  ({ customer }) => customer.id,
  ({ customer }) => customer.name,
  ({ customer }) => customer.phone,
];

/**
 * False where the new keys of some rows leave all findings as they were, because none of these rows was or is like another
 * one. A look at every row for a handful of keys is far quicker than grouping all rows anew.
 * @param keys of all rows after the change
 */
export function regroups(changed: readonly KeyChange[], keys: readonly RowKeys[]): boolean {
  // A sheet with a row per deal is told by the number of its customers.
  if (changed.some(({ before, after }) => (before === null) !== (after === null))) return true;
  const places = new Set(changed.map(({ place }) => place));
  const fields = changed.find(({ after }) => after !== null)?.after?.unique.length ?? 0;
  const uniqueSlots = Array.from({ length: fields }, (_, at): Slot => ({ unique }) => {
    const key = unique[at] ?? null;
    return key === null ? [] : [key];
  });
  return [...customerSlots, ...uniqueSlots].some((slot) => {
    const wanted = new Set<string>();
    for (const { before, after } of changed) {
      // A row's own key before and after is one key; the same key in two of the rows makes them alike.
      const own = new Set([before, after].flatMap((each) => (each === null ? [] : slot(each))));
      for (const key of own) {
        if (wanted.has(key)) return true;
        wanted.add(key);
      }
    }
    if (wanted.size === 0) return false;
    return keys.some((row, place) => row !== null && !places.has(place) && slot(row).some((key) => wanted.has(key)));
  });
}

const nobody: CustomerKeys = { id: [], name: [], phone: [] };

/** Fewest customers for which "most of them stand in several rows" says something of the sheet. */
const fewestForDeals = 20;

/** Rules that look at several rows: values that must be unique, and rows that are the same customer. */
export interface AcrossRows {
  /** Keys of one row. Slow compared with the rest, so they are kept from one check to the next. */
  readonly keysOf: (row: Row) => RowKeys;
  /** False where the change of a row cannot change any finding. */
  readonly concerns: (before: Row, after: Row) => boolean;
  /** A group of equal rows is one finding, at its first row; in sheet order. */
  readonly findings: (records: Records, keys: readonly RowKeys[]) => readonly Finding[];
}

/** A column that rows are compared by, and the field whose rule it is. */
interface Compared {
  readonly field: Field;
  readonly column: number;
}

/** What rows are compared by. Customers by the three first, null where the sheet cannot be compared by it. */
interface ComparedBy {
  readonly id: Compared | null;
  readonly name: Compared | null;
  readonly phone: Compared | null;
  readonly unique: readonly Compared[];
}

function comparedBy(columns: ColumnMap, { fields }: Schema): ComparedBy {
  const all = fields.flatMap((field): readonly Compared[] => {
    const column = columns.get(field.id);
    return column === undefined ? [] : [{ field, column }];
  });
  const by = (id: FieldId) => all.find(({ field }) => field.id === id) ?? null;
  const [id, name, phone] = [by("id"), by("customer"), by("phone")];
  // A unique ID makes rows the same customer by itself, and a name or telephone number that must be unique is that rule's.
  return {
    id: id?.field.unique ? id : null,
    name,
    phone: phone?.field.unique ? null : phone,
    unique: all.filter(({ field }) => field.unique && field.id !== "id" && field.id !== "customer"),
  };
}

function valueAt(row: Row, compared: Compared | null): CellValue {
  return compared === null ? "" : (row[compared.column] ?? "");
}

export function acrossRows(columns: ColumnMap, schema: Schema): AcrossRows {
  const keys = keyColumns(columns);
  const by = comparedBy(columns, schema);
  const { id, name, phone, unique } = by;
  const compared = [id, name, phone, ...unique].filter((each) => each !== null);
  const isCustomer = (row: Row) => keys.some((column) => !isBlank(row[column] ?? ""));
  return {
    keysOf: (row) =>
      isCustomer(row)
        ? {
            customer: customerKeys({ id: valueAt(row, id), name: valueAt(row, name), phone: valueAt(row, phone) }),
            unique: unique.map((each) => uniqueKey(valueAt(row, each))),
          }
        : null,
    concerns: (before, after) =>
      compared.some(({ column }) => before[column] !== after[column]) || isCustomer(before) !== isCustomer(after),
    findings: (records, rowKeys) =>
      [...customerFindings(records, by, rowKeys), ...uniqueFindings(records, by, rowKeys)].sort(
        (a, b) => a.row - b.row,
      ),
  };
}

/** Values that stand in several rows though no two customers may have the same one. */
function uniqueFindings(records: Records, by: ComparedBy, rowKeys: readonly RowKeys[]): readonly Finding[] {
  return by.unique.flatMap((compared, index) =>
    sameKeys(rowKeys.map((each) => each?.unique[index] ?? null)).map(([first = 0, ...others]) =>
      findingAt(records, compared, { place: first, reason: { rule: "unique", rows: numbersOf(records, others) } }),
    ),
  );
}

/** True where most rows share their customer with another one: then the sheet has a row per deal, and says so once. */
function isDealSheet(byName: readonly DuplicateGroup[], customers: number): boolean {
  const shared = byName.reduce((sum, { rows }) => sum + rows.length, 0);
  return customers >= fewestForDeals && shared * 2 > customers;
}

/** Rows that are the same customer. */
function customerFindings(records: Records, by: ComparedBy, rowKeys: readonly RowKeys[]): readonly Finding[] {
  const groups = duplicatesAmong(rowKeys.map((each) => each?.customer ?? nobody));
  const byName = groups.filter(({ cause }) => cause === "name");
  const isOfDeals = isDealSheet(byName, rowKeys.filter((each) => each !== null).length);
  return groups.flatMap((group): readonly Finding[] => {
    const { cause } = group;
    const [first = 0, ...others] = group.rows;
    const compared = by[cause];
    if (compared === null) return [];
    const at = (reason: Reason) => findingAt(records, compared, { place: first, reason });
    if (cause === "id") return [at({ rule: "unique", rows: numbersOf(records, others) })];
    if (!isOfDeals) return [at({ rule: "duplicate", cause, rows: numbersOf(records, others) })];
    return group === byName[0] ? [{ ...at({ rule: "deals", customers: byName.length }), severity: "info" }] : [];
  });
}

/** Excel's numbers of rows. */
function numbersOf({ area }: Records, places: readonly number[]): readonly number[] {
  return places.map((place) => area.row + place + 1);
}

function findingAt(
  { sheet, area, values, columns }: Records,
  { field, column }: Compared,
  { place, reason }: { readonly place: number; readonly reason: Reason },
): Finding {
  const row = values[place] ?? [];
  const name = columns.get("customer");
  const severity = severityOf[field.level];
  return {
    reason,
    // The same name may be two customers: nothing is refused for it.
    severity: reason.rule === "duplicate" && severity === "error" ? "warning" : severity,
    sheet,
    cell: cellAddress(area.row + place, area.column + column),
    row: area.row + place + 1,
    field: field.id,
    header: field.header ?? "",
    value: row[column] ?? "",
    customer: name === undefined ? "" : String(row[name] ?? ""),
  };
}
