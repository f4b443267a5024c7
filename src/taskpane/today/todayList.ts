import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import type { DueGroup, DueItem } from "../../domain/clocks/due";
import type { ListedCustomer } from "../../domain/log/customers";
import { secondFollowUps, type SecondFollowUp } from "../../domain/log/secondFollowUp";
import { mondayOf } from "../../domain/values/date";
import { dueSections, type OwnerChoice } from "./dueGroups";

/** Groups of the list besides those of the clocks. */
export type ListGroup = DueGroup | "secondFollowUp" | "tomorrow" | "thisWeek" | "others";

/** One customer of the list. */
export interface TodayRow {
  /** Excel's row number. */
  readonly row: number;
  readonly group: ListGroup;
  /** Why it wants attention today; null where it does not. */
  readonly item: DueItem | null;
  /** Null on a sheet that was not set up. */
  readonly customer: ListedCustomer | null;
  /** The day that the group is about: of another contact, or of the next one; null where `item` tells it, or there is none. */
  readonly day: number | null;
}

export interface TodaySection {
  readonly group: ListGroup;
  readonly rows: readonly TodayRow[];
  /** All to whom the word of the group applies, those included that stand in an earlier group. */
  readonly total: number;
}

const keyAccountsFirst = (a: ListedCustomer, b: ListedCustomer) => Number(b.keyAccount) - Number(a.keyAccount);

/** Lost and parked customers whose day has come: by the date that the sheet names, which the figures count, and by their reason. */
export function comingBack(
  check: Pick<CheckResult, "due" | "today">,
  customers: readonly ListedCustomer[],
  book: RepBook,
): readonly SecondFollowUp[] {
  const days = new Map(
    check.due.flatMap(({ group, row, days: since }) =>
      group === "revisit" && since !== null ? [[row, check.today - since] as const] : [],
    ),
  );
  const dated = customers.flatMap((customer) => {
    const due = days.get(customer.row);
    return due === undefined ? [] : [{ customer, due }];
  });
  const others = secondFollowUps(customers, book).filter(({ customer }) => !days.has(customer.row));
  return [...dated, ...others].sort((a, b) => keyAccountsFirst(a.customer, b.customer) || a.due - b.due);
}

/** Open customers whose next day is one of these, the earliest first. */
function upcoming(customers: readonly ListedCustomer[], first: number, last: number): readonly ListedCustomer[] {
  return customers
    .filter(({ state, nextDate }) => state === "open" && nextDate !== null && nextDate >= first && nextDate <= last)
    .sort((a, b) => (a.nextDate ?? 0) - (b.nextDate ?? 0) || keyAccountsFirst(a, b));
}

/**
 * The list of the day in its groups, in working order; groups without a customer are left out. Each customer stands once, in the first
 * group that fits. On a sheet that is only looked at there is no more than the groups of the clocks.
 * @param customers those of whoever is chosen
 */
export function todaySections(
  check: Pick<CheckResult, "due" | "today" | "system">,
  owner: OwnerChoice,
  customers: readonly ListedCustomer[],
  book: RepBook | null,
): readonly TodaySection[] {
  const byRow = new Map(customers.map((customer) => [customer.row, customer]));
  const shared = new Set(owner === null ? [] : byRow.keys());
  const due = dueSections(check.due, owner, shared)
    .filter(({ group }) => book === null || group !== "revisit")
    .map(({ group, items, total }) => ({
      group,
      total,
      rows: items.map((item) => ({ row: item.row, group, item, customer: byRow.get(item.row) ?? null, day: null })),
    }));
  if (book === null) return due;
  const taken = new Set(due.flatMap(({ rows }) => rows.map(({ row }) => row)));
  const section = (
    group: ListGroup,
    all: readonly { readonly customer: ListedCustomer; readonly day: number | null }[],
  ) => ({
    group,
    total: all.length,
    rows: all
      .filter(({ customer }) => !taken.has(customer.row))
      .map(({ customer, day }) => ({ row: customer.row, group, item: null, customer, day })),
  });
  const { today, system } = check;
  const sunday = mondayOf(today, system) + 6;
  const dated = (customer: ListedCustomer) => ({ customer, day: customer.nextDate });
  return [
    ...due,
    section(
      "secondFollowUp",
      comingBack(check, customers, book).map(({ customer, due: day }) => ({ customer, day })),
    ),
    section("tomorrow", upcoming(customers, today + 1, today + 1).map(dated)),
    section("thisWeek", upcoming(customers, today + 2, sunday).map(dated)),
  ].filter(({ rows }) => rows.length > 0);
}

/** The groups that are left of a list when only some rows are wanted, and a last one of wanted customers who stand in none. */
export function narrowed(
  sections: readonly TodaySection[],
  wanted: readonly ListedCustomer[],
): readonly TodaySection[] {
  const rows = new Set(wanted.map(({ row }) => row));
  const left = sections
    .map((section) => ({ ...section, rows: section.rows.filter(({ row }) => rows.has(row)) }))
    .filter((section) => section.rows.length > 0);
  return [...left, ...othersOf(sections, wanted)];
}

/** Customers who stand in no group, as a group of their own. */
export function othersOf(
  sections: readonly TodaySection[],
  customers: readonly ListedCustomer[],
): readonly TodaySection[] {
  const listed = new Set(sections.flatMap((section) => section.rows.map(({ row }) => row)));
  const others = customers.filter(({ row }) => !listed.has(row));
  if (others.length === 0) return [];
  const rows = others.map((customer) => ({
    row: customer.row,
    group: "others" as const,
    item: null,
    customer,
    day: customer.state === "open" ? customer.nextDate : null,
  }));
  return [{ group: "others", rows, total: rows.length }];
}
