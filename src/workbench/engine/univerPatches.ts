import { FORMULA_REF_TO_ARRAY_CACHE, LexerTreeBuilder } from "@univerjs/engine-formula";

/**
 * Two faults of Univer 0.25.1's formula engine, mended from outside. Both reach into private parts, which is why the
 * version is pinned exactly; drop a patch when the regression test that goes with it passes without.
 */

let patched = false;

/** Mends the formula engine. Must run before the first workbook is made; running it again does nothing. */
export function patchUniver(): void {
  if (patched) return;
  patched = true;
  resetLexerBrackets();
  clearWholeReferenceCache();
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
