/**
 * How likely a text is to be what somebody wrote: bytes read in a wrong encoding give text too, but not such text. Costs are
 * about the negative logarithm of a character's probability, so that the costs of two readings of the same bytes can be compared,
 * though one has half as many characters as the other.
 */
import type { EncodingName } from "./encodingNames";
import { frequentJapanese, frequentKorean, frequentSimplified, frequentTraditional } from "./frequentCharacters";

/** For what no encoding gives when it is the right one. */
const broken = 20;
/** For a character that the script has and that hardly anybody writes. */
const rare = 12.5;
const groupCosts: readonly number[] = [6.2, 7.6, 9.2];

const scriptNames = ["simplified", "traditional", "japanese", "korean"] as const;
type Script = (typeof scriptNames)[number];

const frequent: Readonly<Record<Script, readonly string[]>> = {
  simplified: frequentSimplified,
  traditional: frequentTraditional,
  japanese: frequentJapanese,
  korean: frequentKorean,
};

const known = new Map<Script, ReadonlyMap<string, number>>();

/** Costs of a script's frequent characters, worked out when the first file needs them. */
function costsOf(script: Script): ReadonlyMap<string, number> {
  const ready = known.get(script);
  if (ready !== undefined) return ready;
  const costs = new Map<string, number>();
  frequent[script].forEach((characters, group) => {
    for (const c of characters) costs.set(c, groupCosts[group] ?? rare);
  });
  known.set(script, costs);
  return costs;
}

const isAsciiLetter = (c: string): boolean => /^[a-z]$/i.test(c);
const isLower = (c: string): boolean => c !== c.toUpperCase() && c === c.toLowerCase();
const isUpper = (c: string): boolean => c !== c.toLowerCase() && c === c.toUpperCase();

/** Letters with accents as western languages write them every day. */
const everydayAccents = new Set("éèàäöüßñçáíóúøåãõêâîôûëïœæìòùÉÀÄÖÜÇÑÅØÁÓÍÚÂÊÎÔ");
/** Words of one such letter. */
const oneLetterWords = new Set("àéèêóìùÀÉÈÊÓ");
const westernMarks = new Set("’‘“”–—…•€£§°®©™«»¿¡½·´ºª\u00a0");

/** A character of a one-byte encoding of Latin script, beside its neighbours. */
function costOfLatin(c: string, before: string, after: string): number {
  if (westernMarks.has(c)) return before > "\u007f" && isLetter(before) && c !== "’" ? 7.5 : 6;
  if (!isLetter(c) || c > "\u017f") return 9.5;
  const run = before > "\u007f" && isLetter(before);
  const lonely = !isLetter(before) && !isLetter(after);
  const capital = isUpper(c) && isLower(before) && before !== "";
  const shouting = isUpper(c) && isLower(after) && isLetter(before);
  const base = everydayAccents.has(c) ? 4.2 : 8;
  return (
    base +
    (run ? 3 : 0) +
    (lonely && !oneLetterWords.has(c) ? 4 : 0) +
    (capital ? 6 : 0) +
    (shouting && !capital ? 3 : 0)
  );
}

const isLetter = (c: string): boolean =>
  isAsciiLetter(c) || (c > "\u007f" && c.toLowerCase() !== c.toUpperCase()) || c === "ß";
const isRussian = (c: string): boolean => (c >= "А" && c <= "я") || c === "ё" || c === "Ё";

/** A character of windows-1251. */
function costOfCyrillic(c: string, before: string, after: string): number {
  if (isRussian(c)) {
    const capital = isUpper(c) && isLower(before) ? 6 : 0;
    const mixed = isAsciiLetter(before) || isAsciiLetter(after) ? 5 : 0;
    const lonely = !isRussian(before) && !isRussian(after) ? 5 : 0;
    return (isUpper(c) ? 4.6 : 3.2) + capital + mixed + lonely;
  }
  if ("іїєґІЇЄҐў№«»—–“”„…’\u00a0©®°§€".includes(c)) return 7.5;
  return 10;
}

