import type { Entry, SchemaDraft } from "../../schema/draft";
import { isBlank, type CellInput, type CellValue } from "../../values/value";
import type { Place } from "../place";

/** A row as it should be: which row it is now, and the cells that are to hold something else, by offset. */
export interface TargetRow {
  readonly from: number | null;
  readonly set: ReadonlyMap<number, CellInput>;
}

/** A table of named entries with what a draft makes of them. */
export interface DraftedTable {
  readonly place: Place;
  /** Where each column of ours stands, as offsets; -1 where one has gone. The first one holds the names. */
  readonly offsets: readonly number[];
  /** What tells a row from the others, by its name. */
  readonly keyOf: (cell: CellValue) => string;
  readonly entries: readonly Entry<unknown>[];
  /** Cells of the rows before the draft, by name, and of the entries after it, in our columns' order. */
  readonly before: ReadonlyMap<string, readonly CellInput[]>;
  readonly now: readonly (readonly CellInput[])[];
  /** Whether the order of the rows means something. */
  readonly ordered: boolean;
}

const untouched = (from: number): TargetRow => ({ from, set: new Map() });

/** Cells that differ between two rows of a table as we would write them, by offset. A row that there was not differs in all. */
function differing(
  before: readonly CellInput[] | null,
  now: readonly CellInput[],
  offsets: readonly number[],
): ReadonlyMap<number, CellInput> {
  return new Map(
    now.flatMap((cell, at) => {
      const offset = offsets[at] ?? -1;
      return offset < 0 || before?.[at] === cell ? [] : [[offset, cell] as const];
    }),
  );
}

/** The first row of each name. */
function rowsByKey({ place, offsets, keyOf }: DraftedTable): ReadonlyMap<string, number> {
  const [nameOffset = -1] = offsets;
  const rows = new Map<string, number>();
  place.rows.forEach((row, index) => {
    const cell = row[nameOffset] ?? "";
    if (!isBlank(cell) && !rows.has(keyOf(cell))) rows.set(keyOf(cell), index);
  });
  return rows;
}

/** The rows of the draft's entries, in its order. */
function wantedRows(
  { entries, before, now, offsets }: DraftedTable,
  rowOf: ReadonlyMap<string, number>,
): readonly TargetRow[] {
  return entries.flatMap((entry, index): readonly TargetRow[] => {
    const cells = now[index] ?? [];
    const old = entry.was === null ? null : (before.get(entry.was) ?? null);
    const from = entry.was === null ? undefined : rowOf.get(entry.was.toLowerCase());
    if (from !== undefined) return [{ from, set: differing(old, cells, offsets) }];
    // Somebody took the row away meanwhile: it comes back only where it was edited here.
    if (old !== null && differing(old, cells, offsets).size === 0) return [];
    return [{ from: null, set: differing(null, cells, offsets) }];
  });
}

/** Rows of entries that the draft takes away. */
function removedRows({ entries, before }: DraftedTable, rowOf: ReadonlyMap<string, number>): ReadonlySet<number> {
  const kept = new Set(entries.map(({ was }) => was?.toLowerCase()));
  return new Set(
    [...before.keys()].flatMap((name) => {
      const row = rowOf.get(name.toLowerCase());
      return kept.has(name.toLowerCase()) || row === undefined ? [] : [row];
    }),
  );
}

/**
 * The rows of a table that has one row per entry. Rows that nobody asked about keep their place; where entries came, went or
 * moved, the rows are put in order, and what stands beside them moves along.
 */
export function entryRows(table: DraftedTable): readonly TargetRow[] {
  const { place, ordered } = table;
  const rowOf = rowsByKey(table);
  const wanted = wantedRows(table, rowOf);
  const removed = removedRows(table, rowOf);
  const standing = wanted.flatMap(({ from }) => (from === null ? [] : [from]));
  const inOrder = !ordered || standing.every((row, at) => at === 0 || row > (standing[at - 1] ?? -1));
  const newAtEnd =
    !ordered || wanted.findIndex(({ from }) => from === null) >= standing.length || standing.length === wanted.length;
  const byRow = new Map(wanted.flatMap((row) => (row.from === null ? [] : [[row.from, row] as const])));
  const added = wanted.filter(({ from }) => from === null);
  const isRowBlank = (from: number) => (place.rows[from] ?? []).every((cell) => isBlank(cell));
  if (removed.size === 0 && inOrder && newAtEnd) {
    const stay = place.rows.map((_, row) => byRow.get(row) ?? untouched(row));
    if (added.length === 0) return stay;
    while (stay.length > 0 && isRowBlank(stay.length - 1)) stay.pop();
    return [...stay, ...added];
  }
  const others = place.rows.flatMap((_, row) =>
    byRow.has(row) || removed.has(row) || isRowBlank(row) ? [] : [untouched(row)],
  );
  const inPlace = ordered ? wanted : [...standing].sort((a, b) => a - b).flatMap((row) => byRow.get(row) ?? []);
  return [...inPlace, ...(ordered ? [] : added), ...others];
}

/**
 * Rows of the table of days. A day that goes takes its row with it, unless another day stands there. The note is the team's
 * own: it goes where its day goes.
 * @param offsets of the days off and of the make-up days
 */
export function dayRows(place: Place, offsets: readonly number[], draft: SchemaDraft): readonly TargetRow[] {
  const [offAt = -1, onAt = -1] = offsets;
  const { off, on } = draft.calendar;
  const before = draft.base.calendar;
  const gone = (days: readonly number[], now: readonly number[]) => new Set(days.filter((day) => !now.includes(day)));
  const come = (days: readonly number[], now: readonly number[]) => now.filter((day) => !days.includes(day));
  const [offGone, onGone] = [gone(before.off, off), gone(before.on, on)];
  const [offCome, onCome] = [come(before.off, off), come(before.on, on)];
  if (offGone.size + onGone.size + offCome.length + onCome.length === 0)
    return place.rows.map((_, from) => untouched(from));
  const isGone = (cell: CellValue, days: ReadonlySet<number>) => typeof cell === "number" && days.has(Math.floor(cell));
  const rows = place.rows.flatMap((row, from): readonly TargetRow[] => {
    const [offCell, onCell] = [row[offAt] ?? "", row[onAt] ?? ""];
    const [dropOff, dropOn] = [isGone(offCell, offGone), isGone(onCell, onGone)];
    if ((dropOff || dropOn) && (dropOff || isBlank(offCell)) && (dropOn || isBlank(onCell))) return [];
    if (row.every((cell) => isBlank(cell))) return [];
    const set = new Map<number, CellInput>();
    if (dropOff) set.set(offAt, "");
    if (dropOn) set.set(onAt, "");
    return [{ from, set }];
  });
  const added = Array.from({ length: Math.max(offCome.length, onCome.length) }, (_, index): TargetRow => {
    const set = new Map<number, CellInput>();
    if (offAt >= 0) set.set(offAt, offCome[index] ?? "");
    if (onAt >= 0) set.set(onAt, onCome[index] ?? "");
    return { from: null, set };
  });
  return [...rows, ...added];
}
