/** What stays as it is in a formula: text in quotes, a quoted sheet title, a group of brackets. */
const kept = /"(?:[^"]|"")*"|'(?:[^'[\]]|'')+'!|\[(?:'.|[^[\]'])*\]/.source;
/** What Excel puts before newer functions where it must not be read as a name. */
const prefix = /(?<![\p{L}\p{N}_.])(?:_xl(?:fn|ws|udf|pm|eta)\.)+/u.source;
/** `@` before a name, a function, a range or a table: of several cells the one in this row. */
const single = /@(?=[\p{L}_\\$'(])/u.source;
const additions = new RegExp(`(${kept})|${prefix}|${single}`, "giu");

/** A formula without what Excel adds to it in reading it back: `@` and the prefixes of newer functions. `[@Column]` stays. */
export function withoutAdditions(formula: string): string {
  return formula
    .replace(/_xlfn\.SINGLE\(([^()"]*)\)/gi, "$1")
    .replace(additions, (_, same: string | undefined) => same ?? "");
}
