import type { ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import { atOnce, each, type Steps } from "../steps/steps";
import { acrossRows } from "./acrossRows";
import { missingColumns } from "./columns";
import { countBefore } from "../values/ascending";
import { comparing, regroups, withChanges, type Comparison, type RowChange } from "./comparison";
import type { Finding } from "./finding";
import { judgedAgain, judging, readOtherwise, type JudgedSheet } from "./judgedSheet";
import { rowChecker } from "./validate";

/** A checked sheet, with what makes it cheap to check again after some rows changed. */
export interface CheckedSheet {
  readonly records: Records;
  /** All findings: those of the sheet as a whole, then those of its rows in sheet order. */
  readonly findings: readonly Finding[];
  readonly ofSheet: readonly Finding[];
  /** What rows are by themselves, and compared with each other; both in sheet order. */
  readonly ofRows: readonly Finding[];
  readonly acrossRows: readonly Finding[];
  readonly comparison: Comparison;
  readonly judged: JudgedSheet;
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

function together(parts: Omit<CheckedSheet, "findings">): CheckedSheet {
  const { ofSheet, ofRows } = parts;
  const ofBody = merge(ofRows, parts.acrossRows);
  return { ...parts, findings: ofSheet.length === 0 ? ofBody : [...ofSheet, ...ofBody] };
}

/** Checks a whole sheet with every rule that needs nothing but its values. */
export function checkSheet(records: Records, review: ReviewContext): CheckedSheet {
  return atOnce(checkingSheet(records, review));
}

/** The same in steps. */
export function* checkingSheet(records: Records, review: ReviewContext): Steps<CheckedSheet> {
  const { schema, language } = review;
  const across = acrossRows(records.columns, schema);
  const judged = yield* judging(records, review);
  const check = rowChecker(records, review, judged);
  const ofRows: Finding[] = [];
  yield* each(records.values, (row, index) => check(row, index, ofRows));
  const comparison = yield* comparing(records.values, across.reader);
  const between = across.findings(records, comparison);
  yield;
  const ofSheet = missingColumns(records, schema.fields, language);
  return together({ records, ofSheet, ofRows, acrossRows: between, comparison, judged });
}

/** How many of the findings, which stand in sheet order, are of rows above one. */
function countAbove(row: number, findings: readonly Finding[]): number {
  return countBefore(findings, (finding) => finding.row < row);
}

/** A sheet some of whose rows have changed, from `first` on. */
interface Changed extends Pick<CheckedSheet, "records" | "judged"> {
  readonly first: number;
  readonly count: number;
}

/** What rows are by themselves after some of them changed: these are checked again, and those that are read otherwise now. */
function rowFindings(before: CheckedSheet, changed: Changed, review: ReviewContext): readonly Finding[] {
  const { records, first, count, judged } = changed;
  const { ofRows } = before;
  const isOther = readOtherwise(before.judged, judged, review);
  const check = rowChecker(records, review, judged);
  const fresh: Finding[] = [];
  if (isOther === null) {
    for (let place = first; place < first + count; place += 1) check(records.values[place] ?? [], place, fresh);
    const row = records.area.row + first + 1;
    return ofRows.slice(0, countAbove(row, ofRows)).concat(fresh, ofRows.slice(countAbove(row + count, ofRows)));
  }
  const again = new Set<number>();
  records.values.forEach((row, place) => {
    if ((place < first || place >= first + count) && !isOther(row)) return;
    again.add(records.area.row + place + 1);
    check(row, place, fresh);
  });
  return merge(
    ofRows.filter(({ row }) => !again.has(row)),
    fresh,
  );
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
  const records: Records = { ...before.records, values };
  const across = acrossRows(records.columns, review.schema);
  const edits = rows.map((after, index): RowChange => {
    const place = first + index;
    return { place, before: values[place] ?? [], after };
  });
  for (const { place, after } of edits) values[place] = after;
  const changes = edits.filter((change) => across.concerns(change.before, change.after));
  const judged = judgedAgain(before.judged, edits);
  const { ofSheet } = before;
  const ofRows = rowFindings(before, { records, first, count: rows.length, judged }, review);
  const parts = { records, ofSheet, ofRows, judged };
  if (changes.length === 0) return together({ ...parts, acrossRows: before.acrossRows, comparison: before.comparison });
  const comparison = withChanges(before.comparison, changes, across.reader);
  const hasNewGroups = regroups(before.comparison, comparison, changes, across.reader);
  return together({
    ...parts,
    acrossRows: hasNewGroups ? across.findings(records, comparison) : before.acrossRows,
    comparison,
  });
}
