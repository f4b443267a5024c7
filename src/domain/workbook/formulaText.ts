import { withoutAdditions } from "./excelSpelling";

/** Text as a formula's string literal, quotes doubled. */
export function quoteText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Letters and digits, with single spaces within: a header that needs nothing around it. */
const plainHeader = /^[\p{L}\p{N}_]+(?: [\p{L}\p{N}_]+)*$/u;

/**
 * A header in brackets, as part of a structured reference. `[ ] # ' @` take an apostrophe before them; everything else stands
 * as it is, spaces at the ends and line breaks too.
 */
function headerInBrackets(header: string): string {
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

/** Formulas of ours have at most so many characters as Excel shows them: a person can read them. */
export const mostCharacters = 400;

/** A piece of a formula: a text, a quoted sheet title, what stands in brackets, or what is left. */
interface Piece {
  readonly kind: "text" | "title" | "brackets" | "rest";
  readonly source: string;
}

/** End of what begins with a quote at `from`, one past its last sign; a quote that is doubled is none. */
function quotedEnd(formula: string, from: number): number {
  const quote = formula[from];
  let at = from + 1;
  while (at < formula.length && !(formula[at] === quote && formula[at + 1] !== quote))
    at += formula[at] === quote ? 2 : 1;
  return at + 1;
}

/** End of what begins with a bracket at `from`, one past its last bracket; a sign after an apostrophe is none. */
function bracketsEnd(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at += 1) {
    if (formula[at] === "'") at += 1;
    else if (formula[at] === "[") depth += 1;
    else if (formula[at] === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

function piecesOf(formula: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const kinds: Readonly<Record<string, Piece["kind"]>> = { '"': "text", "'": "title", "[": "brackets" };
  for (let at = 0; at < formula.length;) {
    const kind = kinds[formula[at] ?? ""] ?? "rest";
    const length = kind === "rest" ? formula.slice(at).search(/["'[]|$/) : 0;
    const end = kind === "rest" ? at + length : kind === "brackets" ? bracketsEnd(formula, at) : quotedEnd(formula, at);
    pieces.push({ kind, source: formula.slice(at, end) });
    at = end;
  }
  return pieces;
}

/** Formula text with each piece rewritten; `before` is what has been written so far. */
function rewrite(formula: string, change: (piece: Piece, before: string) => string): string {
  return piecesOf(formula).reduce((before, piece) => change(piece, before), "");
}

/** `[[#This Row],[header]]`, `[@[header]]` and `[@header]`: one header of the formula's own row. */
const ofRow =
  /^\[(?:\[\s*#This Row\s*\]\s*,\s*\[((?:'[^]|[^'[\]])*)\]|@\[((?:'[^]|[^'[\]])*)\]|@((?:'[^]|[^'[\]])+))\]$/i;
/** `[[header]]` and `[header]`. */
const ofColumn = /^\[(?:\[((?:'[^]|[^'[\]])*)\]|((?:'[^]|[^'[\]])*))\]$/;

/** The header without the apostrophes that a reference puts into it. */
function unescaped(header: string): string {
  return header.replace(/'([^])/g, "$1");
}

function headerOfRow(brackets: string): string | null {
  const found = ofRow.exec(brackets);
  const header = found?.[1] ?? found?.[2] ?? found?.[3];
  return header === undefined ? null : unescaped(header);
}

/** Formula text as Excel shows it in a cell of the table itself: `[@阶段]` for `FollowUps[[#This Row],[阶段]]`. */
export function shownFormula(formula: string): string {
  return rewrite(formula, ({ kind, source }, before) => {
    const header = kind === "brackets" && source.startsWith("[[") ? headerOfRow(source) : null;
    if (header === null) return before + source;
    const column = headerInBrackets(header);
    return `${before.replace(/\w+$/, "")}[@${/^[\p{L}\p{N}_.]+$/u.test(header) ? header : column}]`;
  });
}

/**
 * A criterion that COUNTIFS and SUMIFS meet with this very text. As it is, a stage "??" would count every stage of two
 * characters, and "<3" everything smaller: wildcards are masked, and the `=` keeps other operators from being one.
 */
export function exactly(reference: string): string {
  return `"="&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${reference},"~","~~"),"*","~*"),"?","~?")`;
}

/** What stands in brackets, spelled in one way. Spaces and line breaks of a header are part of it. */
function canonicalBrackets(brackets: string): string {
  const row = headerOfRow(brackets);
  if (row !== null) return `[@${headerInBrackets(row)}]`.toLowerCase();
  // A single pair of brackets swallows spaces at their ends.
  const [, inner, only] = ofColumn.exec(brackets) ?? [];
  if (only?.startsWith("#") === true) return brackets.toLowerCase();
  const header = inner ?? only?.trim();
  if (header !== undefined) return headerInBrackets(unescaped(header)).toLowerCase();
  return brackets.replace(/(?<=\])\s*([,:])\s*(?=\[)/g, "$1").toLowerCase();
}

/**
 * Formula text for comparing: Excel shortens `Table[[#This Row],[x]]` to `[@x]`, chooses between one pair of brackets and two,
 * changes case of functions, drops or adds spaces, puts an `@` before what may be several cells, and drops the quotes of a sheet
 * title that needs none; text in quotes stays as it is.
 */
export function canonicalFormula(formula: string): string {
  return rewrite(formula, ({ kind, source }, before) => {
    switch (kind) {
      case "text":
        return before + source;
      case "title":
        return (
          before + (/^'(?:[^'[\]]|'')+'$/.test(source) ? source.slice(1, -1) : source).replace(/\s+/g, "").toLowerCase()
        );
      case "brackets": {
        const canonical = canonicalBrackets(source);
        return (canonical.startsWith("[@") ? before.replace(/\w+$/, "") : before) + canonical;
      }
      case "rest":
        return before + source.replace(/[\s@]+/g, "").toLowerCase();
    }
  });
}

/** True where two formulas say the same, however Excel spells them. */
export function sameFormula(a: string, b: string): boolean {
  return a === b || canonicalFormula(withoutAdditions(a)) === canonicalFormula(withoutAdditions(b));
}

/**
 * Formula text for comparing rules that are relative to their first cell: Excel writes the same rule with other row numbers
 * wherever it starts.
 */
export function relativeFormula(formula: string): string {
  return rewrite(canonicalFormula(withoutAdditions(formula)), ({ kind, source }, before) => {
    if (kind !== "rest") return before + source;
    return before + source.replace(/(?<![\w.$])(\$?[a-z]{1,3})\d+(?![\w.(])/g, "$1#");
  });
}
