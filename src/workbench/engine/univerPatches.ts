import { FORMULA_REF_TO_ARRAY_CACHE, LexerTreeBuilder, ValueObjectFactory } from "@univerjs/engine-formula";
import { hideBracketsInHeaders, showBrackets } from "./headerBrackets";

/**
 * Faults of Univer 0.25.1's formula engine, mended from outside. Both reach into private parts, which is why the
 * version is pinned exactly; drop a patch when the regression test that goes with it passes without.
 */

let patched = false;

/** Mends the formula engine. Must run before the first workbook is made; running it again does nothing. */
export function patchUniver(): void {
  if (patched) return;
  patched = true;
  resetLexerBrackets();
  clearWholeReferenceCache();
  readBracketsInHeadersAsText();
  rememberPlainTexts();
}

/**
 * Story: while a person types `=COUNTIFS(FollowUps[Sta`, the cell editor parses each prefix. Every prefix leaves an open
 * `[` behind in the one lexer of the page, and `_resetTemp`, which runs before each parse, resets everything except the
 * two bracket counters. From then on each formula text that has not been parsed before comes out as #VALUE!, #N/A or
 * #NAME?, even `=1+2`, until the page is loaded again.
 */
function resetLexerBrackets(): void {
  const reset: unknown = Reflect.get(LexerTreeBuilder.prototype, "_resetTemp");
  if (typeof reset !== "function") throw new Error("Univer's lexer has changed: look at the bracket patch again.");
  Reflect.set(LexerTreeBuilder.prototype, "_resetTemp", function resetTemp(this: object) {
    Reflect.apply(reset, this, []);
    Reflect.set(this, "_squareBracketState", 0);
    Reflect.set(this, "_tableBracketState", false);
  });
}

/**
 * Story: a table that grows leaves the old tree of each formula that refers to it in a cache, and the next calculation
 * counts the old rows, for good and without an error. Univer's own way to drop those entries walks the cache and deletes
 * while it walks; formulas of more than 64 characters are stored under a hash, so that the search for the table's name in
 * them never matches. Both caches are of one class, whose `forEach` has two callers that only delete: clearing everything
 * is right, merely slower. The grid asks for it whenever a table changes (`dropFormulaCaches`).
 */
function clearWholeReferenceCache(): void {
  const prototype: unknown = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE);
  if (typeof prototype !== "object" || prototype === null || !("forEach" in prototype) || !("clear" in prototype)) {
    throw new Error("Univer's formula cache has changed: look at the table patch again.");
  }
  Reflect.set(prototype, "forEach", function forEach(this: { clear: () => void }) {
    this.clear();
  });
}

/**
 * Story: `SUM(FollowUps[预计金额(元)])` is #VALUE!. The lexer looks at `(`, `)`, `{` and `}` without asking whether they
 * stand inside square brackets, so a column name with a bracket in it tears the formula apart.
 */
function readBracketsInHeadersAsText(): void {
  const { prototype } = LexerTreeBuilder;
  const replace = (name: string, textAt: number, change: (text: string) => string): void => {
    const original: unknown = Reflect.get(prototype, name);
    if (typeof original !== "function") throw new Error("Univer's lexer has changed: look at the header patch again.");
    Reflect.set(prototype, name, function patched(this: object, ...args: unknown[]): unknown {
      const text = args[textAt];
      if (typeof text === "string") args[textAt] = change(text);
      return Reflect.apply(original, this, args);
    });
  };
  replace("_nodeMaker", 0, (formula) => (formula.includes("[") ? hideBracketsInHeaders(formula) : formula));
  replace("_pushSegment", 0, showBrackets);
  replace("_addSequenceArray", 1, showBrackets);
}

/** Texts remembered as plain; more than this many different ones start anew. */
const mostPlainTexts = 50_000;

/**
 * Story: each time a formula meets a text, Univer tries whether it is a date or a number, and remembers only when it is.
 * In a column of names that is a long search without result for every cell of every formula; this remembers the misses.
 */
function rememberPlainTexts(): void {
  const create: unknown = Reflect.get(ValueObjectFactory, "create");
  if (typeof create !== "function") throw new Error("Univer's values have changed: look at the text patch again.");
  const plain = new Set<string>();
  Reflect.set(ValueObjectFactory, "create", (raw: unknown, asText = false): unknown => {
    if (asText || typeof raw !== "string") return Reflect.apply(create, ValueObjectFactory, [raw, asText]);
    if (plain.has(raw)) return Reflect.apply(create, ValueObjectFactory, [raw, true]);
    const value: unknown = Reflect.apply(create, ValueObjectFactory, [raw, false]);
    const isString: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "isString") : undefined;
    if (typeof isString === "function" && Reflect.apply(isString, value, []) === true) {
      if (plain.size >= mostPlainTexts) plain.clear();
      plain.add(raw);
    }
    return value;
  });
}
