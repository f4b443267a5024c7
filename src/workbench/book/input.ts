/** What a value given through the API turns into in a cell. */
export type CellEntry =
  | { readonly kind: "leave" }
  | { readonly kind: "clear" }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "number"; readonly value: number; readonly numberFormat: string | null }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "text"; readonly text: string };

const dayOf = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;

/**
 * Reads a value the way Excel reads what is typed: `=`, `+`, `-` and `@` begin a formula, a leading `'` forces text and is
 * not kept, texts that look like numbers, dates or truth values become them unless the cell is formatted as text.
 */
export function readEntry(value: unknown, numberFormat: string, date1904: boolean): CellEntry {
  if (value === null || value === undefined) return { kind: "leave" };
  if (typeof value === "number") return { kind: "number", value, numberFormat: null };
  if (typeof value === "boolean") return { kind: "boolean", value };
  const text = String(value);
  if (text === "") return { kind: "clear" };
  if (text.startsWith("'")) return { kind: "text", text: text.slice(1) };
  // A cell that is formatted as text keeps what is put into it, formulas included.
  if (numberFormat === "@") return { kind: "text", text };
  const trimmed = text.trim();
  const plain = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?$/i;
  if (/\d/.test(trimmed) && plain.test(trimmed)) {
    return { kind: "number", value: Number(trimmed.replaceAll(",", "")), numberFormat: null };
  }
  const percent = /^([+-]?\d+(?:\.\d+)?)%$/.exec(trimmed);
  if (percent) return { kind: "number", value: Number(percent[1]) / 100, numberFormat: "0%" };
  if (/^(true|false)$/i.test(trimmed)) return { kind: "boolean", value: trimmed.toLowerCase() === "true" };
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(trimmed);
  if (date) {
    const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
    const serial = dayOf(year, month, day);
    const real =
      new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12 && year >= 1900;
    if (real) return { kind: "number", value: serial - (date1904 ? 1462 : 0), numberFormat: "yyyy/m/d" };
  }
  if (/^[=]./s.test(text)) return { kind: "formula", formula: text };
  if (/^[+\-@]./s.test(text)) return { kind: "formula", formula: `=${text}` };
  return { kind: "text", text };
}
