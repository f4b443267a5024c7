import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { customerKeys, duplicatesAmong, type CustomerKeys, type DuplicateGroup } from "../matching/duplicates";
import type { Field, Schema } from "../schema/field";
import { cellAddress } from "../workbook/area";
import { keyColumns, type Records } from "../followUps/records";
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

export function acrossRows({ columns, sheet, area }: Records, schema: Schema): AcrossRows {
  const fieldOf = new Map(schema.fields.map((field) => [field.id, field]));
  const isUnique = (id: FieldId) => fieldOf.get(id)?.unique === true;
  const keys = keyColumns(columns);
  // A unique ID makes rows the same customer by itself, and a name or telephone number that must be unique is that rule's.
  const [id, name, phone] = [
    isUnique("id") ? columns.get("id") : undefined,
    columns.get("customer"),
    isUnique("phone") ? undefined : columns.get("phone"),
  ];
  const unique = schema.fields.flatMap((field) => {
    const column = columns.get(field.id);
    const elsewhere = field.id === "id" || field.id === "customer";
    return field.unique && !elsewhere && column !== undefined ? [{ field, column }] : [];
  });
  const compared = [id, name, phone, ...unique.map(({ column }) => column)].filter((column) => column !== undefined);
  const at = (row: Row, column: number | undefined) => (column === undefined ? "" : (row[column] ?? ""));
  const isCustomer = (row: Row) => keys.some((column) => !isBlank(row[column] ?? ""));

  function find(field: Field, column: number, reason: Reason, values: readonly Row[], place: number): Finding {
    const row = values[place] ?? [];
    // The same name may be two customers: nothing is refused for it.
    const severity = severityOf[field.level];
    return {
      reason,
      severity: reason.rule === "duplicate" && severity === "error" ? "warning" : severity,
      sheet,
      cell: cellAddress(area.row + place, area.column + column),
      row: area.row + place + 1,
      field: field.id,
      header: field.header ?? "",
      value: row[column] ?? "",
      customer: String(at(row, name)),
    };
  }

  const numbers = (places: readonly number[]) => places.map((place) => area.row + place + 1);

  /** True where most rows share their customer with another one: then the sheet has a row per deal, and says so once. */
  function isDealSheet(groups: readonly DuplicateGroup[], rows: number): boolean {
    const shared = groups.reduce((sum, { cause, rows: places }) => sum + (cause === "name" ? places.length : 0), 0);
    return rows >= fewestForDeals && shared * 2 > rows;
  }

  function customerFindings(values: readonly Row[], rowKeys: readonly RowKeys[]): readonly Finding[] {
    const groups = duplicatesAmong(rowKeys.map((each) => each?.customer ?? nobody));
    const rows = rowKeys.reduce((count, each) => count + (each === null ? 0 : 1), 0);
    const byDeals = isDealSheet(groups, rows);
    let told = false;
    return groups.flatMap(({ cause, rows: places }): readonly Finding[] => {
      const field = fieldOf.get(cause === "name" ? "customer" : cause);
      const column = cause === "id" ? id : cause === "name" ? name : phone;
      const [first = 0, ...others] = places;
      if (field === undefined || column === undefined) return [];
      if (cause === "id") return [find(field, column, { rule: "unique", rows: numbers(others) }, values, first)];
      if (!byDeals) return [find(field, column, { rule: "duplicate", cause, rows: numbers(others) }, values, first)];
      if (told || cause !== "name") return [];
      told = true;
      const customers = groups.filter((group) => group.cause === "name").length;
      return [{ ...find(field, column, { rule: "deals", customers }, values, first), severity: "info" }];
    });
  }

  return {
    keysOf: (row) =>
      isCustomer(row)
        ? {
            customer: customerKeys({ id: at(row, id), name: at(row, name), phone: at(row, phone) }),
            unique: unique.map(({ column }) => uniqueKey(row[column] ?? "")),
          }
        : null,
    concerns: (before, after) =>
      compared.some((column) => before[column] !== after[column]) || isCustomer(before) !== isCustomer(after),
    findings: ({ values }, rowKeys) => {
      const found = [...customerFindings(values, rowKeys)];
      unique.forEach(({ field, column }, index) => {
        for (const places of sameKeys(rowKeys.map((each) => each?.unique[index] ?? null))) {
          const [first = 0, ...others] = places;
          found.push(find(field, column, { rule: "unique", rows: numbers(others) }, values, first));
        }
      });
      return found.sort((a, b) => a.row - b.row);
    },
  };
}
