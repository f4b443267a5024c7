/** What a cell is compared by: one key, or a list of several or none. Nearly every cell has one, and no list is made for it. */
export type Keys = string | readonly string[];

export const noKeys: Keys = [];

/** A key that several rows have. */
export interface SharedKey {
  readonly key: string;
  /** Places of the rows, ascending; at least two. */
  readonly rows: readonly number[];
}

/** Which rows have which key. Most keys have one row, so that only the others have a list. */
export interface KeyIndex {
  readonly firstOf: ReadonlyMap<string, number>;
  /** In the order in which their second row came. */
  readonly repeated: ReadonlyMap<string, readonly number[]>;
}

/** Builds an index row by row. */
export interface KeyIndexBuilder {
  readonly index: KeyIndex;
  /** Takes a row's keys, which are all different. The rows come in their order. */
  readonly add: (keys: Keys, place: number) => void;
}

export function keyIndexBuilder(): KeyIndexBuilder {
  const firstOf = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  const addOne = (key: string, place: number) => {
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, place);
      return;
    }
    const places = repeated.get(key);
    if (places) places.push(place);
    else repeated.set(key, [first, place]);
  };
  return {
    index: { firstOf, repeated },
    add: (keys, place) => {
      if (typeof keys === "string") addOne(keys, place);
      else keys.forEach((key) => addOne(key, place));
    },
  };
}

/** The rows that have a key. */
export function rowsWith(key: string, { firstOf, repeated }: KeyIndex): readonly number[] {
  const several = repeated.get(key);
  if (several) return several;
  const first = firstOf.get(key);
  return first === undefined ? [] : [first];
}

/** The keys that more than one row has. */
export function sharedKeys({ repeated }: KeyIndex): readonly SharedKey[] {
  return Array.from(repeated, ([key, rows]) => ({ key, rows }));
}

/** A cell's keys one by one. */
export function listOfKeys(keys: Keys): readonly string[] {
  return typeof keys === "string" ? [keys] : keys;
}
