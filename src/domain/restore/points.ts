import type { Store } from "../bookkeeping/store";
import {
  readContent,
  readIndex,
  type PointContent,
  type PointEntry,
  type PointIndex,
  type RestoreCause,
  type RestorePoint,
} from "./point";

const indexKey = "restore";
const contentKey = (id: string) => `restore.${id}`;

/** Restore points that are kept, and bytes of all of them together; what is older goes first. The set-up's own stays whatever its size. */
export const mostPoints = 5;
export const mostBytes = 1_000_000;

/** Bytes of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The restore points of a workbook, the oldest first, without what they hold. */
export function pointsIn(store: Store): PointIndex {
  return readIndex(store.get(indexKey));
}

/** The points from the newest down to the one of that ID; null for one whose text is damaged, or that is not there. */
export function pointsDownTo(store: Store, id: string): readonly RestorePoint[] | null {
  const { points } = pointsIn(store);
  const from = points.findIndex((entry) => entry.id === id);
  const wanted = points.slice(from).reverse();
  const read = wanted.flatMap((entry) => {
    const content = readContent(store.get(contentKey(entry.id)));
    return content ? [{ entry, content }] : [];
  });
  return from >= 0 && read.length === wanted.length ? read : null;
}

function without(store: Store, entries: readonly PointEntry[]): Store {
  const gone = new Set(entries.map(({ id }) => contentKey(id)));
  return new Map([...store].filter(([key]) => !gone.has(key)));
}

function withIndex(store: Store, index: PointIndex): Store {
  return new Map([...store, [indexKey, JSON.stringify(index)]]);
}

/** The oldest points that have to go; never the first set-up's, and never the newest. */
function tooMany(points: readonly PointEntry[]): readonly PointEntry[] {
  const gone: PointEntry[] = [];
  for (const entry of points.slice(0, -1)) {
    const left = points.filter((each) => !gone.includes(each));
    if (left.length <= mostPoints && left.reduce((sum, { bytes }) => sum + bytes, 0) <= mostBytes) break;
    if (!entry.first) gone.push(entry);
  }
  return gone;
}

/** The store with one more point. The oldest ones go where it gets too large. */
export function withPoint(
  store: Store,
  { at, cause, first, content }: Pick<PointEntry, "at" | "first"> & { cause: RestoreCause; content: PointContent },
): Store {
  const { points, dropped } = pointsIn(store);
  const text = JSON.stringify(content);
  const number = Math.max(0, ...points.map(({ id }) => Number(id) || 0)) + 1;
  const entry: PointEntry = { id: String(number), at, cause, first, bytes: bytesOf(text) };
  const all = [...points, entry];
  const gone = tooMany(all);
  const index = { points: all.filter((each) => !gone.includes(each)), dropped: dropped + gone.length };
  return withIndex(new Map([...without(store, gone), [contentKey(entry.id), text]]), index);
}

/** The store after these points were given back. */
export function withoutPoints(store: Store, given: readonly RestorePoint[]): Store {
  const { points, dropped } = pointsIn(store);
  const gone = new Set(given.map(({ entry }) => entry.id));
  const rest = points.filter(({ id }) => !gone.has(id));
  return withIndex(
    without(
      store,
      given.map(({ entry }) => entry),
    ),
    { points: rest, dropped },
  );
}
