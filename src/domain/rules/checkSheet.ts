import type { ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import { acrossRows, regroups, type KeyChange, type RowKeys } from "./acrossRows";
import { missingColumns } from "./columns";
import type { Finding } from "./finding";
import { validate } from "./validate";

/** A checked sheet, with what makes it cheap to check again after some rows changed. */
export interface CheckedSheet {
  readonly records: Records;
  /** All findings: those of the sheet as a whole, then those of its rows in sheet order. */
  readonly findings: readonly Finding[];
  readonly ofSheet: readonly Finding[];
  /** What rows are by themselves, and compared with each other; both in sheet order. */
  readonly ofRows: readonly Finding[];
  readonly acrossRows: readonly Finding[];
  readonly keys: readonly RowKeys[];
}

/** Two lists in sheet order as one. */
function merge(rows: readonly Finding[], across: readonly Finding[]): readonly Finding[] {
  if (across.length === 0) return rows;
  const merged: Finding[] = [];
  let next = 0;
  for (const finding of rows) {
    for (let other = across[next]; other && other.row < finding.row; other = across[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(finding);
  }
  for (; next < across.length; next += 1) {
    const other = across[next];
    if (other) merged.push(other);
  }
  return merged;
}

/** Checks a whole sheet with every rule that needs nothing but its values. */
export function checkSheet(records: Records, review: ReviewContext): CheckedSheet {
  const { schema, language } = review;
  const across = acrossRows(records.columns, schema);
  const keys = records.values.map(across.keysOf);
  const ofSheet = missingColumns(records, schema.fields, language);
  const ofRows = validate(records, review);
  const between = across.findings(records, keys);
  return { records, findings: [...ofSheet, ...merge(ofRows, between)], ofSheet, ofRows, acrossRows: between, keys };
}

/**
 * The same sheet after rows changed, from `first` on (their place among the records). Gives what a check of everything gives;
 * rows are only compared with each other again where what they are compared by has changed.
 */
export function checkRowsAgain(
  before: CheckedSheet,
  first: number,
  rows: Records["values"],
  review: ReviewContext,
): CheckedSheet {
  const values = [...before.records.values];
  const keys = [...before.keys];
  const records: Records = { ...before.records, values };
  const across = acrossRows(records.columns, review.schema);
  const changed: KeyChange[] = [];
  rows.forEach((row, index) => {
    const place = first + index;
    if (across.concerns(values[place] ?? [], row)) {
      const after = across.keysOf(row);
      changed.push({ place, before: keys[place] ?? null, after });
      keys[place] = after;
    }
    values[place] = row;
  });
  const area = { ...records.area, row: records.area.row + first, rows: rows.length };
  const fresh = validate({ ...records, area, values: rows }, review);
  const [above, below] = [area.row + 1, area.row + rows.length];
  const ofRows = [
    ...before.ofRows.filter(({ row }) => row < above),
    ...fresh,
    ...before.ofRows.filter(({ row }) => row > below),
  ];
  const between = regroups(changed, keys) ? across.findings(records, keys) : before.acrossRows;
  const { ofSheet } = before;
  return { records, findings: [...ofSheet, ...merge(ofRows, between)], ofSheet, ofRows, acrossRows: between, keys };
}
