import type { FieldId } from "../schema/fieldIds";
import type { Schema } from "../schema/field";
import { cellAddress } from "../workbook/area";
import type { Records } from "../followUps/records";
import { severityOf, type Finding } from "./finding";

/** Formulas in the column of a field that people fill in. */
export interface FormulaColumn {
  readonly field: FieldId;
  /** How many of its cells hold one; at least 1. */
  readonly cells: number;
  /** The first of them, counted from the list's first row. */
  readonly first: number;
}

/** Fields that a formula of ours fills where a sheet begins from nothing: a column of it is right as it is. */
const filledByFormula: ReadonlySet<FieldId> = new Set<FieldId>(["department"]);

/**
 * Formulas where values belong: one finding a column, at its first formula. A column of nothing but formulas is the team's own
 * doing and only mentioned; single ones among values are as loud as the field's rule.
 */
export function formulaFindings(records: Records, schema: Schema, found: readonly FormulaColumn[]): readonly Finding[] {
  const { sheet, area, columns, values } = records;
  return found.flatMap(({ field, cells, first }): readonly Finding[] => {
    const offset = columns.get(field);
    const rule = schema.fields.find(({ id }) => id === field);
    if (offset === undefined || !rule) return [];
    if (filledByFormula.has(field) && cells === values.length) return [];
    const all = cells === values.length && cells > 1;
    const row = values[first] ?? [];
    return [
      {
        reason: { rule: "formula", cells, all },
        severity: all ? "info" : severityOf[rule.level],
        sheet,
        cell: cellAddress(area.row + first, area.column + offset),
        row: area.row + first + 1,
        field,
        header: rule.header ?? "",
        value: row[offset] ?? "",
        customer: all ? "" : String(row[columns.get("customer") ?? -1] ?? "").trim(),
      },
    ];
  });
}
