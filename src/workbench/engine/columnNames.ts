import { columnSpans, textSpans, unescapeColumn } from "../data/columnNames";

/**
 * The grid's lexer and the patterns by which it knows a reference take most signs for their own wherever they stand: brackets, quotes,
 * commas, line breaks. Inside column names each of these has a stand-in, which is a letter to the grid.
 */

/** Signs up to U+00FF, by their own number. */
const firstStandIn = 0xf200;
const otherSigns = "\u3000\u2028\u2029";
const firstOther = 0xf300;
/** Line breaks in texts, which the lexer would make spaces of. */
const breaks = "\n\r";
const firstBreak = 0xf310;

function standIn(letter: string): string {
  const code = letter.charCodeAt(0);
  const other = otherSigns.indexOf(letter);
  if (other >= 0) return String.fromCharCode(firstOther + other);
  return code > 0xff || /[\p{L}\p{N}_]/u.test(letter) ? letter : String.fromCharCode(firstStandIn + code);
}

function hideBreak(letter: string): string {
  const at = breaks.indexOf(letter);
  return at < 0 ? letter : String.fromCharCode(firstBreak + at);
}

/** Formula text with stand-ins; of the same length, so that positions in the formula stay right. */
export function hideSigns(formula: string): string {
  const changes = [
    ...columnSpans(formula).map((span) => ({ ...span, change: standIn })),
    ...(/[\n\r]/.test(formula) ? textSpans(formula).map((span) => ({ ...span, change: hideBreak })) : []),
  ].sort((a, b) => a.from - b.from);
  let out = "";
  let done = 0;
  for (const { from, to, change } of changes) {
    out += formula.slice(done, from) + formula.slice(from, to).replace(/[^]/g, change);
    done = to;
  }
  return out + formula.slice(done);
}

/** The text with the line breaks of its texts back. */
export const showBreaks = (text: string): string =>
  text.replace(/[\uF310\uF311]/g, (letter) => breaks.charAt(letter.charCodeAt(0) - firstBreak));

/** The text with every sign back. */
export const showSigns = (text: string): string =>
  showBreaks(text)
    .replace(/[\uF300-\uF302]/g, (letter) => otherSigns.charAt(letter.charCodeAt(0) - firstOther))
    .replace(/[\uF200-\uF2FF]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - firstStandIn));

/** Further right than any sheet reaches: the grid makes `#NAME?` of it, and would take the column before the table for -1. */
const nowhere = 1_000_000;

/** Places of a table's columns by their names, as references spell them. */
export class ColumnPlaces extends Map<string, number> {
  constructor(names: ReadonlyMap<string, number>) {
    super([...names].map(([name, place]) => [name.toLowerCase(), place]));
  }

  override get(spelled: string): number {
    return super.get(unescapeColumn(showSigns(spelled)).toLowerCase()) ?? nowhere;
  }
}
