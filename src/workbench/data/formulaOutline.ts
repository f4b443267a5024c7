/** `Table[[#This Row],[Column]]` in a formula: the table's name, and the columns without the marks that escape a character. */
export interface TableReference {
  readonly table: string;
  readonly columns: readonly string[];
}

/** What can be said of a formula without understanding it. */
export interface FormulaOutline {
  /** Its quotes and brackets open and close in pairs. */
  readonly closed: boolean;
  readonly tables: readonly TableReference[];
  /** Other workbooks: a number in a file, as in `[1]Sheet!A1`, else a file's name. */
  readonly books: readonly string[];
  /** Without texts, quoted titles and what stands in square brackets. */
  readonly bare: string;
}

/** Place behind a quoted text or title; a doubled quote inside is one of its characters. Null where it does not end. */
function behindQuote(formula: string, from: number): number | null {
  const quote = formula[from];
  for (let at = from + 1; at < formula.length; at++) {
    if (formula[at] !== quote) continue;
    if (formula[at + 1] !== quote) return at + 1;
    at++;
  }
  return null;
}

/** Place behind a square bracket and all that is inside; an apostrophe takes a character's meaning away. */
function behindBracket(formula: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    const c = formula[at];
    if (c === "'") at++;
    else if (c === "[") depth++;
    else if (c === "]" && --depth === 0) return at + 1;
  }
  return null;
}

const withoutEscapes = (name: string): string => name.replace(/'(.)/gs, "$1");

/** Columns named inside the outer brackets of a reference to a table. */
function columnsIn(inside: string): string[] {
  if (!inside.trimStart().startsWith("[")) {
    return inside === "" || inside.startsWith("#") ? [] : [withoutEscapes(inside)];
  }
  const columns: string[] = [];
  for (let at = inside.indexOf("["); at !== -1;) {
    const end = behindBracket(inside, at) ?? inside.length;
    const item = inside.slice(at + 1, end - 1);
    if (!item.startsWith("#")) columns.push(withoutEscapes(item));
    at = inside.indexOf("[", end);
  }
  return columns;
}

function closesInPairs(bare: string): boolean {
  const open: string[] = [];
  for (const c of bare) {
    if (c === "(" || c === "{") open.push(c);
    else if (c === ")" && open.pop() !== "(") return false;
    else if (c === "}" && open.pop() !== "{") return false;
  }
  return open.length === 0;
}

/** Takes a formula, with or without the `=` before it, apart as far as its quotes and brackets tell. */
export function outlineFormula(formula: string): FormulaOutline {
  const tables: TableReference[] = [];
  const books: string[] = [];
  let bare = "";
  for (let at = 0; at < formula.length;) {
    const c = formula[at] ?? "";
    const end = c === '"' || c === "'" ? behindQuote(formula, at) : c === "[" ? behindBracket(formula, at) : at + 1;
    if (end === null) return { closed: false, tables, books, bare };
    const quoted = formula.slice(at, end);
    // A title has no square brackets: what stands in them before it is a workbook.
    if (c === "'") books.push(...[...quoted.matchAll(/\[([^\]]+)\]/g)].map(([, book = ""]) => book));
    if (c === "[") {
      const table = /[\p{L}\p{N}_.\\]+$/u.exec(bare)?.[0];
      const inside = quoted.slice(1, -1);
      if (table !== undefined) tables.push({ table, columns: columnsIn(inside) });
      else if (/^[\p{L}\p{N}_!]/u.test(formula.slice(end))) books.push(inside);
    }
    bare += c === '"' || c === "'" || c === "[" ? " " : c;
    at = end;
  }
  return { closed: closesInPairs(bare), tables, books, bare };
}
