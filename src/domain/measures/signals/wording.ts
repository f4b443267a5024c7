import { atOnce, each, type Steps } from "../../steps/steps";
import { foldText } from "../../values/text";
import type { Touch } from "../../log/touch";
import { similarTexts } from "./similarTexts";
import { addTo, byRow, pastOf, rowCase, type Look, type SignalCase } from "./signal";

/** Customers with the same or nearly the same words. */
const copiedCustomers = 3;
/** Words shorter than this are the same by chance. Characters. */
const shortestCopy = 6;

/** Touches by their words; spaces, punctuation, case and full width make no difference. */
function byWords(past: readonly Touch[]): ReadonlyMap<string, readonly Touch[]> {
  const groups = new Map<string, Touch[]>();
  for (const touch of past) {
    if (touch.kind !== "contact") continue;
    const words = foldText(touch.content).replace(/[，。,.!！、;；]/g, "");
    if (words.length >= shortestCopy) addTo(groups, words, touch);
  }
  return groups;
}

function customersOf(touches: readonly Touch[]): ReadonlySet<string> {
  return new Set(touches.map(({ customerId }) => customerId));
}

function isCopied(same: readonly Touch[]): boolean {
  return customersOf(same).size >= copiedCustomers;
}

/** Touches whose words are the very same for three customers or more. */
export function copies(look: Look): readonly SignalCase[] {
  return [...byWords(look.past).values()]
    .filter(isCopied)
    .flat()
    .sort(byRow)
    .map((touch) => rowCase(look, touch));
}

/** A touch with words nearly those of others, and a row of two other customers. */
interface Likeness {
  readonly touch: Touch;
  readonly others: readonly Touch[];
}

/** What was found in a log that was read once: an edit of a customer brings no new words. */
const known = new WeakMap<readonly Touch[], { readonly today: number; readonly found: readonly Likeness[] }>();

/**
 * Touches whose words are nearly those of others: of the runs of three characters in either, at least 80 % are in both
 * (3-gram Jaccard, |A∩B| / |A∪B| ≥ 0.8), for three customers or more with the touch's own. Exact copies are left to
 * `copies`, but one that differs a little from them is found here. Each case names its own log row first, then a row of two
 * other customers to hold it against.
 */
export function similarWording(look: Look): readonly SignalCase[] {
  return atOnce(likenesses(look)).map(({ touch, others }) => ({
    ...rowCase(look, touch),
    logRows: [touch, ...others].map(({ row }) => row),
  }));
}

/** The same touches found in steps, for a large log before anybody asks for them; nothing is left to do where they were found before. */
export function* likenesses({ touches, today }: Pick<Look, "touches" | "today">): Steps<readonly Likeness[]> {
  const before = known.get(touches);
  if (before?.today === today) return before.found;
  const found = yield* findSimilar(pastOf(touches, today));
  known.set(touches, { today, found });
  return found;
}

function* findSimilar(past: readonly Touch[]): Steps<readonly Likeness[]> {
  const groups = [...byWords(past)];
  const likeOf = yield* similarTexts(groups.map(([words]) => words));
  /** Around each text: a row of each of the first three customers, and the texts that had to be looked at for them. */
  const around: { readonly rows: ReadonlyMap<string, Touch>; readonly others: readonly number[] }[] = [];
  yield* each(groups, (_, index) => {
    const rows = new Map<string, Touch>();
    const others: number[] = [];
    const isShort = (text: number) => {
      for (const touch of groups[text]?.[1] ?? []) {
        if (rows.size < copiedCustomers && !rows.has(touch.customerId)) rows.set(touch.customerId, touch);
      }
      return rows.size < copiedCustomers;
    };
    if (isShort(index)) {
      likeOf(index, (other) => {
        others.push(other);
        return isShort(other);
      });
    }
    around.push({ rows, others });
  });
  const isFull = (text: number) => around[text]?.rows.size === copiedCustomers;
  return groups
    .flatMap(([, same], index) => {
      if (isCopied(same)) return [];
      // With too few around the text itself, it may still be one of those around another.
      const middle = isFull(index) ? index : around[index]?.others.find(isFull);
      if (middle === undefined) return [];
      const rows = [...(around[middle]?.rows.values() ?? [])];
      return same.map((touch) => ({
        touch,
        others: rows.filter(({ customerId }) => customerId !== touch.customerId).slice(0, copiedCustomers - 1),
      }));
    })
    .sort((a, b) => byRow(a.touch, b.touch));
}
