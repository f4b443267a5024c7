/** Letters and digits, with single spaces within: a header that needs nothing around it. */
const plainHeader = /^[\p{L}\p{N}_]+(?: [\p{L}\p{N}_]+)*$/u;

/**
 * A header in brackets, as part of a structured reference. `[ ] # ' @` take an apostrophe before them; everything else stands
 * as it is, spaces at the ends and line breaks too.
 */
export function headerInBrackets(header: string): string {
  return `[${header.replace(/['[\]#@]/g, "'$&")}]`;
}

/** Cells of a table's column. Every reference of ours is spelled here. */
export type ColumnPart =
  /** Its body. */
  | "body"
  /** Its body and its header. */
  | "all"
  /** Its cell in the formula's own row. */
  | "row";

/**
 * A structured reference to a table's column, in the long form that files, LibreOffice and Excel 2016 know as well. A header with other
 * signs than letters and digits has two pairs of brackets: within one Excel would swallow spaces at its ends.
 */
export function referenceTo(part: ColumnPart, table: string, header: string): string {
  const column = headerInBrackets(header);
  switch (part) {
    case "body":
      return plainHeader.test(header) ? `${table}${column}` : `${table}[${column}]`;
    case "all":
      return `${table}[[#All],${column}]`;
    case "row":
      return `${table}[[#This Row],${column}]`;
  }
}
