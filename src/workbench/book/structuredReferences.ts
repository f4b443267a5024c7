/** Renames in formula text: tables and their columns, outside of text in quotes. */

const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}_.\\]/u.test(letter);

/** Column names in references put an apostrophe before `[ ] # '`. */
export const escapeColumn = (name: string): string => name.replace(/['[\]#]/g, "'$&");

/** End of the bracket group that starts at `open`, one past its last bracket; -1 when it is not closed. */
function groupEnd(formula: string, open: number): number {
  let depth = 0;
  for (let i = open; i < formula.length; i++) {
    const letter = formula[i];
    if (letter === "'") i += 1;
    else if (letter === "[") depth += 1;
    else if (letter === "]" && --depth === 0) return i + 1;
  }
  return -1;
}

/** Walks over the table names of a formula and puts together what `replace` gives for the name and its bracket group. */
function rewrite(formula: string, table: string, replace: (name: string, group: string) => string): string {
  const wanted = table.toLowerCase();
  let out = "";
  for (let i = 0; i < formula.length;) {
    const letter = formula[i] ?? "";
    if (letter === '"' || letter === "'") {
      let end = i + 1;
      while (end < formula.length && !(formula[end] === letter && formula[end + 1] !== letter))
        end += formula[end] === letter ? 2 : 1;
      out += formula.slice(i, end + 1);
      i = end + 1;
      continue;
    }
    const here = formula.slice(i, i + table.length);
    const after = i + table.length;
    const starts =
      here.toLowerCase() === wanted &&
      !isWord(formula[i - 1]) &&
      !isWord(formula[after]) &&
      formula[after] !== "(" &&
      formula[after] !== "!";
    if (starts) {
      const end = formula[after] === "[" ? groupEnd(formula, after) : after;
      if (end > 0) {
        out += replace(here, formula.slice(after, end));
        i = end;
        continue;
      }
    }
    if (letter === "[") {
      const end = groupEnd(formula, i);
      if (end > 0) {
        out += formula.slice(i, end);
        i = end;
        continue;
      }
    }
    out += letter;
    i += 1;
  }
  return out;
}

export function renameTable(formula: string, from: string, to: string): string {
  return rewrite(formula, from, (_name, group) => to + group);
}

export function renameColumn(formula: string, table: string, from: string, to: string): string {
  const old = escapeColumn(from).toLowerCase();
  const now = escapeColumn(to);
  return rewrite(formula, table, (name, group) => {
    if (group === "") return name;
    const inner = group.slice(1, -1);
    if (inner.toLowerCase() === old) return `${name}[${now}]`;
    let renamed = "";
    for (let i = 0; i < inner.length;) {
      const end = inner[i] === "[" ? groupEnd(inner, i) : -1;
      if (end > 0) {
        renamed += inner.slice(i + 1, end - 1).toLowerCase() === old ? `[${now}]` : inner.slice(i, end);
        i = end;
      } else {
        renamed += inner[i] ?? "";
        i += 1;
      }
    }
    return `${name}[${renamed}]`;
  });
}
