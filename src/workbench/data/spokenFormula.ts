/** Formulas as an Excel with dynamic arrays tells them, and back: `[@Column]` in a table itself, `@` before names of one cell. */

/** Parts of a formula that stay as they are: texts, quoted titles. */
const quoted = /("(?:[^"]|"")*"|'(?:[^'[\]]|'')+'!)/;

function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula
    .split(quoted)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}

const thisRow = /([\p{L}_\\][\p{L}\p{N}_.\\]*)\[\[#This Row\],\s*\[((?:'.|[^\]'])*)\]\]/giu;

/**
 * @param table name of the table in which the formula stands; null outside of one
 * @param names defined names that stand for one cell
 */
export function spokenFormula(formula: string, table: string | null, names: readonly string[]): string {
  const single = new Set(names.map((name) => name.toLowerCase()));
  return outsideQuotes(formula, (part) =>
    part
      .replace(thisRow, (whole, name: string, header: string) => {
        if (name.toLowerCase() !== table?.toLowerCase()) return whole;
        return /^[\p{L}\p{N}_]+$/u.test(header) ? `[@${header}]` : `[@[${header}]]`;
      })
      .replace(
        /\[(?:'.|[^[\]'])*\]|(?<![\p{L}\p{N}_.\\@])[\p{L}_\\][\p{L}\p{N}_.\\]*(?![\p{L}\p{N}_.\\([!])/gu,
        (word) => (single.has(word.toLowerCase()) ? `@${word}` : word),
      ),
  );
}

/** A formula as the grid understands it. */
export function gridFormula(formula: string, table: string | null): string {
  return outsideQuotes(formula, (part) => {
    const long =
      table === null
        ? part
        : part.replace(
            /(?<![\p{L}\p{N}_.\\])(?:[\p{L}_\\][\p{L}\p{N}_.\\]*)?\[@(?:\[((?:'.|[^\]'])*)\]|((?:'.|[^[\]'])+))\]/gu,
            (_, bracketed: string | undefined, bare: string | undefined) =>
              `${table}[[#This Row],[${bracketed ?? bare ?? ""}]]`,
          );
    return long.replace(/(\[(?:'.|[^[\]'])*\])|@(?=[\p{L}_\\])/gu, (_, brackets: string | undefined) => brackets ?? "");
  });
}
