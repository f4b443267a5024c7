/** A term in the middle of a sentence: without its capital. */
export function inline(term: string): string {
  return term.charAt(0).toLowerCase() + term.slice(1);
}
