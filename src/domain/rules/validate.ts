import { isDateSerial, readPlainDate, type DateSystem } from "../cells/date";
import { foldText, readPlainNumber } from "../cells/text";
import { isBlank, isErrorText, type CellValue } from "../cells/value";
import { clockReader } from "../measures/clocks";
import type { Condition, Field, Schema } from "../schema/field";
import { cellAddress } from "../sheet/area";
import type { Records } from "../sheet/records";
import { listOf } from "../schema/lists";
import { severityOf, type Finding, type Reason } from "./finding";
import { demandOf } from "./required";

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
      return column === undefined
        ? []
        : [{ field, column, rule: cellRule(field, schema, system), demand: demandOf(field, columns, schema) }];
    })
    .sort((a, b) => a.column - b.column);

  const findings: Finding[] = [];
  values.forEach((row, index) => {
    const { state } = read(row);
    if (state === "blank") return;
    for (const { field, column, rule, demand } of checks) {
      const value = row[column] ?? "";
      const reason = isBlank(value) ? missing(demand(row, state)) : judge(value, rule);
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

function missing(because: Condition | null): Reason | null {
  return because && { rule: "required", because };
}

function judge(value: CellValue, rule: CellRule | null): Reason | null {
  if (isErrorText(value)) return { rule: "errorValue" };
  return rule ? rule(value) : null;
}
