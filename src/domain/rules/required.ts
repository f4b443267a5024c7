import { isBlank, type CellValue } from "../values/value";
import type { RowState } from "../clocks/clocks";
import type { Condition, Field, Schema, SimpleCondition } from "../schema/field";
import type { ColumnMap } from "../followUps/records";

type Row = readonly CellValue[];

/** Tells which condition asks for a field in a row of this state; null where none does. */
type Demand = (row: Row, state: RowState["state"]) => Condition | null;

const nobody: Demand = () => null;

/** Whether a condition asks. */
function holds(
  condition: Condition,
  columns: ColumnMap,
  schema: Schema,
): (row: Row, state: RowState["state"]) => boolean {
  if (condition.kind !== "all") return holdsAlone(condition, columns, schema);
  const all = condition.of.map((each) => holdsAlone(each, columns, schema));
  return (row, state) => all.every((each) => each(row, state));
}

/** Whether one condition asks. Text is compared as Excel's `=` does: case makes no difference. */
function holdsAlone(
  condition: SimpleCondition,
  columns: ColumnMap,
  schema: Schema,
): (row: Row, state: RowState["state"]) => boolean {
  switch (condition.kind) {
    case "always":
      return () => true;
    case "open":
      // Where a key cell shows an error nobody can tell, and what is asked of open customers is asked.
      return (_, state) => state === "open" || state === "broken";
    case "outcome":
      return (_, state) => state === condition.outcome;
    case "customerType": {
      const column = columns.get("customerType");
      const wanted = condition.type.toLowerCase();
      return column === undefined ? () => false : (row) => String(row[column] ?? "").toLowerCase() === wanted;
    }
    case "fromStage": {
      const column = columns.get("stage");
      const first = schema.stages.findIndex(({ name }) => name.toLowerCase() === condition.stage.toLowerCase());
      if (column === undefined || first < 0) return () => false;
      const reached = new Set(
        schema.stages.flatMap(({ name, kind }, place) =>
          kind === "won" || (kind === "open" && place >= first) ? [name.toLowerCase()] : [],
        ),
      );
      return (row, state) =>
        (state === "open" || state === "won") && reached.has(String(row[column] ?? "").toLowerCase());
    }
    case "oneOf": {
      const others = condition.fields.flatMap((id) => columns.get(id) ?? []);
      return (row) => others.every((column) => isBlank(row[column] ?? ""));
    }
  }
}

/**
 * Builds the function that tells whether, and why, a field must be filled in a row. Dormant fields and rows that are no
 * customers ask for nothing.
 */
export function demandOf(field: Field, columns: ColumnMap, schema: Schema): Demand {
  const [only, ...others] = field.requiredWhen;
  if (only === undefined) return nobody;
  const asks = holds(only, columns, schema);
  if (others.length === 0) return (row, state) => (state !== "blank" && asks(row, state) ? only : null);
  const all = field.requiredWhen.map((condition) => ({ condition, asks: holds(condition, columns, schema) }));
  return (row, state) => (state === "blank" ? null : (all.find((each) => each.asks(row, state))?.condition ?? null));
}

/**
 * Builds the function that names a row's missing items: required fields of level warn or require that are blank. It is
 * what the calculated column for missing items shows.
 */
export function missingFields(
  columns: ColumnMap,
  schema: Schema,
): (row: Row, state: RowState["state"]) => readonly Field[] {
  const asked = schema.fields.flatMap((field) => {
    const column = columns.get(field.id);
    return column === undefined || field.level === "observe" || field.requiredWhen.length === 0
      ? []
      : [{ field, column, demand: demandOf(field, columns, schema) }];
  });
  const nothing: readonly Field[] = [];
  return (row, state) => {
    let found: Field[] | null = null;
    for (const { field, column, demand } of asked) {
      if (isBlank(row[column] ?? "") && demand(row, state) !== null) (found ??= []).push(field);
    }
    return found ?? nothing;
  };
}
