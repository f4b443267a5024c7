import type { Records } from "../followUps/records";
import type { Schema } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";
import { placeReader } from "../schema/stagePlaces";
import type { CellValue } from "../values/value";
import type { ListedCustomer } from "./customers";

/** A stage that was changed in the grid. */
export interface StageMove {
  /** As it stands now. */
  readonly customer: ListedCustomer;
  readonly from: string;
  /** Whoever changed it wrote the day of entry too. */
  readonly keepsDate: boolean;
  /** It was won or lost with it. */
  readonly isClosing: boolean;
}

/**
 * Stages that differ between two looks at the same rows, of customers that stand where they stood. A stage that the Settings do not list is
 * a slip that will be mended: it is no move, and neither is the way from it.
 * @param before values of the rows as they were
 * @param customers as they are now, of all rows
 */
export function stageMoves(
  before: Records,
  now: Records,
  customers: () => readonly ListedCustomer[],
  { stages }: Pick<Schema, "stages">,
): readonly StageMove[] {
  const placeOf = placeReader(stages);
  const at = ({ columns }: Records, row: readonly CellValue[], field: FieldId) =>
    String(row[columns.get(field) ?? -1] ?? "");
  const changed = new Map<number, readonly CellValue[]>();
  now.values.forEach((row, index) => {
    const was = before.values[index];
    // Rows that nobody looked at again are the very same.
    if (!was || was === row || at(before, was, "id") !== at(now, row, "id")) return;
    const [from, to] = [at(before, was, "stage"), at(now, row, "stage")];
    const isListed = placeOf(to) !== null && (from.trim() === "" || placeOf(from) !== null);
    if (isListed && from.toLowerCase() !== to.toLowerCase()) changed.set(now.area.row + index + 1, was);
  });
  if (changed.size === 0) return [];
  return customers().flatMap((customer): readonly StageMove[] => {
    const was = changed.get(customer.row);
    if (!was || customer.id === "") return [];
    const place = placeOf(customer.stage);
    const row = now.values[customer.row - 1 - now.area.row] ?? [];
    const keepsDate = at(before, was, "stageSince") !== at(now, row, "stageSince");
    const isClosing = place === "won" || place === "lost";
    return [{ customer, from: at(before, was, "stage"), keepsDate, isClosing }];
  });
}
