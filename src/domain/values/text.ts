/** What Excel would take for the start of a formula, or would swallow. */
const startsLikeFormula = /^\s*[=+\-@＝＋－＠]|^['\t\r\n]/;
/** What Excel would take for a number, a date, a truth value or an error, behind spaces too: leading zeros and text dates would be lost. */
const readsAsValue =
  /^\s*(?:[\d.,(%¥￥$€£０-９#]|(true|false)\s*$|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,/-]*\d|[上下]午)/i;

/** Most characters that a cell holds. */
export const cellTextLimit = 32_767;

/**
 * Text from a person (or from another cell) in a form that Excel keeps as that very text: never a formula, never a
 * number or a date. Excel takes the leading apostrophe off again, so that the cell's value is the text given.
 * Text beyond Excel's limit of 32,767 characters is cut without splitting a surrogate pair.
 */
export function toCellText(text: string): string {
  if (text === "") return "";
  const guarded = startsLikeFormula.test(text) || readsAsValue.test(text) ? `'${text}` : text;
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
