import type { FieldId } from "../schema/fieldIds";
import { isBlank, type CellValue } from "../values/value";
import type { ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import { cellAddress } from "../workbook/area";
import type { RowState } from "../clocks/clocks";
import { dueGroups, flagsOf, type DueItem } from "../clocks/due";
import { lastContactReader, type LastTouches } from "./lastContact";

/** Builds the function that turns a row into an item of the to-do list; null for a row that wants no attention. */
export function dueReader(
  records: Records,
  { schema, today }: ReviewContext,
  log: LastTouches,
): (row: readonly CellValue[], index: number, state: RowState) => DueItem | null {
  const { columns, area, sheet } = records;
  const lastContactOf = lastContactReader(records, today, log);
  const textReader = (field: FieldId) => {
    const at = columns.get(field);
    return (row: readonly CellValue[]) => (at === undefined ? "" : String(row[at] ?? ""));
  };
  const [customer, owner, stage, type] = [
    textReader("customer"),
    textReader("owner"),
    textReader("stage"),
    textReader("customerType"),
  ];
  const keyTypes = new Set(schema.types.flatMap(({ name, keyAccount }) => (keyAccount ? [name.toLowerCase()] : [])));
  const goTo = columns.get("customer") ?? 0;
  return (row, index, state) => {
    // Nothing is to be done about what was won, nor about a row of which nothing can be said.
    if (state.state === "won" || state.state === "broken") return null;
    const [first, ...also] = flagsOf(state);
    if (first === undefined) return null;
    const { day, evidence } = lastContactOf(row);
    return {
      // Not spread: with thousands of items that alone takes longer than all figures.
      group: first.group,
      days: first.days,
      limit: first.limit,
      also,
      customer: customer(row),
      owner: owner(row),
      stage: stage(row),
      lastContact: day,
      evidence,
      keyAccount: keyTypes.size > 0 && keyTypes.has(type(row).toLowerCase()),
      note: lastWords(row, records),
      sheet,
      cell: cellAddress(area.row + index, area.column + goTo),
      row: area.row + index + 1,
    };
  };
}

const places = new Map(dueGroups.map((group, place) => [group, place]));

/** Group by group, in each the key accounts first, then who has waited longest. */
export function inTurn(a: DueItem, b: DueItem): number {
  return (
    (places.get(a.group) ?? 0) - (places.get(b.group) ?? 0) ||
    Number(b.keyAccount) - Number(a.keyAccount) ||
    (b.days ?? 0) - (a.days ?? 0)
  );
}

/** The words somebody wants to see before calling: the next step, else the customer's feedback, else the note. */
function lastWords(row: readonly CellValue[], { columns }: Records): string {
  for (const field of ["nextStep", "feedback", "note"] as const) {
    const at = columns.get(field);
    const value = at === undefined ? "" : (row[at] ?? "");
    if (!isBlank(value)) return String(value);
  }
  return "";
}
