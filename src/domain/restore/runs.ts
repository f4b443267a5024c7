/** Values one after the other, equal neighbours as one with their number: columns of a list are mostly blank or alike. */
export type Runs<T> = readonly (readonly [count: number, value: T])[];

export function toRuns<T>(values: readonly T[], same: (a: T, b: T) => boolean = Object.is): Runs<T> {
  const runs: [number, T][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && same(last[1], value)) last[0] += 1;
    else runs.push([1, value]);
  }
  return runs;
}

/** Most values that are taken from runs: a sheet has no more rows. */
const mostValues = 1_048_576;

export function fromRuns<T>(runs: Runs<T>): readonly T[] {
  const values: T[] = [];
  for (const [count, value] of runs) {
    const end = Math.min(values.length + count, mostValues);
    while (values.length < end) values.push(value);
  }
  return values;
}
