import type { CellValue } from "../cells/value";
import { customerKeys, duplicatesAmong, type CustomerKeys, type DuplicateGroup } from "../matching/duplicates";
import type { Field, FieldId, Schema } from "../schema/field";
import { cellAddress } from "../sheet/area";
import { keyColumns, type Records } from "../sheet/records";
import { isBlank } from "../cells/value";
import { severityOf, type Finding, type Reason } from "./finding";
import { sameKeys, uniqueKey } from "./unique";

type Row = readonly CellValue[];

/** What one row is compared with the others by; null for a row that is no customer. */
export type RowKeys = { readonly customer: CustomerKeys; readonly unique: readonly (string | null)[] } | null;

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
