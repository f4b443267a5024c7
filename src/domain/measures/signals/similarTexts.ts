import { each, type Steps } from "../../steps/steps";

/** Length of the runs of characters that texts are compared by. */
const runLength = 3;
/** Share of runs that similar texts have in common at the least, as a fraction: 80 %. */
const [common, of] = [4, 5] as const;

/** Calls `visit` for the texts that are similar to one of them, in no order, until it returns false. */
export type LookAround = (index: number, visit: (other: number) => boolean) => void;

/**
 * Finds texts of which at least 80 % of the different runs of three characters are the same: Jaccard, |A∩B| / |A∪B| ≥ 0.8.
 * Exact, without comparing every text with every other. Each text keeps its runs with the rarest first. Similar texts
 * share at least 80 % of the runs of either, so one of the first `n - ⌈0.8n⌉ + 1` runs of both must be the same: only texts
 * that share one of those are compared, and no further than it can still be enough.
 * Source: prefix and positional filter of Xiao, Wang, Lin and Yu, "Efficient similarity joins for near duplicate
 * detection", WWW 2008.
 */
export function* similarTexts(texts: readonly string[]): Steps<LookAround> {
  const { sets, shared, count } = yield* rarestFirst(texts);
  const posted = yield* post(sets, shared, count);
  /** The look around in which each text was last compared. */
  const compared = new Int32Array(texts.length);
  let round = 0;
  return (index, visit) => {
    const runs = sets[index];
    if (runs === undefined) return;
    round += 1;
    compared[index] = round;
    for (let at = 0; at < prefixOf(runs.length); at += 1) {
      const run = runs[at] ?? 0;
      if (run < shared) continue;
      for (let place = posted.from[run] ?? 0; place < (posted.from[run + 1] ?? 0); place += 1) {
        const text = posted.texts[place] ?? 0;
        if (compared[text] === round) continue;
        compared[text] = round;
        const others = sets[text];
        if (others && areSimilar(runs, others, at, posted.places[place] ?? 0) && !visit(text)) return;
      }
    }
  };
}

/** How many of a text's rarest runs have to be looked at. A text too short for any run is like no other. */
function prefixOf(length: number): number {
  return length === 0 ? 0 : length - Math.ceil((common * length) / of) + 1;
}

/**
 * Counts the runs that two texts have in common, and stops as soon as they cannot be enough.
 * @param at place in `a` of the first run that both have, and `there` in `b`: none of those before is in both
 */
function areSimilar(a: Int32Array, b: Int32Array, at: number, there: number): boolean {
  const [endOfA, endOfB] = [a.length, b.length];
  // |A∩B| / (|A| + |B| - |A∩B|) ≥ 4/5, in whole numbers.
  const needed = Math.ceil((common * (endOfA + endOfB)) / (common + of));
  // Runs of either that the other may still be without.
  let [spareOfA, spareOfB] = [endOfA - at - needed, endOfB - there - needed];
  let left = at;
  let right = there;
  while (spareOfA >= 0 && spareOfB >= 0) {
    if (left === endOfA || right === endOfB) return true;
    const mine = a[left] ?? 0;
    const other = b[right] ?? 0;
    if (mine <= other) left += 1;
    else spareOfB -= 1;
    if (other <= mine) right += 1;
    else spareOfA -= 1;
  }
  return false;
}

/** For each run, the texts that have it among their first ones, and its place there. */
interface Posted {
  /** Where the run's entries begin; they end where those of the next one begin. */
  readonly from: Int32Array;
  readonly texts: Int32Array;
  readonly places: Int32Array;
}

