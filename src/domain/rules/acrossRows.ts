import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { customerKeys, duplicatesAmong, type DuplicateCause, type DuplicateGroup } from "../matching/duplicates";
import { noKeys, type Keys, type SharedKey } from "../matching/sharedKeys";
import type { Field, Schema } from "../schema/field";
import { cellAddress } from "../workbook/area";
import { keyColumns, type ColumnMap, type Records } from "../followUps/records";
import { isBlank } from "../values/value";
import { sharedNow, type Comparison, type KeyReader } from "./comparison";
import { severityOf, type Finding, type Reason } from "./finding";
import { uniqueKey } from "./unique";

type Row = readonly CellValue[];

/** Fewest customers for which "most of them stand in several rows" says something of the sheet. */
const fewestForDeals = 20;

/** Rules that look at several rows: values that must be unique, and rows that are the same customer. */
export interface AcrossRows {
  readonly reader: KeyReader;
  /** False where the change of a row cannot change any finding. */
  readonly concerns: (before: Row, after: Row) => boolean;
  /** A group of equal rows is one finding, at its first row; in sheet order. */
  readonly findings: (records: Records, comparison: Comparison) => readonly Finding[];
}

/** A column that rows are compared by, the field whose rule it is, and what makes two cells of it the same. */
interface Compared {
  readonly field: Field;
  readonly column: number;
  /** Why rows with a key in common are the same customer; null where no two rows may have one. */
  readonly cause: DuplicateCause | null;
  readonly keysOf: (value: CellValue) => Keys;
}

/** What rows are compared by: customers by as many of the three as the sheet can be compared by, then each unique field. */
function comparedBy(columns: ColumnMap, { fields }: Schema): readonly Compared[] {
  const all = fields.flatMap((field) => {
    const column = columns.get(field.id);
    return column === undefined ? [] : [{ field, column }];
  });
  const by = (id: FieldId, cause: DuplicateCause, isMeant: (field: Field) => boolean): readonly Compared[] =>
    all.flatMap((each) =>
      each.field.id === id && isMeant(each.field)
        ? [{ ...each, cause, keysOf: (value) => customerKeys(cause, value) }]
        : [],
    );
  return [
    // A unique ID makes rows the same customer by itself, and a name or telephone number that must be unique is that rule's.
    ...by("id", "id", ({ unique }) => unique),
    ...by("customer", "name", () => true),
    ...by("phone", "phone", ({ unique }) => !unique),
    ...all
      .filter(({ field }) => field.unique && field.id !== "id" && field.id !== "customer")
      .map((each): Compared => ({ ...each, cause: null, keysOf: (value) => uniqueKey(value) ?? noKeys })),
  ];
}

export function acrossRows(columns: ColumnMap, schema: Schema): AcrossRows {
  const keys = keyColumns(columns);
  const compared = comparedBy(columns, schema);
  const isCustomer = (row: Row) => keys.some((column) => !isBlank(row[column] ?? ""));
  const reader: KeyReader = {
    columns: compared.length,
    keysOf: (row, at) => {
      const by = compared[at];
      return by === undefined ? noKeys : by.keysOf(row[by.column] ?? "");
    },
    isCustomer,
  };
  return {
    reader,
    concerns: (before, after) =>
      compared.some(({ column }) => before[column] !== after[column]) || isCustomer(before) !== isCustomer(after),
    findings: (records, comparison) => {
      const shared = compared.map((by, at) => ({ by, keys: sharedNow(comparison, at, records.values, reader) }));
      return [...customerFindings(records, shared, comparison.customers), ...uniqueFindings(records, shared)].sort(
        (a, b) => a.row - b.row,
      );
    },
  };
}

/** What several rows have in common in one column. */
interface Shared {
  readonly by: Compared;
  readonly keys: readonly SharedKey[];
}

/** Values that stand in several rows though no two customers may have the same one. */
function uniqueFindings(records: Records, shared: readonly Shared[]): readonly Finding[] {
  return shared
    .filter(({ by }) => by.cause === null)
    .flatMap(({ by, keys }) =>
      keys.map(({ rows: [first = 0, ...others] }) =>
        findingAt(records, by, { place: first, reason: { rule: "unique", rows: numbersOf(records, others) } }),
      ),
    );
}

/** True where most rows share their customer with another one: then the sheet has a row per deal, and says so once. */
function isDealSheet(byName: readonly DuplicateGroup[], customers: number): boolean {
  const shared = byName.reduce((sum, { rows }) => sum + rows.length, 0);
  return customers >= fewestForDeals && shared * 2 > customers;
}

/** Rows that are the same customer. */
function customerFindings(records: Records, shared: readonly Shared[], customers: number): readonly Finding[] {
  const of = (cause: DuplicateCause) => shared.find(({ by }) => by.cause === cause);
  const groups = duplicatesAmong((cause) => of(cause)?.keys ?? []);
  const byName = groups.filter(({ cause }) => cause === "name");
  const isOfDeals = isDealSheet(byName, customers);
  return groups.flatMap((group): readonly Finding[] => {
    const { cause } = group;
    const [first = 0, ...others] = group.rows;
    const by = of(cause)?.by;
    if (by === undefined) return [];
    const at = (reason: Reason) => findingAt(records, by, { place: first, reason });
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
