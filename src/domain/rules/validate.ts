import type { FieldId } from "../schema/fieldIds";
import { isBlank, isErrorText, type CellValue } from "../values/value";
import { stateReader } from "../clocks/clocks";
import type { Field } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";
import { cellAddress } from "../workbook/area";
import type { Records } from "../followUps/records";
import { cellRuleOf } from "./cellRules";
import { judgedRule, judgedSheet, type JudgedRule, type JudgedSheet } from "./judgedSheet";
import { severityOf, type Finding, type Reason } from "./finding";
import type { CellRule } from "./kind";
import { demandOf } from "./required";
import type { RowReport } from "./rowRule";
import { rowChecks } from "./rowRules";

/** One field's share of the check: where it stands, what is asked of filled cells, and when a blank one is missing. */
interface ColumnCheck {
  readonly field: Field;
  readonly column: number;
  /** Where the column has to say what the cell means; it speaks before the rule. */
  readonly judged: JudgedRule | null;
  readonly rule: CellRule | null;
  readonly demand: ReturnType<typeof demandOf>;
}

/** What was found in the row that is being looked at. */
interface Found {
  readonly check: ColumnCheck;
  readonly reason: Reason;
}

function problemOf(value: CellValue, row: readonly CellValue[], { judged, rule }: ColumnCheck): Reason | null {
  if (isErrorText(value)) return { rule: "errorValue" };
  const reason = judged ? judged(value, row) : null;
  return reason ?? (rule ? rule(value) : null);
}

/**
 * Builds the function that checks one row by itself: required values, kinds, lists, limits, patterns, Excel errors, dates that
 * contradict each other or the stage. One cause gives one finding; a row that is no customer gives none.
 */
export function rowChecker(
  records: Records,
  review: ReviewContext,
  judged: JudgedSheet,
): (row: readonly CellValue[], index: number, findings: Finding[]) => void {
  const { schema } = review;
  const { columns, area, sheet } = records;
  const stateOf = stateReader(columns, review);
  const customerColumn = columns.get("customer");
  const checks = schema.fields
    .flatMap((field): readonly ColumnCheck[] => {
      const column = columns.get(field.id);
      if (column === undefined) return [];
      return [
        {
          field,
          column,
          judged: judgedRule(field, judged, review),
          rule: cellRuleOf(field, review),
          demand: demandOf(field, columns, schema),
        },
      ];
    })
    .sort((a, b) => a.column - b.column);
  const checkOf = new Map(checks.map((check) => [check.field.id, check]));
  const ofRow = rowChecks({ columns, ...review });

  let found: Found[] = [];
  const report: RowReport<Reason> = {
    isSound: (id: FieldId) => found.length === 0 || found.every(({ check }) => check.field.id !== id),
    add: (id, reason) => {
      const check = checkOf.get(id);
      if (check) found.push({ check, reason });
    },
  };

  return (row: readonly CellValue[], index: number, findings: Finding[]): void => {
    const state = stateOf(row);
    if (state === "blank") return;
    for (const check of checks) {
      const value = row[check.column] ?? "";
      if (isBlank(value)) {
        const because = check.demand(row, state);
        if (because !== null) found.push({ check, reason: { rule: "required", because } });
        continue;
      }
      const reason = problemOf(value, row, check);
      if (reason !== null) found.push({ check, reason });
    }
    const single = found.length;
    for (const look of ofRow) look(row, state, report);
    if (found.length === 0) return;
    if (found.length > single) found.sort((a, b) => a.check.column - b.check.column);
    for (const { check, reason } of found) {
      findings.push({
        reason,
        severity: severityOf[check.field.level],
        sheet,
        cell: cellAddress(area.row + index, area.column + check.column),
        row: area.row + index + 1,
        field: check.field.id,
        header: check.field.header ?? "",
        value: row[check.column] ?? "",
        customer: customerColumn === undefined ? "" : String(row[customerColumn] ?? ""),
      });
    }
    found = [];
  };
}

/**
 * Checks every row by itself. Findings stand in sheet order, by row, then by column.
 * @param judged how the columns are read, where these are not all of their rows
 */
export function validate(
  records: Records,
  review: ReviewContext,
  judged: JudgedSheet = judgedSheet(records, review),
): readonly Finding[] {
  const check = rowChecker(records, review, judged);
  const findings: Finding[] = [];
  records.values.forEach((row, index) => check(row, index, findings));
  return findings;
}
