import { bracketsEnd, columnSpans, escapeColumn, isPlainColumn, unescapeColumn } from "../data/columnNames";

/** Renames in formula text: tables and their columns, outside of text in quotes. */

const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}_.\\]/u.test(letter);

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
      const end = formula[after] === "[" ? bracketsEnd(formula, after) : after;
      if (end > 0) {
        out += replace(here, formula.slice(after, end));
        i = end;
        continue;
      }
    }
    if (letter === "[") {
      const end = bracketsEnd(formula, i);
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
  const old = from.toLowerCase();
  const now = escapeColumn(to);
  return rewrite(formula, table, (name, group) => {
    const reference = name + group;
    let renamed = "";
    let done = 0;
    for (const { from: start, to: end, inner } of columnSpans(reference)) {
      if (unescapeColumn(reference.slice(start, end)).toLowerCase() !== old) continue;
      renamed += reference.slice(done, start) + (inner || isPlainColumn(to) ? now : `[${now}]`);
      done = end;
    }
    return renamed + reference.slice(done);
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
  const inner = group.slice(1, -1).trim();
  const parts = inner.startsWith("@") ? ["#This Row"] : [];
  const rest = inner.startsWith("@") ? inner.slice(1) : inner;
  if (rest === "") return parts;
  if (!rest.startsWith("[")) return [...parts, unescapeColumn(rest.trim())];
  for (let i = 0; i < rest.length;) {
    const end = rest[i] === "[" ? bracketsEnd(rest, i) : -1;
    // Spaces inside the inner brackets are part of the name.
    if (end > 0) parts.push(unescapeColumn(rest.slice(i + 1, end - 1)));
    i = end > 0 ? end : i + 1;
  }
  return parts;
}
