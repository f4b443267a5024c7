/** Names of table columns in formula text: where they stand, and how they are spelled there. */

/** Column names in references put an apostrophe before `[ ] # '`; before `@` it may stand. */
export const escapeColumn = (name: string): string => name.replace(/['[\]#@]/g, "'$&");

export const unescapeColumn = (text: string): string => text.replace(/'([^])/g, "$1");

/** A name that stands in one pair of brackets by itself; any other has a second pair. */
export const isPlainColumn = (name: string): boolean => /^[\p{L}\p{N}_]+(?: [\p{L}\p{N}_]+)*$/u.test(name);

/** A column name in formula text, from its first sign to one past its last; brackets and the spaces around it are left out. */
export interface ColumnSpan {
  readonly from: number;
  readonly to: number;
  /** True where the name has a pair of brackets of its own within those of the reference. */
  readonly inner: boolean;
}

const isNameSign = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}_.\\]/u.test(letter);

/** End of what is quoted from `from` on, one past the closing quote. */
function quotedEnd(formula: string, from: number): number {
  const quote = formula[from];
  let at = from + 1;
  while (at < formula.length && !(formula[at] === quote && formula[at + 1] !== quote))
    at += formula[at] === quote ? 2 : 1;
  return at + 1;
}

/** Place of the bracket that ends a name which begins at `from`; -1 where there is none. */
function nameEnd(formula: string, from: number): number {
  for (let at = from; at < formula.length; at++) {
    const letter = formula[at];
    if (letter === "'") at += 1;
    else if (letter === "]") return at;
    else if (letter === "[") return -1;
  }
  return -1;
}

/** End of the brackets that begin at `open`, one past the last one; -1 where they are not closed. */
export function bracketsEnd(formula: string, open: number): number {
  let depth = 0;
  for (let at = open; at < formula.length; at++) {
    const letter = formula[at];
    if (letter === "'") at += 1;
    else if (letter === "[") depth += 1;
    else if (letter === "]" && --depth === 0) return at + 1;
  }
  return -1;
}

/** Where column names stand within the brackets of one reference; special items such as `#All` are none. */
function spansIn(formula: string, open: number, end: number): ColumnSpan[] {
  const spans: ColumnSpan[] = [];
  const first = /^\s*@?\s*/.exec(formula.slice(open + 1, end))?.[0].length ?? 0;
  if (formula[open + 1 + first] !== "[") {
    const from = open + 1 + first;
    const to = from + formula.slice(from, end - 1).replace(/(?<!')\s+$/, "").length;
    return formula[from] === "#" || to <= from ? [] : [{ from, to, inner: false }];
  }
  for (let at = open + 1; at < end - 1; at++) {
    if (formula[at] !== "[") continue;
    const to = nameEnd(formula, at + 1);
    if (to < 0) break;
    if (formula[at + 1] !== "#") spans.push({ from: at + 1, to, inner: true });
    at = to;
  }
  return spans;
}

/** Where column names stand in a formula, in their order. Brackets of links into other workbooks hold none. */
export function columnSpans(formula: string): readonly ColumnSpan[] {
  const spans: ColumnSpan[] = [];
  for (let at = 0; at < formula.length;) {
    const letter = formula[at];
    if (letter === '"' || letter === "'") {
      at = quotedEnd(formula, at);
      continue;
    }
    const end = letter === "[" ? bracketsEnd(formula, at) : -1;
    if (end > 0 && (isNameSign(formula[at - 1]) || formula[at + 1] === "@")) spans.push(...spansIn(formula, at, end));
    at = end > 0 ? end : at + 1;
  }
  return spans;
}

/** Places of the texts in quotes of a formula, from the opening quote to one past the closing one. */
export function textSpans(formula: string): readonly { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let at = 0; at < formula.length;) {
    const letter = formula[at];
    const end =
      letter === "[" ? bracketsEnd(formula, at) : letter === '"' || letter === "'" ? quotedEnd(formula, at) : -1;
    if (letter === '"') spans.push({ from: at, to: end });
    at = end > 0 ? end : at + 1;
  }
  return spans;
}
