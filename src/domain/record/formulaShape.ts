import type { Aliases } from "./aliases";

/** Functions of Excel that are kept by name. Any other may be somebody's own. */
const functions: ReadonlySet<string> = new Set(
  (
    "ABS AND AVERAGE AVERAGEIF AVERAGEIFS CELL CHAR CHOOSE CLEAN CODE COLUMN COLUMNS CONCAT CONCATENATE COUNT COUNTA COUNTBLANK " +
    "COUNTIF COUNTIFS DATE DATEDIF DATEVALUE DAY DAYS EDATE EOMONTH EXACT FALSE FILTER FIND FLOOR HLOOKUP HOUR HYPERLINK IF IFERROR " +
    "IFNA IFS INDEX INDIRECT INT ISBLANK ISERROR ISNA ISNUMBER ISTEXT LARGE LEFT LEN LET LOOKUP LOWER MATCH MAX MAXIFS MEDIAN MID MIN " +
    "MINIFS MINUTE MOD MONTH N NA NETWORKDAYS NETWORKDAYS.INTL NOT NOW OFFSET OR PERCENTILE PROPER RANK REPLACE REPT RIGHT ROUND " +
    "ROUNDDOWN ROUNDUP ROW ROWS SEARCH SECOND SEQUENCE SIGN SMALL SORT SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SWITCH T TEXT " +
    "TEXTJOIN TIME TIMEVALUE TODAY TRIM TRUE TRUNC TYPE UNIQUE UPPER VALUE VLOOKUP WEEKDAY WEEKNUM WORKDAY WORKDAY.INTL XLOOKUP XMATCH YEAR"
  ).split(" "),
);

const errors = "#(?:N/A|VALUE!|REF!|DIV/0!|NUM!|NAME\\?|NULL!|SPILL!|CALC!)";
const cell = "\\$?[A-Z]{1,3}\\$?[0-9]{1,7}";
const part = new RegExp(
  [
    '(?<literal>"(?:[^"]|"")*"?)',
    "(?<quoted>'(?:[^']|'')*'?)",
    `(?<error>${errors})`,
    `(?<word>[\\p{L}\\p{M}\\p{N}_.$\\\\]+)`,
    "(?<mark>[-+*/^&=<>(){},;:!@%# \\n])",
    "(?<other>[^])",
  ].join("|"),
  "gu",
);
const isCell = new RegExp(`^(?:${cell}|\\$?[A-Z]{1,3}|\\$?[0-9]{1,7})$`);
const isNumber = /^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:E[0-9]*)?$/i;

/** Keeps numbers below ten, which are part of a formula's build, and the length of any other. */
function numberPart(number: string): string {
  return /^[0-9]$/.test(number) ? number : number.replace(/[0-9]/g, "1");
}

/** One word of a formula: a function, a cell, a number, or a name. */
function wordPart(word: string, before: string, after: string, aliases: Aliases): string {
  if (after === "(") return functions.has(word.toUpperCase()) ? word : aliases.of(word);
  if (after === "!") return aliases.of(word);
  if (/^(?:TRUE|FALSE)$/i.test(word)) return word;
  // Whole columns and rows are two words with a colon between them.
  const isColumnOrRow = before === ":" || after === ":";
  if (isNumber.test(word)) return isColumnOrRow ? word : numberPart(word);
  if (isCell.test(word) && (/[0-9]/.test(word) || isColumnOrRow)) return word;
  return aliases.of(word);
}

const specialItem = /^#(?:All|Data|Headers|Totals|This Row)$/i;

/** What stands between the innermost brackets of a structured reference: an item of Excel's own, or a column. */
function columnPart(text: string, aliases: Aliases): string {
  if (text === "" || specialItem.test(text)) return text;
  const sign = text.startsWith("@") ? "@" : "";
  const column = text.slice(sign.length).replace(/'(.)/gsu, "$1");
  return column === "" ? sign : sign + aliases.of(column);
}

/** The end of a bracketed part that begins at `start`; the text's own end where it is not closed. */
function endOfBracket(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === "'") at += 1;
    else if (sign === "[") depth += 1;
    else if (sign === "]") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** A structured reference from its first bracket to its last: brackets, colons, commas and blanks stay, columns get their aliases. */
function bracketPart(text: string, aliases: Aliases): string {
  if (!/^\[\s*(?:\[|@\[)/.test(text)) {
    const closed = text.endsWith("]") && text.length > 1;
    return `[${columnPart(text.slice(1, closed ? -1 : undefined), aliases)}${closed ? "]" : ""}`;
  }
  let shaped = "[";
  let at = 1;
  while (at < text.length) {
    const sign = text[at] ?? "";
    if (sign === "[") {
      const end = endOfBracket(text, at);
      shaped += bracketPart(text.slice(at, end), aliases);
      at = end;
    } else {
      shaped += /[\],:@ ]/.test(sign) ? sign : "x";
      at += 1;
    }
  }
  return shaped;
}

/** A sheet's title in quotes, with the workbook before it where there is one. */
function quotedPart(text: string, aliases: Aliases): string {
  const closed = text.length > 1 && text.endsWith("'");
  const title = text.slice(1, closed ? -1 : undefined).replaceAll("''", "'");
  return title === "" ? "''" : `'${aliases.of(title)}'`;
}

/**
 * A formula without what people wrote in it: functions, operators, references and the add-in's own names stay; names, titles and
 * columns get their aliases, texts and numbers keep their length alone. It takes any text: what it does not know, it does not keep.
 */
export function formulaShape(formula: string, aliases: Aliases): string {
  let shaped = "";
  let at = 0;
  let before = "";
  while (at < formula.length) {
    if (formula[at] === "[") {
      const end = endOfBracket(formula, at);
      shaped += bracketPart(formula.slice(at, end), aliases);
      at = end;
      before = "]";
      continue;
    }
    part.lastIndex = at;
    const groups = part.exec(formula)?.groups ?? {};
    const text = groups["literal"] ?? groups["quoted"] ?? groups["error"] ?? groups["word"] ?? groups["mark"] ?? "x";
    const { literal, quoted, word } = groups;
    at = part.lastIndex;
    if (literal !== undefined) shaped += `"${"x".repeat(Math.max(0, literal.length - 2))}"`;
    else if (quoted !== undefined) shaped += quotedPart(quoted, aliases);
    else if (word !== undefined) shaped += wordPart(word, before, formula[at] ?? "", aliases);
    else shaped += text;
    before = text;
  }
  return shaped;
}
