import type { CellValue } from "../values/value";
import type { ShownCell } from "../workbook/snapshot";

/** A header that gets another text, or becomes one, before the list is made a table. */
export interface HeaderChange {
  /** Offset of the column in the list. */
  readonly column: number;
  /** What is shown there now; "" for a blank cell. */
  readonly from: string;
  readonly to: string;
  readonly why: "blank" | "repeated" | "calculated" | "noText" | "twoRows";
}

/** Excel's table headers are unique without regard to case; people do not see spaces at their ends. */
export function sameHeader(a: string, b: string): boolean {
  return foldHeader(a) === foldHeader(b);
}

function foldHeader(header: string): string {
  return header.trim().toLowerCase();
}

function freeHeader(base: string, first: number, taken: ReadonlySet<string>): string {
  let number = first;
  while (taken.has(foldHeader(`${base}${number}`))) number += 1;
  return `${base}${number}`;
}

/** A header as text; "" where people see none. A cell too narrow for its number shows a row of `#`. */
export function headerText(value: CellValue, shown: ShownCell | undefined): string {
  if (typeof value === "string") return value.trim() === "" ? "" : value;
  return shown && !/^#*$/.test(shown.text) ? shown.text : String(value);
}

/**
 * The texts that a header row has once it heads a table. Excel would change blank, repeated and calculated headers and those that are no
 * texts by itself, to words that depend on its language; so each gets its text before, and everybody knows which.
 * @param values cells of the header row
 * @param head the same cells as they are shown, where that is known
 * @param read what the header rows say together, where there are several; the cells are those of the last one
 */
export function tableHeaders(
  values: readonly CellValue[],
  head: readonly ShownCell[],
  read: readonly string[] | null = null,
): { readonly headers: readonly string[]; readonly changes: readonly HeaderChange[] } {
  const shown = values.map((value, column) => headerText(value, head[column]));
  const texts = shown.map((text, column) => read?.[column] ?? text);
  const word = texts.some((text) => /\p{sc=Han}/u.test(text)) ? "列" : "Column";
  // A name that is made must not be one that stands further right.
  const taken = new Set(texts.map(foldHeader));
  const seen = new Set<string>();
  const changes: HeaderChange[] = [];
  const headers = texts.map((text, column) => {
    const repeated = seen.has(foldHeader(text));
    const to = text === "" ? freeHeader(word, column + 1, taken) : repeated ? freeHeader(text.trim(), 2, taken) : text;
    taken.add(foldHeader(to));
    seen.add(foldHeader(to));
    const from = shown[column] ?? "";
    const why = (): HeaderChange["why"] | null => {
      if (text === "") return "blank";
      if (repeated) return "repeated";
      if (text !== from) return "twoRows";
      if (head[column]?.calculated === true) return "calculated";
      return typeof values[column] === "string" ? null : "noText";
    };
    const reason = why();
    if (reason !== null) changes.push({ column, from, to, why: reason });
    return to;
  });
  return { headers, changes };
}
