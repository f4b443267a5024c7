import { isDateSerial, readPlainDate, type DateSystem } from "../cells/date";
import { foldText, readPlainNumber } from "../cells/text";
import { isBlank, isErrorText, type CellValue } from "../cells/value";
import { clockReader, type RowState } from "../measures/clocks";
import type { Field, Schema } from "../schema/field";
import { cellAddress } from "../sheet/area";
import type { Records } from "../sheet/records";
import { severityOf, type Finding, type Reason } from "./finding";
import { isRequired } from "./required";

/** What is wrong with one filled cell, or null. */
type CellRule = (value: CellValue) => Reason | null;

function dateRule(system: DateSystem): CellRule {
  return (value) => {
    if (typeof value === "number") return isDateSerial(value, system) ? null : { rule: "date", reads: null };
    return { rule: "date", reads: typeof value === "string" ? readPlainDate(value, system) : null };
  };
}

const numberRule: CellRule = (value) =>
  typeof value === "number"
    ? null
    : { rule: "number", reads: typeof value === "string" ? readPlainNumber(value) : null };

/** Membership as Excel compares: case makes no difference. What only looks alike (width, spaces) is suggested, not accepted. */
function listRule(entries: readonly string[]): CellRule {
  const exact = new Set<CellValue>(entries);
  const allowed = new Set(entries.map((entry) => entry.toLowerCase()));
  const byLook = new Map(entries.map((entry) => [foldText(entry), entry]));
  return (value) => {
    if (exact.has(value)) return null;
    const text = String(value);
    if (allowed.has(text.toLowerCase())) return null;
    return { rule: "list", suggestion: byLook.get(foldText(text)) ?? null };
  };
}

/** Entries that a field may take, or null where it takes anything. An empty list takes anything: nobody has filled it yet. */
export function listOf(field: Field, schema: Schema): readonly string[] | null {
  const list = (() => {
    switch (field.id) {
      case "stage":
        return schema.stages.map((stage) => stage.name);
      case "owner":
        return schema.owners;
      case "customerType":
        return schema.lists.customerType;
      case "source":
        return schema.lists.source;
      case "reason":
        return schema.lists.reason;
      default:
        return [];
    }
  })();
  return list.length > 0 ? list : null;
}

function cellRule(field: Field, schema: Schema, system: DateSystem): CellRule | null {
  if (field.kind === "date") return dateRule(system);
  if (field.kind === "amount") return numberRule;
  const list = listOf(field, schema);
  return list ? listRule(list) : null;
}

/**
 * Checks every row: required values, dates, numbers, list entries, Excel errors. One cause gives one finding; rows that are
 * not customers give none. Findings stand in sheet order, by row, then by column.
 * @param today review day, serial of the workbook's date system
 */
export function validate(records: Records, schema: Schema, system: DateSystem, today: number): readonly Finding[] {
  const { columns, area, sheet, values } = records;
  const read = clockReader(columns, schema, today);
  const customerColumn = columns.get("customer");
  const checks = schema.fields
    .flatMap((field) => {
      const column = columns.get(field.id);
      return column === undefined ? [] : [{ field, column, rule: cellRule(field, schema, system) }];
    })
    .sort((a, b) => a.column - b.column);

  const findings: Finding[] = [];
  values.forEach((row, index) => {
    const { state } = read(row);
    if (state === "blank") return;
    for (const { field, column, rule } of checks) {
      const value = row[column] ?? "";
      const reason = judge(value, field, state, rule);
      if (!reason) continue;
      findings.push({
        reason,
        severity: severityOf[field.level],
        sheet,
        cell: cellAddress(area.row + index, area.column + column),
        row: area.row + index + 1,
        field: field.id,
        header: field.header ?? "",
        value,
        customer: customerColumn === undefined ? "" : String(row[customerColumn] ?? ""),
      });
    }
  });
  return findings;
}

function judge(value: CellValue, field: Field, state: RowState["state"], rule: CellRule | null): Reason | null {
  if (isBlank(value)) return isRequired(field, state) ? { rule: "required" } : null;
  if (isErrorText(value)) return { rule: "errorValue" };
  return rule ? rule(value) : null;
}
