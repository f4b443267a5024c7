import { foldText } from "../values/text";
import { isErrorText, type CellValue } from "../values/value";
import { normalisedName } from "./customerName";
import { isTelling, normalisedPhones } from "./phoneKeys";

/** What of a row says who the customer is; blank where the sheet has no such column. */
export interface CustomerRow {
  readonly id: CellValue;
  readonly name: CellValue;
  readonly phone: CellValue;
}

/** What makes rows the same customer, the stronger first. */
const causes = ["id", "name", "phone"] as const;
export type DuplicateCause = (typeof causes)[number];

export interface DuplicateGroup {
  readonly cause: DuplicateCause;
  /** What the rows have in common, in the form in which it was compared. */
  readonly key: string;
  /** Places in the rows given, ascending; at least two. */
  readonly rows: readonly number[];
}

/** An ID with nothing to fold but its case. */
const plainId = /^[!-~]+$/;

/** What rows are compared by: a row is the same customer as another with which it has a key in common. */
export type CustomerKeys = Readonly<Record<DuplicateCause, readonly string[]>>;

/** The keys of one row. Working them out is what takes the time: whoever compares again and again keeps them. */
export function customerKeys(row: CustomerRow): CustomerKeys {
  return { id: keysOf(row, "id"), name: keysOf(row, "name"), phone: keysOf(row, "phone") };
}

const noKeys: readonly string[] = [];

function keysOf(row: CustomerRow, cause: DuplicateCause): readonly string[] {
  const value = row[cause];
  if (value === "" || isErrorText(value)) return noKeys;
  switch (cause) {
    case "id":
      return someKey(plainId.test(String(value)) ? String(value).toLowerCase() : foldText(String(value)));
    case "name":
      return someKey(normalisedName(String(value)));
    case "phone":
      return normalisedPhones(value).filter(isTelling);
  }
}

function someKey(key: string): readonly string[] {
  return key === "" ? [] : [key];
}

/**
 * Rows that are the same customer: by equal ID, by the same name as `normalisedName` compares, or by a telephone number in
 * common. Rows that one group holds together already are not reported again for a weaker cause. Groups stand in the order of
 * their first row. Time grows with the number of rows, not with its square.
 */
export function findDuplicates(rows: readonly CustomerRow[]): readonly DuplicateGroup[] {
  return duplicatesAmong(rows.map(customerKeys));
}

/** The same for rows whose keys are known. A row without any key is no customer's. */
export function duplicatesAmong(rows: readonly CustomerKeys[]): readonly DuplicateGroup[] {
  const found: DuplicateGroup[] = [];
  /** Groups that a row is in, by the row's place. */
  const groupsOf = new Map<number, Set<DuplicateGroup>>();
  for (const cause of causes) {
    /** First place of each key; most keys have no other. */
    const firstOf = new Map<string, number>();
    const repeated = new Map<string, number[]>();
    rows.forEach((row, place) => {
      for (const key of row[cause]) {
        const first = firstOf.get(key);
        if (first === undefined) {
          firstOf.set(key, place);
          continue;
        }
        const places = repeated.get(key);
        if (places) places.push(place);
        else repeated.set(key, [first, place]);
      }
    });
    for (const [key, places] of repeated) {
      const [first = -1, ...others] = places;
      const together = [...(groupsOf.get(first) ?? [])];
      if (together.some((group) => others.every((place) => groupsOf.get(place)?.has(group)))) continue;
      const group: DuplicateGroup = { cause, key, rows: places };
      found.push(group);
      for (const place of places) {
        const groups = groupsOf.get(place);
        if (groups) groups.add(group);
        else groupsOf.set(place, new Set([group]));
      }
    }
  }
  // Sorting is stable: groups with the same first row stay in the order of their causes.
  return found.sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}