const isKana = (c: string): boolean => c >= "\u3041" && c <= "\u30ff";
const isHalfKana = (c: string): boolean => c >= "\uff61" && c <= "\uff9f";
const isHan = (c: string): boolean => (c >= "\u4e00" && c <= "\u9fff") || c === "々" || c === "〇";
const isHangul = (c: string): boolean => c >= "\uac00" && c <= "\ud7a3";
/** Full stops, brackets and forms in the width of Han characters. */
const isWideMark = (c: string): boolean => (c >= "\u3000" && c <= "\u3020") || (c >= "\uff01" && c <= "\uff5e");

function costOfKana(c: string, script: Script): number {
  return script === "japanese" ? (c < "\u30a0" ? 4.3 : 4.8) : 8.5;
}

/** A character of an encoding for Chinese, Japanese or Korean. */
function costOfWide(c: string, before: string, after: string, script: Script): number {
  if (isHan(c)) {
    const cost = costsOf(script).get(c);
    if (cost !== undefined) return cost;
    // Hong Kong and Taiwan write their names into GB18030 too.
    if (script === "simplified") return Math.min(rare, (costsOf("traditional").get(c) ?? rare) + 3);
    return rare;
  }
  if (isHangul(c)) return script === "korean" ? (costsOf(script).get(c) ?? 9.5) : rare;
  if (isKana(c)) return costOfKana(c, script);
  if (isHalfKana(c)) {
    const amongOthers = isHalfKana(before) || isHalfKana(after);
    return script === "japanese" && amongOthers ? 6.5 : 9.5;
  }
  if (isWideMark(c)) return "，。、：；？！（）「」『』《》・　".includes(c) ? 5.5 : 7.5;
  if ("“”‘’—…·".includes(c)) return 7;
  return 11;
}

/** A Han character or a Korean syllable of a text whose encoding does not tell the language. */
function costInAnyScript(c: string): number {
  const costs = scriptNames.map((script) => costsOf(script).get(c) ?? rare);
  return Math.min(...costs) + 0.5;
}

/** A character that UTF-8 or UTF-16 gave: any script may stand there, but few of the symbols between them. */
function costOfUnicode(c: string, before: string, after: string): number {
  if (c <= "\u024f") return costOfLatin(c, before, after) - 1;
  if (isRussian(c)) return costOfCyrillic(c, before, after);
  if (isHan(c) || isHangul(c)) return costInAnyScript(c);
  if (isKana(c) || isWideMark(c)) return 7;
  return c < "\u0800" ? 9 : 8;
}

const scripts: Readonly<Partial<Record<EncodingName, Script>>> = {
  gb18030: "simplified",
  big5: "traditional",
  shift_jis: "japanese",
  "euc-jp": "japanese",
  "euc-kr": "korean",
};

function costOfCharacter(c: string, before: string, after: string, encoding: EncodingName): number {
  const isBroken = c === "\ufffd" || (c >= "\u0080" && c <= "\u009f") || (c >= "\ue000" && c <= "\uf8ff");
  if (isBroken) return broken;
  if (encoding === "windows-1252") return costOfLatin(c, before, after);
  if (encoding === "windows-1251") return costOfCyrillic(c, before, after);
  const script = scripts[encoding];
  return script === undefined ? costOfUnicode(c, before, after) : costOfWide(c, before, after, script);
}

/** What a character of ASCII costs: trail bytes of some encodings lie there, and read apart they are letters of their own. */
const ofAscii = 2.4;

/** The cost of a whole text as the reading of an encoding; less is more likely. Control characters count as broken. */
export function costOfText(text: string, encoding: EncodingName): number {
  let cost = 0;
  let before = "";
  for (let at = 0; at < text.length; at++) {
    const c = text[at] ?? "";
    if (c >= " " && c < "\u007f") cost += ofAscii;
    else if (c < " " || c === "\u007f") cost += c === "\t" || c === "\r" || c === "\n" ? ofAscii : broken;
    else cost += costOfCharacter(c, before, text[at + 1] ?? "", encoding);
    before = c;
  }
  return cost;
}
