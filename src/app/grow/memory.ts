import { decodeBase, encodeBase, noBase, type UpdateBase } from "../../domain/adoption/grow/base";
import { decodeSources, encodeSources, withSource, type Source } from "../../domain/adoption/grow/sources";
import type { Store, StoreEdits } from "../../domain/bookkeeping/store";

/** Key under which it is kept what columns and values of exports were taken for. */
const mappingKey = "mapping";
/** What a source brought last is kept under a key of its own. */
const baseKeys = "base:";
/** Characters of all that was brought: a megabyte, so that the file stays small. */
const mostCharacters = 1_000_000;

/** What is remembered of earlier updates; null where nothing can be kept in this workbook. */
export interface Memory {
  readonly store: Store | null;
  readonly sources: readonly Source[];
}

/** @param store what stands in the workbook; null where nothing does yet */
export function memoryOf(store: Store | null): Memory {
  return { store, sources: decodeSources(store?.get(mappingKey) ?? "[]") };
}

export function baseOf({ store }: Memory, source: Source | null): UpdateBase {
  const text = source === null ? undefined : store?.get(baseKeys + source.key);
  return text === undefined ? noBase : decodeBase(text);
}

/** What is written down of an update, and how many rows of it, or of earlier ones, had to be forgotten for it. */
export interface Remembering {
  readonly edits: StoreEdits;
  readonly forgotten: number;
}

/** Writes down what a source brought and what its columns were taken for. The source that was used longest ago makes room. */
export function remember({ store, sources: before }: Memory, source: Source, base: UpdateBase): Remembering {
  const sources = withSource(before, source);
  const own = encodeBase(base, mostCharacters);
  const known = new Set(sources.map(({ key }) => baseKeys + key));
  const texts = new Map<string, string | null>();
  for (const key of store?.keys() ?? []) if (key.startsWith(baseKeys) && !known.has(key)) texts.set(key, null);
  texts.set(mappingKey, encodeSources(sources));
  texts.set(baseKeys + source.key, own.text);
  let [left, forgotten] = [mostCharacters - own.text.length, own.dropped];
  for (const { key } of [...sources].reverse().slice(1)) {
    const text = store?.get(baseKeys + key);
    if (text === undefined) continue;
    if (text.length <= left) {
      left -= text.length;
    } else {
      texts.set(baseKeys + key, null);
      forgotten += decodeBase(text).rows.size;
    }
  }
  return { edits: { texts, bound: [baseKeys + source.key] }, forgotten };
}
