import { isBlank, type CellValue } from "../cells/value";
import type { RowState } from "../measures/clocks";
import type { Field, Schema } from "../schema/field";
import type { ColumnMap } from "../sheet/records";

/** Fields that a row of this state must fill, from the observed ones up; dormant fields ask for nothing. */
export function isRequired(field: Field, state: RowState["state"]): boolean {
  if (state === "blank" || field.requiredWhen === "never") return false;
  return field.requiredWhen === "always" || state === "open" || state === "broken";
}

/**
 * Builds the function that names a row's missing items: required fields of level warn or require that are blank. It is
 * what the calculated column for missing items shows.
 */
export function missingFields(
  columns: ColumnMap,
  schema: Schema,
): (row: readonly CellValue[], state: RowState["state"]) => readonly Field[] {
  const asked = schema.fields.flatMap((field) => {
    const column = columns.get(field.id);
    return column === undefined || field.level === "observe" || field.requiredWhen === "never"
      ? []
      : [{ field, column }];
  });
  const nothing: readonly Field[] = [];
  return (row, state) => {
    let found: Field[] | null = null;
    for (const { field, column } of asked) {
      if (isRequired(field, state) && isBlank(row[column] ?? "")) (found ??= []).push(field);
    }
    return found ?? nothing;
  };
}
