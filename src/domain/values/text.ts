/** What Excel would take for the start of a formula, or would swallow. */
const startsLikeFormula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠−]|^['\t\r\n]/u;

/**
 * What Excel, in whatever language it runs, could take for a number, a date, a time, a truth value or an error: leading zeros and dates
 * in texts would be lost. Nobody knows all that every language's Excel reads, so these are wide: an apostrophe too many changes nothing
 * but what the formula bar shows.
 */
const readsAsValue: readonly RegExp[] = [
  // A digit of any script, a currency sign, or what may stand before a number.
  /^[\s\p{Cf}\p{Cc}]*[\p{N}\p{Sc}.,(%#:/\\（％＃．，：–‑]/u,
  /^[\s\p{Cf}\p{Cc}]*(?:[上下]午|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,/-]*\d)/iu,
  /^\s*(?:午前|午後|오전|오후|明治|大正|昭和|平成|令和|中華民國|中华民国|民國|民国|公元|西元)\s*[\p{N}元一二三四五六七八九十]/u,
  // Nothing but Chinese numerals and units of time: 八月七日.
  /^[\s〇○零一二三四五六七八九十百千万亿廿卅年月日号號時时点點分秒]+$/u,
  // A word or three beside digits and nothing else: März 5, 5 мая, H30/1/1, USD 5.
  /^(?=.{1,40}$)(?=.*\p{N})[\s.,/:'’–-]*(?:(?:(?!\p{Script=Han})[\p{L}\p{M}])+[\s.,/:'’\p{N}\p{Sc}%–-]*){1,3}$/u,
  /^\s*(?:true|wahr|vrai|verdadero|vero|verdadeiro|waar|prawda|igaz|tosi|sann|sant|sand|sandt|doğru|pravda|adevărat|истина|істина|αληθησ|αληθής)\s*$/iu,
  /^\s*(?:false|falsch|faux|falso|onwaar|fałsz|hamis|epätosi|usann|falskt?|yanliş|yanlış|nepravda|fals|ложь|хибність|ψευδησ|ψευδής)\s*$/iu,
];

function mayReadAsValue(text: string): boolean {
  return readsAsValue.some((pattern) => pattern.test(text));
}

/** Most characters that a cell holds. */
export const cellTextLimit = 32_767;

/**
 * Text from a person (or from another cell) in a form that Excel keeps as that very text: never a formula, never a
 * number or a date. Excel takes the leading apostrophe off again, so that the cell's value is the text given.
 * Text beyond Excel's limit of 32,767 characters is cut without splitting a surrogate pair.
 */
export function toCellText(text: string): string {
  if (text === "") return "";
  const guarded = startsLikeFormula.test(text) || mayReadAsValue(text) ? `'${text}` : text;
  if (guarded.length <= cellTextLimit) return guarded;
  const cut = guarded.slice(0, cellTextLimit);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** A number typed as text, in half or full width, with thousands commas, 万, 元 or a currency sign; null where it is none. */
export function readPlainNumber(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s¥￥$€£元]/g, "")
    .replace(/,(?=\d{3}(\D|$))/g, "");
  const match = /^([+-]?\d+(?:\.\d+)?)(万)?$/.exec(plain);
  if (!match?.[1]) return null;
  const number = Number(match[1]);
  // Rounding takes the binary noise off 1.23 * 10000, not digits that somebody typed.
  return match[2] ? Math.round(number * 10_000 * 1e6) / 1e6 : number;
}

/** Name for comparing: full and half width, case and inner white space make no difference. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
