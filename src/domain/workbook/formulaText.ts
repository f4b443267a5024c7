import { withoutAdditions } from "./excelSpelling";

/** Text as a formula's string literal, quotes doubled. */
export function quoteText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A header inside a structured reference: `[ ] # ' @` take an apostrophe before them. */
export function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}

/** A whole column of a table: `FollowUps[负责人]`. */
export function columnReference(table: string, header: string): string {
  return `${table}[${escapeHeader(header)}]`;
}

/** A whole column of a table with its header, for a look-up by row in which the header stands for "not listed". */
export function columnWithHeader(table: string, header: string): string {
  return `${table}[[#All],[${escapeHeader(header)}]]`;
}

/** Formulas of ours have at most so many characters as Excel shows them: a person can read them. */
export const mostCharacters = 400;

/** Formula text as Excel shows it in a cell of the table itself: `[@阶段]` for `FollowUps[[#This Row],[阶段]]`. */
export function shownFormula(formula: string): string {
  return formula.replace(/\w*\[\[#This Row\],\s*\[((?:'.|[^\]'])*)\]\]/gi, (_, header: string) =>
    /^[\p{L}\p{N}_.]+$/u.test(header) ? `[@${header}]` : `[@[${header}]]`,
  );
}

/**
 * A criterion that COUNTIFS and SUMIFS meet with this very text. As it is, a stage "??" would count every stage of two
 * characters, and "<3" everything smaller: wildcards are masked, and the `=` keeps other operators from being one.
 */
export function exactly(reference: string): string {
  return `"="&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${reference},"~","~~"),"*","~*"),"?","~?")`;
}

/**
 * Formula text for comparing: Excel shortens `Table[[#This Row],[x]]` to `[@x]`, changes case of functions, drops or adds
 * spaces and drops the quotes of a sheet title that needs none; text in quotes stays as it is.
 */
export function canonicalFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\w*\[\[#This Row\],\s*\[((?:'.|[^\]'])*)\]\]/gi, "[@$1]")
            .replace(/\w*\[@\[((?:'.|[^\]'])*)\]\]/g, "[@$1]")
            .replace(/\w+(?=\[@)/g, "")
            .replace(/'((?:[^'[\]]|'')+)'!/g, "$1!")
            .replace(/\s+/g, "")
            .toLowerCase(),
    )
    .join("");
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
  return canonicalFormula(withoutAdditions(formula))
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/(?<![\w.$])(\$?[a-z]{1,3})\d+(?![\w.(])/g, "$1#")))
    .join("");
}
