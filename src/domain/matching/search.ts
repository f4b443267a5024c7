import { plainText } from "../values/tidy";
import type { CellValue } from "../values/value";
import { normalisedPhones } from "./phoneKeys";

/**
 * The syllables that a Chinese character can be read as, lower case, without tones; none for another character. The domain
 * has no table of them: the pane brings one.
 */
export type Pinyin = (character: string) => readonly string[];

export interface SearchedCustomer {
  readonly name: string;
  readonly contact: string;
  readonly phone: CellValue;
}

/** One character of a name: the sounds that a person may type for it. */
type Sounds = readonly string[];

interface Searched {
  readonly name: string;
  readonly contact: string;
  readonly phones: readonly string[];
  /** Null until a search by sound needs them. */
  sounds: { readonly name: readonly Sounds[]; readonly contact: readonly Sounds[] } | null;
}

/** How well a word fits, the better first. Customers that fit equally well stay in the order in which they were given. */
const ranks = {
  nameIs: 0,
  nameStarts: 1,
  phoneStarts: 2,
  contactStarts: 3,
  nameSoundsFromStart: 4,
  nameHolds: 5,
  phoneEnds: 6,
  contactHolds: 7,
  contactSounds: 8,
  nameSounds: 9,
  phoneHolds: 10,
} as const;

const fewestPhoneDigits = 3;

/** Letters and digits only, lower case, half width. */
function letters(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function soundsOf(text: string, pinyin: Pinyin): readonly Sounds[] {
  const sounds: Sounds[] = [];
  for (const character of text) {
    const syllables = pinyin(character);
    sounds.push(syllables.length > 0 ? syllables : [character]);
  }
  return sounds;
}

/**
 * True when the letters from `at` on are what a person types for the characters from `character` on: for each its first letter
 * (zh, ch, sh count as one too) or its whole syllable; the last one may be typed in part. Loops, because it is asked for every
 * character of every customer at every key press.
 */
function soundsLike(sounds: readonly Sounds[], character: number, typed: string, at: number): boolean {
  const options = sounds[character];
  if (!options) return false;
  const left = typed.length - at;
  for (const syllable of options) {
    if (syllable.charCodeAt(0) !== typed.charCodeAt(at)) continue;
    if (left === 1 || soundsLike(sounds, character + 1, typed, at + 1)) return true;
    if (syllable.length === 1) continue;
    let same = 1;
    while (same < syllable.length && same < left && syllable.charCodeAt(same) === typed.charCodeAt(at + same))
      same += 1;
    if (same === left) return true;
    if (same === syllable.length && soundsLike(sounds, character + 1, typed, at + same)) return true;
    if (same >= 2 && syllable.charCodeAt(1) === letterH && soundsLike(sounds, character + 1, typed, at + 2))
      return true;
  }
  return false;
}

/** In pinyin an h stands second only in zh, ch and sh. */
const letterH = "h".charCodeAt(0);

/** Place of the first character from which on the letters sound right, or -1. */
function soundPlace(sounds: readonly Sounds[], typed: string): number {
  for (let place = 0; place < sounds.length; place += 1) {
    if (soundsLike(sounds, place, typed, 0)) return place;
  }
  return -1;
}

function phoneRank(phones: readonly string[], readings: readonly string[]): number {
  let best = Infinity;
  for (const phone of phones) {
    for (const digits of readings) {
      const place = phone.indexOf(digits);
      if (place === 0) return ranks.phoneStarts;
      if (place > 0) best = Math.min(best, phone.endsWith(digits) ? ranks.phoneEnds : ranks.phoneHolds);
    }
  }
  return best;
}

interface Word {
  readonly text: string;
  /**
   * The word as the beginning, end or middle of a telephone number, with the zeros or country code in front and without them: 0022 may
   * be the end of a number, and 021 the beginning of one. None where it is no number.
   */
  readonly digits: readonly string[];
  readonly isSound: boolean;
}

function rankOf(customer: Searched, { text, digits, isSound }: Word, pinyin: Pinyin): number {
  const inName = customer.name.indexOf(text);
  if (inName === 0) return customer.name.length === text.length ? ranks.nameIs : ranks.nameStarts;
  const inContact = customer.contact.indexOf(text);
  let best = inContact === 0 ? ranks.contactStarts : Infinity;
  if (digits.length > 0) best = Math.min(best, phoneRank(customer.phones, digits));
  if (best < ranks.nameSoundsFromStart) return best;
  if (isSound) {
    customer.sounds ??= { name: soundsOf(customer.name, pinyin), contact: soundsOf(customer.contact, pinyin) };
    const place = soundPlace(customer.sounds.name, text);
    if (place === 0) return ranks.nameSoundsFromStart;
    if (place > 0) best = Math.min(best, ranks.nameSounds);
    if (best > ranks.contactSounds && soundPlace(customer.sounds.contact, text) >= 0) best = ranks.contactSounds;
  }
  if (inName > 0) best = Math.min(best, ranks.nameHolds);
  if (inContact > 0) best = Math.min(best, ranks.contactHolds);
  return best;
}

function wordsOf(query: string): readonly Word[] {
  return plainText(query)
    .split(/\s+/)
    .flatMap((part) => {
      const text = letters(part);
      if (text === "") return [];
      const digits = /^[\d+().-]+$/.test(part) ? [text, text.replace(/^(?:86(?=1\d)|0+)/, "")] : [];
      return {
        text,
        digits: digits.filter(({ length }) => length >= fewestPhoneDigits),
        isSound: /^[a-z]+$/.test(text),
      };
    });
}

/**
 * Builds the search of a type-ahead box: by name, contact, at least three digits of a telephone number (its beginning, its end, or
 * within it), and by pinyin, initials and whole syllables mixed as people type them. Several words must all fit. Asking for nothing gives
 * the first customers.
 * @returns the function that finds the best places in `customers` for a query, the best first
 */
export function customerSearch(
  customers: readonly SearchedCustomer[],
  pinyin: Pinyin,
): (query: string, limit?: number) => readonly number[] {
  const searched: readonly Searched[] = customers.map(({ name, contact, phone }) => ({
    name: letters(name),
    contact: letters(contact),
    phones: normalisedPhones(phone),
    sounds: null,
  }));
  return (query, limit = 20) => {
    const words = wordsOf(query);
    /** Places by the sum of their ranks: no sorting, and equal ones stay in order. */
    const byRank: number[][] = [];
    searched.forEach((customer, place) => {
      let sum = 0;
      for (const word of words) {
        sum += rankOf(customer, word, pinyin);
        if (sum === Infinity) return;
      }
      (byRank[sum] ??= []).push(place);
    });
    return byRank.flat().slice(0, limit);
  };
}