function* post(sets: readonly Int32Array[], shared: number, count: number): Steps<Posted> {
  const from = new Int32Array(count + 1);
  const eachRun = (visit: (run: number, text: number, at: number) => void) =>
    each(sets, (runs, text) => {
      for (let at = 0; at < prefixOf(runs.length); at += 1) {
        const run = runs[at] ?? 0;
        if (run >= shared) visit(run, text, at);
      }
    });
  yield* eachRun((run) => (from[run + 1] = (from[run + 1] ?? 0) + 1));
  for (let run = 0; run < count; run += 1) from[run + 1] = (from[run + 1] ?? 0) + (from[run] ?? 0);
  const next = from.slice();
  const [texts, places] = [new Int32Array(from[count] ?? 0), new Int32Array(from[count] ?? 0)];
  yield* eachRun((run, text, at) => {
    const place = next[run] ?? 0;
    next[run] = place + 1;
    texts[place] = text;
    places[place] = at;
  });
  return { from, texts, places };
}

interface RunSets {
  /** The different runs of each text as ascending numbers: the rarer a run among the texts, the smaller its number. */
  readonly sets: readonly Int32Array[];
  /** The first number of a run that more than one text has. */
  readonly shared: number;
  /** How many different runs there are. */
  readonly count: number;
}

function* rarestFirst(texts: readonly string[]): Steps<RunSets> {
  const most = texts.reduce((sum, text) => sum + text.length, 0);
  const { numberOf, count } = runNumbers(most);
  /** In how many texts each run is, and the last of them, from 1. */
  const [spread, last] = [new Int32Array(most), new Int32Array(most)];
  const sets: Int32Array[] = [];
  yield* each(texts, (text, index) => {
    const runs = new Int32Array(Math.max(0, text.length - runLength + 1));
    let different = 0;
    for (let start = 0; start + runLength <= text.length; start += 1) {
      const number = numberOf(text, start);
      if (last[number] === index + 1) continue;
      last[number] = index + 1;
      spread[number] = (spread[number] ?? 0) + 1;
      runs[different] = number;
      different += 1;
    }
    sets.push(runs.subarray(0, different));
  });
  // Sorted by counting: how many runs are in fewer texts, then one after the other.
  const starts = new Int32Array(texts.length + 2);
  for (let run = 0; run < count(); run += 1) {
    const above = (spread[run] ?? 0) + 1;
    starts[above] = (starts[above] ?? 0) + 1;
  }
  for (let size = 1; size < starts.length; size += 1) starts[size] = (starts[size] ?? 0) + (starts[size - 1] ?? 0);
  const shared = starts[2] ?? 0;
  const ranks = new Int32Array(count());
  for (let run = 0; run < ranks.length; run += 1) {
    const size = spread[run] ?? 0;
    const rank = starts[size] ?? 0;
    starts[size] = rank + 1;
    ranks[run] = rank;
  }
  yield;
  yield* each(sets, (runs) => {
    for (let at = 0; at < runs.length; at += 1) runs[at] = ranks[runs[at] ?? 0] ?? 0;
    runs.sort();
  });
  return { sets, shared, count: count() };
}

/**
 * Numbers the different runs of three characters as they come, from 0. A hash table of its own: a Map of so many large
 * numbers takes several times as long.
 * @param most upper limit of the number of different runs
 */
function runNumbers(most: number): { numberOf: (text: string, start: number) => number; count: () => number } {
  let size = 16;
  while (size < 2 * most) size *= 2;
  /** The first two characters of the run in each slot, the third, and its number from 1; 0 for a free slot. */
  const [heads, tails, numbers] = [new Int32Array(size), new Uint16Array(size), new Int32Array(size)];
  let count = 0;
  return {
    count: () => count,
    numberOf: (text, start) => {
      const head = (text.charCodeAt(start) << 16) | text.charCodeAt(start + 1);
      const tail = text.charCodeAt(start + 2);
      const mixed = Math.imul(Math.imul(head, 0x9e3779b1) ^ tail, 0x85ebca6b);
      let slot = (mixed ^ (mixed >>> 15)) & (size - 1);
      while (numbers[slot] !== 0) {
        if (heads[slot] === head && tails[slot] === tail) return (numbers[slot] ?? 1) - 1;
        slot = (slot + 1) & (size - 1);
      }
      heads[slot] = head;
      tails[slot] = tail;
      count += 1;
      numbers[slot] = count;
      return count - 1;
    },
  };
}
