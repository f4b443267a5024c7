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

/** Puts together what `replace` gives for each reference to a table: the reference as it stands, and its bracket group. */
export function replaceTable(
  formula: string,
  table: string,
  replace: (reference: string, group: string) => string,
): string {
  return rewrite(formula, table, (name, group) => replace(name + group, group));
}

/** Column names and `#` words of a bracket group, as they read without their escapes; `@` is `#This Row`. */
export function splitGroup(group: string): readonly string[] {
  const plain = (text: string): string => text.trim().replace(/'(.)/g, "$1");
  const inner = group.slice(1, -1).trim();
  const parts = inner.startsWith("@") ? ["#This Row"] : [];
  const rest = inner.startsWith("@") ? inner.slice(1) : inner;
  if (rest === "") return parts;
  if (!rest.startsWith("[")) return [...parts, plain(rest)];
  for (let i = 0; i < rest.length;) {
    const end = rest[i] === "[" ? groupEnd(rest, i) : -1;
    if (end > 0) parts.push(plain(rest.slice(i + 1, end - 1)));
    i = end > 0 ? end : i + 1;
  }
  return parts;
}
