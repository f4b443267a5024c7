import type { FieldId } from "../schema/fieldIds";
import { isBlank, type CellValue } from "../values/value";
import type { ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import { cellAddress } from "../workbook/area";
import type { RowState } from "../clocks/clocks";
import { dueGroups, flagsOf, type DueItem } from "../clocks/due";
import { lastContactReader, type LastTouches } from "./lastContact";
import { noTrends, type Trends } from "./trends";

/** Builds the function that turns a row into an item of the to-do list; null for a row that wants no attention. */
export function dueReader(
  records: Records,
  { schema, today }: ReviewContext,
  log: LastTouches,
  trends: Trends = noTrends,
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
  const idOf = textReader("id");
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
      trend: trends.size > 0 && state.state === "open" ? (trends.get(idOf(row))?.kind ?? null) : null,
      note: lastWords(row, records),
      sheet,
      cell: cellAddress(area.row + index, area.column + goTo),
      row: area.row + index + 1,
    };
  };
}

/** Items by their days; those without any count as 0. */
type ByDays = Map<number, DueItem[]>;

/**
 * The items group by group, in each the key accounts first, then who has waited longest; else in the order of the sheet. Put
 * into heaps by their days, which are few: comparing item with item takes far longer on a long list.
 */
export function inTurn(items: readonly DueItem[]): readonly DueItem[] {
  /** Of each group two: the key accounts, and the others. */
  const byHeap = dueGroups.flatMap((): readonly ByDays[] => [new Map(), new Map()]);
  for (const item of items) {
    const heap = byHeap[2 * dueGroups.indexOf(item.group) + (item.keyAccount ? 0 : 1)];
    const days = item.days ?? 0;
    const same = heap?.get(days);
    if (same) same.push(item);
    else heap?.set(days, [item]);
  }
  return byHeap.flatMap((heap) => [...heap].sort(([a], [b]) => b - a).flatMap(([, same]) => same));
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
