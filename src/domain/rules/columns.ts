import type { Field } from "../schema/field";
import { fieldName } from "../schema/fieldName";
import { cellAddress } from "../workbook/area";
import type { Records } from "../followUps/records";
import type { Language } from "../values/language";
import { severityOf, type Finding } from "./finding";

/** Columns that the sheet must have and has not, whether or not their cells must be filled. They stand at the header row's start. */
export function missingColumns(records: Records, fields: readonly Field[], language: Language): readonly Finding[] {
  const { area, columns, sheet } = records;
  const headerRow = Math.max(0, area.row - 1);
  return fields
    .filter(({ id, columnRequired }) => columnRequired && !columns.has(id))
    .map(({ id, level }) => ({
      reason: { rule: "columnMissing" },
      severity: severityOf[level],
      sheet,
      cell: cellAddress(headerRow, area.column),
      row: headerRow + 1,
      field: id,
      header: fieldName(id, language),
      value: "",
      customer: "",
    }));
}
