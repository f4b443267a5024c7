import { simplified } from "./hanForms";
import { vocabulary, type Concept } from "./vocabulary";

/** A header as its words tell it. */
export interface HeaderReading {
  readonly concepts: ReadonlySet<Concept>;
  /** True where a part of it is no word that we know. */
  readonly hasUnknown: boolean;
  /** True where a word was taken for one that differs by a letter. */
  readonly isGuessed: boolean;
}

/** Words that change nothing of what a header means. */
const fillers = new Set([
  ..."the of a an associated from for my our to in is up with and or e s c f fld fk sf hs crm hubspot txt str field info information".split(
    " ",
  ),
  ..."的 和 及 与 或 信息 栏 填写 请填写 必填 选填 该 本".split(" "),
]);
/** Signs without a width, which come along from web pages. */
const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;
const bracketed = /[([{【〔<《][^()[\]{}【】〔〕<>《》]*[)\]}】〕>》]/g;
const numbering = /^\s*(?:[([]?\d{1,2}\s*[.)\]、:．](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,2}、)\s*/;
/** Longer headers are sentences, and are not read word by word. */
const longest = 80;
/** Shorter words differ from others by a letter too often. */
const shortestGuess = 5;

function isConcept(key: string): key is Concept {
  return key in vocabulary;
}

const conceptOf = new Map<string, Concept>();
for (const [concept, words] of Object.entries(vocabulary)) {
  if (!isConcept(concept)) continue;
  for (const word of words.split(" ")) conceptOf.set(word, concept);
}
const latinWords = [...conceptOf.keys()].filter((word) => /^[a-z]+$/.test(word));
/** Letters of the longest word, Chinese or not. */
const longestWord = Math.max(...[...conceptOf.keys()].map((word) => word.length));
const longestHan = 8;
/** Shorter words hide in others when letters are read without spaces. */
const shortestPart = 3;

function isKnownWord(word: string): boolean {
  return conceptOf.has(word) || fillers.has(word);
}

/** The singular of a word that is known in it; else the word. */
function singular(word: string): string {
  if (isKnownWord(word)) return word;
  const ending = [/ies$/, /es$/, /s$/].find(
    (each) => each.test(word) && isKnownWord(word.replace(each, each.source === "ies$" ? "y" : "")),
  );
  return ending === undefined ? word : word.replace(ending, ending.source === "ies$" ? "y" : "");
}

/**
 * Parts a run of characters into known words, as few of them and with as little left over as there can be.
 * @param shortest length of a word that may be taken out of a run
 * @returns the words; what is no word stands as single characters
 */
function parted(run: string, shortest: number, most: number): readonly string[] {
  const best: { readonly cost: number; readonly words: readonly string[] }[] = [{ cost: 0, words: [] }];
  for (let end = 1; end <= run.length; end += 1) {
    const before = best[end - 1] ?? { cost: 0, words: [] };
    let now = { cost: before.cost + 10, words: [...before.words, run.slice(end - 1, end)] };
    for (let start = Math.max(0, end - most); start <= end - shortest; start += 1) {
      const word = run.slice(start, end);
      const from = best[start];
      if (from && isKnownWord(word) && from.cost + 1 < now.cost)
        now = { cost: from.cost + 1, words: [...from.words, word] };
    }
    best.push(now);
  }
  return best[run.length]?.words ?? [];
}

/** True where two words differ by one letter: another one, one more, one less, or two in the other order. */
function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = (restA[1] ?? "") + (restA[0] ?? "") + restA.slice(2);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) || swapped === restB;
}

/** Words of a run of Latin letters: one that is known, several written as one, or one with a letter wrong. */
function latinParts(run: string): { readonly words: readonly string[]; readonly isGuessed: boolean } {
  const word = singular(run);
  if (isKnownWord(word)) return { words: [word], isGuessed: false };
  const parts = parted(run, shortestPart, longestWord);
  if (parts.every((part) => part.length >= shortestPart)) return { words: parts, isGuessed: false };
  const singularParts = run.endsWith("s") ? parted(run.slice(0, -1), shortestPart, longestWord) : [];
  if (singularParts.length > 0 && singularParts.every((part) => part.length >= shortestPart))
    return { words: singularParts, isGuessed: false };
  const near =
    run.length < shortestGuess
      ? undefined
      : latinWords.find((known) => known.length >= shortestGuess && known[0] === run[0] && differByOne(known, run));
  return { words: [near ?? run], isGuessed: near !== undefined };
}

/** Latin words that stand apart and are one: follow up, pain point. At most three. */
function joinedWords(tokens: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const together = [3, 2].find((count) => {
      const some = tokens.slice(at, at + count);
      const word = some.join("");
      return some.length === count && /^[a-z]+$/.test(word) && (conceptOf.has(word) || conceptOf.has(singular(word)));
    });
    words.push(tokens.slice(at, at + (together ?? 1)).join(""));
    at += together ?? 1;
  }
  return words;
}

/** A header without marks, numbering and what stands in brackets, unless nothing else is left. */
function plainHeader(header: string): string {
  const text = simplified(header.normalize("NFKC").replace(invisible, "")).slice(0, longest);
  const without = text.replace(bracketed, " ").replace(numbering, "");
  return /[\p{L}\p{N}]/u.test(without) ? without : text;
}

/** Reads a header word by word, in whatever way the words are joined: `Deal - Stage`, `deal_stage`, `DealStage`, `dealstage`. */
export function readHeader(header: string): HeaderReading {
  const spaced = plainHeader(header)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase();
  const tokens = joinedWords(spaced.match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\d+/gu) ?? []);
  const concepts = new Set<Concept>();
  let [hasUnknown, isGuessed] = [false, false];
  for (const token of tokens) {
    const isHan = /\p{Script=Han}/u.test(token);
    const read = isHan ? { words: parted(token, 1, longestHan), isGuessed: false } : latinParts(token);
    isGuessed ||= read.isGuessed;
    for (const word of read.words) {
      const concept = conceptOf.get(word);
      if (concept !== undefined) concepts.add(concept);
      else if (!fillers.has(word)) hasUnknown = true;
    }
  }
  return { concepts, hasUnknown, isGuessed };
}
