import { foldText } from "../values/text";
import { isErrorText, type CellValue } from "../values/value";
import { normalisedName } from "./customerName";
import { isMobile, isTelling, normalisedPhones } from "./phoneKeys";
import { keyIndexBuilder, noKeys, sharedKeys, type Keys, type SharedKey } from "./sharedKeys";

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

/** What a row is compared by for one cause: it is the same customer as another row with which it has a key in common. */
export function customerKeys(cause: DuplicateCause, value: CellValue): Keys {
  if (value === "" || isErrorText(value)) return noKeys;
  switch (cause) {
    case "id":
      return unlessBlank(plainId.test(String(value)) ? String(value).toLowerCase() : foldText(String(value)));
    case "name":
      return unlessBlank(normalisedName(String(value)));
    case "phone":
      return tellingPhones(value);
  }
}

function unlessBlank(key: string): Keys {
  return key === "" ? noKeys : key;
}

/** A mobile number is what most cells hold; it is its own key, and tells one customer from another. */
function tellingPhones(value: CellValue): Keys {
  return typeof value === "string" && isMobile(value) ? value : normalisedPhones(value).filter(isTelling);
}

/**
 * Rows that are the same customer: by equal ID, by the same name as `normalisedName` compares, or by a telephone number in
 * common. Rows that one group holds together already are not reported again for a weaker cause. Groups stand in the order of
 * their first row. Time grows with the number of rows, not with its square.
 */
export function findDuplicates(rows: readonly CustomerRow[]): readonly DuplicateGroup[] {
  return duplicatesAmong((cause) => {
    const { index, add } = keyIndexBuilder();
    rows.forEach((row, place) => add(customerKeys(cause, row[cause]), place));
    return sharedKeys(index);
  });
}

/** The same for rows whose common keys are known, for each cause in the order in which their second row comes. */
export function duplicatesAmong(sharedBy: (cause: DuplicateCause) => readonly SharedKey[]): readonly DuplicateGroup[] {
  const found: DuplicateGroup[] = [];
  /** Groups that a row is in, by the row's place. */
  const groupsOf = new Map<number, Set<DuplicateGroup>>();
  for (const cause of causes) {
    for (const { key, rows } of sharedBy(cause)) {
      const [first = -1, ...others] = rows;
      const together = [...(groupsOf.get(first) ?? [])];
      if (together.some((group) => others.every((place) => groupsOf.get(place)?.has(group)))) continue;
      const group: DuplicateGroup = { cause, key, rows };
      found.push(group);
      for (const place of rows) {
        const groups = groupsOf.get(place);
        if (groups) groups.add(group);
        else groupsOf.set(place, new Set([group]));
      }
    }
  }
  // Sorting is stable: groups with the same first row stay in the order of their causes.
  return found.sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}
