import type { FieldId } from "../schema/fieldIds";
import { isBlank, type CellValue } from "../values/value";
import { activities, inOrder, type Activity } from "./activity";
import { winRateCases } from "./conversion";
import { groupKey, type Customer } from "./customer";
import { lastContactReader, lastTouches } from "./lastContact";
import { periodPair, type PeriodId } from "./periods";
import type { NumbersBasis } from "./rowsBehind/numberRef";

/** An open customer on an owner's sheet. Days are serials of the workbook's date system. */
export interface OwnerSheetRow {
  readonly customer: Customer;
  readonly lastContact: number | null;
  readonly nextDate: number | null;
  readonly nextStep: string;
}

/** What is talked about with one owner. */
export interface OwnerSheet {
  readonly activity: Activity;
  /** Those that are overdue first, then by their next date; those without one come between. */
  readonly open: readonly OwnerSheetRow[];
  /** Won and lost in the period, the latest first. */
  readonly closed: readonly Customer[];
}

/** A sheet for each owner who has open customers, or closed some in the period: those with most overdue first. */
export function ownerSheets(basis: NumbersBasis, id: PeriodId): readonly OwnerSheet[] {
  const { measures, records, today, touches } = basis;
  const period = periodPair(id, basis).now;
  const lastContactOf = lastContactReader(records, today, lastTouches(touches, today));
  const cell = (row: readonly CellValue[], field: FieldId): CellValue => {
    const at = records.columns.get(field);
    return at === undefined ? "" : (row[at] ?? "");
  };
  const rowOf = (customer: Customer): OwnerSheetRow => {
    const row = records.values[customer.index] ?? [];
    const [next, step] = [cell(row, "nextDate"), cell(row, "nextStep")];
    return {
      customer,
      lastContact: lastContactOf(row).day,
      nextDate: typeof next === "number" && next >= 1 ? Math.floor(next) : null,
      nextStep: isBlank(step) ? "" : String(step),
    };
  };
  const lines = activities(measures.customers, touches, period, { ...basis, owners: [] });
  return inOrder(lines, "overdue").flatMap((activity): readonly OwnerSheet[] => {
    const own = measures.customers.filter(({ owner }) => groupKey(owner) === groupKey(activity.name));
    const open = own.filter(({ state }) => state === "open").map(rowOf);
    const closed = [...winRateCases("closed", own, period).whole];
    if (open.length + closed.length === 0) return [];
    return [
      {
        activity,
        open: open.sort(
          (a, b) => (b.customer.daysLate ?? 0) - (a.customer.daysLate ?? 0) || (a.nextDate ?? 0) - (b.nextDate ?? 0),
        ),
        closed: closed.sort((a, b) => (b.closed ?? 0) - (a.closed ?? 0)),
      },
    ];
  });
}
