import { entryText, looksBlank } from "../values/tidy";
import { isBlank, isErrorText, type CellValue } from "../values/value";
import { valueKey } from "../values/valueKey";

/** A value as it stands in the cells, whatever it means. */
export interface Counted {
  readonly key: string;
  /** As it is written most often, tidied. */
  readonly value: string;
  readonly cells: number;
  /** Its spellings as they stand there, the most frequent first. */
  readonly spellings: readonly string[];
  /** True where every cell holds exactly `value`. */
  readonly exact: boolean;
}

/** True for a cell that holds a value: nothing but spaces is none, and an Excel error is another rule's business. */
export function isFilled(value: CellValue): boolean {
  return !isBlank(value) && !isErrorText(value) && !(typeof value === "string" && looksBlank(value));
}

/** Which different values a column has in how many cells, in the order they first appear. */
export function countCells(rows: readonly (readonly CellValue[])[], column: number): ReadonlyMap<CellValue, number> {
  const cells = new Map<CellValue, number>();
  for (const row of rows) {
    const value = row[column] ?? "";
    if (value !== "") cells.set(value, (cells.get(value) ?? 0) + 1);
  }
  return new Map([...cells].filter(([value]) => isFilled(value)));
}

interface Tally {
  cells: number;
  exact: boolean;
  readonly spellings: Map<string, number>;
}

const add = (counts: Map<string, number>, text: string, cells: number) => {
  counts.set(text, (counts.get(text) ?? 0) + cells);
};

const byCount = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);

/**
 * Values that differ in nothing but spaces, width and case, as one each, in the order they first appear.
 * @param textsOf the entries that one cell's value holds, as the sheet shows them
 * @param most more values than this are no list
 * @returns null where there are more
 */
export function countValues(
  cells: ReadonlyMap<CellValue, number>,
  textsOf: (value: CellValue) => readonly string[],
  most: number,
): readonly Counted[] | null {
  const tallies = new Map<string, Tally>();
  for (const [value, count] of cells) {
    for (const text of textsOf(value)) {
      const key = valueKey(text);
      const tally = tallies.get(key) ?? { cells: 0, exact: true, spellings: new Map<string, number>() };
      tallies.set(key, tally);
      tally.cells += count;
      // A number that is shown as the entry is not the text that a list holds.
      tally.exact &&= typeof value === "string";
      add(tally.spellings, text, count);
    }
    if (tallies.size > most) return null;
  }
  return [...tallies].map(([key, tally]): Counted => {
    const tidied = new Map<string, number>();
    for (const [text, count] of tally.spellings) add(tidied, entryText(text), count);
    const spellings = byCount(tally.spellings);
    const value = byCount(tidied)[0] ?? "";
    return {
      key,
      value,
      cells: tally.cells,
      spellings,
      exact: tally.exact && spellings.every((text) => text === value),
    };
  });
}
