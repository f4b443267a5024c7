import { each, type Steps } from "../steps/steps";
import type { CellValue } from "../values/value";
import {
  keyIndexBuilder,
  listOfKeys,
  rowsWith,
  sharedKeys,
  type KeyIndex,
  type Keys,
  type SharedKey,
} from "../matching/sharedKeys";

type Row = readonly CellValue[];

/** What one row is compared with the others by, a place for each column that is compared; null for a row that is no customer. */
export type RowKeys = readonly Keys[] | null;

/**
 * Which rows have which keys. The index of all rows is made once and never changed: an edit keeps the rows that changed since beside
 * it, with their keys of now, so that it costs no more than those rows do.
 */
export interface Comparison {
  /** Of all rows as they were first, by column that is compared. */
  readonly first: readonly KeyIndex[];
  /** Rows that have changed since, by place; they do not count in `first` any more. */
  readonly changed: ReadonlyMap<number, RowKeys>;
  /** The keys of these alone. */
  readonly ofChanged: readonly KeyIndex[];
  /** Rows that are a customer. */
  readonly customers: number;
}

/** Reads what a row is compared by. */
export interface KeyReader {
  readonly columns: number;
  readonly keysOf: (row: Row, compared: number) => Keys;
  readonly isCustomer: (row: Row) => boolean;
}

/**
 * Compares all rows, column by column: several indexes that grow at the same time are more than a processor keeps at hand, and take
 * half as long again.
 */
export function* comparing(rows: readonly Row[], { columns, keysOf, isCustomer }: KeyReader): Steps<Comparison> {
  let customers = 0;
  yield* each(rows, (row) => {
    if (isCustomer(row)) customers += 1;
  });
  const first: KeyIndex[] = [];
  for (let compared = 0; compared < columns; compared += 1) {
    const { index, add } = keyIndexBuilder();
    yield* each(rows, (row, place) => {
      if (isCustomer(row)) add(keysOf(row, compared), place);
    });
    first.push(index);
  }
  return { first, changed: new Map(), ofChanged: [], customers };
}

/** A row as it was and as it is, by its place among the records. */
export interface RowChange {
  readonly place: number;
  readonly before: Row;
  readonly after: Row;
}

function rowKeys({ columns, keysOf, isCustomer }: KeyReader, row: Row): RowKeys {
  return isCustomer(row) ? Array.from({ length: columns }, (_, compared) => keysOf(row, compared)) : null;
}

/** The same comparison after some rows changed. */
export function withChanges(before: Comparison, changes: readonly RowChange[], reader: KeyReader): Comparison {
  const changed = new Map(before.changed);
  let { customers } = before;
  for (const change of changes) {
    changed.set(change.place, rowKeys(reader, change.after));
    customers += Number(reader.isCustomer(change.after)) - Number(reader.isCustomer(change.before));
  }
  const inOrder = [...changed].sort(([a], [b]) => a - b);
  const ofChanged = before.first.map((_, compared) => {
    const { index, add } = keyIndexBuilder();
    for (const [place, keys] of inOrder) if (keys !== null) add(keys[compared] ?? [], place);
    return index;
  });
  return { ...before, changed, ofChanged, customers };
}

/** The rows that have a key now. */
function rowsNow({ first, changed, ofChanged }: Comparison, compared: number, key: string): readonly number[] {
  const [before, since] = [first[compared], ofChanged[compared]];
  const unchanged = before ? rowsWith(key, before).filter((place) => !changed.has(place)) : [];
  const others = since ? rowsWith(key, since) : [];
  return others.length === 0 ? unchanged : [...unchanged, ...others].sort((a, b) => a - b);
}

/**
 * False where changes leave all that rows have in common as it was, because none of these rows was or is like another one:
 * a handful of keys to look up, where the groups of a large sheet may be many.
 */
export function regroups(
  before: Comparison,
  after: Comparison,
  changes: readonly RowChange[],
  reader: KeyReader,
): boolean {
  // A sheet with a row per deal is told by the number of its customers.
  if (before.customers !== after.customers) return true;
  const isShared = (row: Row, comparison: Comparison) =>
    (rowKeys(reader, row) ?? []).some((keys, compared) =>
      listOfKeys(keys).some((key) => rowsNow(comparison, compared, key).length > 1),
    );
  return changes.some((change) => isShared(change.before, before) || isShared(change.after, after));
}

/** The keys that several rows have now, in the order of their second rows: the order in which a look at all rows finds them. */
export function sharedNow(
  comparison: Comparison,
  compared: number,
  values: readonly Row[],
  reader: KeyReader,
): readonly SharedKey[] {
  const { first, changed, ofChanged } = comparison;
  const all = first[compared];
  if (!all) return [];
  if (changed.size === 0) return sharedKeys(all);
  const candidates = new Set([...all.repeated.keys(), ...(ofChanged[compared]?.firstOf.keys() ?? [])]);
  const shared = Array.from(candidates, (key) => ({ key, rows: rowsNow(comparison, compared, key) })).filter(
    ({ rows }) => rows.length > 1,
  );
  const second = ({ rows }: SharedKey) => rows[1] ?? 0;
  const placeInCell = (one: SharedKey) =>
    listOfKeys(reader.keysOf(values[second(one)] ?? [], compared)).indexOf(one.key);
  return shared.sort((a, b) => second(a) - second(b) || placeInCell(a) - placeInCell(b));
}
